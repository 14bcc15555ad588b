// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What others may send to a whole session, from the bytes to the rows of the store: the attack rows of
// section A.4 that need all modules at once. Whatever comes, the next legitimate stanza still works.
#include "core/models/RequestsModel.h"
#include "core/models/Roles.h"
#include "core/models/RosterModel.h"
#include "core/session/SessionMessages.h"
#include "core/store/ConversationsTable.h"
#include "core/store/MessagesTable.h"
#include "core/store/Store.h"
#include "tests/support/CanonicalXml.h"
#include "tests/support/SessionRig.h"

#include <QDomElement>
#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const Jid kBruno = *Jid::parse(u"bruno@example.org"_s);
const QByteArray kFromBruno = "<message from='bruno@example.org/phone' to='ana@example.org/desk' type='chat'";

/// What would be a message or a command if it stood one level higher.
const QByteArray kForged
    = "<message xmlns='jabber:client' from='bruno@example.org/phone' to='ana@example.org/desk' type='chat' "
      "id='f'><body>forged</body></message>"
      "<iq xmlns='jabber:client' type='set' id='forged'><query xmlns='jabber:iq:roster'>"
      "<item jid='mallory@example.net' subscription='both'/></query></iq>"
      "<presence xmlns='jabber:client' from='mallory@example.net' type='subscribe'/>";

QByteArray chat(const QByteArray &id, const QByteArray &inside)
{
    return kFromBruno + " id='" + id + "'>" + inside + "</message>";
}

/// Everything that is written in any chat.
QStringList allBodies(const SessionRig &rig)
{
    QStringList bodies;
    for (const ConversationRecord &conversation : rig.store->conversations().all(u"a1"_s))
        bodies += rig.bodies(conversation.peer);
    return bodies;
}

} // namespace

class HostileStanzasTest : public QObject
{
    Q_OBJECT

