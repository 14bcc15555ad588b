// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0118_tune/TuneModule.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tertulia;

namespace
{

const QString kPubSub = u"http://jabber.org/protocol/pubsub"_s;

QByteArray tuneEvent(const QByteArray &from, const QByteArray &items)
{
    return "<message type='headline' from='" + from
        + "'><event xmlns='http://jabber.org/protocol/pubsub#event'><items "
          "node='http://jabber.org/protocol/tune'>"
        + items + "</items></event></message>";
}

QByteArray tune(const QByteArray &content)
{
    return "<item id='current'><tune xmlns='http://jabber.org/protocol/tune'>" + content + "</tune></item>";
}

/// The one tune that was sent.
XmlElement published(ModuleRig &rig)
{
    return rig.takeRequest(kPubSub).firstChild().child(u"publish", kPubSub).firstChild().firstChild();
}

const XmlElement kNothing = XmlElement(u"tune"_s, kTuneNode);

} // namespace

class TestTune : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofContactsOnly_data();
    void ofContactsOnly();
    void bounds();
    void nothingIsToldUnasked();
    void skippedOnesAreNotTold();
    void tellsAndTakesBack();
    void aRefusedOneIsToldWithTheNextChange();
    void whatAnEarlierRunLeftIsTakenBack_data();
    void whatAnEarlierRunLeftIsTakenBack();
    void whatIsNoLeftoverStays();
    void isToldAfterAReconnect();
    void isTakenBackForAWhile();
};

void TestTune::ofContactsOnly_data() // SECURITY A59
{
    QTest::addColumn<QByteArray>("stanza");
    QTest::addColumn<int>("told");
    QTest::newRow("stranger") << tuneEvent("mallory@example.net", tune("<title>x</title>")) << 0;
    QTest::newRow("a device") << tuneEvent("bruno@example.com/x", tune("<title>x</title>")) << 0;
    QTest::newRow("ourselves") << tuneEvent("ana@example.org", tune("<title>x</title>")) << 0;
    QTest::newRow("another thing") << tuneEvent("bruno@example.com", "<item><x xmlns='urn:x'/></item>") << 0;
    QTest::newRow("contact") << tuneEvent("bruno@example.com", tune("<title>x</title>")) << 1;
    QTest::newRow("contact who stopped") << tuneEvent("bruno@example.com", tune({})) << 1;
    QTest::newRow("retracted") << tuneEvent("bruno@example.com", "<retract id='current'/>") << 1;
}

void TestTune::ofContactsOnly()
{
    QFETCH(QByteArray, stanza);
    QFETCH(int, told);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy changed(&rig.module<TuneModule>(), &TuneModule::tuneChanged);
    rig.receive(stanza);
    QCOMPARE(changed.size(), told);
    QVERIFY(rig.sent().isEmpty());
}

