// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ContactRoles.h"
#include "core/models/ConversationListModel.h"
#include "core/models/RequestKind.h"
#include "core/models/RequestsModel.h"
#include "core/models/RosterModel.h"
#include "core/session/SessionChats.h"
#include "core/session/SessionContacts.h"
#include "core/session/SessionMessages.h"
#include "core/session/XmppSession.h"
#include "core/store/Store.h"
#include "tests/support/ModelAudit.h"
#include "tests/support/SessionRig.h"

#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const Jid kEva = *Jid::parse(QStringLiteral("eva@example.net"));
const Jid kBruno = *Jid::parse(QStringLiteral("bruno@example.org"));

QByteArray message(const QByteArray &from, const QByteArray &body, const QByteArray &more = {})
{
    static int made = 0;
    return "<message type='chat' from='" + from + "' to='ana@example.org' id='m" + QByteArray::number(++made)
        + "'><body>" + body + "</body>" + more + "</message>";
}

/// Everything that asks to be answered.
const QByteArray kCurious = "<request xmlns='urn:xmpp:receipts'/><markable xmlns='urn:xmpp:chat-markers:0'/>"
                            "<active xmlns='http://jabber.org/protocol/chatstates'/>";

int requests(const SessionRig &rig)
{
    return rig.session->requests()->rowCount();
}

int chats(const SessionRig &rig)
{
    QCoreApplication::processEvents();
    return rig.session->conversations()->rowCount();
}

QVariant request(const SessionRig &rig, int role)
{
    return rig.session->requests()->index(0).data(role);
}

SessionStrangers &strangers(SessionRig &rig)
{
    return rig.session->contacts().strangers();
}

} // namespace

