// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/modules/roster/Roster.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const QString kRoster = u"jabber:iq:roster"_s;

QByteArray push(const QByteArray &from, const QByteArray &items)
{
    return "<iq type='set' id='p1'" + (from.isEmpty() ? QByteArray() : " from='" + from + "'")
        + "><query xmlns='jabber:iq:roster' ver='v2'>" + items + "</query></iq>";
}

const QByteArray kDora = "<item jid='dora@example.com' name='Dora' subscription='none' ask='subscribe'/>";

} // namespace

class TestRoster : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksOnAFreshStream();
    void readsTheList();
    void skipsBadItems();
    void keepsWhatIsKnown_data();
    void keepsWhatIsKnown();
    void forgedAnswerIsIgnored();
    void versionsOnlyWhereOffered();
    void unchangedSinceTheCache();
    void emptyList();
    void pushChanges();
    void pushRemoves();
    void samePushTwice();
    void refusedPush_data();
    void refusedPush();
    void pushWithWrongNumberOfItems_data();
    void pushWithWrongNumberOfItems();
    void setItem();
    void setItemRefused();
    void setItemUnanswered();
    void setItemAndStreamLost();
    void setItemAndStreamResumed();
    void remove();
    void resumedStreamAsksNothing();
    void whoIsAContact();
};

void TestRoster::asksOnAFreshStream()
{
    ModuleRig rig;
    rig.startFresh();
    const XmlElement asked = rig.takeRequest(kRoster);
    QCOMPARE(asked.firstChild(), parsedXml("<query xmlns='jabber:iq:roster' ver=''/>"));
    QCOMPARE(asked.attribute(u"type"), u"get"_s);
    QVERIFY(!asked.hasAttribute(u"to"));
}

void TestRoster::readsTheList()
{
    ModuleRig rig;
    auto &roster = rig.module<RosterModule>();
    QSignalSpy loaded(&roster, &RosterModule::loaded);
    QSignalSpy cache(&roster, &RosterModule::cacheChanged);
    rig.goOnline();
    QCOMPARE(loaded.size(), 1);
    QVERIFY(roster.isLoaded());
    QCOMPARE(roster.items().size(), 2);
    const RosterItem bruno = *roster.item(jid(u"bruno@example.com"_s));
    QCOMPARE(bruno.name, u"Bruno"_s);
    QCOMPARE(bruno.groups, QStringList{u"Tea"_s});
    QCOMPARE(bruno.subscription, SubscriptionState::Both);
    QCOMPARE(cache.size(), 1);
    QCOMPARE(cache.first().first().toString(), u"v1"_s);
}

void TestRoster::skipsBadItems()
{
    ModuleRig rig;
    rig.roster = "<query xmlns='jabber:iq:roster'>"
                 "<item/><item jid=''/><item jid='@example.com'/><item jid='a@b@c'/>"
                 "<item xmlns='urn:x' jid='x@example.com'/>"
                 "<item jid='bruno@example.com' subscription='whatever'>"
                 "<group>Z</group><group>A</group><group>A</group><group/></item></query>";
    rig.goOnline();
    const auto items = rig.module<RosterModule>().items();
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.first().groups, (QStringList{u"A"_s, u"Z"_s}));
    QCOMPARE(items.first().subscription, SubscriptionState::None);
}

void TestRoster::keepsWhatIsKnown_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("nothing, though no version was known") << QByteArray();
    QTest::newRow("another element") << QByteArray("<query xmlns='jabber:iq:private'/>");
    QTest::newRow("an error") << QByteArray("error");
    QTest::newRow("no answer") << QByteArray("none");
    QTest::newRow("the stream ends") << QByteArray("end");
}

void TestRoster::keepsWhatIsKnown()
{
    QFETCH(QByteArray, answer);
    ModuleRig rig;
    auto &roster = rig.module<RosterModule>();
    roster.setCache({}, {{.jid = jid(u"bruno@example.com"_s)}});
    QSignalSpy loaded(&roster, &RosterModule::loaded);
    QSignalSpy failed(&roster, &RosterModule::loadFailed);
    rig.startFresh();
    const XmlElement asked = rig.takeRequest(kRoster);
    if (answer == "error")
        rig.refuse(asked, "internal-server-error");
    else if (answer == "none")
        rig.clock().advance(std::chrono::minutes(2));
    else if (answer == "end")
        rig.end();
    else
        rig.answer(asked, answer);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(loaded.size(), 0);
    QVERIFY(!roster.isLoaded());
    QCOMPARE(roster.items().size(), 1);
}

void TestRoster::forgedAnswerIsIgnored()
{
    ModuleRig rig;
    auto &roster = rig.module<RosterModule>();
    QSignalSpy loaded(&roster, &RosterModule::loaded);
    rig.startFresh();
    const XmlElement asked = rig.takeRequest(kRoster);
    const QByteArray forged
        = "<query xmlns='jabber:iq:roster'><item jid='mallory@example.net' subscription='both'/></query>";
    for (const char *from :
         {"mallory@example.net", "bruno@example.com/x", "example.org", "ana@example.org/phone"})
        rig.answerAs(from, asked, forged);
    QCOMPARE(loaded.size(), 0);
    rig.answerAs("ana@example.org", asked, rig.roster);
    QCOMPARE(loaded.size(), 1);
    QVERIFY(!roster.contains(jid(u"mallory@example.net"_s)));
}

