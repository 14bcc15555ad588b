// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of messages: corrections, retractions, answers, reactions; in every order, by everybody.
#include "core/store/OutboxTable.h"
#include "tests/support/ChatFixture.h"
#include "tests/support/Settle.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kThumb = u"👍"_s;
const QString kHeart = u"❤️"_s;
const Error kBounce{ErrorCode::StanzaNotAcceptable, {}, u"only hearts"_s};

IncomingMessage correction(const ChatFixture &f, const QString &of, const QString &body, const QString &id)
{
    IncomingMessage message = f.said(body, id);
    message.corrects = of;
    return message;
}

IncomingMessage retraction(const ChatFixture &f, const QString &of, const QString &id)
{
    IncomingMessage message = f.said({}, id);
    message.retracts = of;
    return message;
}

IncomingMessage reactions(const ChatFixture &f, const QString &to, const QStringList &emojis)
{
    IncomingMessage message = f.said({}, {});
    message.reactsTo = to;
    message.emojis = emojis;
    return message;
}

IncomingMessage answer(const ChatFixture &f, const QString &to, const QString &body, const QString &id)
{
    IncomingMessage message = f.said(body, id);
    message.answers = to;
    message.quoted = u"what it quotes"_s;
    return message;
}

/// As our other device said it.
IncomingMessage byUs(const ChatFixture &f, IncomingMessage message)
{
    message.outgoing = true;
    message.sender = f.ana;
    message.source = IncomingMessage::Source::CarbonCopy;
    return message;
}

} // namespace

class tst_messagechanges : public QObject
{
    Q_OBJECT

    static MessageRecord only(ChatFixture &f)
    {
        const auto messages = f.chats().lastMessages(f.bruno, 10);
        if (messages.size() != 1)
            qWarning() << f.bodies();
        return messages.value(0);
    }
    static QStringList reactionsTo(ChatFixture &f, qint64 id)
    {
        QStringList list;
        for (const ReactionRecord &reaction : f.chats().context(*f.chats().message(id)).reactions)
            list.append(reaction.sender.localpart() + u' ' + reaction.emoji);
        return list;
    }
    static qint64 composeSent(ChatFixture &f, const QString &body)
    {
        const qint64 id = f.chats().compose(f.bruno, body).value();
        f.chats().noteAttempt(id);
        f.chats().markSent(id);
        return id;
    }

private Q_SLOTS:
    // Corrections.

    void aCorrectionTakesThePlaceOfTheText()
    {
        ChatFixture f;
        const qint64 id = f.chats().incoming(f.said(u"hloa"_s, u"o1"_s))->id;
        f.chats().markRead(f.bruno);
        QSignalSpy changed(&f.chats(), &Conversations::messageChanged);
        f.clock.advance(std::chrono::seconds(60));
        const auto added = f.chats().incoming(correction(f, u"o1"_s, u"hola"_s, u"o2"_s));
        QVERIFY(added && !added->isNew);
        QCOMPARE(added->id, id);
        QCOMPARE(only(f).body, u"hola"_s);
        QCOMPARE(only(f).edited, f.clock.now());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(f.chats().facts(f.bruno)->last->body, u"hola"_s);
        QCOMPARE(f.chats().unread(f.bruno), 0); // no news
        const auto versions = f.chats().earlierVersions(id);
        QCOMPARE(versions.size(), 1);
        QCOMPARE(versions[0], (MessageVersion{u"hloa"_s, f.clock.now().addSecs(-60)}));
        QCOMPARE(f.store().messages().search(f.account, u"hola"_s, 5).size(), 1);
        QCOMPARE(f.store().messages().search(f.account, u"hloa"_s, 5).size(), 0);
        f.reopen();
        QCOMPARE(only(f).body, u"hola"_s);
        QCOMPARE(f.chats().earlierVersions(id), versions);
    }