class TestStrangers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// SECURITY A78: nobody who is no contact learns that we are here.
    void whatTheyWriteWaitsAmongTheRequests()
    {
        SessionRig rig;
        rig.bringOnline();
        const ModelAudit audit(rig.session->requests());
        QSignalSpy arrived(&rig.session->messages(), &SessionMessages::arrived);
        rig.said.clear();
        rig.tell(message("eva@example.net/x", "Hola &lt;b&gt;Ana&lt;/b&gt;", kCurious));
        QCOMPARE(requests(rig), 1);
        QCOMPARE(request(rig, roles::RequestKind).toInt(), int(RequestKind::Message));
        QCOMPARE(request(rig, roles::RequestText).toString(), u"Hola <b>Ana</b>"_s);
        QVERIFY(request(rig, roles::AvatarFile).toString().isEmpty());
        QCOMPARE(chats(rig), 0);
        QCOMPARE(rig.session->conversations()->unreadTotal(), 0);
        QCOMPARE(arrived.size(), 0);
        rig.tell(message("eva@example.net/y", "Again"));
        QCOMPARE(requests(rig), 1);
        QCOMPARE(request(rig, roles::RequestText).toString(), u"Again"_s);
        // Read, and an answer begun.
        rig.session->chats().open(kEva);
        rig.session->chats().markRead(kEva);
        rig.session->chats().markSeen(kEva, 1);
        rig.session->chats().setTyping(kEva, true);
        rig.serve();
        QVERIFY(rig.said.isEmpty());
        QCOMPARE(requests(rig), 1);
    }

    void contactsAndTheServerAreNoStrangers()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.tell(message("bruno@example.org/x", "Hi"));
        rig.tell(message("example.org", "Maintenance at noon"));
        QCOMPARE(requests(rig), 0);
        QCOMPARE(chats(rig), 2);
    }

    /// However many chats there are.
    void whoIsNoStrangerIsNotLookedAtAgain()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.tell(message("bruno@example.org/x", "Hi"));
        rig.tell(message("eva@example.net/x", "Hola"));
        QSignalSpy changed(&strangers(rig), &SessionStrangers::changed);
        strangers(rig).setPolicy(StrangerPolicy::Hide);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].value<Jid>(), kEva);
        strangers(rig).setPolicy(StrangerPolicy::Show);
        QCOMPARE(chats(rig), 2);
        strangers(rig).setPolicy(StrangerPolicy::Ask);
        QCOMPARE(chats(rig), 1);
        QCOMPARE(requests(rig), 1);
    }

    void acceptedTheyAreAChatForGood()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.tell(message("eva@example.net/x", "Hola"));
        strangers(rig).accept(kEva);
        QCOMPARE(requests(rig), 0);
        QCOMPARE(chats(rig), 1);
        QCOMPARE(rig.session->conversations()->unreadTotal(), 1);
        rig.makeSession();
        QCOMPARE(chats(rig), 1);
        QCOMPARE(requests(rig), 0);
    }

    void unansweredTheyWaitAcrossARestart()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.tell(message("eva@example.net/x", "Hola"));
        rig.makeSession();
        QCOMPARE(chats(rig), 0);
        QCOMPARE(requests(rig), 1);
    }

    void anAnswerAccepts()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.tell(message("eva@example.net/x", "Hola"));
        rig.session->messages().send(kEva, u"Hola, Eva"_s);
        rig.serve();
        QCOMPARE(requests(rig), 0);
        QCOMPARE(chats(rig), 1);
        rig.makeSession();
        QCOMPARE(requests(rig), 0);
        QCOMPARE(chats(rig), 1);
    }

    void whomThePersonWritesToFirstIsNoStranger()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.session->chats().open(kEva);
        rig.tell(message("eva@example.net/x", "Hola"));
        QCOMPARE(requests(rig), 0);
        QCOMPARE(chats(rig), 1);
    }

    void ignoredTheyAreGoneUntilTheyWriteAgain()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.tell(message("eva@example.net/x", "Hola"));
        rig.said.clear();
        strangers(rig).ignore(kEva);
        rig.serve();
        QVERIFY(rig.said.isEmpty());
        QCOMPARE(requests(rig), 0);
        QCOMPARE(chats(rig), 0);
        rig.tell(message("eva@example.net/x", "Still there?"));
        QCOMPARE(requests(rig), 1);
        QCOMPARE(chats(rig), 0);
    }

    void aContactIsNoStrangerAnyMore()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.tell(message("eva@example.net/x", "Hola"));
        rig.tell("<iq type='set' id='p1' from='ana@example.org'><query xmlns='jabber:iq:roster'>"
                 "<item jid='eva@example.net' subscription='none'/></query></iq>");
        QCOMPARE(requests(rig), 0);
        QCOMPARE(chats(rig), 1);
        rig.tell("<iq type='set' id='p2' from='ana@example.org'><query xmlns='jabber:iq:roster'>"
                 "<item jid='eva@example.net' subscription='remove'/></query></iq>");
        QCOMPARE(requests(rig), 1);
        QCOMPARE(chats(rig), 0);
    }

    void whoAsksToBeAContactAndWritesIsOneRow()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.tell("<presence from='eva@example.net' type='subscribe'/>");
        rig.tell(message("eva@example.net/x", "It is me"));
        QCOMPARE(requests(rig), 1);
        QCOMPARE(request(rig, roles::RequestKind).toInt(), int(RequestKind::Contact));
        QCOMPARE(request(rig, roles::RequestText).toString(), u"It is me"_s);
        rig.session->contacts().declineRequest(kEva);
        rig.serve();
        QCOMPARE(request(rig, roles::RequestKind).toInt(), int(RequestKind::Message));
    }

    void policies()
    {
        SessionRig rig;
        rig.bringOnline();
        strangers(rig).setPolicy(StrangerPolicy::Hide);
        rig.tell(message("eva@example.net/x", "Hola"));
        QCOMPARE(requests(rig), 0);
        QCOMPARE(chats(rig), 0);
        strangers(rig).setPolicy(StrangerPolicy::Show);
        QCOMPARE(chats(rig), 1);
        QCOMPARE(requests(rig), 0);
        strangers(rig).setPolicy(StrangerPolicy::Ask);
        QCOMPARE(chats(rig), 0);
        QCOMPARE(requests(rig), 1);
        rig.makeSession();
        QCOMPARE(strangers(rig).policy(), StrangerPolicy::Ask);
    }

    /// SECURITY A119, A71.
    void aFloodOfThem()
    {
        SessionRig rig;
        rig.bringOnline();
        QByteArray flood;
        for (int i = 0; i < 1'200; ++i)
            flood += message("s" + QByteArray::number(i) + "@example.net/x", "buy");
        rig.tell(flood);
        QCOMPARE(requests(rig), 1'000);
        QCOMPARE(chats(rig), 0);
        QCOMPARE(rig.session->conversations()->unreadTotal(), 0);
    }

    void aBlockedServerIsNotHeardOf() // SECURITY F57
    {
        SessionRig rig;
        rig.bringOnline();
        rig.tell(message("eva@example.net/x", "Hola"));
        QCOMPARE(requests(rig), 1);
        rig.tell("<iq type='set' id='p1' from='ana@example.org'><block xmlns='urn:xmpp:blocking'>"
                 "<item jid='example.net'/></block></iq>");
        QCOMPARE(requests(rig), 0);
        QVERIFY(rig.session->roster()->isBlocked(kEva));
        rig.tell(message("fay@example.net/x", "Hola"));
        QCOMPARE(requests(rig), 0);
    }
};

QTEST_GUILESS_MAIN(TestStrangers)
#include "tst_strangers.moc"
