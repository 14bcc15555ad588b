// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is read on one device of an account is read on the others (XEP-0490), through a whole session.
#include "core/models/ConversationListModel.h"
#include "core/models/ConversationModel.h"
#include "core/models/Roles.h"
#include "core/session/SessionChats.h"
#include "core/session/SessionMessages.h"
#include "tests/support/CanonicalXml.h"
#include "tests/support/SessionRig.h"

#include <QDomElement>
#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const Jid kBruno = *Jid::parse(u"bruno@example.org"_s);
const Jid kCarla = *Jid::parse(u"carla@example.net"_s);

QByteArray item(const QByteArray &chat, const QByteArray &id, const QByteArray &by = "ana@example.org")
{
    return "<item id='" + chat
        + "'><displayed xmlns='urn:xmpp:mds:displayed:0'><stanza-id xmlns='urn:xmpp:sid:0' by='" + by
        + "' id='" + id + "'/></displayed></item>";
}

QByteArray news(const QByteArray &from, const QByteArray &items)
{
    return "<message type='headline' from='" + from
        + "'><event xmlns='http://jabber.org/protocol/pubsub#event'><items "
          "node='urn:xmpp:mds:displayed:0'>"
        + items + "</items></event></message>";
}

/// A message to us, with its number at our server.
QByteArray said(const QByteArray &from, const QByteArray &number)
{
    return "<message from='" + from + "/phone' to='ana@example.org/desk' type='chat' id='m" + number
        + "'><body>" + number + "</body><stanza-id xmlns='urn:xmpp:sid:0' by='ana@example.org' id='s" + number
        + "'/></message>";
}

struct Rig : SessionRig {
    Rig()
    {
        answers = [this](const QByteArray &xml) -> std::optional<QByteArray> {
            if (xml.contains("disco#info"))
                return "<query xmlns='http://jabber.org/protocol/disco#info'>"
                       "<feature var='urn:xmpp:sid:0'/>"
                       "<feature var='http://jabber.org/protocol/pubsub#publish-options'/></query>";
            if (!xml.contains("urn:xmpp:mds:displayed:0"))
                return {};
            if (!xml.contains("<publish"))
                return "<pubsub xmlns='http://jabber.org/protocol/pubsub'>"
                       "<items node='urn:xmpp:mds:displayed:0'>"
                    + stored + "</items></pubsub>";
            const QDomElement publish
                = parseStanza(xml).element.firstChildElement().firstChildElement(u"publish"_s);
            const QDomElement named = publish.firstChildElement(u"item"_s);
            published << named.attribute(u"id"_s) + u' '
                    + named.firstChildElement().firstChildElement().attribute(u"id"_s);
            return QByteArray("");
        };
        roster += "<item jid='carla@example.net' subscription='both'/>";
        bringOnline();
    }
    [[nodiscard]] int unread(const Jid &peer) const { return chat(peer, roles::Unread).toInt(); }
    [[nodiscard]] qint64 last(const Jid &peer) const
    {
        const std::unique_ptr<ConversationModel> timeline(session->openTimeline(peer, nullptr));
        return timeline->index(timeline->rowCount() - 1).data(roles::MessageId).toLongLong();
    }
    void restart()
    {
        makeSession();
        goOnline();
        login();
        std::ignore = server.next(); // <resume/>
        server.send("<failed xmlns='urn:xmpp:sm:3'><item-not-found "
                    "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>");
        server.bind();
        server.enableManagement();
        serve();
    }

    QByteArray stored; ///< items of the node
    QStringList published; ///< "chat id"
};

} // namespace

class ReadSyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasReadElsewhereIsReadHere()
    {
        Rig rig;
        QSignalSpy read(&rig.session->chats(), &SessionChats::read);
        for (const char *number : {"1", "2", "3"})
            rig.tell(said("bruno@example.org", number));
        QTRY_COMPARE(rig.unread(kBruno), 3);
        // Of nobody else's node, of no other archive, of no message that is not here (SECURITY A59).
        rig.tell(news("bruno@example.org", item("bruno@example.org", "s3")));
        rig.tell(news("ana@example.org", item("bruno@example.org", "s3", "bruno@example.org")));
        rig.tell(news("ana@example.org", item("carla@example.net", "s3")));
        QTRY_COMPARE(rig.unread(kBruno), 3);

        rig.tell(news("ana@example.org", item("bruno@example.org", "s2")));
        QTRY_COMPARE(rig.unread(kBruno), 1);
        QVERIFY(read.isEmpty());
        rig.tell(news("ana@example.org", item("bruno@example.org", "s1"))); // only forward
        QTRY_COMPARE(rig.unread(kBruno), 1);
        rig.tell(news("ana@example.org", item("bruno@example.org", "s3")));
        QTRY_COMPARE(rig.unread(kBruno), 0);
        QCOMPARE(read.size(), 1); // its bubble goes
        rig.tell(news("ana@example.org", item("bruno@example.org", "s3")));
        QCOMPARE(read.size(), 1);
        QVERIFY(rig.published.isEmpty()); // nobody is told what they told us
    }

    void theNewsMayComeBeforeTheMessage()
    {
        Rig rig;
        QSignalSpy arrived(&rig.session->messages(), &SessionMessages::arrived);
        rig.tell(news("ana@example.org", item("bruno@example.org", "s2")));
        rig.tell(said("bruno@example.org", "1"));
        QTRY_COMPARE(rig.unread(kBruno), 1);
        QCOMPARE(arrived.size(), 1);
        rig.tell(said("bruno@example.org", "2"));
        QTRY_COMPARE(rig.unread(kBruno), 0);
        QCOMPARE(arrived.size(), 1); // no bubble for what was read (R10)
        rig.tell(said("bruno@example.org", "3"));
        QTRY_COMPARE(rig.unread(kBruno), 1);
        QCOMPARE(arrived.size(), 2);
    }

    void whatWasReadWhileWeWereAwayIsReadAfterwards()
    {
        Rig rig;
        rig.tell(said("bruno@example.org", "1"));
        rig.tell(said("carla@example.net", "2"));
        QTRY_COMPARE(rig.unread(kCarla), 1);
        rig.stored = item("bruno@example.org", "s1");
        rig.restart();
        QTRY_COMPARE(rig.unread(kBruno), 0);
        QCOMPARE(rig.unread(kCarla), 1);
    }

    void whatIsReadHereIsTold()
    {
        Rig rig;
        rig.tell(said("bruno@example.org", "1"));
        rig.tell(said("bruno@example.org", "2"));
        QVERIFY(rig.published.isEmpty());
        rig.session->chats().markSeen(kBruno, rig.last(kBruno));
        rig.serve();
        QCOMPARE(rig.published, QStringList{u"bruno@example.org s2"_s});
        // Once; whatever else happens to the chat.
        rig.session->chats().markSeen(kBruno, rig.last(kBruno));
        rig.session->chats().markRead(kBruno);
        rig.serve();
        rig.session->messages().send(kBruno, u"hello"_s);
        rig.serve();
        QCOMPARE(rig.published.size(), 1);
        // Marked as read without being seen; an answer.
        rig.tell(said("carla@example.net", "3"));
        rig.session->chats().markRead(kCarla);
        rig.serve();
        QCOMPARE(rig.published.value(1), u"carla@example.net s3"_s);
        rig.tell(said("carla@example.net", "4"));
        rig.session->messages().send(kCarla, u"yes"_s);
        rig.serve();
        QCOMPARE(rig.published.value(2), u"carla@example.net s4"_s);
        rig.restart();
        QCOMPARE(rig.published.size(), 3);
    }

    /// Our devices may know what the other one need not, or does not yet.
    void theOtherSideIsToldAllTheSame()
    {
        Rig rig;
        rig.tell("<message from='bruno@example.org/phone' to='ana@example.org/desk' type='chat' id='m1'>"
                 "<body>1</body><markable xmlns='urn:xmpp:chat-markers:0'/><stanza-id "
                 "xmlns='urn:xmpp:sid:0' by='ana@example.org' id='s1'/></message>");
        rig.tell(news("ana@example.org", item("bruno@example.org", "s1")));
        QTRY_COMPARE(rig.unread(kBruno), 0);
        rig.said.clear();
        rig.session->chats().markSeen(kBruno, rig.last(kBruno));
        rig.serve();
        QCOMPARE(rig.saidCount("urn:xmpp:chat-markers:0"), 1);
    }

    void theOtherIsNotTakenBack()
    {
        Rig rig;
        rig.tell(said("bruno@example.org", "1"));
        rig.tell(news("ana@example.org", item("bruno@example.org", "s9")));
        rig.session->chats().markRead(kBruno);
        rig.serve();
        QVERIFY(rig.published.isEmpty());
        rig.tell(said("bruno@example.org", "9"));
        QTRY_COMPARE(rig.unread(kBruno), 0);
        QVERIFY(rig.published.isEmpty());
        rig.tell(said("bruno@example.org", "10"));
        rig.session->chats().markRead(kBruno);
        rig.serve();
        QCOMPARE(rig.published, QStringList{u"bruno@example.org s10"_s});
    }

    /// What the other saw and is not even in the archive keeps nothing back for ever.
    void whatNeverComesIsNotAwaited()
    {
        Rig rig;
        rig.tell(said("bruno@example.org", "1"));
        rig.stored = item("bruno@example.org", "s0");
        rig.restart();
        rig.session->chats().markRead(kBruno);
        rig.serve();
        rig.restart();
        QCOMPARE(rig.published, QStringList{u"bruno@example.org s1"_s});
    }

    void whatIsReadDuringACutIsToldAfterIt()
    {
        Rig rig;
        rig.tell(said("bruno@example.org", "1"));
        const quint32 handled = rig.server.handled();
        rig.server.cut();
        rig.session->chats().markRead(kBruno);
        rig.session->reconnectNow();
        rig.login();
        std::ignore = rig.server.next(); // <resume/>
        rig.server.send("<resumed xmlns='urn:xmpp:sm:3' previd='sm-id' h='" + QByteArray::number(handled)
                        + "'/>");
        rig.serve();
        QCOMPARE(rig.published, QStringList{u"bruno@example.org s1"_s});
    }

    void whatIsReadOfflineIsToldLater()
    {
        Rig rig;
        rig.tell(said("bruno@example.org", "1"));
        rig.tell(said("carla@example.net", "2"));
        rig.server.cut();
        rig.session->chats().markRead(kBruno);
        QVERIFY(rig.published.isEmpty());
        rig.restart();
        QCOMPARE(rig.published, QStringList{u"bruno@example.org s1"_s});
    }
};

QTEST_GUILESS_MAIN(ReadSyncTest)
#include "tst_readsync.moc"
