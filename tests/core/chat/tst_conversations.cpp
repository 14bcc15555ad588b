// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ConversationsTable.h"
#include "core/store/OutboxTable.h"
#include "core/store/SettingsTable.h"
#include "tests/support/ChatFixture.h"
#include "tests/support/Settle.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const Error kBounce{ErrorCode::StanzaItemNotFound, {}, u"gone"_s};

/// As another program would, with a connection of its own.
void execute(const QString &path, const QString &sql)
{
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        connection.setDatabaseName(path);
        if (!connection.open() || !QSqlQuery(connection).exec(sql))
            qFatal("cannot execute");
    }
    QSqlDatabase::removeDatabase(u"other"_s);
}

} // namespace

class tst_conversations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesNoMessageWithoutText()
    {
        ChatFixture f;
        QVERIFY(!f.chats().incoming(f.said(u""_s)));
        QVERIFY(!f.chats().compose(f.bruno, u""_s));
        QVERIFY(!f.chats().compose({}, u"hola"_s));
        QVERIFY(f.chats().peers().isEmpty());
    }

    void tellsWhatCame()
    {
        ChatFixture f;
        QSignalSpy added(&f.chats(), &Conversations::messageAdded);
        QSignalSpy changed(&f.chats(), &Conversations::conversationChanged);
        const auto first = f.chats().incoming(f.said(u"hola"_s, u"o1"_s)).value();
        QVERIFY(first.isNew);
        QCOMPARE(added.size(), 1);
        QCOMPARE(added[0][0].value<Jid>(), f.bruno);
        QCOMPARE(added[0][1].toLongLong(), first.id);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(f.chats().peers(), QList<Jid>{f.bruno});
        const auto facts = *f.chats().facts(f.bruno);
        QCOMPARE(facts.last->body, u"hola"_s);
        QCOMPARE(facts.last->time, f.clock.now());
        QVERIFY(!facts.last->delayed);
        QCOMPARE(facts.last->state, DeliveryState::None);
        QCOMPARE(f.chats().peerOf(first.id), f.bruno);
        QCOMPARE(f.chats().unread(f.bruno), 1);
        f.reopen();
        QCOMPARE(f.chats().facts(f.bruno)->last->body, u"hola"_s);
        QCOMPARE(f.chats().unread(f.bruno), 1);
    }

    // SECURITY A65, R02: copies are one row, and nobody hides what another one said.

    void isOneRowHoweverOftenItComes()
    {
        ChatFixture f;
        IncomingMessage live = f.said(u"hola"_s, u"o1"_s);
        live.stanzaId = u"s1"_s;
        live.stanzaIdBy = f.ana;
        const auto first = f.chats().incoming(live).value();
        QSignalSpy added(&f.chats(), &Conversations::messageAdded);
        IncomingMessage archived = live;
        archived.source = IncomingMessage::Source::Archive;
        archived.delay = f.clock.now().addSecs(-1);
        IncomingMessage resent = live;
        resent.stanzaId = u"s2"_s;
        resent.delay = f.clock.now().addSecs(-600);
        for (const IncomingMessage &copy : {live, archived, resent}) {
            const auto again = f.chats().incoming(copy).value();
            QVERIFY(!again.isNew);
            QCOMPARE(again.id, first.id);
        }
        QVERIFY(added.isEmpty());
        QCOMPARE(f.chats().unread(f.bruno), 1);
        QCOMPARE(f.bodies(), QStringList{u"hola"_s});
    }

    void learnsTheArchiveIdFromACopy()
    {
        ChatFixture f;
        const auto first = f.chats().incoming(f.said(u"hola"_s, u"o1"_s)).value();
        QSignalSpy changed(&f.chats(), &Conversations::messageChanged);
        IncomingMessage archived = f.said(u"hola"_s, u"o1"_s);
        archived.stanzaId = u"s1"_s;
        archived.stanzaIdBy = f.ana;
        QVERIFY(!f.chats().incoming(archived)->isNew);
        QCOMPARE(f.chats().message(first.id)->stanzaId, u"s1"_s);
        QCOMPARE(changed.size(), 1);
    }

    void hidesNobodyBehindAForgedId()
    {
        ChatFixture f;
        IncomingMessage forged = f.said(u"forged"_s, u"o1"_s);
        forged.peer = f.carla;
        forged.sender = f.carla;
        forged.stanzaId = u"s1"_s;
        forged.stanzaIdBy = f.ana;
        QVERIFY(f.chats().incoming(forged)->isNew);
        IncomingMessage genuine = f.said(u"genuine"_s, u"o1"_s);
        genuine.stanzaId = u"s1"_s;
        genuine.stanzaIdBy = f.ana;
        QVERIFY(f.chats().incoming(genuine)->isNew);
        // Not even one who writes under the id of a message of ours.
        const qint64 own = f.chats().compose(f.bruno, u"mine"_s).value();
        const QString ownId = f.chats().message(own)->originId;
        QVERIFY(f.chats().incoming(f.said(u"theirs"_s, ownId))->isNew);
        QCOMPARE(f.stateOf(own), DeliveryState::Queued);
        QCOMPARE(f.bodies(), QStringList({u"genuine"_s, u"mine"_s, u"theirs"_s}));
    }

    void knowsCopiesOfClientsWithoutOriginIds_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("secondsBefore");
        QTest::addColumn<bool>("isNew");
        QTest::newRow("id used again for other words") << u"adiós"_s << u"m1"_s << 0 << true;
        QTest::newRow("another id") << u"hola"_s << u"m2"_s << 0 << true;
        QTest::newRow("no id") << u"hola"_s << u""_s << 0 << true;
        QTest::newRow("id used again another day") << u"hola"_s << u"m1"_s << 90000 << true;
        QTest::newRow("the same") << u"hola"_s << u"m1"_s << 0 << false;
        QTest::newRow("the same, from the archive") << u"hola"_s << u"m1"_s << 30 << false;
    }

    void knowsCopiesOfClientsWithoutOriginIds()
    {
        QFETCH(QString, body);
        QFETCH(QString, id);
        QFETCH(int, secondsBefore);
        QFETCH(bool, isNew);
        ChatFixture f;
        IncomingMessage first = f.said(u"hola"_s);
        first.messageId = u"m1"_s;
        QVERIFY(f.chats().incoming(first)->isNew);
        IncomingMessage second = f.said(body);
        second.messageId = id;
        if (secondsBefore)
            second.delay = f.clock.now().addSecs(-secondsBefore);
        QCOMPARE(f.chats().incoming(second)->isNew, isNew);
    }

    // Order (UI R18, SECURITY R29).

    void insertsLateMessagesInPlace()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"1"_s)).value();
        f.clock.advance(std::chrono::minutes(10));
        f.chats().incoming(f.said(u"4"_s)).value();
        QSignalSpy added(&f.chats(), &Conversations::messageAdded);
        IncomingMessage late = f.said(u"2"_s);
        late.delay = f.clock.now().addSecs(-300);
        late.source = IncomingMessage::Source::Archive;
        const auto inserted = f.chats().incoming(late).value();
        late.body = u"3"_s; // said in the same second: in order of arrival
        f.chats().incoming(late).value();
        QCOMPARE(f.bodies(), QStringList({u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
        QVERIFY(f.chats().message(inserted.id)->delayed);
        IncomingMessage last = f.said(u"5"_s);
        last.delay = f.clock.now();
        QVERIFY(!f.chats().message(f.chats().incoming(last).value().id)->delayed); // nothing later was there
        QCOMPARE(f.chats().message(inserted.id)->time, late.delay);
        QCOMPARE(f.chats().facts(f.bruno)->last->body, u"5"_s);
        late.body = u"0"_s;
        late.delay = f.clock.now().addYears(-20);
        f.chats().incoming(late).value();
        QCOMPARE(f.bodies().first(), u"0"_s);
    }

    void keepsOrderWhateverTheClockSays()
    {
        ChatFixture f;
        QStringList expected;
        const QDateTime start = f.clock.now();
        for (const int years : {0, 10, -10, 0, -30, 5}) {
            f.clock.setNow(start.addYears(years));
            expected.append(QString::number(expected.size()));
            if (years % 2)
                f.chats().compose(f.bruno, expected.last()).value();
            else
                f.chats().incoming(f.said(expected.last())).value();
        }
        QCOMPARE(f.bodies(), expected);
        f.reopen();
        f.chats().incoming(f.said(u"end"_s)).value();
        QCOMPARE(f.bodies().last(), u"end"_s);
    }

    void believesNoFuture()
    {
        ChatFixture f;
        IncomingMessage future = f.said(u"tomorrow"_s);
        future.delay = f.clock.now().addDays(1);
        const auto added = f.chats().incoming(future).value();
        QCOMPARE(f.chats().message(added.id)->time, f.clock.now());
        f.clock.advance(std::chrono::seconds(1));
        f.chats().incoming(f.said(u"now"_s)).value();
        QCOMPARE(f.bodies(), QStringList({u"tomorrow"_s, u"now"_s}));
    }

    // Sending.

    void isOnDiskBeforeAnythingElse()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"hola"_s)).value();
        QCOMPARE(f.chats().unread(f.bruno), 1);
        const qint64 id = f.chats().compose(f.bruno, u"qué tal"_s).value();
        // Another connection sees it although no turn of the event loop has passed.
        auto reader = Store::open(f.path()).value();
        QCOMPARE(reader->messages().message(id)->state, DeliveryState::Queued);
        QVERIFY(reader->outbox().entry(id));
        QCOMPARE(f.chats().unread(f.bruno), 0);
        const auto pending = f.chats().pendingOutbox();
        QCOMPARE(pending.size(), 1);
        QCOMPARE(pending[0].body, u"qué tal"_s);
        QCOMPARE(pending[0].peer, f.bruno);
        QVERIFY(!pending[0].originId.isEmpty());
        QCOMPARE(pending[0].attempts, 0);
    }

    void queuesInOrderAcrossRestarts()
    {
        ChatFixture f;
        QList<qint64> ids;
        for (int i = 0; i < 5; ++i)
            ids.append(f.chats().compose(i % 2 ? f.bruno : f.carla, QString::number(i)).value());
        f.chats().noteAttempt(ids[0]);
        QVERIFY(f.chats().markSent(ids[1]));
        const QString originId = f.chats().pending(ids[0])->originId;
        f.reopen();
        const auto pending = f.chats().pendingOutbox();
        QCOMPARE(pending.size(), 4);
        QCOMPARE(pending[0].id, ids[0]);
        QCOMPARE(pending[0].attempts, 1);
        QCOMPARE(pending[0].originId, originId);
        QCOMPARE(pending[1].id, ids[2]);
        QCOMPARE(pending[3].id, ids[4]);
        QCOMPARE(f.chats().pendingOutbox(2).size(), 2);
    }

    void changesNothingWhenTheDiskIsFull()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"hola"_s)).value();
        f.chats().setDraft(f.bruno, {u"texto"_s});
        QVERIFY(f.store().commit());
        Store::Options options;
        options.sizeLimit = 4096;
        auto full = Store::open(f.path(), options).value();
        Conversations chats(f.account, f.ana, *full, f.clock, f.ids);
        QSignalSpy added(&chats, &Conversations::messageAdded);
        const auto composed = chats.compose(f.bruno, QString(100000, u'x'));
        QVERIFY(!composed);
        QCOMPARE(composed.error().code, ErrorCode::StoreFull);
        QVERIFY(added.isEmpty());
        QCOMPARE(chats.draft(f.bruno).text, u"texto"_s);
        QVERIFY(chats.pendingOutbox().isEmpty());
        settle(); // the rollback makes it read again
        QCOMPARE(chats.facts(f.bruno)->last->body, u"hola"_s);
        QCOMPARE(chats.lastMessages(f.bruno, 5).size(), 1);
    }

    // Delivery states (SECURITY A67, R05).

    void believesOnlyTheAddressee_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<bool>("wrongId");
        QTest::addColumn<bool>("believed");
        QTest::newRow("a stranger") << u"mallory@example.com"_s << false << false;
        QTest::newRow("the addressee's server") << u"example.net"_s << false << false;
        QTest::newRow("nobody") << QString() << false << false;
        QTest::newRow("ourselves") << u"ana@example.org"_s << false << false;
        QTest::newRow("unknown id") << u"bruno@example.net/phone"_s << true << false;
        QTest::newRow("the addressee") << u"bruno@example.net"_s << false << true;
        QTest::newRow("a device of theirs") << u"bruno@example.net/phone"_s << false << true;
    }

    void believesOnlyTheAddressee()
    {
        QFETCH(QString, from);
        QFETCH(bool, wrongId);
        QFETCH(bool, believed);
        const Jid sender = from.isEmpty() ? Jid() : Jid::fromNormalized(from);
        ChatFixture f;
        const qint64 id = f.chats().compose(f.bruno, u"hola"_s).value();
        const qint64 bounced = f.chats().compose(f.bruno, u"otra"_s).value();
        f.chats().markSent(id);
        const auto name
            = [&](qint64 row) { return wrongId ? u"unknown"_s : f.chats().message(row)->originId; };
        QCOMPARE(f.chats().markDelivered(f.bruno, name(id), sender), believed);
        QCOMPARE(f.stateOf(id), believed ? DeliveryState::Delivered : DeliveryState::Sent);
        QCOMPARE(f.chats().markBounced(f.bruno, name(bounced), sender, kBounce).has_value(), believed);
        QCOMPARE(f.stateOf(bounced), believed ? DeliveryState::Failed : DeliveryState::Queued);
        // In another chat the id means nothing.
        QVERIFY(!f.chats().markDelivered(f.carla, name(id), f.carla));
        // What others said cannot be acknowledged.
        f.chats().incoming(f.said(u"suyo"_s, u"theirs"_s)).value();
        QVERIFY(!f.chats().markDelivered(f.bruno, u"theirs"_s, f.bruno));
    }

    void neverGoesBack_data()
    {
        QTest::addColumn<QString>("news");
        QTest::addColumn<DeliveryState>("state");
        // s: acknowledged by the server, r: receipt, d: displayed, e: error stanza
        QTest::newRow("nothing") << u""_s << DeliveryState::Queued;
        QTest::newRow("sent") << u"s"_s << DeliveryState::Sent;
        QTest::newRow("sent twice") << u"ss"_s << DeliveryState::Sent;
        QTest::newRow("accepted") << u"sr"_s << DeliveryState::Delivered;
        QTest::newRow("receipt before ack") << u"rs"_s << DeliveryState::Delivered;
        QTest::newRow("refused") << u"se"_s << DeliveryState::Failed;
        QTest::newRow("refused before ack") << u"es"_s << DeliveryState::Failed;
        QTest::newRow("error after receipt") << u"sre"_s << DeliveryState::Delivered;
        QTest::newRow("receipt after error") << u"ser"_s << DeliveryState::Delivered;
        QTest::newRow("error twice, then receipt") << u"seer"_s << DeliveryState::Delivered;
        QTest::newRow("displayed") << u"srd"_s << DeliveryState::Displayed;
        QTest::newRow("receipt after displayed") << u"sdr"_s << DeliveryState::Displayed;
        QTest::newRow("error after displayed") << u"sde"_s << DeliveryState::Displayed;
    }

    void neverGoesBack()
    {
        QFETCH(QString, news);
        QFETCH(DeliveryState, state);
        ChatFixture f;
        const qint64 id = f.chats().compose(f.bruno, u"hola"_s).value();
        const QString originId = f.chats().message(id)->originId;
        for (const QChar each : news) {
            if (each == u's')
                f.chats().markSent(id);
            else if (each == u'r')
                f.chats().markDelivered(f.bruno, originId, f.bruno);
            else if (each == u'd')
                f.chats().markDisplayed(f.bruno, originId, f.bruno);
            else
                f.chats().markBounced(f.bruno, originId, f.bruno, kBounce);
        }
        QCOMPARE(f.stateOf(id), state);
        QCOMPARE(f.chats().message(id)->error.has_value(), state == DeliveryState::Failed);
        QCOMPARE(f.chats().pending(id).has_value(), state == DeliveryState::Queued);
        QCOMPARE(f.chats().facts(f.bruno)->last->state, state);
        f.reopen();
        QCOMPARE(f.stateOf(id), state);
    }

    void displaysWhatStandsAbove()
    {
        ChatFixture f;
        QList<qint64> ids;
        for (int i = 0; i < 4; ++i) {
            ids.append(f.chats().compose(f.bruno, QString::number(i)).value());
            f.chats().markSent(ids.last());
        }
        f.chats().markBounced(f.bruno, f.chats().message(ids[1])->originId, f.bruno, kBounce);
        QVERIFY(f.chats().markDisplayed(f.bruno, f.chats().message(ids[2])->originId, f.bruno));
        QCOMPARE(f.stateOf(ids[0]), DeliveryState::Displayed);
        QCOMPARE(f.stateOf(ids[1]), DeliveryState::Failed);
        QCOMPARE(f.stateOf(ids[2]), DeliveryState::Displayed);
        QCOMPARE(f.stateOf(ids[3]), DeliveryState::Sent);
    }

    // SECURITY R03, R29: catching up brings the archive's order, whatever its clock says.

    void catchesUpInTheOrderOfTheArchive_data()
    {
        QTest::addColumn<QStringList>("before"); ///< known when the stream begins
        QTest::addColumn<QStringList>("during"); ///< come live before the archive is read
        QTest::addColumn<int>("clock"); ///< the server's, in seconds
        QTest::newRow("what was missed") << QStringList{u"1"_s} << QStringList{} << 0;
        QTest::newRow("stamps from before what is here") << QStringList{u"1"_s} << QStringList{} << -7200;
        QTest::newRow("stamps from after what comes") << QStringList{u"1"_s} << QStringList{u"4"_s} << 7200;
        QTest::newRow("what comes meanwhile") << QStringList{u"1"_s} << QStringList{u"4"_s, u"5"_s} << 0;
        QTest::newRow("the same, the server's clock late")
            << QStringList{u"1"_s} << QStringList{u"4"_s} << -60;
        QTest::newRow("after a reading that failed")
            << QStringList{u"1"_s, u"3"_s} << QStringList{u"5"_s} << 0;
        QTest::newRow("the same, early") << QStringList{u"1"_s, u"4"_s} << QStringList{u"5"_s} << -60;
        QTest::newRow("nothing was here") << QStringList{} << QStringList{} << 0;
        QTest::newRow("everything was")
            << QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s} << QStringList{} << -60;
    }

    void catchesUpInTheOrderOfTheArchive()
    {
        QFETCH(QStringList, before);
        QFETCH(QStringList, during);
        QFETCH(int, clock);
        ChatFixture f;
        const QDateTime began = f.clock.now();
        const auto live = [&](const QString &text) {
            auto message = f.said(text, u"o"_s + text);
            message.messageId = u"o"_s + text;
            QVERIFY(f.chats().incoming(message));
        };
        for (const QString &text : before) {
            live(text);
            f.clock.advance(std::chrono::milliseconds(700));
        }
        f.clock.advance(std::chrono::seconds(30));
        for (const QString &text : during)
            live(text);
        for (int number = 1; number <= 5; ++number) {
            auto message = f.said(QString::number(number), u"o%1"_s.arg(number));
            message.source = IncomingMessage::Source::Archive;
            message.delay = began.addSecs(clock + number / 2); // of whole seconds
            message.rank = 100 + number;
            QVERIFY(f.chats().incoming(message));
        }
        QStringList order;
        for (const MessageRecord &message : f.chats().lastMessages(f.bruno, 10))
            order.append(message.body);
        QCOMPARE(order, (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}));
        QCOMPARE(f.chats().facts(f.bruno)->last->body, u"5"_s);
        f.reopen();
        QCOMPARE(f.chats().facts(f.bruno)->last->body, u"5"_s);
    }

    void findsItsMessageSentWhenTheArchiveHasIt()
    {
        ChatFixture f;
        const qint64 id = f.chats().compose(f.bruno, u"hola"_s).value();
        IncomingMessage archived;
        archived.peer = f.bruno;
        archived.sender = f.ana;
        archived.outgoing = true;
        archived.body = u"hola"_s;
        archived.messageId = f.chats().message(id)->originId;
        archived.stanzaId = u"s1"_s;
        archived.stanzaIdBy = f.ana;
        archived.source = IncomingMessage::Source::Archive;
        const auto found = f.chats().incoming(archived).value();
        QCOMPARE(found.id, id);
        QCOMPARE(f.stateOf(id), DeliveryState::Sent);
        QVERIFY(!f.chats().pending(id));
        QCOMPARE(f.chats().message(id)->stanzaId, u"s1"_s);
    }

    void retriesAtTheEnd()
    {
        ChatFixture f;
        const qint64 id = f.chats().compose(f.bruno, u"first"_s).value();
        QVERIFY(!f.chats().retry(id));
        QVERIFY(f.chats().markFailed(id, kBounce));
        f.clock.advance(std::chrono::minutes(1));
        f.chats().incoming(f.said(u"second"_s)).value();
        QSignalSpy removed(&f.chats(), &Conversations::messageRemoved);
        QSignalSpy added(&f.chats(), &Conversations::messageAdded);
        QVERIFY(f.chats().retry(id));
        QCOMPARE(removed.size(), 1);
        QCOMPARE(added.size(), 1);
        QCOMPARE(f.bodies(), QStringList({u"second"_s, u"first"_s}));
        QCOMPARE(f.chats().message(id)->time, f.clock.now());
        QCOMPARE(f.stateOf(id), DeliveryState::Queued);
        QVERIFY(f.chats().pending(id));
        QVERIFY(!f.chats().retry(4711));
        // The last one stays where it is.
        QVERIFY(f.chats().markFailed(id, kBounce));
        QVERIFY(f.chats().retry(id));
        QCOMPARE(removed.size(), 1);
    }

    void removesOnlyWhatHasNotLeft()
    {
        ChatFixture f;
        const qint64 sent = f.chats().compose(f.bruno, u"sent"_s).value();
        const qint64 queued = f.chats().compose(f.bruno, u"queued"_s).value();
        f.chats().markSent(sent);
        const auto theirs = f.chats().incoming(f.said(u"theirs"_s)).value();
        QVERIFY(!f.chats().removeMessage(sent));
        QVERIFY(!f.chats().removeMessage(theirs.id));
        QVERIFY(f.chats().removeMessage(queued));
        QVERIFY(!f.chats().removeMessage(queued));
        QVERIFY(f.chats().pendingOutbox().isEmpty());
        QCOMPARE(f.bodies(), QStringList({u"sent"_s, u"theirs"_s}));
    }

    /// R03: stamps of a server whose clock differs, or that knows seconds only, turn nobody's words around.
    void keepsTheOrderOfOneSender()
    {
        ChatFixture f;
        f.chats().compose(f.bruno, u"mine, before"_s).value();
        f.clock.advance(std::chrono::minutes(10));
        f.chats().incoming(f.said(u"1"_s)).value();
        f.clock.advance(std::chrono::minutes(10));
        f.chats().compose(f.bruno, u"mine, after"_s).value();
        IncomingMessage late = f.said(u"2"_s);
        late.source = IncomingMessage::Source::Offline;
        late.delay = f.clock.now().addSecs(-3600);
        f.chats().incoming(late).value();
        late.body = u"3"_s;
        late.delay = late.delay.addSecs(-3600);
        f.chats().incoming(late).value();
        QCOMPARE(f.bodies(), QStringList({u"mine, before"_s, u"1"_s, u"2"_s, u"3"_s, u"mine, after"_s}));
    }

    // Unread, drafts, and what a chat list keeps.

    void countsUnread()
    {
        ChatFixture f;
        QSignalSpy total(&f.chats(), &Conversations::unreadTotalChanged);
        QSignalSpy read(&f.chats(), &Conversations::read);
        const auto first = f.chats().incoming(f.said(u"1"_s)).value();
        f.chats().incoming(f.said(u"2"_s)).value();
        QCOMPARE(f.chats().unread(f.bruno), 2);
        QCOMPARE(f.chats().unreadTotal(), 2);
        QCOMPARE(f.chats().facts(f.bruno)->record.firstUnread, first.id);
        // One that was said before them moves the line up.
        IncomingMessage late = f.said(u"0"_s);
        late.delay = f.clock.now().addSecs(-60);
        late.source = IncomingMessage::Source::Archive;
        const auto earlier = f.chats().incoming(late).value();
        QCOMPARE(f.chats().facts(f.bruno)->record.firstUnread, earlier.id);
        f.reopen();
        QCOMPARE(f.chats().unread(f.bruno), 3);
        QSignalSpy readAgain(&f.chats(), &Conversations::read);
        f.chats().markRead(f.bruno);
        f.chats().markRead(f.bruno);
        QCOMPARE(readAgain.size(), 1);
        QCOMPARE(f.chats().unread(f.bruno), 0);
        QCOMPARE(f.chats().facts(f.bruno)->record.firstUnread, 0);
        f.reopen();
        QCOMPARE(f.chats().unread(f.bruno), 0);
        // Old history from the archive is not news, newer messages from there are.
        IncomingMessage history = f.said(u"history"_s);
        history.source = IncomingMessage::Source::Archive;
        history.delay = f.clock.now().addDays(-1);
        f.chats().incoming(history).value();
        QCOMPARE(f.chats().unread(f.bruno), 0);
        f.clock.advance(std::chrono::hours(1));
        history.body = u"missed"_s;
        history.delay = f.clock.now().addSecs(-60);
        f.chats().incoming(history).value();
        QCOMPARE(f.chats().unread(f.bruno), 1);
    }

    void isReadByAnswering()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"1"_s)).value();
        QSignalSpy read(&f.chats(), &Conversations::read);
        IncomingMessage carbon;
        carbon.peer = f.bruno;
        carbon.outgoing = true;
        carbon.body = u"from the phone"_s;
        carbon.originId = u"c1"_s;
        carbon.source = IncomingMessage::Source::CarbonCopy;
        const auto added = f.chats().incoming(carbon).value();
        QCOMPARE(f.stateOf(added.id), DeliveryState::Sent);
        QCOMPARE(f.chats().message(added.id)->sender, f.ana);
        QCOMPARE(f.chats().unread(f.bruno), 0);
        QCOMPARE(read.size(), 1);
    }

    void leavesMutedChatsOutOfTheTotal()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"1"_s)).value();
        f.chats().setMuted(f.bruno, true);
        QVERIFY(f.chats().isMuted(f.bruno));
        QCOMPARE(f.chats().unreadTotal(), 0);
        f.chats().incoming(f.said(u"2"_s)).value();
        QCOMPARE(f.chats().unreadTotal(), 0);
        QCOMPARE(f.chats().unread(f.bruno), 2);
        f.reopen();
        QVERIFY(f.chats().isMuted(f.bruno));
        f.chats().setMuted(f.bruno, false);
        QCOMPARE(f.chats().unreadTotal(), 2);
    }

    void keepsDrafts()
    {
        ChatFixture f;
        f.chats().setDraft(f.carla, {u""_s});
        QVERIFY(f.chats().peers().isEmpty());
        QSignalSpy changed(&f.chats(), &Conversations::conversationChanged);
        f.chats().setDraft(f.bruno, {u"borrador"_s});
        f.chats().setDraft(f.bruno, {u"borrador"_s});
        QCOMPARE(changed.size(), 1);
        f.chats().setDraft(f.carla, {u"para Carla"_s});
        f.reopen();
        QCOMPARE(f.chats().draft(f.bruno).text, u"borrador"_s);
        QCOMPARE(f.chats().draft(f.carla).text, u"para Carla"_s);
        QCOMPARE(f.chats().facts(f.bruno)->record.draftTime, f.clock.now());
        // Sending it takes it along, an answer from elsewhere does not.
        f.chats().compose(f.bruno, u"borrador"_s).value();
        QVERIFY(f.chats().draft(f.bruno).text.isEmpty());
        f.chats().compose(f.carla, u"sí"_s).value();
        QCOMPARE(f.chats().draft(f.carla).text, u"para Carla"_s);
    }

    void aDraftKeepsWhatItIsAbout()
    {
        ChatFixture f;
        const qint64 theirs = f.chats().incoming(f.said(u"¿vienes?"_s, u"q"_s))->id;
        const qint64 ours = f.chats().compose(f.bruno, u"manana"_s).value();
        const Draft draft{u"a las ocho"_s, theirs, ours, u"mañana"_s};
        f.chats().setDraft(f.bruno, draft);
        const QDateTime written = f.chats().facts(f.bruno)->record.draftTime;
        f.clock.advance(std::chrono::minutes(5));
        // What is not about the words is no reason to stand higher in the list.
        f.chats().setDraft(f.bruno, {draft.text, theirs});
        f.chats().setDraft(f.bruno, draft);
        QCOMPARE(f.chats().facts(f.bruno)->record.draftTime, written);
        f.reopen();
        QCOMPARE(f.chats().draft(f.bruno), draft);
        // Sent from elsewhere: with the words goes what they answered.
        f.chats().compose(f.bruno, draft.text).value();
        QCOMPARE(f.chats().draft(f.bruno), (Draft{{}, 0, ours, u"mañana"_s}));
        f.reopen();
        QCOMPARE(f.chats().draft(f.bruno), (Draft{{}, 0, ours, u"mañana"_s}));
    }

    void closesAndComesBack()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"1"_s)).value();
        f.chats().setPinned(f.bruno, true);
        QSignalSpy removed(&f.chats(), &Conversations::conversationRemoved);
        f.chats().close(f.bruno);
        f.chats().close(f.bruno);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(f.chats().unreadTotal(), 0);
        QVERIFY(f.chats().peers().isEmpty());
        f.reopen();
        QVERIFY(f.chats().peers().isEmpty());
        f.chats().incoming(f.said(u"2"_s)).value();
        QCOMPARE(f.chats().peers().size(), 1);
        QVERIFY(!f.chats().facts(f.bruno)->record.pinned);
        QCOMPARE(f.bodies(), QStringList({u"1"_s, u"2"_s}));
        QCOMPARE(f.chats().unreadTotal(), 1);
        f.chats().open(f.carla);
        QCOMPARE(f.chats().peers().size(), 2);
        f.reopen();
        QCOMPARE(f.chats().peers().size(), 2);
    }

    void removesAConversationWhole()
    {
        ChatFixture f;
        const auto id = f.chats().incoming(f.said(u"1"_s)).value().id;
        f.chats().compose(f.bruno, u"2"_s).value();
        QSignalSpy cleared(&f.chats(), &Conversations::messagesCleared);
        f.chats().removeConversation(f.bruno);
        QCOMPARE(cleared.size(), 1);
        QVERIFY(!f.chats().message(id));
        QVERIFY(f.chats().pendingOutbox().isEmpty());
        QVERIFY(f.chats().peers().isEmpty());
        f.chats().incoming(f.said(u"again"_s)).value();
        QCOMPARE(f.bodies(), QStringList{u"again"_s});
    }

    // SECURITY A114.
    void keepsAnyTextAndAddressAsItIs()
    {
        ChatFixture f;
        const Jid odd = Jid::fromNormalized(u"o'\"%_--;drop@example.net"_s);
        const QString body = u"'; DROP TABLE messages;-- %_ \" \U0001F642"_s;
        f.chats().compose(odd, body).value();
        f.chats().setDraft(odd, {body});
        f.reopen();
        QCOMPARE(f.chats().peers(), QList<Jid>{odd});
        QCOMPARE(f.chats().facts(odd)->last->body, body);
        QCOMPARE(f.chats().draft(odd).text, body);
    }

    void writesAChatsStateLaterIfItCannotNow()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"1"_s)).value();
        QVERIFY(f.store().commit());
        execute(f.path(),
                u"CREATE TRIGGER no BEFORE UPDATE ON conversations "
                "BEGIN SELECT RAISE(ABORT, 'not now'); END"_s);
        f.chats().incoming(f.said(u"2"_s)).value();
        QVERIFY(f.store().commit());
        execute(f.path(), u"DROP TRIGGER no"_s);
        // Whatever else is written next takes it along.
        QVERIFY(f.store().settings().setValue(u"k"_s, 1));
        QVERIFY(f.store().commit());
        const auto reader = Store::open(f.path()).value();
        QCOMPARE(reader->conversations().all(f.account).first().unread, 2);
    }

    // SECURITY A119.
    void takesAFloodInATurn()
    {
        ChatFixture f;
        QSignalSpy commits(&f.store(), &Store::aboutToCommit);
        for (int i = 0; i < 10'000; ++i)
            f.chats().incoming(f.said(QString::number(i), u"o"_s + QString::number(i))).value();
        QVERIFY2(commits.size() < 100, qPrintable(QString::number(commits.size())));
        f.reopen();
        QCOMPARE(f.chats().unread(f.bruno), 10'000);
        QCOMPARE(f.bodies().size(), 10'000);
    }
};

QTEST_GUILESS_MAIN(tst_conversations)
#include "tst_conversations.moc"
