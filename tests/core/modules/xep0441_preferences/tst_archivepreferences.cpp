// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0441_preferences/ArchivePreferences.h"
#include "tests/support/ModuleRig.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const QString kArchive = u"urn:xmpp:mam:2"_s;
using Standard = ArchivePreferences::Standard;

struct Rig : ModuleRig {
    Rig() { goOnline(); }
    void ask()
    {
        module<ArchivePreferencesModule>().preferences().then(
            &module<ArchivePreferencesModule>(),
            [this](const Result<ArchivePreferences> &result) { got = result; });
    }
    std::optional<Result<ArchivePreferences>> got;
};

} // namespace

/// XEP-0441. What goes wrong with the question itself is in tst_requests.
class ArchivePreferencesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("prefs");
        QTest::addColumn<bool>("good");
        QTest::addColumn<ArchivePreferences>("told");
        const auto prefs = [](const QByteArray &standard, const QByteArray &inside) -> QByteArray {
            return "<prefs xmlns='urn:xmpp:mam:2'" + standard + ">" + inside + "</prefs>";
        };
        QTest::newRow("no default") << prefs({}, {}) << false << ArchivePreferences{};
        QTest::newRow("another default")
            << prefs(" default='sometimes'", {}) << false << ArchivePreferences{};
        QTest::newRow("another element")
            << QByteArray("<fin xmlns='urn:xmpp:mam:2'/>") << false << ArchivePreferences{};
        QTest::newRow("always") << prefs(" default='always'", "<always/><never/>") << true
                                << ArchivePreferences{Standard::Always};
        QTest::newRow("never, without lists")
            << prefs(" default='never'", {}) << true << ArchivePreferences{Standard::Never};
        QTest::newRow("lists with what is no address")
            << prefs(" default='roster'",
                     "<always><jid>bruno@example.com</jid><jid>@</jid><jid/><x xmlns='urn:x'/></always>"
                     "<never><jid> carla@example.com </jid></never>")
            << true
            << ArchivePreferences{
                   Standard::Roster, {jid(u"bruno@example.com"_s)}, {jid(u"carla@example.com"_s)}};
    }

    void reads()
    {
        QFETCH(QByteArray, prefs);
        QFETCH(bool, good);
        QFETCH(ArchivePreferences, told);
        Rig rig;
        rig.ask();
        rig.answer(rig.takeRequest(kArchive), prefs);
        QVERIFY(rig.got);
        QCOMPARE(rig.got->has_value(), good);
        if (good)
            QCOMPARE(**rig.got, told);
    }

    void writesAndBelievesTheServer()
    {
        Rig rig;
        rig.module<ArchivePreferencesModule>()
            .setPreferences({Standard::Never, {jid(u"bruno@example.com"_s)}, {}})
            .then(&rig.module<ArchivePreferencesModule>(),
                  [&](const Result<ArchivePreferences> &result) { rig.got = result; });
        const XmlElement request = rig.takeRequest(kArchive);
        QCOMPARE(request.attribute(u"type"), u"set"_s);
        QCOMPARE(request.firstChild(),
                 parsedXml("<prefs xmlns='urn:xmpp:mam:2' default='never'><always>"
                           "<jid>bruno@example.com</jid></always><never/></prefs>"));
        rig.answer(request, "<prefs xmlns='urn:xmpp:mam:2' default='roster'><always/><never/></prefs>");
        QVERIFY(rig.got);
        QCOMPARE((*rig.got)->standard, Standard::Roster);
    }
};

QTEST_GUILESS_MAIN(ArchivePreferencesTest)
#include "tst_archivepreferences.moc"