    // SECURITY A61
    void nobodyCorrectsWhatAnotherSaid()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"genuine"_s, u"o1"_s)).value();
        const qint64 own = composeSent(f, u"mine"_s);
        const QString ownId = f.chats().message(own)->originId;
        // A friend corrects mine; a stranger the friend's, in a chat of their own.
        QVERIFY(f.chats().incoming(correction(f, ownId, u"forged"_s, u"o2"_s))->isNew);
        IncomingMessage stranger = correction(f, u"o1"_s, u"forged"_s, u"o3"_s);
        stranger.peer = stranger.sender = f.carla;
        QVERIFY(f.chats().incoming(stranger)->isNew);
        // By way of the archive as well.
        IncomingMessage archived = correction(f, ownId, u"forged again"_s, u"o4"_s);
        archived.source = IncomingMessage::Source::Archive;
        archived.delay = f.clock.now();
        QVERIFY(f.chats().incoming(archived)->isNew);
        QStringList bodies = f.bodies();
        bodies.sort();
        QCOMPARE(bodies, QStringList({u"forged"_s, u"forged again"_s, u"genuine"_s, u"mine"_s}));
        QVERIFY(!f.chats().message(own)->edited.isValid());
    }

    // SECURITY A62
    void correctionsOfCorrectionsSpeakOfTheFirst()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"0"_s, u"c0"_s)).value();
        for (int i = 1; i <= 1000; ++i)
            f.chats()
                .incoming(correction(f, u"c%1"_s.arg(i - 1), QString::number(i), u"c%1"_s.arg(i)))
                .value();
        QCOMPARE(only(f).body, u"1000"_s);
        const auto versions = f.chats().earlierVersions(only(f).id);
        QCOMPARE(versions.size(), 1000);
        QCOMPARE(versions.first().body, u"0"_s);
        QCOMPARE(versions.last().body, u"999"_s);
    }

    // SECURITY A62
    void correctionsInACircle_data()
    {
        QTest::addColumn<QStringList>("steps"); // "id target"
        QTest::newRow("of itself") << QStringList{u"a a"_s};
        QTest::newRow("of itself, twice") << QStringList{u"a a"_s, u"a a"_s};
        QTest::newRow("of each other") << QStringList{u"a b"_s, u"b a"_s, u"a b"_s};
        QTest::newRow("three") << QStringList{u"a b"_s, u"b c"_s, u"c a"_s};
    }

    void correctionsInACircle()
    {
        QFETCH(QStringList, steps);
        ChatFixture f;
        for (const QString &step : steps)
            f.chats()
                .incoming(
                    correction(f, step.section(u' ', 1), u"text of "_s + step, step.section(u' ', 0, 0)))
                .value();
        QCOMPARE(f.chats().lastMessages(f.bruno, 10).size(), 1);
    }

    // SECURITY A62: as CVE-2021-41055, with clients that give no origin-ids.
    void aCorrectionUnderTheIdOfWhatItCorrects()
    {
        ChatFixture f;
        IncomingMessage first = f.said(u"one"_s);
        first.messageId = u"m1"_s;
        f.chats().incoming(first).value();
        IncomingMessage second = correction(f, u"m1"_s, u"two"_s, {});
        second.messageId = u"m1"_s;
        for (int i = 0; i < 3; ++i)
            f.chats().incoming(second).value();
        QCOMPARE(only(f).body, u"two"_s);
    }

    void comesBeforeWhatItCorrects()
    {
        ChatFixture f;
        f.chats().incoming(correction(f, u"o1"_s, u"two"_s, u"o2"_s)).value();
        f.chats().incoming(correction(f, u"o1"_s, u"three"_s, u"o3"_s)).value();
        QCOMPARE(f.bodies(), QStringList({u"two"_s, u"three"_s})); // shown as they are
        QCOMPARE(f.chats().unread(f.bruno), 2);
        IncomingMessage original = f.said(u"one"_s, u"o1"_s);
        original.delay = f.clock.now().addSecs(-60);
        original.source = IncomingMessage::Source::Offline;
        f.chats().incoming(original).value();
        QCOMPARE(only(f).body, u"three"_s);
        QCOMPARE(f.chats().unread(f.bruno), 1);
        QCOMPARE(f.chats().facts(f.bruno)->record.firstUnread, only(f).id);
        const auto versions = f.chats().earlierVersions(only(f).id);
        QCOMPARE(versions.size(), 2);
        QCOMPARE(versions[1].body, u"two"_s);
        f.reopen();
        QCOMPARE(only(f).body, u"three"_s);
    }

    void aCorrectionOfACorrectionThatComesLater()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"one"_s, u"o1"_s)).value();
        f.chats().incoming(correction(f, u"o2"_s, u"three"_s, u"o3"_s)).value();
        IncomingMessage between = correction(f, u"o1"_s, u"two"_s, u"o2"_s);
        between.delay = f.clock.now().addSecs(-1);
        f.chats().incoming(between).value();
        QCOMPARE(only(f).body, u"three"_s);
        QCOMPARE(f.chats().earlierVersions(only(f).id)[1].body, u"two"_s);
    }

    void changesNothingTheSecondTime()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"one"_s, u"o1"_s)).value();
        f.chats().incoming(correction(f, u"o1"_s, u"two"_s, u"o2"_s)).value();
        f.chats().incoming(correction(f, u"o1"_s, u"three"_s, u"o3"_s)).value();
        QSignalSpy added(&f.chats(), &Conversations::messageAdded);
        for (IncomingMessage copy : {f.said(u"one"_s, u"o1"_s), correction(f, u"o1"_s, u"two"_s, u"o2"_s)}) {
            copy.source = IncomingMessage::Source::Archive;
            copy.delay = f.clock.now();
            copy.rank = 100;
            QVERIFY(!f.chats().incoming(copy)->isNew);
        }
        QCOMPARE(only(f).body, u"three"_s);
        QVERIFY(added.isEmpty());
    }

    /// A copy of the first text, from who gives no origin-ids, is the message that was corrected since.
    void knowsACopyOfWhatWasCorrectedOrRetracted()
    {
        ChatFixture f;
        IncomingMessage first = f.said(u"one"_s);
        first.messageId = u"m1"_s;
        IncomingMessage other = f.said(u"other"_s);
        other.messageId = u"m2"_s;
        f.chats().incoming(first).value();
        f.chats().incoming(other).value();
        f.chats().incoming(correction(f, u"m1"_s, u"two"_s, u"o3"_s)).value();
        f.chats().incoming(retraction(f, u"m2"_s, u"o4"_s)).value();
        for (IncomingMessage copy : {first, other}) {
            copy.source = IncomingMessage::Source::Archive;
            copy.delay = f.clock.now();
            QVERIFY(!f.chats().incoming(copy)->isNew);
        }
        QCOMPARE(f.bodies(), QStringList({u"two"_s, u""_s}));
    }

    void correctsByCarbonAndFromAnotherDevice()
    {
        ChatFixture f;
        const qint64 id = composeSent(f, u"hloa"_s);
        const QString origin = f.chats().message(id)->originId;
        f.chats().incoming(byUs(f, correction(f, origin, u"hola"_s, u"o2"_s))).value();
        QCOMPARE(only(f).body, u"hola"_s);
        f.chats().incoming(byUs(f, retraction(f, origin, u"o3"_s))).value();
        QVERIFY(only(f).retracted.isValid());
    }

    // Corrections of ours.

    void correctsWhatHasLeft()
    {
        ChatFixture f;
        const qint64 id = composeSent(f, u"hloa"_s);
        const qint64 change = f.chats().correct(id, u"hola"_s).value();
        QVERIFY(change != 0);
        QCOMPARE(only(f).body, u"hola"_s);
        QVERIFY(f.chats().context(only(f)).changePending);
        f.reopen(); // on the disk before a byte has left
        const auto pending = f.chats().pendingOutbox();
        QCOMPARE(pending.size(), 1);
        QCOMPARE(pending[0].id, change);
        QCOMPARE(pending[0].what, OutgoingMessage::What::Correction);
        QCOMPARE(pending[0].target, id);
        QCOMPARE(pending[0].targetId, f.chats().message(id)->originId);
        QVERIFY(pending[0].originId != pending[0].targetId);
        QCOMPARE(pending[0].body, u"hola"_s);
        f.chats().correct(id, u"¡hola!"_s).value();
        QCOMPARE(f.chats().pendingOutbox()[0].body, u"hola"_s); // each says its own
        QCOMPARE(f.chats().pendingOutbox()[1].body, u"¡hola!"_s);
        QSignalSpy changed(&f.chats(), &Conversations::messageChanged);
        for (const OutgoingMessage &sent : f.chats().pendingOutbox())
            QVERIFY(f.chats().markSent(sent.id));
        QVERIFY(!changed.isEmpty());
        QCOMPARE(changed.last()[1].toLongLong(), id);
        QVERIFY(!f.chats().context(only(f)).changePending);
        QVERIFY(f.chats().pendingOutbox().isEmpty());
    }

    void correctsInPlaceWhatHasNotLeft()
    {
        ChatFixture f;
        const qint64 id = f.chats().compose(f.bruno, u"hloa"_s).value();
        QCOMPARE(f.chats().correct(id, u"hola"_s).value(), 0);
        QCOMPARE(f.chats().pendingOutbox().size(), 1);
        QCOMPARE(f.chats().pendingOutbox()[0].body, u"hola"_s);
        QVERIFY(!only(f).edited.isValid());
        QVERIFY(f.chats().earlierVersions(id).isEmpty());
        QCOMPARE(f.chats().retract(id).value(), 0); // and takes it away without a trace
        QVERIFY(f.bodies().isEmpty());
        QVERIFY(f.chats().pendingOutbox().isEmpty());
    }

    void correctsNothingElse()
    {
        ChatFixture f;
        const qint64 theirs = f.chats().incoming(f.said(u"theirs"_s, u"o1"_s))->id;
        const qint64 failed = composeSent(f, u"failed"_s);
        f.chats().markFailed(failed, kBounce);
        const qint64 gone = composeSent(f, u"gone"_s);
        f.chats().retract(gone).value();
        const qint64 same = composeSent(f, u"same"_s);
        for (const qint64 id : {theirs, failed, gone, qint64(4711)}) {
            QVERIFY(!f.chats().correct(id, u"x"_s));
            QVERIFY(!f.chats().retract(id));
        }
        QVERIFY(!f.chats().correct(same, u"same"_s));
        QVERIFY(!f.chats().correct(same, u""_s));
        QCOMPARE(f.chats().pendingOutbox().size(), 1); // the retraction
    }

    void aRefusedCorrectionIsUndone()
    {
        ChatFixture f;
        const qint64 id = composeSent(f, u"one"_s);
        const qint64 first = f.chats().correct(id, u"two"_s).value();
        const qint64 second = f.chats().correct(id, u"three"_s).value();
        const QString firstId = f.chats().pending(first)->originId;
        f.chats().markSent(first);
        f.chats().markSent(second);
        QCOMPARE(f.chats().markBounced(f.bruno, firstId, f.bruno, kBounce), std::optional<qint64>(id));
        QCOMPARE(only(f).body, u"three"_s);
        QCOMPARE(f.chats().earlierVersions(id).size(), 1);
        QVERIFY(f.chats().markFailed(second, kBounce));
        QCOMPARE(only(f).body, u"one"_s);
        QVERIFY(!only(f).edited.isValid());
        QCOMPARE(only(f).state, DeliveryState::Sent);
    }

    // SECURITY F43: corrections of two devices that cross. The server takes ours after it told of theirs.
    void ourWaitingCorrectionComesAfterWhatArrives()
    {
        ChatFixture f;
        const qint64 id = composeSent(f, u"one"_s);
        const QString origin = f.chats().message(id)->originId;
        const qint64 waiting = f.chats().correct(id, u"here"_s).value();
        f.clock.advance(std::chrono::seconds(1));
        f.chats().incoming(byUs(f, correction(f, origin, u"there"_s, u"o2"_s))).value();
        QCOMPARE(only(f).body, u"here"_s);
        QCOMPARE(f.chats().pending(waiting)->body, u"here"_s);
        f.chats().markSent(waiting);
        f.chats().incoming(byUs(f, correction(f, origin, u"later"_s, u"o3"_s))).value();
        QCOMPARE(only(f).body, u"later"_s);
    }

    // SECURITY F43: another device may have known what is on its way here before it spoke.
    void whatOtherDevicesSayFollowsWhatIsOnItsWay()
    {
        ChatFixture f;
        const qint64 id = composeSent(f, u"one"_s);
        const QString origin = f.chats().message(id)->originId;
        const qint64 correcting = f.chats().correct(id, u"here"_s).value();
        const qint64 feeling = f.chats().react(id, {kThumb}).value();
        f.chats().noteAttempt(correcting);
        f.chats().noteAttempt(feeling);
        f.clock.advance(std::chrono::seconds(1));
        f.chats().incoming(byUs(f, correction(f, origin, u"there"_s, u"o2"_s))).value();
        f.chats().incoming(byUs(f, reactions(f, origin, {kHeart}))).value();
        QCOMPARE(only(f).body, u"there"_s);
        QCOMPARE(reactionsTo(f, id), QStringList{u"ana "_s + kHeart});
        // If it is sent once more it says what holds now.
        QCOMPARE(f.chats().pending(feeling)->emojis, QStringList{kHeart});
    }

    // Retractions.

    void aRetractedTextIsGone()
    {
        ChatFixture f;
        const qint64 id = f.chats().incoming(f.said(u"secretísimo"_s, u"o1"_s))->id;
        f.chats().incoming(correction(f, u"o1"_s, u"confidencial"_s, u"o2"_s)).value();
        f.chats().incoming(reactions(f, u"o1"_s, {kThumb})).value();
        const qint64 quoting = f.chats().incoming(answer(f, u"o1"_s, u"why?"_s, u"o3"_s))->id;
        QVERIFY(f.store().commit());
        QSignalSpy changed(&f.chats(), &Conversations::messageChanged);
        f.chats().incoming(retraction(f, u"o1"_s, u"o4"_s)).value();
        QCOMPARE(f.bodies(), QStringList({u""_s, u"why?"_s}));
        const MessageRecord message = *f.chats().message(id);
        QCOMPARE(message.retracted, f.clock.now());
        QVERIFY(f.chats().earlierVersions(id).isEmpty());
        QVERIFY(reactionsTo(f, id).isEmpty());
        const auto quoted = *f.chats().context(*f.chats().message(quoting)).answers;
        QVERIFY(quoted.retracted);
        QVERIFY(quoted.text.isEmpty());
        QCOMPARE(changed.size(), 2); // itself, and what quotes it
        for (const QString &word : {u"secretisimo"_s, u"confidencial"_s})
            QVERIFY(f.store().messages().search(f.account, word, 5).isEmpty());
        // Nothing brings it back.
        f.chats().incoming(correction(f, u"o1"_s, u"back"_s, u"o5"_s)).value();
        f.chats().incoming(reactions(f, u"o1"_s, {kHeart})).value();
        f.chats().incoming(retraction(f, u"o1"_s, u"o6"_s)).value();
        QCOMPARE(f.bodies(), QStringList({u""_s, u"why?"_s}));
        QVERIFY(reactionsTo(f, id).isEmpty());
    }

    /// Neither the text nor, after a moment, its words in the index are in the file.
    void leavesNothingInTheFile()
    {
        ChatFixture f;
        for (int i = 0; i < 200; ++i)
            f.chats().incoming(f.said(u"filler number %1"_s.arg(i), u"f%1"_s.arg(i))).value();
        f.chats().incoming(f.said(u"xylophone"_s, u"o1"_s)).value();
        QVERIFY(f.store().commit());
        f.chats().incoming(f.said(u"more"_s, u"o2"_s)).value();
        QVERIFY(f.store().commit());
        f.chats().incoming(retraction(f, u"o1"_s, u"o3"_s)).value();
        QVERIFY(f.store().commit());
        const auto inFile = [&] {
            f.reopen(); // writes the log into the file
            QFile file(f.path());
            return file.open(QIODevice::ReadOnly) && file.readAll().contains("ylophon");
        };
        QSignalSpy committed(&f.store(), &Store::committed);
        f.store().forgetWords();
        QVERIFY(committed.wait(10'000));
        while (committed.wait(500)) { }
        QVERIFY(!inFile());
        QCOMPARE(f.store().messages().search(f.account, u"filler"_s, 500).size(), 200);
    }

    // SECURITY A63
    void nobodyRetractsWhatAnotherSaid()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"genuine"_s, u"o1"_s)).value();
        const qint64 own = composeSent(f, u"mine"_s);
        const QString ownId = f.chats().message(own)->originId;
        f.chats().incoming(retraction(f, ownId, u"o2"_s)).value();
        f.chats().incoming(byUs(f, retraction(f, u"o1"_s, u"o3"_s))).value();
        IncomingMessage stranger = retraction(f, u"o1"_s, u"o4"_s);
        stranger.peer = stranger.sender = f.carla;
        f.chats().incoming(stranger).value();
        IncomingMessage archived = retraction(f, ownId, u"o5"_s);
        archived.source = IncomingMessage::Source::Archive;
        archived.delay = f.clock.now();
        f.chats().incoming(archived).value();
        QCOMPARE(f.bodies(), QStringList({u"genuine"_s, u"mine"_s}));
        QCOMPARE(f.chats().peers(), QList<Jid>{f.bruno}); // nor does it open a chat
    }

    // SECURITY A63
    void aTombstoneHidesNobodyElse()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"genuine"_s, u"o1"_s)).value();
        const qint64 own = composeSent(f, u"mine"_s);
        IncomingMessage tombstone = f.said({}, f.chats().message(own)->originId);
        tombstone.source = IncomingMessage::Source::Archive;
        tombstone.delay = tombstone.retracted = f.clock.now();
        f.chats().incoming(tombstone).value();
        QStringList bodies = f.bodies();
        bodies.sort();
        QCOMPARE(bodies, QStringList({u""_s, u"genuine"_s, u"mine"_s}));
        QCOMPARE(f.chats().unread(f.bruno), 0);
        // Their own, though.
        tombstone.originId = tombstone.messageId = u"o1"_s;
        f.chats().incoming(tombstone).value();
        bodies = f.bodies();
        bodies.sort();
        QCOMPARE(bodies, QStringList({u""_s, u""_s, u"mine"_s}));
    }

    void comesBeforeWhatItRetracts()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"first"_s, u"o0"_s)).value();
        f.chats().incoming(retraction(f, u"o1"_s, u"o2"_s)).value();
        f.chats().incoming(correction(f, u"o1"_s, u"corrected"_s, u"o3"_s)).value();
        f.reopen();
        f.chats().incoming(f.said(u"secret"_s, u"o1"_s)).value();
        QCOMPARE(f.bodies(), QStringList({u"first"_s, u""_s}));
        QVERIFY(f.store().messages().search(f.account, u"secret"_s, 5).isEmpty());
        QVERIFY(f.store().messages().search(f.account, u"corrected"_s, 5).isEmpty());
    }

    void retractsOurs()
    {
        ChatFixture f;
        const qint64 id = composeSent(f, u"one"_s);
        f.chats().correct(id, u"two"_s).value(); // waits, and has to be forgotten
        f.chats().react(id, {kThumb}).value();
        const qint64 change = f.chats().retract(id).value();
        QVERIFY(change != 0);
        f.reopen();
        QVERIFY(only(f).retracted.isValid());
        QCOMPARE(only(f).body, u""_s);
        const auto pending = f.chats().pendingOutbox();
        QCOMPARE(pending.size(), 1);
        QCOMPARE(pending[0].what, OutgoingMessage::What::Retraction);
        QCOMPARE(pending[0].targetId, only(f).originId);
        QVERIFY(f.chats().context(only(f)).changePending);
        QVERIFY(f.chats().markSent(change));
        QVERIFY(!f.chats().context(only(f)).changePending);
        // The echo of it from the archive is nothing new.
        IncomingMessage echo = byUs(f, retraction(f, only(f).originId, pending[0].originId));
        echo.source = IncomingMessage::Source::Archive;
        echo.delay = f.clock.now();
        QVERIFY(!f.chats().incoming(echo)->isNew);
        QVERIFY(!f.chats().retract(id));
    }

    /// One that may have arrived is asked back, and not sent again.
    void retractsWhatMayHaveArrived()
    {
        ChatFixture f;
        const qint64 id = f.chats().compose(f.bruno, u"secret"_s).value();
        f.chats().noteAttempt(id);
        f.chats().retract(id).value();
        const auto pending = f.chats().pendingOutbox();
        QCOMPARE(pending.size(), 1);
        QCOMPARE(pending[0].what, OutgoingMessage::What::Retraction);
        QVERIFY(!f.chats().pending(id));
    }

    // Reactions.

    void aSetTakesThePlaceOfTheOneBefore()
    {
        ChatFixture f;
        const qint64 id = f.chats().incoming(f.said(u"hola"_s, u"o1"_s))->id;
        f.chats().markRead(f.bruno);
        const QDateTime activity = f.chats().facts(f.bruno)->last->time;
        QSignalSpy changed(&f.chats(), &Conversations::messageChanged);
        f.chats().incoming(reactions(f, u"o1"_s, {kThumb, kHeart})).value();
        QCOMPARE(reactionsTo(f, id), QStringList({u"bruno "_s + kThumb, u"bruno "_s + kHeart}));
        QCOMPARE(changed.size(), 1);
        f.chats().incoming(reactions(f, u"o1"_s, {kThumb, kHeart})).value(); // once more
        QCOMPARE(changed.size(), 1);
        f.chats().incoming(byUs(f, reactions(f, u"o1"_s, {kThumb}))).value();
        f.chats().incoming(reactions(f, u"o1"_s, {kHeart})).value();
        f.reopen();
        QCOMPARE(reactionsTo(f, id), QStringList({u"ana "_s + kThumb, u"bruno "_s + kHeart}));
        f.chats().incoming(reactions(f, u"o1"_s, {})).value();
        QCOMPARE(reactionsTo(f, id), QStringList{u"ana "_s + kThumb});
        QCOMPARE(f.chats().unread(f.bruno), 0);
        QCOMPARE(f.chats().facts(f.bruno)->last->time, activity);
        QCOMPARE(f.bodies(), QStringList{u"hola"_s});
    }

    void comeBeforeWhatTheyAreFor()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"first"_s, u"o0"_s)).value();
        f.chats().incoming(reactions(f, u"m1"_s, {kThumb})).value();
        f.reopen();
        IncomingMessage late = f.said(u"second"_s, u"o1"_s);
        late.messageId = u"m1"_s; // it has two names
        const qint64 id = f.chats().incoming(late)->id;
        QCOMPARE(reactionsTo(f, id), QStringList{u"bruno "_s + kThumb});
        f.chats().incoming(reactions(f, u"o1"_s, {kHeart})).value();
        QCOMPARE(reactionsTo(f, id), QStringList{u"bruno "_s + kHeart});
        f.chats().incoming(correction(f, u"m1"_s, u"third"_s, u"o2"_s)).value();
        f.chats().incoming(reactions(f, u"o2"_s, {kThumb})).value(); // for the correction: for the message
        QCOMPARE(reactionsTo(f, id), QStringList{u"bruno "_s + kThumb});
    }

    void lateOnesDoNotTakeThePlaceOfNewer()
    {
        ChatFixture f;
        const qint64 id = f.chats().incoming(f.said(u"hola"_s, u"o1"_s))->id;
        f.chats().incoming(reactions(f, u"o1"_s, {})).value();
        f.chats().incoming(reactions(f, u"o1"_s, {kHeart})).value();
        f.chats().incoming(reactions(f, u"o1"_s, {})).value(); // taken back, which is kept
        IncomingMessage late = reactions(f, u"o1"_s, {kThumb});
        late.delay = f.clock.now().addSecs(-10);
        f.chats().incoming(late).value();
        QCOMPARE(reactionsTo(f, id), QStringList());
        f.clock.advance(std::chrono::seconds(60));
        late.delay = f.clock.now().addSecs(-10);
        f.chats().incoming(late).value();
        QCOMPARE(reactionsTo(f, id), QStringList{u"bruno "_s + kThumb});
    }

    /// XEP-0444 4.1: of the two that talk, about what they said to each other.
    void reactionsStayInTheirChat()
    {
        ChatFixture f;
        const qint64 id = f.chats().incoming(f.said(u"hola"_s, u"o1"_s))->id;
        IncomingMessage other = f.said(u"hi"_s, u"o9"_s);
        other.peer = other.sender = f.carla;
        f.chats().incoming(other).value();
        IncomingMessage stranger = reactions(f, u"o1"_s, {kThumb});
        stranger.peer = stranger.sender = f.carla;
        f.chats().incoming(stranger).value();
        QVERIFY(reactionsTo(f, id).isEmpty());
    }

    void reactsOurselves()
    {
        ChatFixture f;
        IncomingMessage said = f.said(u"hola"_s, u"o1"_s);
        said.messageId = u"m1"_s;
        const qint64 id = f.chats().incoming(said)->id;
        const qint64 change = f.chats().react(id, {kThumb, u"no emoji"_s, kThumb}).value();
        QVERIFY(change != 0);
        QCOMPARE(f.chats().react(id, {kThumb}).value(), 0); // nothing new
        f.reopen();
        QCOMPARE(reactionsTo(f, id), QStringList{u"ana "_s + kThumb});
        const auto pending = f.chats().pendingOutbox();
        QCOMPARE(pending.size(), 1);
        QCOMPARE(pending[0].what, OutgoingMessage::What::Reactions);
        QCOMPARE(pending[0].targetId, u"o1"_s); // XEP-0444 4.2
        QCOMPARE(pending[0].emojis, QStringList{kThumb});
        // What another device says at this moment the server knows already; ours comes after it (F43).
        f.chats().incoming(byUs(f, reactions(f, u"o1"_s, {kHeart}))).value();
        QCOMPARE(reactionsTo(f, id), QStringList{u"ana "_s + kThumb});
        f.chats().markSent(change);
        f.chats().incoming(byUs(f, reactions(f, u"o1"_s, {kHeart}))).value();
        QCOMPARE(reactionsTo(f, id), QStringList{u"ana "_s + kHeart});
        QCOMPARE(f.chats().ownReactions(id), QStringList{kHeart});
    }

    /// XEP-0444 3.3: what is refused has not happened.
    void aRefusedSetIsUndone()
    {
        ChatFixture f;
        const qint64 id = f.chats().incoming(f.said(u"hola"_s, u"o1"_s))->id;
        const qint64 first = f.chats().react(id, {kHeart}).value();
        f.chats().markSent(first);
        const qint64 second = f.chats().react(id, {kHeart, kThumb}).value();
        const QString wire = f.chats().pending(second)->originId;
        f.chats().markSent(second);
        QVERIFY(!f.chats().markBounced(f.bruno, wire, f.carla, kBounce)); // SECURITY A67
        QCOMPARE(f.chats().markBounced(f.bruno, wire, f.bruno, kBounce), std::optional<qint64>(id));
        QCOMPARE(reactionsTo(f, id), QStringList{u"ana "_s + kHeart});
        QCOMPARE(f.stateOf(id), DeliveryState::None);
    }

    // Answers.

    void anAnswerKnowsWhatItAnswers()
    {
        ChatFixture f;
        const qint64 own = composeSent(f, u"question"_s);
        IncomingMessage reply = answer(f, f.chats().message(own)->originId, u"yes"_s, u"o1"_s);
        reply.answersSender = f.ana;
        const qint64 id = f.chats().incoming(reply)->id;
        AnsweredMessage answered = *f.chats().context(*f.chats().message(id)).answers;
        QCOMPARE(answered, (AnsweredMessage{own, true, f.ana, u"question"_s, false}));
        QSignalSpy changed(&f.chats(), &Conversations::messageChanged);
        f.chats().correct(own, u"a better question"_s).value();
        QVERIFY(std::any_of(changed.cbegin(), changed.cend(),
                            [&](const auto &call) { return call[1].toLongLong() == id; }));
        f.reopen();
        answered = *f.chats().context(*f.chats().message(id)).answers;
        QCOMPARE(answered.text, u"a better question"_s);
    }

    void anAnswerToWhatIsNotHereYet()
    {
        ChatFixture f;
        const qint64 id = f.chats().incoming(answer(f, u"o0"_s, u"yes"_s, u"o1"_s))->id;
        AnsweredMessage answered = *f.chats().context(*f.chats().message(id)).answers;
        QCOMPARE(answered, (AnsweredMessage{0, false, {}, u"what it quotes"_s, false}));
        IncomingMessage original = f.said(u"question"_s, u"o0"_s);
        original.delay = f.clock.now().addSecs(-5);
        const qint64 target = f.chats().incoming(original)->id;
        answered = *f.chats().context(*f.chats().message(id)).answers;
        QCOMPARE(answered, (AnsweredMessage{target, false, f.bruno, u"question"_s, false}));
    }

    /// Who wrote what is answered is part of its name: nobody slips words under another's.
    void anAnswerNamesWhoSaidIt()
    {
        ChatFixture f;
        const qint64 own = composeSent(f, u"mine"_s);
        const QString origin = f.chats().message(own)->originId;
        f.chats().incoming(f.said(u"theirs, under the same id"_s, origin)).value();
        IncomingMessage reply = answer(f, origin, u"yes"_s, u"o1"_s);
        reply.answersSender = f.ana;
        const qint64 id = f.chats().incoming(reply)->id;
        QCOMPARE(f.chats().context(*f.chats().message(id)).answers->id, own);
        IncomingMessage itself = answer(f, u"o7"_s, u"myself"_s, u"o7"_s);
        QCOMPARE(f.chats().context(*f.chats().message(f.chats().incoming(itself)->id)).answers->id, 0);
    }

    void answersOurselves()
    {
        ChatFixture f;
        IncomingMessage said = f.said(u"hola"_s, u"o1"_s);
        said.messageId = u"m1"_s;
        const qint64 theirs = f.chats().incoming(said)->id;
        const qint64 id = f.chats().compose(f.bruno, u"¿qué tal?"_s, theirs).value();
        f.reopen();
        QCOMPARE(f.chats().context(*f.chats().message(id)).answers->id, theirs);
        OutgoingMessage pending = *f.chats().pending(id);
        QCOMPARE(pending.answers, u"o1"_s);
        QCOMPARE(pending.answersSender, f.bruno);
        QCOMPARE(pending.quoted, u"hola"_s);
        f.chats().noteAttempt(id);
        f.chats().markSent(id);
        // The correction says all of it again (XEP-0308 4).
        pending = *f.chats().pending(f.chats().correct(id, u"¿cómo estás?"_s).value());
        QCOMPARE(pending.body, u"¿cómo estás?"_s);
        QCOMPARE(pending.answers, u"o1"_s);
        // Of another chat it is no answer.
        const qint64 elsewhere = f.chats().compose(f.carla, u"hi"_s, theirs).value();
        QVERIFY(f.chats().pending(elsewhere)->answers.isEmpty());
    }

    // What was seen.

    void tellsOfWhatWasSeenOnce()
    {
        ChatFixture f;
        QList<qint64> ids;
        for (const QString &id : {u"o1"_s, u"o2"_s, u"o3"_s}) {
            IncomingMessage said = f.said(id, id);
            said.markable = id != u"o3";
            ids.append(f.chats().incoming(said)->id);
        }
        QVERIFY(f.chats().peersToTell().isEmpty());
        f.chats().markRead(f.bruno); // is not the same
        QVERIFY(f.chats().peersToTell().isEmpty());
        f.chats().markSeen(f.bruno, ids[0]);
        QCOMPARE(f.chats().untoldMarker(f.bruno), u"o1"_s);
        f.reopen();
        QCOMPARE(f.chats().peersToTell(), QList<Jid>{f.bruno});
        f.chats().markSeen(f.bruno, ids[2]);
        QCOMPARE(f.chats().untoldMarker(f.bruno), u"o2"_s); // the third did not ask
        f.chats().markTold(f.bruno);
        f.chats().markSeen(f.bruno, ids[0]);
        QVERIFY(f.chats().untoldMarker(f.bruno).isEmpty());
        f.reopen();
        QVERIFY(f.chats().peersToTell().isEmpty());
        f.chats().markSeen(f.carla, ids[2]); // of another chat
        QVERIFY(f.chats().peersToTell().isEmpty());
    }

    void isNotForgottenHereBeforeTheOthersHaveHeard()
    {
        ChatFixture f;
        const qint64 id = composeSent(f, u"regretted"_s);
        const qint64 corrected = composeSent(f, u"hloa"_s);
        const qint64 felt = composeSent(f, u"felt"_s);
        const QList<qint64> changes{f.chats().retract(id).value(),
                                    f.chats().correct(corrected, u"hola"_s).value(),
                                    f.chats().react(felt, {kThumb}).value()};
        for (const qint64 message : {id, corrected, felt})
            QVERIFY(!f.chats().forgetMessage(message));
        QCOMPARE(f.chats().pendingOutbox(10).size(), 3);
        for (const qint64 change : changes) {
            f.chats().noteAttempt(change);
            f.chats().markSent(change);
        }
        for (const qint64 message : {id, corrected, felt})
            QVERIFY(f.chats().forgetMessage(message));
        QCOMPARE(f.bodies(), QStringList());
    }

    void aRetractionTakesTheHintsAlong()
    {
        ChatFixture f;
        IncomingMessage said = f.said(u"They die."_s, u"o1"_s);
        said.spoiler = u"the end"_s;
        const qint64 theirs = f.chats().incoming(said)->id;
        IncomingMessage better = correction(f, u"o1"_s, u"They all die."_s, u"o2"_s);
        better.spoiler = u"the very end"_s;
        QVERIFY(f.chats().incoming(better));
        QVERIFY(f.chats().incoming(retraction(f, u"o1"_s, u"o3"_s)));
        QVERIFY(f.chats().message(theirs)->retracted.isValid());
        const qint64 ours = f.chats().compose(f.bruno, u"They live."_s, 0, u"a hint"_s).value();
        f.chats().noteAttempt(ours);
        f.chats().markSent(ours);
        QVERIFY(f.chats().retract(ours));
        // Neither on the disk nor on the wire.
        QVERIFY(!f.chats().pendingOutbox(10).last().spoiler);
        for (qint64 id = theirs; id <= ours + 5; ++id) {
            if (const auto row = f.store().messages().message(id))
                QVERIFY2(!row->spoiler, qPrintable(QString::number(id)));
        }
    }

    void readsFarBehindWithTheOtherDevice()
    {
        ChatFixture f;
        for (int i = 0; i < 700; ++i) {
            IncomingMessage said = f.said(QString::number(i), u"o%1"_s.arg(i));
            said.markable = true;
            f.chats().incoming(said).value();
        }
        // Ours among them are no news.
        for (int i = 0; i < 250; ++i)
            f.chats().incoming(byUs(f, f.said(u"ours"_s, u"u%1"_s.arg(i)))).value();
        f.chats().markRead(f.bruno);
        for (int i = 700; i < 1000; ++i) {
            IncomingMessage said = f.said(QString::number(i), u"o%1"_s.arg(i));
            said.markable = true;
            f.chats().incoming(said).value();
        }
        QCOMPARE(f.chats().unread(f.bruno), 300);
        f.chats().markReadElsewhere(f.bruno, u"o699"_s);
        QCOMPARE(f.chats().unread(f.bruno), 300);
        f.chats().markReadElsewhere(f.bruno, u"o749"_s);
        QCOMPARE(f.chats().unread(f.bruno), 250);
        const auto first = f.chats().message(f.chats().facts(f.bruno)->record.firstUnread);
        QCOMPARE(first->body, u"750"_s);
    }

    void readsWithTheOtherDevice()
    {
        ChatFixture f;
        for (const QString &id : {u"o1"_s, u"o2"_s}) {
            IncomingMessage said = f.said(id, id);
            said.markable = true;
            f.chats().incoming(said).value();
        }
        f.chats().markReadElsewhere(f.bruno, u"o1"_s);
        QCOMPARE(f.chats().unread(f.bruno), 1); // the one that stands behind it
        QCOMPARE(f.chats().facts(f.bruno)->record.firstUnread, f.chats().facts(f.bruno)->last->id);
        f.chats().markReadElsewhere(f.carla, u"o2"_s);
        f.chats().markReadElsewhere(f.bruno, u"nothing"_s);
        QCOMPARE(f.chats().unread(f.bruno), 1);
        f.chats().markReadElsewhere(f.bruno, u"o2"_s);
        QCOMPARE(f.chats().unread(f.bruno), 0);
        f.chats().markSeen(f.bruno, f.chats().facts(f.bruno)->last->id);
        QVERIFY(f.chats().untoldMarker(f.bruno).isEmpty()); // who wrote it knows
    }

    /// For notices: what is new, of ours, said now, by somebody else.
    void aReactionIsToldOnce()
    {
        ChatFixture f;
        const qint64 id = f.chats().compose(f.bruno, u"hola"_s).value();
        const QString origin = f.chats().message(id)->originId;
        f.chats().incoming(f.said(u"theirs"_s, u"t1"_s)).value();
        QSignalSpy reacted(&f.chats(), &Conversations::reacted);
        f.chats().incoming(reactions(f, u"t1"_s, {kThumb})).value(); // to their own
        f.chats().incoming(byUs(f, reactions(f, origin, {kThumb}))).value();
        IncomingMessage late = reactions(f, origin, {kThumb});
        late.source = IncomingMessage::Source::Archive;
        late.delay = f.clock.now().addSecs(-60);
        f.chats().incoming(late).value();
        f.chats().incoming(reactions(f, u"nobody"_s, {kThumb})).value();
        QCOMPARE(reacted.size(), 0);
        f.chats().incoming(reactions(f, origin, {kThumb, kHeart})).value();
        QCOMPARE(reacted.size(), 1);
        QCOMPARE(reacted[0][2].toStringList(), QStringList{kHeart});
        f.chats().incoming(reactions(f, origin, {kThumb, kHeart})).value();
        f.chats().incoming(reactions(f, origin, {})).value();
        QCOMPARE(reacted.size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_messagechanges)
#include "tst_messagechanges.moc"
