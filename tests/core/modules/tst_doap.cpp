// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/modules/BuiltinModules.h"
#include "tests/support/Paths.h"

#include <QDomDocument>
#include <QFile>
#include <QMap>
#include <QSet>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

/// A stream that is never online: enough for asking modules what they want.
class OfflineHost : public ModuleHost
{
public:
    const Jid &ownJid() const override { return m_jid; }
    bool isOnline() const override { return false; }
    const XmlElement &streamFeatures() const override { return m_features; }
    Task<XmlElement> request(Iq, std::chrono::milliseconds) override
    {
        return Task<XmlElement>::completed(failure(ErrorCode::NotConnected));
    }
    void send(Message) override { }
    void send(Presence) override { }
    Task<void> sendTracked(Message) override
    {
        return Task<void>::completed(failure(ErrorCode::NotConnected));
    }
    Clock &clock() const override { return m_clock; }
    TimerSource &timers() const override { return m_timers; }
    IdSource &ids() const override { return m_ids; }
    QStringList announcedFeatures() const override { return {}; }

protected:
    QList<QObject *> modules() const override { return {}; }

private:
    Jid m_jid;
    XmlElement m_features;
    mutable SystemClock m_clock;
    mutable EventLoopTimers m_timers;
    mutable RandomIds m_ids;
};

/// The extension that a feature belongs to.
const QMap<QString, QString> kExtensionOf{
    {u"http://jabber.org/protocol/disco#info"_s, u"0030"_s},
    {u"http://jabber.org/protocol/disco#items"_s, u"0030"_s},
    {u"urn:xmpp:avatar:metadata+notify"_s, u"0084"_s},
    {u"http://jabber.org/protocol/chatstates"_s, u"0085"_s},
    {u"jabber:iq:version"_s, u"0092"_s},
    {u"http://jabber.org/protocol/caps"_s, u"0115"_s},
    {u"http://jabber.org/protocol/nick"_s, u"0172"_s},
    {u"http://jabber.org/protocol/nick+notify"_s, u"0172"_s},
    {u"urn:xmpp:receipts"_s, u"0184"_s},
    {u"urn:xmpp:ping"_s, u"0199"_s},
    {u"urn:xmpp:time"_s, u"0202"_s},
};

/// What nobody announces to others: it concerns the server, a format, or how things look here.
const QSet<QString> kNotAnnounced{u"0054"_s, u"0060"_s, u"0082"_s, u"0147"_s, u"0153"_s, u"0163"_s,
                                  u"0191"_s, u"0198"_s, u"0203"_s, u"0237"_s, u"0245"_s, u"0280"_s,
                                  u"0297"_s, u"0319"_s, u"0334"_s, u"0359"_s, u"0368"_s, u"0392"_s,
                                  u"0398"_s, u"0440"_s, u"0453"_s, u"0474"_s, u"0515"_s};

/// Extension number to status, as the DOAP file (XEP-0453) tells it.
QMap<QString, QString> describedExtensions()
{
    QFile file(sourcePath(QStringLiteral("packaging/linux/tertulia.doap")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QDomDocument document;
    document.setContent(&file, true);
    QMap<QString, QString> found;
    const auto entries
        = document.elementsByTagNameNS(u"https://linkmauve.fr/ns/xmpp-doap#"_s, u"SupportedXep"_s);
    for (int i = 0; i < entries.size(); ++i) {
        const QDomElement entry = entries.at(i).toElement();
        const QString address = entry.firstChildElement(u"xep"_s).attributeNS(
            u"http://www.w3.org/1999/02/22-rdf-syntax-ns#"_s, u"resource"_s);
        found.insert(address.section(u"xep-"_s, 1).left(4), entry.firstChildElement(u"status"_s).text());
    }
    return found;
}

QStringList announced()
{
    OfflineHost host;
    QStringList features;
    for (const auto &module : makeBuiltinModules(host)) {
        const Manifest manifest = module->manifest();
        features += manifest.features;
        for (const PepRoute &route : manifest.pepNodes)
            features.append(route.node + u"+notify"_s);
    }
    return features;
}

} // namespace

/// The program and its description (packaging/linux/tertulia.doap) tell the same.
class DoapTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFeatureIsDescribed();
    void everyDescriptionIsTrue();
    void statusesAreOfTheList();
};

void DoapTest::everyFeatureIsDescribed()
{
    const auto described = describedExtensions();
    const QStringList features = announced();
    QVERIFY(!features.isEmpty());
    for (const QString &feature : features) {
        const QString number = kExtensionOf.value(feature);
        QVERIFY2(!number.isEmpty(), qPrintable(feature + u" is announced; of which extension?"_s));
        const QString status = described.value(number);
        QVERIFY2(status == u"complete"_s || status == u"partial"_s,
                 qPrintable(feature + u" is announced, XEP-"_s + number + u" is not described"_s));
    }
}

void DoapTest::everyDescriptionIsTrue()
{
    QSet<QString> spoken;
    for (const QString &feature : announced())
        spoken.insert(kExtensionOf.value(feature));
    const auto described = describedExtensions();
    for (auto entry = described.begin(); entry != described.end(); ++entry) {
        if (entry.value() != u"complete"_s && entry.value() != u"partial"_s)
            continue;
        QVERIFY2(spoken.contains(entry.key()) || kNotAnnounced.contains(entry.key()),
                 qPrintable(u"XEP-"_s + entry.key() + u" is described but not announced"_s));
    }
}

void DoapTest::statusesAreOfTheList()
{
    const QStringList allowed{u"complete"_s,   u"partial"_s, u"planned"_s,
                              u"deprecated"_s, u"removed"_s, u"wontfix"_s};
    const auto described = describedExtensions();
    QVERIFY(described.size() > 10);
    for (const QString &status : described)
        QVERIFY2(allowed.contains(status), qPrintable(status));
}

QTEST_GUILESS_MAIN(DoapTest)
#include "tst_doap.moc"
