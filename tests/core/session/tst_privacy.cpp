// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What others learn of a person beside what the person says: the defaults of a fresh profile (UI e.16), and
// what becomes of a choice on the wire.
#include "core/models/ConversationModel.h"
#include "core/models/Roles.h"
#include "core/session/ChatChoices.h"
#include "core/session/Privacy.h"
#include "core/session/SessionChats.h"
#include "core/store/ConversationsTable.h"
#include "core/store/Store.h"
#include "tests/support/SessionRig.h"
#include "tests/support/Settle.h"

#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const Jid kBruno = *Jid::parse(u"bruno@example.org"_s);
const Jid kEva = *Jid::parse(u"eva@example.net"_s);
const QByteArray kVersion = "<query xmlns='jabber:iq:version'/>";
const QByteArray kTime = "<time xmlns='urn:xmpp:time'/>";

struct Rig : SessionRig {
    Rig() { bringOnline(); }
    /// What is said in answer to a request of `from`.
    QByteArray ask(const QByteArray &from, const QByteArray &payload)
    {
        server.send("<iq type='get' id='q1' from='" + from + "'>" + payload + "</iq>");
        settle();
        return server.skip().value(0);
    }
    /// A message that asks for a receipt and a marker; tells what was said to it.
    void hear(const Jid &from, const QByteArray &id)
    {
        said.clear();
        tell("<message type='chat' id='" + id + "' from='" + from.toString().toUtf8()
             + "/phone'><body>hi</body><request xmlns='urn:xmpp:receipts'/>"
               "<markable xmlns='urn:xmpp:chat-markers:0'/>"
               "<active xmlns='http://jabber.org/protocol/chatstates'/></message>");
    }
    void see(const Jid &peer)
    {
        const std::unique_ptr<ConversationModel> timeline(session->openTimeline(peer, nullptr));
        session->chats().markSeen(
            peer, timeline->index(timeline->rowCount() - 1).data(roles::MessageId).toLongLong());
        serve();
    }
};

} // namespace

class PrivacyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFreshProfileTellsContactsOnly()
    {
        Rig rig;
        for (const Disclosure what : {Disclosure::Typing, Disclosure::Receipts, Disclosure::ReadMarkers,
                                      Disclosure::Program, Disclosure::LocalTime})
            QVERIFY(rig.session->chats().privacy().tells(what));
        // Strangers first.
        for (const QByteArray &payload : {kVersion, kTime})
            QVERIFY(rig.ask("eva@example.net/x", payload).contains("service-unavailable"));
        rig.hear(kEva, "m1");
        rig.see(kEva);
        QCOMPARE(rig.saidCount("urn:xmpp:receipts"), 0);
        QCOMPARE(rig.saidCount("chat-markers:0"), 0);
        rig.session->chats().setTyping(kEva, true);
        rig.serve();
        const QByteArray version = rig.ask("bruno@example.org/phone", kVersion);
        QVERIFY(version.contains("<name>Tertulia</name>"));
        QVERIFY2(!version.contains("<os>"), version.constData());
        QVERIFY(rig.ask("bruno@example.org/phone", kTime).contains("<tzo>"));
        rig.hear(kBruno, "m2");
        QCOMPARE(rig.saidCount("urn:xmpp:receipts"), 1);
        rig.see(kBruno);
        QCOMPARE(rig.saidCount("<displayed"), 1);
        rig.session->chats().setTyping(kBruno, true);
        rig.serve();
        QCOMPARE(rig.saidCount("<composing"), 1);
    }

    void whatIsSwitchedOffIsNotTold()
    {
        Rig rig;
        QSignalSpy changed(&rig.session->chats().privacy(), &Privacy::changed);
        for (const Disclosure what : {Disclosure::Typing, Disclosure::Receipts, Disclosure::ReadMarkers,
                                      Disclosure::Program, Disclosure::LocalTime})
            rig.session->chats().privacy().setTells(what, false);
        QCOMPARE(changed.count(), 5);
        for (const QByteArray &payload : {kVersion, kTime})
            QVERIFY(rig.ask("bruno@example.org/phone", payload).contains("service-unavailable"));
        rig.hear(kBruno, "m1");
        rig.see(kBruno);
        rig.session->chats().setTyping(kBruno, true);
        rig.serve();
        QCOMPARE(rig.saidCount("urn:xmpp:receipts"), 0);
        QCOMPARE(rig.saidCount("<displayed"), 0);
        QCOMPARE(rig.saidCount("<composing"), 0);
        rig.makeSession();
        QVERIFY(!rig.session->chats().privacy().tells(Disclosure::Program));
        QVERIFY(!rig.session->chats().privacy().tells(Disclosure::Typing));
    }

    void aChatCanDiffer()
    {
        Rig rig;
        Privacy &privacy = rig.session->chats().privacy();
        privacy.setTells(Disclosure::Typing, false);
        privacy.chooseIn(kBruno, Disclosure::Typing, true);
        privacy.chooseIn(kBruno, Disclosure::ReadMarkers, false);
        QVERIFY(privacy.tellsIn(kBruno, Disclosure::Typing) && !privacy.tellsIn(kEva, Disclosure::Typing));
        rig.hear(kBruno, "m1");
        rig.see(kBruno);
        rig.session->chats().setTyping(kBruno, true);
        rig.serve();
        QCOMPARE(rig.saidCount("<displayed"), 0);
        QCOMPARE(rig.saidCount("<composing"), 1);
        rig.makeSession();
        QCOMPARE(rig.session->chats().privacy().choiceIn(kBruno, Disclosure::ReadMarkers),
                 std::optional(false));
        rig.session->chats().privacy().chooseIn(kBruno, Disclosure::ReadMarkers, std::nullopt);
        QVERIFY(!rig.session->chats().privacy().choiceIn(kBruno, Disclosure::ReadMarkers));
        QVERIFY(rig.session->chats().privacy().tellsIn(kBruno, Disclosure::ReadMarkers));
    }

    void choicesGoWithTheirChat()
    {
        Rig rig;
        ChatChoices &choices = rig.session->chats().choices();
        QVERIFY(!choices.value(kEva, u"colour"_s).isValid());
        QSignalSpy changed(&choices, &ChatChoices::changed);
        // There was no chat with her.
        choices.choose(kEva, u"colour"_s, u"blue"_s);
        choices.choose(kEva, u"colour"_s, u"blue"_s);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(choices.value(kEva, u"colour"_s).toString(), u"blue"_s);
        QVERIFY(!choices.value(kBruno, u"colour"_s).isValid());
        rig.session->chats().close(kEva);
        QCOMPARE(choices.value(kEva, u"colour"_s).toString(), u"blue"_s);
        choices.choose(kEva, u"colour"_s, {});
        QVERIFY(!choices.value(kEva, u"colour"_s).isValid());
    }

    /// One that is removed takes its own along, and no other; one that comes in its place has none.
    void choicesOfOtherChatsStay()
    {
        Rig rig;
        ChatChoices &choices = rig.session->chats().choices();
        choices.choose(kBruno, u"colour"_s, u"red"_s);
        choices.choose(kEva, u"colour"_s, u"blue"_s);
        choices.choose(kEva, u"size"_s, 3);
        rig.session->chats().conversations().removeConversation(kEva);
        QVERIFY(!choices.value(kEva, u"colour"_s).isValid());
        QVERIFY(!choices.value(kEva, u"size"_s).isValid());
        QCOMPARE(choices.value(kBruno, u"colour"_s).toString(), u"red"_s);
        rig.session->chats().open(kEva);
        QVERIFY(!choices.value(kEva, u"colour"_s).isValid());
        choices.choose(kEva, u"colour"_s, u"green"_s);
        rig.makeSession();
        const ChatChoices &again = rig.session->chats().choices();
        QCOMPARE(again.value(kEva, u"colour"_s).toString(), u"green"_s);
        QCOMPARE(again.value(kBruno, u"colour"_s).toString(), u"red"_s);
        QVERIFY(!again.value(kEva, u"size"_s).isValid());
    }
};

QTEST_GUILESS_MAIN(PrivacyTest)
#include "tst_privacy.moc"