    /// A legitimate message is still taken, and the session has not moved.
    static void stillWorks(SessionRig &rig)
    {
        static int count = 0;
        const QByteArray number = QByteArray::number(++count);
        rig.tell(chat("next" + number, "<body>next " + number + "</body>"));
        QCOMPARE(rig.session->state(), SessionState::Online);
        QCOMPARE(rig.bodies(kBruno).last(), u"next "_s + QString::fromLatin1(number));
        QCOMPARE(rig.session->roster()->rowCount(), 1);
        // Strangers may have said something; nobody has asked for anything.
        for (const Jid &who :
             {*Jid::parse(u"mallory@example.net"_s), kBruno, *Jid::parse(u"room@muc.example.org"_s)})
            QVERIFY(!rig.session->requests()->asks(who));
    }

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"tertulia.*=false"_s); }

    /// SECURITY A12: a malformed child costs itself, at most its stanza; what stands beside it stays a child,
    /// and the stanza behind it is read at its proper level.
    void malformedChildren_data()
    {
        QTest::addColumn<QByteArray>("open");
        QTest::addColumn<QByteArray>("child");
        QTest::addColumn<QByteArray>("close");
        const auto inMessage = [](const char *name, const QByteArray &child) {
            QTest::newRow(name) << kFromBruno + " id='m'>" << child << QByteArray("</message>");
        };
        const auto inPresence = [](const char *name, const QByteArray &child) {
            QTest::newRow(name) << QByteArray("<presence from='bruno@example.org/phone'>") << child
                                << QByteArray("</presence>");
        };
        const auto inPush
            = [](const char *name, const QByteArray &open, const QByteArray &child, const QByteArray &close) {
                  QTest::newRow(name) << "<iq type='set' id='p'>" + open << child << close + "</iq>";
              };
        const QByteArray roster = "<query xmlns='jabber:iq:roster'>";
        const QByteArray query = "</query>";
        const auto event = [](const QByteArray &inside) -> QByteArray {
            return "<event xmlns='http://jabber.org/protocol/pubsub#event'>" + inside + "</event>";
        };
        const auto copy = [](const QByteArray &inside) -> QByteArray {
            return "<received xmlns='urn:xmpp:carbons:2'>" + inside + "</received>";
        };

        // Bad addresses.
        inPush("roster item with a bad address", roster, "<item jid='@'/>", query);
        inPush("roster item with two at signs", roster, "<item jid='a@b@c' subscription='both'/>", query);
        inPush("roster item without address", roster, "<item subscription='both'/>", query);
        inPush("roster item with an empty address", roster, "<item jid=''/>", query);
        inPush("block item with a bad address", "<block xmlns='urn:xmpp:blocking'>", "<item jid='/'/>",
               "</block>");
        inPush("unblock item with a bad address", "<unblock xmlns='urn:xmpp:blocking'>", "<item jid='@@'/>",
               "</unblock>");
        inMessage("delay from a bad address",
                  "<delay xmlns='urn:xmpp:delay' from='@' stamp='2026-01-01T00:00:00Z'/>");
        inMessage("stanza-id by a bad address", "<stanza-id xmlns='urn:xmpp:sid:0' by='a@b@c' id='1'/>");
        inMessage(
            "forwarded from a bad address",
            "<forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' from='@'/></forwarded>");
        inMessage("carbon with a bad address",
                  copy("<forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' from='@' "
                       "to='ana@example.org'><body>forged</body></message></forwarded>"));
        inMessage("addresses",
                  "<addresses xmlns='http://jabber.org/protocol/address'><address type='to' "
                  "jid='@'/></addresses>");

        // Bad numbers and dates.
        inPresence("priority that is no number", "<priority>high</priority>");
        inPresence("priority out of range", "<priority>99999999999999999999</priority>");
        inPresence("priority in Arabic digits", "<priority>\xD9\xA1</priority>");
        inPresence("priority empty", "<priority/>");
        inPresence("idle since no date", "<idle xmlns='urn:xmpp:idle:1' since='yesterday'/>");
        inPresence("delay of no date", "<delay xmlns='urn:xmpp:delay' stamp='-1'/>");
        inMessage("delay in the 13th month", "<delay xmlns='urn:xmpp:delay' stamp='2026-13-45T99:99:99Z'/>");
        inMessage("delay without stamp", "<delay xmlns='urn:xmpp:delay'/>");
        inMessage("error code that is no number", "<error code='abc' type='what'><nonsense/></error>");
        inMessage("acknowledgement inside", "<a xmlns='urn:xmpp:sm:3' h='99999999999'/>");

        // Bad structure.
        inPresence("show that is none", "<show>drunk</show>");
        inPresence("two shows", "<show>away</show><show>dnd</show>");
        inPresence("caps without hash", "<c xmlns='http://jabber.org/protocol/caps' node='' ver=''/>");
        inPresence("photo that is no hash", "<x xmlns='vcard-temp:x:update'><photo>../../x</photo></x>");
        inMessage("receipt without id", "<received xmlns='urn:xmpp:receipts'/>");
        inMessage("receipt for nothing", "<received xmlns='urn:xmpp:receipts' id=''/>");
        inMessage("two chat states",
                  "<active xmlns='http://jabber.org/protocol/chatstates'/>"
                  "<gone xmlns='http://jabber.org/protocol/chatstates'/>");
        inMessage("empty carbon", copy({}));
        inMessage("event without items", event({}));
        inMessage("event with two lists",
                  event("<items node='http://jabber.org/protocol/nick'/><items node='x'/>"));
        inMessage("nickname that is none",
                  event("<items node='http://jabber.org/protocol/nick'><item><x xmlns='u'/></item></items>"));
        inMessage("avatar metadata with bad numbers",
                  event("<items node='urn:xmpp:avatar:metadata'><item id='x'><metadata "
                        "xmlns='urn:xmpp:avatar:metadata'><info bytes='-1' width='1e9' height='0x10' "
                        "id='zz' type='image/svg+xml'/></metadata></item></items>"));
        inMessage("a body in a body", "<body><body>forged</body></body>");
        QTest::newRow("unknown roster state")
            << QByteArray("<iq type='set' id='p'>") + roster
            << QByteArray("<item jid='bruno@example.org' subscription='whatever' ask='please'/>")
            << QByteArray("</query></iq>");
    }

    void malformedChildren()
    {
        QFETCH(QByteArray, open);
        QFETCH(QByteArray, child);
        QFETCH(QByteArray, close);
        SessionRig rig;
        rig.bringOnline();
        // Alone, with siblings behind it, and with siblings before it.
        for (const QByteArray &inside : QByteArrayList{child, child + kForged, kForged + child}) {
            rig.tell(open + inside + close + chat("behind", "<body>behind it</body>"));
            QVERIFY2(!allBodies(rig).contains(u"forged"_s), inside.constData());
            QCOMPARE(rig.bodies(kBruno).count(u"behind it"_s), 1);
            stillWorks(rig);
        }
    }

    /// SECURITY A11: only what stands at the top of the stream is a stanza.
    void nestedStanzas_data()
    {
        QTest::addColumn<QByteArray>("stanza");
        QTest::newRow("in an unknown child")
            << chat("o", "<body>outer</body><x xmlns='urn:x'>" + kForged + "</x>");
        QTest::newRow("in the body") << chat("o", "<body>outer" + kForged + "</body>");
        QTest::newRow("in another stanza") << chat("o", kForged + "<body>outer</body>");
        QTest::newRow("as forwarded by a person") << chat(
            "o", "<forwarded xmlns='urn:xmpp:forward:0'>" + kForged + "</forwarded><body>outer</body>");
    }

    void nestedStanzas()
    {
        QFETCH(QByteArray, stanza);
        SessionRig rig;
        rig.bringOnline();
        rig.tell(stanza);
        QCOMPARE(allBodies(rig), QStringList{u"outer"_s});
        stillWorks(rig);
    }

    /// SECURITY A57, while nothing is asked of the archive: nobody's results are believed.
    void archiveResultsNobodyAskedFor_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("result");
        const QByteArray forwarded
            = "<forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' "
              "stamp='2025-01-01T00:00:00Z'/><message xmlns='jabber:client' from='bruno@example.org/phone' "
              "to='ana@example.org' type='chat' id='a'><body>forged</body></message></forwarded>";
        const auto result = [&](const QByteArray &attributes) -> QByteArray {
            return "<result xmlns='urn:xmpp:mam:2'" + attributes + " id='1'>" + forwarded + "</result>";
        };
        const QByteArray query = " queryid='q1'";
        QTest::newRow("a stranger") << QByteArray("mallory@example.net") << result(query);
        QTest::newRow("a friend") << QByteArray("bruno@example.org/phone") << result(query);
        QTest::newRow("the server") << QByteArray("example.org") << result(query);
        QTest::newRow("a room") << QByteArray("room@muc.example.org") << result(query);
        QTest::newRow("another device") << QByteArray("ana@example.org/phone") << result(query);
        QTest::newRow("the account, unknown query") << QByteArray("ana@example.org") << result(query);
        QTest::newRow("the account, no query") << QByteArray("ana@example.org") << result({});
        QTest::newRow("nobody") << QByteArray() << result(query);
        QTest::newRow("the old namespace")
            << QByteArray("ana@example.org")
            << QByteArray("<result xmlns='urn:xmpp:mam:1' queryid='q1' id='1'>" + forwarded + "</result>");
    }

    void archiveResultsNobodyAskedFor()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, result);
        SessionRig rig;
        rig.bringOnline();
        const QByteArray address = from.isEmpty() ? QByteArray() : QByteArray(" from='" + from + "'");
        rig.tell("<message" + address + " to='ana@example.org/desk'>" + result + "</message>");
        rig.tell("<message" + address + "><fin xmlns='urn:xmpp:mam:2' complete='true'/></message>");
        QCOMPARE(allBodies(rig), QStringList());
        stillWorks(rig);
    }

    /// SECURITY A61, A62, A63: nobody changes or takes back what another said; what claims to correct it is a
    /// message of its own.
    void nothingThatWasSaidChanges_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("inside");
        const auto correction = [](const QByteArray &id) -> QByteArray {
            return "<body>forged</body><replace xmlns='urn:xmpp:message-correct:0' id='" + id + "'/>";
        };
        const QByteArray retraction = "<retract xmlns='urn:xmpp:message-retract:1' id='m1'/>";
        const QByteArray friendly = "bruno@example.org/phone";
        QTest::newRow("correction by a stranger")
            << QByteArray("mallory@example.net/x") << QByteArray("chat") << correction("m1");
        QTest::newRow("my message, by a friend") << friendly << QByteArray("chat") << correction("{mine}");
        QTest::newRow("by an occupant of a room")
            << QByteArray("room@muc.example.org/mallory") << QByteArray("groupchat") << correction("m1");
        QTest::newRow("of itself") << friendly << QByteArray("chat") << correction("c1");
        QTest::newRow("of what never was") << friendly << QByteArray("chat") << correction("nothing");
        QTest::newRow("without id") << friendly << QByteArray("chat") << correction({});
        QTest::newRow("retraction by a stranger")
            << QByteArray("mallory@example.net/x") << QByteArray("chat") << retraction;
        QTest::newRow("retraction by a stranger, with words")
            << QByteArray("mallory@example.net/x") << QByteArray("chat")
            << retraction + QByteArray("<body>forged</body>");
        QTest::newRow("retraction by the server")
            << QByteArray("example.org") << QByteArray("normal") << retraction;
        QTest::newRow("moderation by a room never joined")
            << QByteArray("room@muc.example.org") << QByteArray("groupchat")
            << QByteArray("<retract xmlns='urn:xmpp:message-retract:1' id='m1'><moderated "
                          "xmlns='urn:xmpp:message-moderate:1' by='room@muc.example.org/m'/></retract>");
        QTest::newRow("tombstone by a person")
            << QByteArray("mallory@example.net/x") << QByteArray("chat")
            << QByteArray(
                   "<retracted xmlns='urn:xmpp:message-retract:1' id='m1' stamp='2026-01-01T00:00:00Z'/>");
    }

    void nothingThatWasSaidChanges()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, inside);
        SessionRig rig;
        rig.bringOnline();
        rig.tell(chat("m1", "<body>what Bruno said</body><origin-id xmlns='urn:xmpp:sid:0' id='m1'/>"));
        rig.session->messages().send(kBruno, u"what I said"_s);
        rig.serve();
        const ParsedStanza sent = parseStanza(rig.said.last());
        inside.replace("{mine}", sent.element.attribute(u"id"_s).toUtf8());
        rig.tell("<message from='" + from + "' to='ana@example.org/desk' type='" + type + "' id='c1'>"
                 + inside + "</message>");
        const QStringList bodies = allBodies(rig);
        QCOMPARE(bodies.count(u"what Bruno said"_s), 1);
        QCOMPARE(bodies.count(u"what I said"_s), 1);
        const bool shown = inside.contains("<body>") && type != "groupchat";
        QCOMPARE(bodies.count(u"forged"_s), shown ? 1 : 0);
        QCOMPARE(rig.bodies(kBruno).contains(u"forged"_s), shown && from.startsWith("bruno"));
        stillWorks(rig);
    }

    /// SECURITY A62: however long the chain.
    void aChainOfCorrections()
    {
        SessionRig rig;
        rig.bringOnline();
        QByteArray chain = chat("c0", "<body>0</body>");
        for (int i = 1; i <= 1000; ++i) {
            const QByteArray replaced = i == 2 ? QByteArray("c1") : "c" + QByteArray::number(i - 1);
            chain += chat("c" + QByteArray::number(i),
                          "<body>" + QByteArray::number(i)
                              + "</body><replace "
                                "xmlns='urn:xmpp:message-correct:0' id='"
                              + replaced + "'/>");
        }
        chain += chat("c1", "<body>cycle</body><replace xmlns='urn:xmpp:message-correct:0' id='c1000'/>");
        rig.tell(chain);
        QCOMPARE(rig.bodies(kBruno), QStringList{u"1000"_s});
        stillWorks(rig);
    }

    /// SECURITY A97: what stands there for programs that show HTML (XEP-0071) is not looked at.
    void richTextBesideTheWords()
    {
        SessionRig rig;
        rig.bringOnline();
        const QByteArray rich
            = "<html xmlns='http://jabber.org/protocol/xhtml-im'><body "
              "xmlns='http://www.w3.org/1999/xhtml'><p>rich<img src='https://evil.example/x'/>"
              "</p></body></html>";
        rig.tell(chat("x1", rich + "<body>plain</body>"));
        QCOMPARE(rig.bodies(kBruno), QStringList{u"plain"_s});
        rig.tell(chat("x2", rich));
        QCOMPARE(allBodies(rig), QStringList{u"plain"_s});
        stillWorks(rig);
    }

    /// SECURITY A128: a session's log, with all that it can tell, holds nothing that was said or is secret.
    void theLogTellsNothing()
    {
        static QString log;
        log.clear();
        const auto before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &line) { log += line + u'\n'; });
        QLoggingCategory::setFilterRules(u"tertulia.*=true"_s);
        {
            SessionRig rig;
            rig.bringOnline();
            rig.tell(chat("m1", "<body>MARKER</body><subject>MARKER</subject><thread>MARKER</thread>"));
            rig.tell(
                chat("m2", "<body>MARKER 2</body><replace xmlns='urn:xmpp:message-correct:0' id='m1'/>"));
            rig.tell(chat("m3", "<retract xmlns='urn:xmpp:message-retract:1' id='MARKER'/>"));
            rig.tell("<presence from='bruno@example.org/phone'><status>MARKER</status></presence>");
            rig.tell("<message from='mallory@example.net/MARKER' type='chat'><body>MARKER</body></message>");
            // What is refused or ignored is where a log is tempted.
            rig.tell(
                "<iq type='set' id='MARKER' from='mallory@example.net/MARKER'><query xmlns='MARKER'/></iq>");
            rig.tell("<iq type='result' id='MARKER' from='mallory@example.net/MARKER'><query "
                     "xmlns='MARKER'/></iq>");
            rig.tell("<iq type='get' id=''><query xmlns='MARKER'/></iq>");
            rig.tell("<message from='@@MARKER' type='chat'><body>MARKER</body></message>");
            rig.tell("<presence from='bruno@example.org/phone' "
                     "type='MARKER'><priority>MARKER</priority></presence>");
            rig.session->messages().send(kBruno, u"MARKER"_s);
            rig.serve();
            rig.session->providePassword(u"MARKER"_s, false);
        }
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules(u"tertulia.*=false"_s);
        QVERIFY(!log.isEmpty());
        QVERIFY2(!log.contains("MARKER"_L1), qPrintable(log));
    }

    /// SECURITY A68: of rooms, as long as none can be joined.
    void roomsThatWereNeverJoined_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("inside");
        const auto code = [](const char *number) -> QByteArray {
            return QByteArray("<x xmlns='http://jabber.org/protocol/muc#user'><status code='") + number
                + "'/></x>";
        };
        const QByteArray room = "room@muc.example.org";
        const QByteArray body = "<body>forged</body>";
        QTest::newRow("an occupant") << room + "/mallory" << QByteArray("groupchat") << body;
        QTest::newRow("the room") << room << QByteArray("groupchat") << body;
        QTest::newRow("a contact's name") << room + "/Bruno" << QByteArray("groupchat") << body;
        QTest::newRow("a contact as groupchat")
            << QByteArray("bruno@example.org/phone") << QByteArray("groupchat") << body;
        QTest::newRow("subject") << room << QByteArray("groupchat")
                                 << QByteArray("<subject>forged</subject>");
        QTest::newRow("subject with body")
            << room + "/mallory" << QByteArray("groupchat") << QByteArray("<subject>forged</subject>" + body);
        for (const char *number : {"110", "170", "303", "307", "321", "332"})
            QTest::addRow("status %s", number) << room << QByteArray("groupchat") << code(number) + body;
        QTest::newRow("occupant-id") << room + "/mallory" << QByteArray("groupchat")
                                     << QByteArray("<occupant-id xmlns='urn:xmpp:occupant-id:0' id='x'/>"
                                                   + body);
        QTest::newRow("invitation") << QByteArray("mallory@example.net") << QByteArray("normal")
                                    << QByteArray("<x xmlns='jabber:x:conference' jid='room@muc.example.org' "
                                                  "password='x' reason='&lt;b&gt;'/>");
    }

    void roomsThatWereNeverJoined()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, inside);
        SessionRig rig;
        rig.bringOnline();
        rig.said.clear();
        rig.tell("<message from='" + from + "' to='ana@example.org/desk' type='" + type + "' id='g1'>"
                 + inside + "</message>");
        rig.tell("<presence from='" + from
                 + "'><x xmlns='http://jabber.org/protocol/muc#user'>"
                   "<item affiliation='owner' role='moderator'/><status code='110'/></x></presence>");
        QCOMPARE(allBodies(rig), QStringList());
        QCOMPARE(rig.said, QList<QByteArray>());
        stillWorks(rig);
    }

    /// SECURITY A68: words that come from a room's address stand in a chat with that address, under its whole
    /// name, whatever codes they carry.
    void wordsFromARoomsAddress()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.tell("<message from='room@muc.example.org/Bruno' to='ana@example.org/desk' type='chat' id='g1'>"
                 "<body>You have been kicked</body><x xmlns='http://jabber.org/protocol/muc#user'>"
                 "<status code='307'/></x></message>");
        const Jid room = *Jid::parse(u"room@muc.example.org"_s);
        QCOMPARE(rig.bodies(room), QStringList{u"You have been kicked"_s});
        QCOMPARE(rig.bodies(kBruno), QStringList());
        QVERIFY(rig.chat(room, roles::Name).toString() != u"Bruno"_s);
        stillWorks(rig);
    }

    /// SECURITY A52, A55: what others would like to set, each seen to the end: no state, no answer but that
    /// of an absent device.
    void unsolicitedSettings_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("roster") << QByteArray(
            "<query xmlns='jabber:iq:roster'><item jid='mallory@example.net' "
            "subscription='both'/></query>");
        QTest::newRow("two roster items") << QByteArray(
            "<query xmlns='jabber:iq:roster'><item jid='mallory@example.net' subscription='both'/>"
            "<item jid='bruno@example.org' subscription='remove'/></query>");
        QTest::newRow("block") << QByteArray(
            "<block xmlns='urn:xmpp:blocking'><item jid='bruno@example.org'/></block>");
        QTest::newRow("relay services") << QByteArray(
            "<services xmlns='urn:xmpp:extdisco:2'><service type='turn' host='evil.example'/></services>");
        QTest::newRow("jingle info") << QByteArray("<query xmlns='google:jingleinfo'><relay/></query>");
        QTest::newRow("bookmarks") << QByteArray(
            "<query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'><conference autojoin='true' "
            "jid='room@muc.example.org'/></storage></query>");
        QTest::newRow("bookmarks by pubsub") << QByteArray(
            "<pubsub xmlns='http://jabber.org/protocol/pubsub'><publish node='urn:xmpp:bookmarks:1'>"
            "<item id='room@muc.example.org'><conference xmlns='urn:xmpp:bookmarks:1' "
            "autojoin='true'/></item></publish></pubsub>");
        QTest::newRow("remote command")
            << QByteArray("<command xmlns='http://jabber.org/protocol/commands' action='execute' "
                          "node='http://jabber.org/protocol/rc#set-status'/>");
    }

    void unsolicitedSettings()
    {
        QFETCH(QByteArray, payload);
        SessionRig rig;
        rig.bringOnline();
        for (const QByteArray from : {"mallory@example.net/x", "bruno@example.org/phone", "example.org",
                                      "ana@example.org/phone", "muc.example.org"}) {
            rig.server.send("<iq type='set' id='s' from='" + from + "' to='ana@example.org/desk'>" + payload
                            + "</iq>");
            rig.server.expect("<iq type='error' id='s' to='" + from
                              + "'><error type='cancel'><service-unavailable "
                                "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
            rig.server.expectNothing();
            stillWorks(rig);
        }
    }
};

QTEST_GUILESS_MAIN(HostileStanzasTest)
#include "tst_hostilestanzas.moc"
