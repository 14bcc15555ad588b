// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0490_displayed/DisplayedSync.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const QString kPubSub = u"http://jabber.org/protocol/pubsub"_s;
const QString kOwner = u"http://jabber.org/protocol/pubsub#owner"_s;

QByteArray item(const QByteArray &chat, const QByteArray &id, const QByteArray &by = "ana@example.org")
{
    return "<item id='" + chat
        + "'><displayed xmlns='urn:xmpp:mds:displayed:0'><stanza-id xmlns='urn:xmpp:sid:0' by='" + by
        + "' id='" + id + "'/></displayed></item>";
}

QByteArray items(const QByteArray &inside, const QByteArray &node = "urn:xmpp:mds:displayed:0")
{
    return "<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='" + node + "'>" + inside
        + "</items></pubsub>";
}

QByteArray pepEvent(const QByteArray &from, const QByteArray &inside, const QByteArray &type = "headline")
{
    return "<message type='" + type + "'" + (from.isEmpty() ? QByteArray() : " from='" + from + "'")
        + "><event xmlns='http://jabber.org/protocol/pubsub#event'>" + inside + "</event></message>";
}

QByteArray news(const QByteArray &from, const QByteArray &inside)
{
    return pepEvent(from, "<items node='urn:xmpp:mds:displayed:0'>" + inside + "</items>");
}

DisplayedUpTo upTo(const QString &chat, const QString &id)
{
    return {jid(chat), id, jid(u"ana@example.org"_s)};
}

/// On a fresh stream, whose first question is not answered yet.
struct Rig : ModuleRig {
    Rig()
    {
        accountFeatures << u"http://jabber.org/protocol/pubsub#publish-options"_s;
        begin();
    }
    void begin()
    {
        startFresh();
        question = takeRequest(kPubSub);
        answerOpening();
        forgetSent();
    }
    /// Nothing was read yet.
    void beReady() { answer(question, items({})); }
    DisplayedSyncModule &sync() { return module<DisplayedSyncModule>(); }
    XmlElement question;
};

} // namespace

class TestDisplayedSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passedOver_data() // SECURITY A59
    {
        QTest::addColumn<QByteArray>("stanza");
        const QByteArray one = item("bruno@example.com", "s1");
        QTest::newRow("a stranger's node") << news("mallory@example.net", one);
        QTest::newRow("a contact's node") << news("bruno@example.com", one);
        QTest::newRow("the server's node") << news("example.org", one);
        QTest::newRow("a device of ours") << news("ana@example.org/phone", one);
        QTest::newRow("in a chat") << pepEvent(
            "ana@example.org", "<items node='urn:xmpp:mds:displayed:0'>" + one + "</items>", "chat");
        QTest::newRow("another node")
            << pepEvent("ana@example.org", "<items node='urn:x'>" + one + "</items>");
        QTest::newRow("retracted") << news("ana@example.org", "<retract id='bruno@example.com'/>");
        QTest::newRow("purged") << pepEvent("ana@example.org", "<purge node='urn:xmpp:mds:displayed:0'/>");
        QTest::newRow("deleted") << pepEvent("ana@example.org", "<delete node='urn:xmpp:mds:displayed:0'/>");
        QTest::newRow("configured") << pepEvent("ana@example.org",
                                                "<configuration node='urn:xmpp:mds:displayed:0'/>");
        QTest::newRow("no items") << news("ana@example.org", {});
        // Malformed.
        QTest::newRow("no payload") << news("ana@example.org", "<item id='bruno@example.com'/>");
        QTest::newRow("no address") << news("ana@example.org", item("", "s1"));
        QTest::newRow("no address at all") << news("ana@example.org", item("@@", "s1"));
        QTest::newRow("no id") << news("ana@example.org", item("bruno@example.com", ""));
        QTest::newRow("endless id") << news("ana@example.org",
                                            item("bruno@example.com", QByteArray(1001, 'x')));
        QTest::newRow("nobody's id") << news("ana@example.org", item("bruno@example.com", "s1", ""));
        QTest::newRow("two ids") << news("ana@example.org",
                                         "<item id='bruno@example.com'><displayed "
                                         "xmlns='urn:xmpp:mds:displayed:0'>"
                                         "<stanza-id xmlns='urn:xmpp:sid:0' by='ana@example.org' id='s1'/>"
                                         "<stanza-id xmlns='urn:xmpp:sid:0' by='ana@example.org' id='s2'/>"
                                         "</displayed></item>");
        QTest::newRow("another payload")
            << news("ana@example.org",
                    "<item id='bruno@example.com'><seen xmlns='urn:xmpp:mds:displayed:0'><stanza-id "
                    "xmlns='urn:xmpp:sid:0' by='ana@example.org' id='s1'/></seen></item>");
    }

    void passedOver()
    {
        QFETCH(QByteArray, stanza);
        Rig rig;
        rig.beReady();
        QSignalSpy displayed(&rig.sync(), &DisplayedSyncModule::displayed);
        rig.receive(stanza);
        QVERIFY(displayed.isEmpty());
        QVERIFY(rig.sent().isEmpty());
    }

    void whatOthersOfUsHaveReadIsTold()
    {
        Rig rig;
        rig.beReady();
        QSignalSpy displayed(&rig.sync(), &DisplayedSyncModule::displayed);
        // A bad one among good ones; with and without `from`; a second time.
        rig.receive(
            news("ana@example.org",
                 item("bruno@example.com", "s1") + item("@@", "x") + item("carla@example.com", "s2")));
        rig.receive(news({}, item("room@rooms.example.com", "s3", "room@rooms.example.com")));
        rig.receive(news({}, item("bruno@example.com", "s1")));
        QCOMPARE(displayed.size(), 4);
        QCOMPARE(displayed[0][0].value<DisplayedUpTo>(), upTo(u"bruno@example.com"_s, u"s1"_s));
        QCOMPARE(displayed[1][0].value<DisplayedUpTo>(), upTo(u"carla@example.com"_s, u"s2"_s));
        QCOMPARE(displayed[2][0].value<DisplayedUpTo>().by, jid(u"room@rooms.example.com"_s));
        QVERIFY(rig.host().announcedFeatures().contains(u"urn:xmpp:mds:displayed:0+notify"_s));
    }

    void whatWasReadBeforeIsAskedFor()
    {
        Rig rig;
        QVERIFY(!rig.question.hasAttribute(u"to"));
        QCOMPARE(rig.question.attribute(u"type"), u"get"_s);
        QCOMPARE(rig.question.firstChild(), parsedXml(items({})));
        QSignalSpy displayed(&rig.sync(), &DisplayedSyncModule::displayed);
        QSignalSpy ready(&rig.sync(), &DisplayedSyncModule::ready);
        rig.answer(rig.question, items(item("bruno@example.com", "s1") + "<item id='x'/>"));
        QCOMPARE(displayed.size(), 1);
        QCOMPARE(ready.size(), 1);
        QVERIFY(rig.sync().isReady());
    }

    void nothingIsToldBeforeThatIsKnown_data()
    {
        QTest::addColumn<QByteArray>("condition"); // of the answer; empty: an answer of another kind
        QTest::addColumn<bool>("ready");
        QTest::newRow("no such node") << QByteArray("item-not-found") << true;
        QTest::newRow("no such thing") << QByteArray("service-unavailable") << false;
        QTest::newRow("forbidden") << QByteArray("forbidden") << false;
        QTest::newRow("another node") << QByteArray() << false;
    }

    void nothingIsToldBeforeThatIsKnown()
    {
        QFETCH(QByteArray, condition);
        QFETCH(bool, ready);
        Rig rig;
        rig.sync().tell(upTo(u"bruno@example.com"_s, u"s1"_s));
        QVERIFY(rig.sent().isEmpty());
        if (condition.isEmpty())
            rig.answer(rig.question, items(item("bruno@example.com", "s1"), "urn:x"));
        else
            rig.refuse(rig.question, condition);
        QCOMPARE(rig.sync().isReady(), ready);
        rig.sync().tell(upTo(u"bruno@example.com"_s, u"s1"_s));
        QCOMPARE(!rig.takeRequest(kPubSub).isNull(), ready);
    }

    void noAnswerInTime()
    {
        Rig rig;
        rig.clock().advance(std::chrono::seconds(61));
        QVERIFY(!rig.sync().isReady());
        rig.beReady(); // too late
        QVERIFY(!rig.sync().isReady());
    }

    void theAnswerOfAnotherIsNone()
    {
        Rig rig;
        QSignalSpy displayed(&rig.sync(), &DisplayedSyncModule::displayed);
        rig.answerAs("mallory@example.net", rig.question, items(item("bruno@example.com", "s1")));
        QVERIFY(displayed.isEmpty());
        QVERIFY(!rig.sync().isReady());
    }

    /// XEP-0490 4.2, in bytes.
    void isPublished()
    {
        Rig rig;
        rig.beReady();
        QSignalSpy told(&rig.sync(), &DisplayedSyncModule::told);
        rig.sync().tell(upTo(u"bruno@example.com"_s, u"s1"_s));
        const XmlElement asked = rig.takeRequest(kPubSub);
        QVERIFY(!asked.hasAttribute(u"to"));
        const auto field
            = [](const QByteArray &name, const QByteArray &value, const QByteArray &type = {}) -> QByteArray {
            return "<field var='" + name + "'" + (type.isEmpty() ? QByteArray() : " type='" + type + "'")
                + "><value>" + value + "</value></field>";
        };
        QCOMPARE(asked.firstChild(),
                 parsedXml("<pubsub xmlns='http://jabber.org/protocol/pubsub'><publish "
                           "node='urn:xmpp:mds:displayed:0'>"
                           + item("bruno@example.com", "s1")
                           + "</publish><publish-options><x xmlns='jabber:x:data' type='submit'>"
                           + field("FORM_TYPE", "http://jabber.org/protocol/pubsub#publish-options", "hidden")
                           + field("pubsub#persist_items", "true") + field("pubsub#max_items", "max")
                           + field("pubsub#send_last_published_item", "never")
                           + field("pubsub#access_model", "whitelist") + "</x></publish-options></pubsub>"));
        QVERIFY(told.isEmpty());
        rig.answer(asked);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0][0].value<DisplayedUpTo>(), upTo(u"bruno@example.com"_s, u"s1"_s));
    }

    void oneAtATimeAndOnlyTheLastOfAChat()
    {
        Rig rig;
        rig.beReady();
        QSignalSpy told(&rig.sync(), &DisplayedSyncModule::told);
        for (const auto &[chat, id] :
             {std::pair(u"bruno@example.com"_s, u"s1"_s), std::pair(u"bruno@example.com"_s, u"s2"_s),
              std::pair(u"carla@example.com"_s, u"s3"_s), std::pair(u"bruno@example.com"_s, u"s4"_s)})
            rig.sync().tell(upTo(chat, id));
        QStringList ids;
        for (XmlElement asked = rig.takeRequest(kPubSub); !asked.isNull(); asked = rig.takeRequest(kPubSub)) {
            QVERIFY(rig.sent().isEmpty());
            ids << asked.firstChild()
                       .child(u"publish", kPubSub)
                       .firstChild()
                       .firstChild()
                       .firstChild()
                       .attribute(u"id");
            rig.answer(asked);
        }
        QCOMPARE(ids, (QStringList{u"s1"_s, u"s3"_s, u"s4"_s}));
        QCOMPARE(told.size(), 3);
    }

    void nothingPrivateGoesWhereItMayNotStaySo() // SECURITY A60
    {
        Rig rig;
        rig.end();
        rig.accountFeatures = {u"urn:xmpp:sid:0"_s}; // no publish-options
        rig.begin();
        rig.beReady();
        QVERIFY(!rig.sync().isReady());
        rig.sync().tell(upTo(u"bruno@example.com"_s, u"s1"_s));
        QVERIFY(rig.sent().isEmpty());
    }

    void aNodeThatOthersMaySeeIsMadePrivateFirst() // SECURITY A60
    {
        Rig rig;
        rig.beReady();
        QSignalSpy told(&rig.sync(), &DisplayedSyncModule::told);
        rig.sync().tell(upTo(u"bruno@example.com"_s, u"s1"_s));
        rig.refuse(rig.takeRequest(kPubSub), "conflict");
        QVERIFY(told.isEmpty());
        const XmlElement configured = rig.takeRequest(kOwner);
        QVERIFY(!configured.hasAttribute(u"to"));
        const XmlElement form = configured.firstChild().child(u"configure", kOwner).firstChild();
        QVERIFY(
            form.toXml().contains("<field var=\"pubsub#access_model\"><value>whitelist</value></field>")
            || form.toXml().contains("<field var='pubsub#access_model'><value>whitelist</value></field>"));
        QVERIFY(rig.sent().isEmpty()); // until it is so
        rig.answer(configured);
        rig.answer(rig.takeRequest(kPubSub));
        QCOMPARE(told.size(), 1);
    }

    void aNodeThatStaysOpenGetsNothing_data() // SECURITY A60
    {
        QTest::addColumn<bool>("mayConfigure");
        QTest::newRow("it may not be configured") << false;
        QTest::newRow("configuring it does not help") << true;
    }

    void aNodeThatStaysOpenGetsNothing()
    {
        QFETCH(bool, mayConfigure);
        Rig rig;
        rig.beReady();
        QSignalSpy told(&rig.sync(), &DisplayedSyncModule::told);
        rig.sync().tell(upTo(u"bruno@example.com"_s, u"s1"_s));
        rig.refuse(rig.takeRequest(kPubSub), "conflict");
        if (mayConfigure) {
            rig.answer(rig.takeRequest(kOwner));
            rig.refuse(rig.takeRequest(kPubSub), "conflict");
        } else {
            rig.refuse(rig.takeRequest(kOwner), "forbidden");
        }
        QVERIFY(!rig.sync().isReady());
        rig.sync().tell(upTo(u"bruno@example.com"_s, u"s2"_s));
        QVERIFY(rig.sent().isEmpty());
        QVERIFY(told.isEmpty());
    }

    /// ejabberd 23.01 knows of fewer options, and says so in its own way.
    void lessIsAskedForWhereAllIsTooMuch()
    {
        Rig rig;
        rig.beReady();
        QSignalSpy told(&rig.sync(), &DisplayedSyncModule::told);
        rig.sync().tell(upTo(u"bruno@example.com"_s, u"s1"_s));
        rig.refuse(rig.takeRequest(kPubSub), "resource-constraint");
        XmlElement asked = rig.takeRequest(kPubSub);
        const QByteArray options = asked.firstChild().child(u"publish-options", kPubSub).toXml();
        QVERIFY(options.contains("whitelist") && !options.contains("max_items")); // SECURITY A60
        rig.answer(asked);
        QCOMPARE(told.size(), 1);
        // Room for the items of more chats is asked for otherwise, once; without it there is still privacy.
        rig.refuse(rig.takeRequest(kOwner), "forbidden");
        rig.sync().tell(upTo(u"carla@example.com"_s, u"s2"_s));
        asked = rig.takeRequest(kPubSub);
        QVERIFY(!asked.firstChild().child(u"publish-options", kPubSub).toXml().contains("max_items"));
        rig.answer(asked);
        QCOMPARE(told.size(), 2);
        QVERIFY(rig.sent().isEmpty());
    }

    void anErrorEndsOneOnly()
    {
        Rig rig;
        rig.beReady();
        QSignalSpy told(&rig.sync(), &DisplayedSyncModule::told);
        rig.sync().tell(upTo(u"bruno@example.com"_s, u"s1"_s));
        rig.sync().tell(upTo(u"carla@example.com"_s, u"s2"_s));
        rig.refuse(rig.takeRequest(kPubSub), "internal-server-error");
        rig.answer(rig.takeRequest(kPubSub));
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0][0].value<DisplayedUpTo>().chat, jid(u"carla@example.com"_s));
    }

    void theStreamIsLostAndNotResumed()
    {
        Rig rig;
        rig.beReady();
        QSignalSpy told(&rig.sync(), &DisplayedSyncModule::told);
        rig.sync().tell(upTo(u"bruno@example.com"_s, u"s1"_s));
        rig.sync().tell(upTo(u"carla@example.com"_s, u"s2"_s));
        const XmlElement asked = rig.takeRequest(kPubSub);
        rig.end();
        QVERIFY(!rig.sync().isReady());
        rig.begin();
        rig.answer(asked); // of the stream before
        QVERIFY(!rig.sync().isReady());
        QVERIFY(rig.takeRequest(kPubSub).isNull()); // who waited asks again
        QSignalSpy ready(&rig.sync(), &DisplayedSyncModule::ready);
        rig.beReady();
        QCOMPARE(ready.size(), 1);
        QVERIFY(told.isEmpty());
    }

    void theStreamIsResumed()
    {
        Rig rig;
        rig.beReady();
        QSignalSpy told(&rig.sync(), &DisplayedSyncModule::told);
        QSignalSpy ready(&rig.sync(), &DisplayedSyncModule::ready);
        rig.sync().tell(upTo(u"bruno@example.com"_s, u"s1"_s));
        const XmlElement asked = rig.takeRequest(kPubSub);
        rig.suspend();
        QVERIFY(!rig.sync().isReady());
        rig.resume();
        QVERIFY(rig.sync().isReady());
        QVERIFY(rig.takeRequest(kPubSub).isNull()); // nothing is asked for anew
        rig.answer(asked);
        QCOMPARE(told.size(), 1);
        QVERIFY(ready.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDisplayedSync)
#include "tst_displayedsync.moc"