void TestTune::bounds()
{
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy changed(&rig.module<TuneModule>(), &TuneModule::tuneChanged);
    rig.receive(tuneEvent(
        "bruno@example.com",
        tune("<artist> Eva </artist><title>" + QByteArray(9'000, 'x') + "</title><source>Album</source>")));
    const Tune got = changed.constFirst().at(1).value<Tune>();
    QCOMPARE(got.artist, u"Eva"_s);
    QCOMPARE(got.title.size(), 200);
    QCOMPARE(got.source, u"Album"_s);
}

void TestTune::nothingIsToldUnasked()
{
    ModuleRig rig;
    rig.goOnline();
    rig.module<TuneModule>().setOwn({});
    rig.end();
    rig.goOnline();
    QVERIFY(rig.sent().isEmpty());
}

void TestTune::skippedOnesAreNotTold()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<TuneModule>();
    for (int i = 0; i < 20; ++i) {
        module.setOwn({{}, u"Song %1"_s.arg(i), {}});
        rig.clock().advance(4s);
    }
    QVERIFY(rig.sent().isEmpty());
    rig.clock().advance(1s);
    QCOMPARE(published(rig),
             parsedXml("<tune xmlns='http://jabber.org/protocol/tune'><title>Song 19</title></tune>"));
    module.setOwn({}); // between two of them
    rig.clock().advance(4s);
    module.setOwn({{}, u"Song 19"_s, {}});
    rig.clock().advance(1min);
    QVERIFY(rig.sent().isEmpty());
}

void TestTune::tellsAndTakesBack()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<TuneModule>();
    module.setOwn({u"Eva & Co"_s, u"Song"_s, {}});
    module.setOwn({u"Eva & Co"_s, u"Song"_s, {}}); // no news
    rig.clock().advance(5s);
    QCOMPARE(published(rig),
             parsedXml("<tune xmlns='http://jabber.org/protocol/tune'><artist>Eva &amp; Co</artist>"
                       "<title>Song</title></tune>"));
    QVERIFY(rig.takeRequest(kPubSub).isNull());
    module.setOwn({});
    rig.clock().advance(5s);
    QCOMPARE(published(rig), kNothing);
}

void TestTune::aRefusedOneIsToldWithTheNextChange()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<TuneModule>();
    module.setOwn({{}, u"One"_s, {}});
    rig.clock().advance(5s);
    rig.answer(rig.takeRequest(kPubSub));
    module.setOwn({});
    rig.clock().advance(5s);
    rig.refuse(rig.takeRequest(kPubSub), "resource-constraint");
    rig.clock().advance(1min);
    QVERIFY(rig.sent().isEmpty()); // nobody is pestered
    module.setOwn({{}, u"Two"_s, {}});
    module.setOwn({});
    rig.clock().advance(5s);
    QCOMPARE(published(rig), kNothing); // the first one stood there still
}

void TestTune::whatAnEarlierRunLeftIsTakenBack_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<bool>("takenBack");
    const QByteArray ours = tune("<title>x</title>").replace("current", "tertulia");
    QTest::newRow("another program's") << tune("<title>x</title>") << false;
    QTest::newRow("empty") << tune({}).replace("current", "tertulia") << false;
    QTest::newRow("retracted") << QByteArray("<retract id='tertulia'/>") << false;
    QTest::newRow("ours") << ours << true;
}

void TestTune::whatAnEarlierRunLeftIsTakenBack()
{
    QFETCH(QByteArray, item);
    QFETCH(bool, takenBack);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy changed(&rig.module<TuneModule>(), &TuneModule::tuneChanged);
    rig.receive(tuneEvent("ana@example.org", item));
    QCOMPARE(rig.sent().size(), takenBack ? 1 : 0);
    if (takenBack)
        QCOMPARE(published(rig), kNothing);
    QVERIFY(changed.isEmpty());
}

void TestTune::whatIsNoLeftoverStays()
{
    ModuleRig rig;
    const QByteArray ours = tune("<title>x</title>").replace("current", "tertulia");
    rig.goOnline();
    auto &module = rig.module<TuneModule>();
    rig.receive(tuneEvent("mallory@example.net", ours));
    QVERIFY(rig.sent().isEmpty());
    rig.receive(tuneEvent("ana@example.org", ours));
    QCOMPARE(published(rig), kNothing);
    rig.receive(tuneEvent("ana@example.org", ours)); // another device's
    QVERIFY(rig.sent().isEmpty());
    module.setOwn({{}, u"Song"_s, {}});
    rig.end();
    rig.goOnline();
    rig.receive(tuneEvent("ana@example.org", ours)); // there is something to tell
    QVERIFY(rig.sent().isEmpty());
}

void TestTune::isToldAfterAReconnect()
{
    ModuleRig rig;
    auto &module = rig.module<TuneModule>();
    module.setOwn({{}, u"Song"_s, {}});
    rig.startFresh();
    QVERIFY(rig.sent().join().contains("Song"));
    rig.forgetSent();
    rig.clock().advance(1min);
    QVERIFY(!rig.sent().join().contains("Song")); // once
}

void TestTune::isTakenBackForAWhile()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<TuneModule>();
    module.leave(); // nothing was told
    QVERIFY(rig.sent().isEmpty());
    module.setOwn({{}, u"Song"_s, {}});
    rig.clock().advance(5s);
    QVERIFY(!rig.takeRequest(kPubSub).isNull());
    module.setOwn({{}, u"Song"_s, u"Album"_s});
    module.leave();
    QCOMPARE(published(rig), kNothing);
    rig.clock().advance(1min);
    QVERIFY(rig.sent().isEmpty());
    rig.end();
    rig.startFresh();
    QVERIFY(rig.sent().join().contains("Song"));
}

QTEST_GUILESS_MAIN(TestTune)
#include "tst_tune.moc"
