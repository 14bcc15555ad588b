// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0030_disco/DiscoInfo.h"
#include "core/modules/xep0455_outage/Outage.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;
using namespace std::chrono_literals;

namespace
{

const QString kDiscoInfo = u"http://jabber.org/protocol/disco#info"_s;

QByteArray field(const QByteArrayList &values)
{
    QByteArray xml = "<field var='external-status-addresses' type='list-multi'>";
    for (const QByteArray &value : values)
        xml += "<value>" + value + "</value>";
    return xml + "</field>";
}

QByteArray form(const QByteArray &inside, const QByteArray &type = "urn:xmpp:sos:0")
{
    return "<x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'><value>" + type
        + "</value></field>" + inside + "</x>";
}

QByteArray info(const QByteArray &forms)
{
    return "<query xmlns='http://jabber.org/protocol/disco#info'><identity category='server' type='im'/>"
        + forms + "</query>";
}

QList<QUrl> urls(const QStringList &texts)
{
    QList<QUrl> all;
    for (const QString &text : texts)
        all.append(QUrl(text));
    return all;
}

/// A stream whose first question has not been answered yet.
struct Rig : ModuleRig {
    Rig()
    {
        startFresh();
        request = takeRequest(kDiscoInfo, u"example.org"_s);
    }
    XmlElement request;
    QSignalSpy known{&module<OutageModule>(), &OutageModule::addressesKnown};
};

} // namespace

class OutageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QByteArray>("forms");
        QTest::addColumn<QStringList>("expected");
        const QByteArray good = "https://status.example.org/status.json";
        const QStringList it{QString::fromLatin1(good)};
        QTest::newRow("no form") << QByteArray() << QStringList();
        QTest::newRow("empty form") << form({}) << QStringList();
        QTest::newRow("empty list") << form(field({})) << QStringList();
        QTest::newRow("another form") << form(field({good}), "urn:xmpp:sos:1") << QStringList();
        QTest::newRow("no type") << QByteArray("<x xmlns='jabber:x:data' type='result'>" + field({good})
                                               + "</x>")
                                 << QStringList();
        QTest::newRow("another field")
            << form("<field var='external-status'><value>" + good + "</value></field>") << QStringList();
        QTest::newRow("what cannot be asked safely") << form(field(
            {"http://status.example.org/", "ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)",
             "https://", "https:///x", "//status.example.org/x", "x", "", "https://ana:secret@example.org/",
             "https://exa mple.org/", "https://example.org/" + QByteArray(3'000, 'x')}))
                                                     << QStringList();
        QTest::newRow("a bad one among good ones")
            << form(field({"http://example.org/", " " + good + " ", good})) << it;
        QTest::newRow("a good one") << form(field({good})) << it;
        QTest::newRow("its second form") << form(field({good}), "urn:other") + form(field({good})) << it;
        QTest::newRow("many") << form(
            field({"https://a.example/", "https://b.example/", "https://c.example/", "https://d.example/",
                   "https://e.example/", "https://f.example/"}))
                              << QStringList{u"https://a.example/"_s, u"https://b.example/"_s,
                                             u"https://c.example/"_s, u"https://d.example/"_s,
                                             u"https://e.example/"_s};
    }

    void addresses()
    {
        QFETCH(QByteArray, forms);
        QFETCH(QStringList, expected);
        Rig rig;
        rig.answer(rig.request, info(forms));
        QCOMPARE(rig.known.size(), 1);
        QCOMPARE(rig.known[0][0].value<QList<QUrl>>(), urls(expected));
    }

    void anAnswerFromAnother()
    {
        Rig rig;
        rig.answerAs("mallory@example.net", rig.request, info(form(field({"https://mallory.example.net/"}))));
        rig.answerAs("ana@example.org", rig.request, info(form(field({"https://mallory.example.net/"}))));
        QCOMPARE(rig.known.size(), 0);
    }

    void aMalformedAnswer()
    {
        Rig rig;
        rig.answer(rig.request, "<query xmlns='urn:x'/>");
        QCOMPARE(rig.known.size(), 0);
    }

    void anError()
    {
        Rig rig;
        rig.refuse(rig.request, "service-unavailable");
        QCOMPARE(rig.known.size(), 0); // what was known before stays known
    }

    void noAnswer()
    {
        Rig rig;
        rig.clock().advance(60s);
        QCOMPARE(rig.known.size(), 0);
    }

    void theStreamIsLost()
    {
        Rig rig;
        rig.end();
        QCOMPARE(rig.known.size(), 0);
        rig.startFresh();
        rig.answer(rig.takeRequest(kDiscoInfo, u"example.org"_s), info(form(field({"https://a.example/"}))));
        QCOMPARE(rig.known.size(), 1);
    }

    void theStreamIsResumed()
    {
        Rig rig;
        rig.suspend();
        rig.resume();
        QVERIFY(rig.takeRequest(kDiscoInfo, u"example.org"_s).isNull());
        rig.answer(rig.request, info(form(field({"https://a.example/"}))));
        QCOMPARE(rig.known.size(), 1);
    }

    void twoAnswers()
    {
        Rig rig;
        rig.answer(rig.request, info({}));
        rig.answer(rig.request, info(form(field({"https://a.example/"}))));
        QCOMPARE(rig.known.size(), 1);
    }

    /// There is nothing to be told in-band.
    void nobodyMaySpeakOfIt()
    {
        ModuleRig rig;
        rig.goOnline();
        QSignalSpy known(&rig.module<OutageModule>(), &OutageModule::addressesKnown);
        rig.receive("<message from='mallory@example.net'>" + form(field({"https://a.example/"}))
                    + "</message>");
        rig.receive("<message from='example.org'>" + form(field({"https://a.example/"})) + "</message>");
        QCOMPARE(known.size(), 0);
    }
};

QTEST_GUILESS_MAIN(OutageTest)
#include "tst_outage.moc"
