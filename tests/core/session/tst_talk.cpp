// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers, corrections, retractions, reactions and markers through a whole session: bytes at one end, rows of
// a timeline at the other.
#include "core/models/ConversationListModel.h"
#include "core/models/ConversationModel.h"
#include "core/models/ReactionSummary.h"
#include "core/models/Roles.h"
#include "core/modules/messaging/Messaging.h"
#include "core/modules/xep0313_archive/Archive.h"
#include "core/session/Privacy.h"
#include "core/session/SessionChats.h"
#include "core/session/SessionMessages.h"
#include "core/store/MessagesTable.h"
#include "core/store/Store.h"
#include "tests/support/CanonicalXml.h"
#include "tests/support/ModelAudit.h"
#include "tests/support/ModuleRig.h"
#include "tests/support/SessionRig.h"
#include "tests/support/Settle.h"

#include <QDomElement>
#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const Jid kBruno = *Jid::parse(u"bruno@example.org"_s);

QByteArray fromBruno(const QByteArray &id, const QByteArray &inside)
{
    return "<message from='bruno@example.org/phone' to='ana@example.org/desk' type='chat' id='" + id + "'>"
        + inside + "</message>";
}

QByteArray replace(const QByteArray &id)
{
    return "<replace xmlns='urn:xmpp:message-correct:0' id='" + id + "'/>";
}

QByteArray reactions(const QByteArray &id, const QByteArray &emoji)
{
    return "<reactions xmlns='urn:xmpp:reactions:0' id='" + id + "'><reaction>" + emoji
        + "</reaction></reactions>";
}

QByteArray retract(const QByteArray &id)
{
    return "<body>/me retracted a message</body><retract xmlns='urn:xmpp:message-retract:1' id='" + id
        + "'/><fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:message-retract:1'/>";
}

struct Rig : SessionRig {
    Rig()
    {
        bringOnline();
        timeline.reset(session->openTimeline(kBruno, nullptr));
        said.clear();
    }
    [[nodiscard]] QVariant at(int row, int role) const { return timeline->index(row, 0).data(role); }
    [[nodiscard]] qint64 id(int row) const { return at(row, roles::MessageId).toLongLong(); }
    /// The only stanza that was said, without what is said anyway.
    QDomElement only()
    {
        serve();
        if (said.size() != 1)
            qWarning() << said;
        const QByteArray xml = said.isEmpty() ? QByteArray("<none/>") : said.last();
        said.clear();
        return parseStanza(xml).element;
    }

    /// Our phone sent this to Bruno; the archive tells.
    void tellOfPhone(const QByteArray &id, const QByteArray &inside)
    {
        const auto message = Message::fromXml(
            parsedXml("<message from='ana@example.org/phone' to='bruno@example.org' type='chat' id='" + id
                      + "'>" + inside + "</message>"));
        session->modules().module<MessagingModule>()->takeArchived(
            {QString::fromUtf8("a-" + id), server.clock.now(), *message});
        serve();
    }
    /// The program begins anew, and the server knows nothing of its stream.
    void restart()
    {
        timeline.reset();
        said.clear();
        makeSession();
        goOnline();
        login();
        if (!server.next().xml.contains("<resume"))
            qWarning("nothing to resume");
        server.send("<failed xmlns='urn:xmpp:sm:3'><item-not-found "
                    "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>");
        server.bind();
        server.enableManagement();
        serve();
        timeline.reset(session->openTimeline(kBruno, nullptr));
    }

    std::unique_ptr<ConversationModel> timeline;
};

QDomElement child(const QDomElement &element, const QString &name)
{
    return element.firstChildElement(name);
}

} // namespace

class TalkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsNotToBeStyled()
    {
        Rig rig;
        rig.tell(fromBruno("m1", "<body>&gt; _ &lt;</body><unstyled xmlns='urn:xmpp:styling:0'/>"));
        rig.tell(fromBruno("m2", "<body>*yes*</body>"));
        QTRY_COMPARE(rig.timeline->rowCount(), 2);
        QVERIFY(rig.at(0, roles::Unstyled).toBool());
        QVERIFY(!rig.at(1, roles::Unstyled).toBool());
        // A correction replaces all of it (XEP-0308 4), and so does one of those that were not.
        rig.tell(fromBruno("m3", "<body>*no*</body>" + replace("m1")));
        rig.tell(fromBruno("m4",
                           "<body>&gt; _ &lt;</body><unstyled xmlns='urn:xmpp:styling:0'/>" + replace("m2")));
        QVERIFY(!rig.at(0, roles::Unstyled).toBool());
        QVERIFY(rig.at(1, roles::Unstyled).toBool());
        rig.restart();
        QVERIFY(!rig.at(0, roles::Unstyled).toBool());
        QVERIFY(rig.at(1, roles::Unstyled).toBool());
    }

    void hidesWhatIsASpoiler()
    {
        Rig rig;
        QSignalSpy arrived(&rig.session->messages(), &SessionMessages::arrived);
        rig.tell(
            fromBruno("m1", "<body>They die.</body><spoiler xmlns='urn:xmpp:spoiler:0'>The end</spoiler>"));
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        QVERIFY(rig.at(0, roles::IsSpoiler).toBool());
        QCOMPARE(rig.at(0, roles::SpoilerHint).toString(), u"The end"_s);
        QCOMPARE(rig.at(0, roles::Body).toString(), u"They die."_s);
        QCOMPARE(rig.session->messages().spoilerOf(arrived[0][1].toLongLong()), std::optional(u"The end"_s));
        QTRY_VERIFY(rig.chat(kBruno, roles::LastSpoiler).toBool());
        QCOMPARE(rig.chat(kBruno, roles::LastText).toString(), u"The end"_s);
        // Whoever answers does not tell it to those who know no spoilers.
        rig.session->messages().send(kBruno, u"Oh no"_s, rig.id(0));
        QDomElement sent = rig.only();
        QVERIFY(!child(sent, u"body"_s).text().contains(u"die"_s));
        QVERIFY(child(sent, u"body"_s).text().contains(u"The end"_s));
        QCOMPARE(rig.at(1, roles::ReplyText).toString(), u"The end"_s);
        QVERIFY(rig.at(1, roles::ReplySpoiler).toBool());
        QVERIFY(!rig.at(1, roles::IsSpoiler).toBool());
        // A correction says anew whether it is one.
        rig.tell(fromBruno("m2", "<body>They dye.</body>" + replace("m1")));
        QVERIFY(!rig.at(0, roles::IsSpoiler).toBool());
        QCOMPARE(rig.at(1, roles::ReplyText).toString(), u"They dye."_s);
    }

    void isSaidAsASpoiler()
    {
        Rig rig;
        rig.session->messages().send(kBruno, u"They live."_s, 0, u"Another end"_s);
        QDomElement sent = rig.only();
        QCOMPARE(child(sent, u"body"_s).text(), u"They live."_s);
        QCOMPARE(child(sent, u"spoiler"_s).text(), u"Another end"_s);
        QVERIFY(rig.at(0, roles::IsSpoiler).toBool());
        // What corrects it is one too.
        rig.session->messages().correct(rig.id(0), u"They all live."_s);
        sent = rig.only();
        QCOMPARE(child(sent, u"body"_s).text(), u"They all live."_s);
        QCOMPARE(child(sent, u"spoiler"_s).text(), u"Another end"_s);
        QVERIFY(rig.at(0, roles::IsSpoiler).toBool());
        rig.session->messages().send(kBruno, u"No hint."_s, 0, u""_s);
        sent = rig.only();
        QVERIFY(!child(sent, u"spoiler"_s).isNull());
        rig.session->messages().send(kBruno, u"Nothing to hide."_s);
        QVERIFY(child(rig.only(), u"spoiler"_s).isNull());
        // Nothing of it is left when it is taken back.
        rig.session->messages().retract(rig.id(0));
        QVERIFY(!rig.at(0, roles::IsSpoiler).toBool());
        QCOMPARE(rig.at(0, roles::SpoilerHint).toString(), QString());
    }

    void isCorrected()
    {
        Rig rig;
        ModelAudit audit(rig.timeline.get());
        rig.tell(fromBruno("m1", "<body>hloa</body>"));
        QSignalSpy arrived(&rig.session->messages(), &SessionMessages::arrived);
        rig.tell(fromBruno("m2", "<body>hola</body>" + replace("m1")));
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        QCOMPARE(rig.at(0, roles::Body).toString(), u"hola"_s);
        QVERIFY(rig.at(0, roles::Edited).toDateTime().isValid());
        QVERIFY(!rig.at(0, roles::MayCorrect).toBool());
        QVERIFY(arrived.isEmpty()); // no notification
        QTRY_COMPARE(rig.chat(kBruno, roles::LastText).toString(), u"hola"_s);
        QCOMPARE(rig.session->messages().earlierVersions(rig.id(0))[0].body, u"hloa"_s);
        // One's own, from the phone.
        rig.tellOfPhone("p1", "<body>by phone</body>");
        rig.tellOfPhone("p2", "<body>by my phone</body>" + replace("p1"));
        QTRY_COMPARE(rig.timeline->rowCount(), 2);
        QCOMPARE(rig.at(1, roles::Body).toString(), u"by my phone"_s);
        QVERIFY(rig.at(1, roles::MayCorrect).toBool());
        QCOMPARE(rig.session->messages().lastCorrectable(kBruno), rig.id(1));
    }

    void corrects()
    {
        Rig rig;
        rig.session->messages().send(kBruno, u"hloa"_s);
        const QString first = rig.only().attribute(u"id"_s);
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        QVERIFY(rig.session->messages().correct(rig.id(0), u"hola"_s));
        const QDomElement sent = rig.only();
        QCOMPARE(child(sent, u"body"_s).text(), u"hola"_s);
        QCOMPARE(child(sent, u"replace"_s).attribute(u"id"_s), first);
        QVERIFY(sent.attribute(u"id"_s) != first);
        QCOMPARE(rig.at(0, roles::Body).toString(), u"hola"_s);
        QVERIFY(!rig.at(0, roles::ChangePending).toBool()); // the server of the rig acknowledges
        QVERIFY(!rig.session->messages().correct(rig.id(0), u"hola"_s));
        rig.serve();
        QVERIFY(rig.said.isEmpty());
    }

    /// On the disk before a byte leaves; once; behind what was said before it.
    void changesWaitForTheConnection()
    {
        Rig rig;
        rig.tell(fromBruno("m1", "<body>hola</body>"));
        rig.session->messages().send(kBruno, u"one"_s);
        rig.serve();
        QTRY_COMPARE(rig.timeline->rowCount(), 2);
        const qint64 theirs = rig.id(0);
        const qint64 ours = rig.id(1);
        rig.server.cut();
        settle();
        rig.session->messages().send(kBruno, u"two"_s);
        QVERIFY(rig.session->messages().correct(ours, u"uno"_s));
        QVERIFY(rig.session->messages().react(theirs, {u"👍"_s}));
        QVERIFY(rig.at(0, roles::ChangePending).toBool());
        QVERIFY(rig.at(1, roles::ChangePending).toBool());
        rig.restart();
        QByteArrayList bodies;
        for (const QByteArray &xml : rig.said) {
            const QDomElement sent = parseStanza(xml).element;
            if (sent.localName() == u"message")
                bodies.append(child(sent, u"body"_s).text().toUtf8()
                              + child(child(sent, u"reactions"_s), u"reaction"_s).text().toUtf8());
        }
        QCOMPARE(bodies, QByteArrayList({"two", "uno", "👍"}));
        QCOMPARE(rig.at(1, roles::Body).toString(), u"uno"_s);
        QVERIFY(!rig.at(1, roles::ChangePending).toBool());
    }

    void isRetracted()
    {
        Rig rig;
        ModelAudit audit(rig.timeline.get());
        rig.tell(fromBruno("m1", "<body>secret</body>"));
        QSignalSpy arrived(&rig.session->messages(), &SessionMessages::arrived);
        rig.tell(fromBruno("m2", retract("m1")));
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        QVERIFY(rig.at(0, roles::Retracted).toBool());
        QCOMPARE(rig.at(0, roles::Body).toString(), QString());
        QVERIFY(arrived.isEmpty());
        QTRY_VERIFY(rig.chat(kBruno, roles::LastRetracted).toBool());
        QVERIFY(rig.store->messages().search(u"a1"_s, u"secret"_s, 5).isEmpty());
        QVERIFY(rig.store->messages().search(u"a1"_s, u"retracted"_s, 5).isEmpty());
    }

    void retracts()
    {
        Rig rig;
        rig.session->messages().send(kBruno, u"secret"_s);
        const QString first = rig.only().attribute(u"id"_s);
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        QVERIFY(rig.at(0, roles::MayRetract).toBool());
        QVERIFY(rig.session->messages().retract(rig.id(0)));
        const QDomElement sent = rig.only();
        QCOMPARE(child(sent, u"retract"_s).attribute(u"id"_s), first);
        QVERIFY(rig.at(0, roles::Retracted).toBool());
        QVERIFY(!rig.at(0, roles::MayRetract).toBool());
        QVERIFY(!rig.at(0, roles::MayCorrect).toBool());
        QCOMPARE(rig.session->messages().lastCorrectable(kBruno), 0);
        QVERIFY(!rig.session->messages().retract(rig.id(0)));
        QVERIFY(!rig.session->messages().react(rig.id(0), {u"👍"_s}));
    }

    void areReactedTo()
    {
        Rig rig;
        ModelAudit audit(rig.timeline.get());
        rig.session->messages().send(kBruno, u"cake?"_s);
        const QByteArray first = rig.only().attribute(u"id"_s).toUtf8();
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        QSignalSpy arrived(&rig.session->messages(), &SessionMessages::arrived);
        rig.tell(fromBruno("m1", reactions(first, "👍") + "<store xmlns='urn:xmpp:hints'/>"));
        const auto list = [&] { return rig.at(0, roles::Reactions).value<QList<ReactionSummary>>(); };
        QCOMPARE(list(), (QList<ReactionSummary>{{u"👍"_s, 1, false, {u"Bruno"_s}}}));
        QVERIFY(rig.session->messages().toggleReaction(rig.id(0), u"👍"_s));
        const QDomElement sent = rig.only();
        QCOMPARE(child(sent, u"reactions"_s).attribute(u"id"_s), QString::fromUtf8(first));
        QVERIFY(!child(sent, u"store"_s).isNull());
        QVERIFY(child(sent, u"body"_s).isNull());
        QCOMPARE(list(), (QList<ReactionSummary>{{u"👍"_s, 2, true, {u"Bruno"_s}}}));
        rig.session->messages().toggleReaction(rig.id(0), u"🎂"_s);
        rig.session->messages().toggleReaction(rig.id(0), u"👍"_s);
        rig.serve();
        QCOMPARE(list(), (QList<ReactionSummary>{{u"👍"_s, 1, false, {u"Bruno"_s}}, {u"🎂"_s, 1, true, {}}}));
        // From the phone: all of it is replaced.
        rig.tellOfPhone("p1", reactions(first, "🎉"));
        QCOMPARE(list().last().emoji, u"🎉"_s);
        QCOMPARE(list().size(), 2);
        QVERIFY(arrived.isEmpty());
        QCOMPARE(rig.timeline->rowCount(), 1);
    }

    /// XEP-0444 3.3.
    void aReactionThatIsRefused()
    {
        Rig rig;
        rig.tell(fromBruno("m1", "<body>hearts only</body>"));
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        rig.session->messages().react(rig.id(0), {u"👍"_s});
        const QByteArray id = rig.only().attribute(u"id"_s).toUtf8();
        QSignalSpy failed(&rig.session->messages(), &SessionMessages::failed);
        rig.tell("<message type='error' id='" + id
                 + "' from='bruno@example.org'><error type='modify'><not-acceptable "
                   "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>");
        QVERIFY(rig.at(0, roles::Reactions).value<QList<ReactionSummary>>().isEmpty());
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed[0][1].toLongLong(), rig.id(0));
    }

    void isForwarded()
    {
        Rig rig;
        const Jid carla = *Jid::parse(u"carla@example.net"_s);
        rig.tell(fromBruno("m1", "<body>one</body>"));
        rig.tell(fromBruno("m2", "<body>/me waves</body>"));
        rig.tell(fromBruno("m3", "<body>They die.</body><spoiler xmlns='urn:xmpp:spoiler:0'>end</spoiler>"));
        rig.tell(fromBruno("m4", "<body>regretted</body>"));
        rig.tell(fromBruno("m5", retract("m4")));
        QTRY_COMPARE(rig.timeline->rowCount(), 4);
        rig.said.clear();
        // The order is the caller's; what was taken back, or is not there, is passed over.
        rig.session->messages().forward({rig.id(2), rig.id(3), 999'999, rig.id(1), rig.id(0)}, carla);
        rig.serve();
        QStringList said;
        for (const QByteArray &xml : std::as_const(rig.said)) {
            const QDomElement message = parseStanza(xml).element;
            if (child(message, u"body"_s).isNull())
                continue;
            QCOMPARE(message.attribute(u"to"_s), carla.toString());
            said << child(message, u"body"_s).text() + u'|' + child(message, u"spoiler"_s).text();
        }
        QCOMPARE(said, (QStringList{u"They die.|end"_s, u"Bruno waves|"_s, u"one|"_s}));
        QCOMPARE(rig.bodies(carla).size(), 3);
        QCOMPARE(rig.timeline->rowCount(), 4);
    }

    void isForgottenHereOnly()
    {
        Rig rig;
        ModelAudit audit(rig.timeline.get());
        rig.tell(fromBruno("m1", "<body>one</body>"));
        rig.session->messages().send(kBruno, u"answer"_s, rig.id(0));
        rig.tell(fromBruno("m2", "<body>two</body>"));
        rig.tell(fromBruno("m3", "<body>three</body>"));
        QTRY_COMPARE(rig.timeline->rowCount(), 4);
        QTRY_COMPARE(rig.chat(kBruno, roles::Unread).toInt(), 2);
        rig.serve();
        rig.said.clear();
        const QList<qint64> ids{rig.id(0), rig.id(3), 999'999};
        QCOMPARE(rig.session->messages().forget(ids), 2);
        rig.serve();
        QVERIFY(rig.said.isEmpty()); // nobody hears of it
        QCOMPARE(rig.timeline->rowCount(), 2);
        QCOMPARE(rig.at(0, roles::ReplyTo).toLongLong(), 0);
        QTRY_COMPARE(rig.chat(kBruno, roles::LastText).toString(), u"two"_s);
        QCOMPARE(rig.chat(kBruno, roles::Unread).toInt(), 1);
        QCOMPARE(rig.session->messages().forget(ids), 0);
        // What is on its way may still become anything; what has not left goes.
        rig.server.cut();
        rig.session->messages().send(kBruno, u"later"_s);
        QTRY_COMPARE(rig.timeline->rowCount(), 3);
        QCOMPARE(rig.session->messages().forget({rig.id(2)}), 1);
        QTRY_COMPARE(rig.timeline->rowCount(), 2);
        rig.restart();
        QCOMPARE(rig.bodies(kBruno), (QStringList{u"answer"_s, u"two"_s}));
    }

    void isAnswered()
    {
        Rig rig;
        rig.session->messages().send(kBruno, u"cake?"_s);
        const QByteArray first = rig.only().attribute(u"id"_s).toUtf8();
        QSignalSpy arrived(&rig.session->messages(), &SessionMessages::arrived);
        rig.tell(fromBruno("m1",
                           "<body>&gt; cake?\nyes</body><reply xmlns='urn:xmpp:reply:0' "
                           "to='ana@example.org/desk' id='"
                               + first
                               + "'/><fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reply:0'><body "
                                 "start='0' end='8'/></fallback>"));
        QTRY_COMPARE(rig.timeline->rowCount(), 2);
        QCOMPARE(rig.at(1, roles::Body).toString(), u"yes"_s);
        QCOMPARE(arrived.value(0).value(2).toString(), u"yes"_s);
        QVERIFY(rig.at(1, roles::IsReply).toBool());
        QCOMPARE(rig.at(1, roles::ReplyTo).toLongLong(), rig.id(0));
        QVERIFY(rig.at(1, roles::ReplyOutgoing).toBool());
        QCOMPARE(rig.at(1, roles::ReplySender).toString(), u"ana@example.org"_s);
        QCOMPARE(rig.at(1, roles::ReplySenderName).toString(), rig.session->ownName());
        QCOMPARE(rig.at(1, roles::ReplyText).toString(), u"cake?"_s);
        QVERIFY(!rig.at(0, roles::IsReply).toBool());
        rig.session->messages().retract(rig.id(0));
        QVERIFY(rig.at(1, roles::ReplyRetracted).toBool());
        QCOMPARE(rig.at(1, roles::ReplyText).toString(), QString());
    }

    void answers()
    {
        Rig rig;
        rig.tell(fromBruno("m1", "<body>cake?</body><origin-id xmlns='urn:xmpp:sid:0' id='o1'/>"));
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        rig.session->messages().send(kBruno, u"yes"_s, rig.id(0));
        QDomElement sent = rig.only();
        QCOMPARE(child(sent, u"body"_s).text(), u"> cake?\nyes"_s);
        QCOMPARE(child(sent, u"reply"_s).attribute(u"id"_s), u"o1"_s);
        QCOMPARE(child(sent, u"reply"_s).attribute(u"to"_s), u"bruno@example.org"_s);
        QTRY_COMPARE(rig.timeline->rowCount(), 2);
        QCOMPARE(rig.at(1, roles::Body).toString(), u"yes"_s);
        QCOMPARE(rig.at(1, roles::ReplyTo).toLongLong(), rig.id(0));
        rig.session->messages().correct(rig.id(1), u"no"_s);
        sent = rig.only();
        QCOMPARE(child(sent, u"body"_s).text(), u"> cake?\nno"_s);
        QCOMPARE(child(sent, u"reply"_s).attribute(u"id"_s), u"o1"_s);
        QVERIFY(!child(sent, u"replace"_s).isNull());
    }

    // Markers. SECURITY A67

    void areSeen()
    {
        Rig rig;
        rig.session->messages().send(kBruno, u"one"_s);
        const QByteArray first = rig.only().attribute(u"id"_s).toUtf8();
        const QByteArray seen = "<displayed xmlns='urn:xmpp:chat-markers:0' id='" + first + "'/>";
        rig.tell("<message from='mallory@example.net/x' to='ana@example.org/desk' type='chat'>" + seen
                 + "</message>");
        QVERIFY(rig.lastState(kBruno) != DeliveryState::Displayed);
        rig.tell(fromBruno("s1", seen));
        QTRY_COMPARE(rig.lastState(kBruno), DeliveryState::Displayed);
    }

    void tellsWhatWasSeen()
    {
        Rig rig;
        const QByteArray markable = "<markable xmlns='urn:xmpp:chat-markers:0'/>";
        rig.tell(fromBruno("m1", "<body>one</body>" + markable));
        rig.tell(fromBruno("m2", "<body>two</body>" + markable));
        QTRY_COMPARE(rig.timeline->rowCount(), 2);
        rig.said.clear();
        rig.session->chats().markRead(kBruno); // "Mark as read" is not seeing (R16)
        rig.serve();
        QVERIFY(rig.said.isEmpty());
        rig.session->chats().markSeen(kBruno, rig.id(1));
        rig.session->chats().markSeen(kBruno, rig.id(0));
        rig.session->chats().markSeen(kBruno, rig.id(1));
        const QDomElement sent = rig.only();
        QCOMPARE(child(sent, u"displayed"_s).attribute(u"id"_s), u"m2"_s);
        QCOMPARE(sent.attribute(u"to"_s), u"bruno@example.org"_s);
        // Switched off, and remembered so.
        rig.session->chats().privacy().setTells(Disclosure::ReadMarkers, false);
        rig.tell(fromBruno("m3", "<body>three</body>" + markable));
        QTRY_COMPARE(rig.timeline->rowCount(), 3);
        rig.said.clear();
        rig.session->chats().markSeen(kBruno, rig.id(2));
        rig.serve();
        QVERIFY(rig.said.isEmpty());
        QVERIFY(!rig.session->chats().privacy().tells(Disclosure::ReadMarkers));
    }

    void tellsAfterAReconnect()
    {
        Rig rig;
        rig.tell(fromBruno("m1", "<body>one</body><markable xmlns='urn:xmpp:chat-markers:0'/>"));
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        rig.server.cut();
        settle();
        rig.session->chats().markSeen(kBruno, rig.id(0));
        rig.restart();
        QCOMPARE(rig.saidCount("<displayed"), 1);
    }
};

QTEST_GUILESS_MAIN(TalkTest)
#include "tst_talk.moc"