void TestRoster::versionsOnlyWhereOffered()
{
    ModuleRig rig;
    rig.streamFeatures = {};
    rig.module<RosterModule>().setCache(u"v0"_s, {});
    rig.startFresh();
    QCOMPARE(rig.takeRequest(kRoster).firstChild(), parsedXml("<query xmlns='jabber:iq:roster'/>"));
}

void TestRoster::unchangedSinceTheCache()
{
    ModuleRig rig;
    auto &roster = rig.module<RosterModule>();
    roster.setCache(u"v0"_s, {{.jid = jid(u"bruno@example.com"_s), .name = u"B"_s}});
    QSignalSpy loaded(&roster, &RosterModule::loaded);
    QSignalSpy cache(&roster, &RosterModule::cacheChanged);
    rig.startFresh();
    const XmlElement asked = rig.takeRequest(kRoster);
    QCOMPARE(asked.firstChild().attribute(u"ver"), u"v0"_s);
    rig.answer(asked);
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(roster.items().value(0).name, u"B"_s);
    QCOMPARE(cache.size(), 0);
}

void TestRoster::emptyList()
{
    ModuleRig rig;
    auto &roster = rig.module<RosterModule>();
    roster.setCache(u"v0"_s, {{.jid = jid(u"bruno@example.com"_s)}});
    QSignalSpy loaded(&roster, &RosterModule::loaded);
    rig.roster = "<query xmlns='jabber:iq:roster'/>";
    rig.goOnline();
    QCOMPARE(loaded.size(), 1);
    QVERIFY(roster.items().isEmpty());
}

void TestRoster::pushChanges()
{
    ModuleRig rig;
    rig.goOnline();
    auto &roster = rig.module<RosterModule>();
    QSignalSpy changed(&roster, &RosterModule::itemChanged);
    QSignalSpy cache(&roster, &RosterModule::cacheChanged);
    rig.receive(push("ana@example.org", kDora));
    QCOMPARE(rig.takeOnly(), parsedXml("<iq type='result' id='p1' to='ana@example.org'/>"));
    QCOMPARE(changed.size(), 1);
    const RosterItem dora = *roster.item(jid(u"dora@example.com"_s));
    QCOMPARE(dora.name, u"Dora"_s);
    QVERIFY(dora.askPending);
    QCOMPARE(cache.first().first().toString(), u"v2"_s);
}

void TestRoster::pushRemoves()
{
    ModuleRig rig;
    rig.goOnline();
    auto &roster = rig.module<RosterModule>();
    QSignalSpy removed(&roster, &RosterModule::itemRemoved);
    rig.receive(push({}, "<item jid='bruno@example.com' subscription='remove'/>"));
    QCOMPARE(rig.takeOnly(), parsedXml("<iq type='result' id='p1'/>"));
    QCOMPARE(removed.size(), 1);
    QVERIFY(!roster.contains(jid(u"bruno@example.com"_s)));
}

void TestRoster::samePushTwice()
{
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy changed(&rig.module<RosterModule>(), &RosterModule::itemChanged);
    rig.receive(push({}, kDora) + push({}, kDora));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(rig.sent().size(), 2);
}

void TestRoster::refusedPush_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::newRow("a stranger") << QByteArray("mallory@example.net");
    QTest::newRow("a contact") << QByteArray("bruno@example.com/x");
    QTest::newRow("the server") << QByteArray("example.org");
    QTest::newRow("another device") << QByteArray("ana@example.org/phone");
    QTest::newRow("this device") << QByteArray("ana@example.org/desk");
}

void TestRoster::refusedPush() // SECURITY A52
{
    QFETCH(QByteArray, from);
    for (const QByteArray &items :
         QByteArrayList{kDora, kDora + "<item jid='mallory@example.net' subscription='both'/>"}) {
        ModuleRig rig;
        rig.goOnline();
        auto &roster = rig.module<RosterModule>();
        const auto before = roster.items();
        QSignalSpy changed(&roster, &RosterModule::itemChanged);
        rig.receive(push(from, items));
        QCOMPARE(changed.size(), 0);
        QCOMPARE(roster.items(), before);
        // The same that a server says for an absent device.
        const XmlElement reply = rig.takeOnly();
        QCOMPARE(reply.attribute(u"type"), u"error"_s);
        QCOMPARE(conditionOf(reply), u"service-unavailable"_s);
    }
}

void TestRoster::pushWithWrongNumberOfItems_data()
{
    QTest::addColumn<QByteArray>("items");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("two") << kDora + "<item jid='eva@example.com'/>";
    QTest::newRow("no address") << QByteArray("<item/>");
    QTest::newRow("bad address") << QByteArray("<item jid='@'/>");
}

void TestRoster::pushWithWrongNumberOfItems()
{
    QFETCH(QByteArray, items);
    ModuleRig rig;
    rig.goOnline();
    const auto before = rig.module<RosterModule>().items();
    rig.receive(push({}, items));
    QCOMPARE(rig.module<RosterModule>().items(), before);
    QVERIFY(
        !rig.takeOnly().firstChild().child(u"bad-request", u"urn:ietf:params:xml:ns:xmpp-stanzas").isNull());
}

void TestRoster::setItem()
{
    ModuleRig rig;
    rig.goOnline();
    int done = 0;
    rig.module<RosterModule>()
        .setItem(
            {.jid = jid(u"dora@example.com"_s), .name = u"D & D"_s, .groups = {u"Tea"_s, u"Tea"_s, u""_s}})
        .then(&rig.module<RosterModule>(), [&](const Result<void> &result) { done += result.has_value(); });
    const XmlElement asked = rig.takeRequest(kRoster);
    QCOMPARE(asked.firstChild(),
             parsedXml("<query xmlns='jabber:iq:roster'><item jid='dora@example.com' name='D &amp; D'>"
                       "<group>Tea</group></item></query>"));
    rig.answerAs("mallory@example.net", asked, {});
    QCOMPARE(done, 0);
    rig.answer(asked);
    QCOMPARE(done, 1);
}

namespace
{

/// Sets an item and lets `happen` decide how it ends.
template <class F>
std::optional<ErrorCode> outcome(ModuleRig &rig, F happen)
{
    std::optional<ErrorCode> error;
    rig.module<RosterModule>()
        .setItem({.jid = jid(u"dora@example.com"_s)})
        .then(&rig.module<RosterModule>(), [&](const Result<void> &result) {
            error = result ? std::optional<ErrorCode>() : result.error().code;
        });
    happen(rig.takeRequest(kRoster));
    return error;
}

} // namespace

void TestRoster::setItemRefused()
{
    ModuleRig rig;
    rig.goOnline();
    QCOMPARE(outcome(rig, [&](const XmlElement &asked) { rig.refuse(asked, "not-acceptable"); }),
             ErrorCode::StanzaNotAcceptable);
}

void TestRoster::setItemUnanswered()
{
    ModuleRig rig;
    rig.goOnline();
    QCOMPARE(outcome(rig, [&](const XmlElement &) { rig.clock().advance(std::chrono::seconds(61)); }),
             ErrorCode::RequestTimedOut);
}

void TestRoster::setItemAndStreamLost()
{
    ModuleRig rig;
    rig.goOnline();
    QCOMPARE(outcome(rig, [&](const XmlElement &) { rig.end(); }), ErrorCode::NotConnected);
}

void TestRoster::setItemAndStreamResumed()
{
    ModuleRig rig;
    rig.goOnline();
    bool done = false;
    rig.module<RosterModule>()
        .setItem({.jid = jid(u"dora@example.com"_s)})
        .then(&rig.module<RosterModule>(), [&](const Result<void> &result) { done = result.has_value(); });
    const XmlElement asked = rig.takeRequest(kRoster);
    rig.suspend();
    rig.resume();
    rig.answer(asked);
    QVERIFY(done);
}

void TestRoster::remove()
{
    ModuleRig rig;
    rig.goOnline();
    rig.module<RosterModule>().remove(jid(u"bruno@example.com"_s)).ignore();
    QCOMPARE(rig.takeRequest(kRoster).firstChild(),
             parsedXml("<query xmlns='jabber:iq:roster'>"
                       "<item jid='bruno@example.com' subscription='remove'/></query>"));
    // Gone only once the server says so.
    QVERIFY(rig.module<RosterModule>().contains(jid(u"bruno@example.com"_s)));
}

void TestRoster::resumedStreamAsksNothing()
{
    ModuleRig rig;
    rig.goOnline();
    rig.suspend();
    rig.resume();
    QVERIFY(rig.sent().isEmpty());
    QVERIFY(rig.module<RosterModule>().isLoaded());
    rig.end();
    QCOMPARE(rig.module<RosterModule>().items().size(), 2); // shown while offline
    rig.startFresh();
    QCOMPARE(rig.takeRequest(kRoster).firstChild().attribute(u"ver"), u"v1"_s);
    QVERIFY(!rig.module<RosterModule>().isLoaded());
}

void TestRoster::whoIsAContact()
{
    ModuleRig rig;
    rig.goOnline();
    const auto &roster = rig.module<RosterModule>();
    QVERIFY(!roster.isContact(jid(u"mallory@example.net"_s)));
    QVERIFY(!roster.isContact(jid(u"carla@example.com"_s))); // she does not see us
    QVERIFY(roster.isContact(jid(u"bruno@example.com/phone"_s)));
}

QTEST_GUILESS_MAIN(TestRoster)
#include "tst_roster.moc"
