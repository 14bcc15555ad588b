// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/ArchiveLedger.h"
#include "core/chat/MessageOrder.h"
#include "core/models/ConversationModel.h"
#include "tests/support/ChatFixture.h"
#include "tests/support/ModelAudit.h"

#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

QStringList bodies(const QAbstractItemModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row, 0).data(roles::Body).toString());
    return all;
}

/// "from" to "to" as texts.
QStringList numbers(int from, int to)
{
    QStringList all;
    for (int i = from; i <= to; ++i)
        all.append(QString::number(i));
    return all;
}

/// Bruno says "0", "1" and so on.
void fill(ChatFixture &f, int count)
{
    for (int i = 0; i < count; ++i)
        f.chats().incoming(f.said(QString::number(i))).value();
}

} // namespace

class tst_conversation_model : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsFacts()
    {
        ChatFixture f;
        ConversationModel model(f.chats(), f.roster(), f.bruno, u"Ana"_s);
        ModelAudit audit(&model);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.canFetchMore({}));
        IncomingMessage late = f.said(u"hola"_s);
        late.delay = f.clock.now().addSecs(-60);
        const auto theirs = f.chats().incoming(late).value();
        const qint64 ours = f.chats().compose(f.bruno, u"qué tal"_s).value();
        QCOMPARE(bodies(model), QStringList({u"hola"_s, u"qué tal"_s}));
        const QModelIndex first = model.indexOf(theirs.id);
        const QModelIndex second = model.indexOf(ours);
        QCOMPARE(first.row(), 0);
        QCOMPARE(first.data(roles::MessageId).toLongLong(), theirs.id);
        QVERIFY(!first.data(roles::Outgoing).toBool());
        QCOMPARE(first.data(roles::Sender).toString(), u"bruno@example.net"_s);
        QCOMPARE(first.data(roles::SenderName).toString(), u"bruno@example.net"_s);
        QVERIFY(!first.data(roles::Delayed).toBool()); // nothing later was there
        QCOMPARE(first.data(roles::Time).toDateTime(), late.delay);
        QCOMPARE(first.data(roles::State).toInt(), int(DeliveryState::None));
        QVERIFY(second.data(roles::Outgoing).toBool());
        QCOMPARE(second.data(roles::SenderName).toString(), u"Ana"_s);
        QCOMPARE(second.data(roles::State).toInt(), int(DeliveryState::Queued));

        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        f.chats().markSent(ours);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(second.data(roles::State).toInt(), int(DeliveryState::Sent));
        f.chats().markFailed(ours, {ErrorCode::StanzaGone});
        QCOMPARE(second.data(roles::FailureError).value<Error>().code, ErrorCode::StanzaGone);
        f.roster().setPresence(f.bruno, {.availability = Availability::Away});
        QCOMPARE(changed.size(), 2);
        f.roster().setContact({.jid = f.bruno, .name = u"Bruno"_s});
        QCOMPARE(changed.size(), 3);
        QCOMPARE(first.data(roles::SenderName).toString(), u"Bruno"_s);
        QVERIFY(f.chats().removeMessage(ours));
        QCOMPARE(model.rowCount(), 1);
        // Other chats are none of its business.
        f.chats().compose(f.carla, u"x"_s).value();
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!model.indexOf(4711).isValid());
    }

    void insertsLateMessagesInPlace()
    {
        ChatFixture f;
        const QDateTime start = f.clock.now();
        f.chats().incoming(f.said(u"1"_s)).value();
        f.clock.advance(std::chrono::minutes(10));
        f.chats().incoming(f.said(u"4"_s)).value();
        ConversationModel model(f.chats(), f.roster(), f.bruno, u"Ana"_s);
        ModelAudit audit(&model);
        const auto late = [&](const QString &body, int minutes) {
            IncomingMessage message = f.said(body);
            message.delay = start.addSecs(minutes * 60);
            message.source = IncomingMessage::Source::Archive;
            f.chats().incoming(message).value();
        };
        late(u"3"_s, 6);
        late(u"2"_s, 3);
        late(u"0"_s, -3);
        QCOMPARE(bodies(model), numbers(0, 4));
        // A failed message that is sent again moves to the end.
        const qint64 id = f.chats().compose(f.bruno, u"6"_s).value();
        f.chats().markFailed(id, {});
        f.chats().incoming(f.said(u"5"_s)).value();
        QVERIFY(f.chats().retry(id));
        QCOMPARE(bodies(model), numbers(0, 6));
    }

    /// R18: what is missing is told by the rows at its edges.
    void tellsWhatIsMissing()
    {
        ChatFixture f;
        ArchiveLedger ledger(f.chats().account(), f.chats().own(), f.store());
        ConversationModel model(f.chats(), f.roster(), f.bruno, u"Ana"_s);
        ModelAudit audit(&model);
        model.setLedger(&ledger);
        QVERIFY(!model.gapWhenEmpty());
        const auto gap = [&](int row, int role) {
            const QVariant value = model.index(row, 0).data(role);
            return value.isValid() ? value.value<ArchiveGap>().range : 0;
        };
        QSignalSpy empty(&model, &ConversationModel::gapWhenEmptyChanged);
        const qint64 range = ledger.open({.firstId = u"b"_s,
                                          .firstTime = f.clock.now(),
                                          .firstRank = 100,
                                          .lastId = u"c"_s,
                                          .lastRank = 200});
        QCOMPARE(empty.size(), 1);
        QVERIFY(model.gapWhenEmpty());
        QCOMPARE(model.gapWhenEmpty()->range, range);
        const auto place = [&](const QString &body, qint64 rank) {
            IncomingMessage message = f.said(body);
            message.rank = rank;
            message.source = IncomingMessage::Source::Archive;
            message.delay = f.clock.now();
            f.chats().incoming(message).value();
            ledger.deepen(range, u"b"_s, {}, 100); // the page is in
        };
        place(u"old"_s, 50);
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(gap(0, roles::GapBelow), range); // it is not of the range: what follows is missing
        place(u"new"_s, 101);
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(gap(0, roles::GapBelow), 0);
        QCOMPARE(gap(0, roles::GapAbove), 0);
        QCOMPARE(gap(1, roles::GapAbove), range);
        // What is known of this chat reaches further.
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        ledger.deepen({range, f.bruno, u"a"_s, 40, false});
        QCOMPARE(gap(1, roles::GapAbove), 0);
        QCOMPARE(gap(0, roles::GapAbove), range);
        QCOMPARE(changed.size(), 2);
        ledger.setGapState(f.bruno, range, ArchiveGap::State::Loading);
        QCOMPARE(changed.size(), 3);
        QCOMPARE(int(model.index(0, 0).data(roles::GapAbove).value<ArchiveGap>().state),
                 int(ArchiveGap::State::Loading));
        ledger.reachStart(range);
        QCOMPARE(gap(0, roles::GapAbove), 0);
    }

    /// What the archive has between two rows that stand close together moves those apart.
    void followsRowsThatMakeRoom()
    {
        ChatFixture f;
        ConversationModel model(f.chats(), f.roster(), f.bruno, u"Ana"_s);
        ModelAudit audit(&model);
        const auto take = [&](const QString &body, qint64 rank, int second) {
            IncomingMessage message = f.said(body);
            message.rank = rank;
            message.source = IncomingMessage::Source::Archive;
            message.delay = f.clock.now().addSecs(second);
            f.chats().incoming(message).value();
        };
        take(u"first"_s, 100, -60);
        take(u"last but one"_s, 200, -60); // of the same second, so with the next key
        take(u"last"_s, 201, -60);
        QTRY_COMPARE(model.rowCount(), 3);
        for (int i = 1; i <= 5; ++i)
            take(QString::number(i), 100 + i, 0);
        QTRY_COMPARE(bodies(model),
                     QStringList{u"first"_s} + numbers(1, 5) + (QStringList{u"last but one"_s, u"last"_s}));
        QCOMPARE(f.bodies(), bodies(model));
        QCOMPARE(f.chats().facts(f.bruno)->last->body, u"last"_s);
    }

    void growsByPages()
    {
        ChatFixture f;
        fill(f, 120);
        ConversationModel model(f.chats(), f.roster(), f.bruno, u"Ana"_s);
        ModelAudit audit(&model);
        QCOMPARE(bodies(model), numbers(70, 119));
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QCOMPARE(bodies(model), numbers(20, 119));
        // What is older than the window waits for its page.
        IncomingMessage old = f.said(u"old"_s);
        old.delay = f.clock.now().addYears(-1);
        old.source = IncomingMessage::Source::Archive;
        f.chats().incoming(old).value();
        QCOMPARE(model.rowCount(), 100);
        model.fetchMore({});
        QCOMPARE(bodies(model), QStringList(u"old"_s) + numbers(0, 119));
        QVERIFY(!model.canFetchMore({}));
        model.fetchMore({});
        QCOMPARE(model.rowCount(), 121);
        QVERIFY(!model.canFetchNewer());
        model.fetchNewer();
        QCOMPARE(model.rowCount(), 121);
    }

    void endsExactlyAtAPage()
    {
        ChatFixture f;
        fill(f, 100);
        ConversationModel model(f.chats(), f.roster(), f.bruno, u"Ana"_s);
        ModelAudit audit(&model);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.rowCount(), 100);
    }

    void goesWhereItIsPointed()
    {
        ChatFixture f;
        fill(f, 500);
        ConversationModel model(f.chats(), f.roster(), f.bruno, u"Ana"_s);
        ModelAudit audit(&model);
        const qint64 third = f.chats().messagesAfter(f.bruno, {}, 3).last().id;
        const qint64 newest = f.chats().facts(f.bruno)->last->id;
        QCOMPARE(model.goTo(newest), 49); // in the window: no reset
        QCOMPARE(model.goTo(4711), -1);
        audit.allowReset();
        QCOMPARE(model.goTo(third), 2);
        QCOMPARE(bodies(model), numbers(0, 27));
        QVERIFY(!model.canFetchMore({}));
        QVERIFY(model.canFetchNewer());
        // What comes now is behind the window.
        f.chats().incoming(f.said(u"500"_s)).value();
        QCOMPARE(model.rowCount(), 28);
        model.fetchNewer();
        QCOMPARE(bodies(model), numbers(0, 77));
        audit.allowReset();
        model.goToNewest();
        QCOMPARE(bodies(model), numbers(451, 500));
        model.goToNewest();
        for (int i = 0; i < 20; ++i)
            model.fetchMore({});
        QCOMPARE(bodies(model), numbers(0, 500));
    }

    void holdsNoMoreThanItsWindow()
    {
        ChatFixture f;
        fill(f, 2500);
        ConversationModel model(f.chats(), f.roster(), f.bruno, u"Ana"_s);
        ModelAudit audit(&model);
        while (model.canFetchMore({}))
            model.fetchMore({});
        QCOMPARE(bodies(model), numbers(0, 1999));
        QVERIFY(model.canFetchNewer());
        while (model.canFetchNewer())
            model.fetchNewer();
        QCOMPARE(bodies(model), numbers(500, 2499));
        QVERIFY(model.canFetchMore({}));
        f.chats().incoming(f.said(u"2500"_s)).value();
        QTRY_COMPARE(bodies(model), numbers(501, 2500));
    }

    void keepsTheUnreadLine()
    {
        ChatFixture f;
        fill(f, 3);
        f.chats().markRead(f.bruno);
        ConversationModel read(f.chats(), f.roster(), f.bruno, u"Ana"_s);
        QCOMPARE(read.firstUnread(), 0);
        const auto unread = f.chats().incoming(f.said(u"news"_s)).value();
        f.chats().incoming(f.said(u"more"_s)).value();
        QCOMPARE(read.firstUnread(), 0);
        ConversationModel model(f.chats(), f.roster(), f.bruno, u"Ana"_s);
        QSignalSpy changed(&model, &ConversationModel::firstUnreadChanged);
        QCOMPARE(model.firstUnread(), unread.id);
        f.chats().markRead(f.bruno);
        QCOMPARE(model.firstUnread(), unread.id); // until it is left or answered
        read.placeUnreadLine();
        QCOMPARE(read.firstUnread(), 0);
        f.chats().compose(f.bruno, u"respuesta"_s).value();
        QCOMPARE(model.firstUnread(), 0);
        QCOMPARE(changed.size(), 1);
        const auto again = f.chats().incoming(f.said(u"otra"_s)).value();
        model.placeUnreadLine();
        QCOMPARE(model.firstUnread(), again.id);
        QCOMPARE(changed.size(), 2);
    }

    void losesEverythingAtOnce()
    {
        ChatFixture f;
        fill(f, 200);
        ConversationModel model(f.chats(), f.roster(), f.bruno, u"Ana"_s);
        ModelAudit audit(&model);
        f.chats().removeConversation(f.bruno);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.canFetchMore({}));
        f.chats().incoming(f.said(u"otra vez"_s)).value();
        QCOMPARE(bodies(model), QStringList{u"otra vez"_s});
    }

    /// SECURITY A119: ten thousand messages in one chat.
    void announcesAFloodTogether()
    {
        ChatFixture f;
        ConversationModel model(f.chats(), f.roster(), f.bruno, u"Ana"_s);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        for (int i = 0; i < 10'000; ++i) {
            f.chats().incoming(f.said(QString::number(i))).value();
            if (i % 100 == 0)
                QCoreApplication::processEvents();
        }
        QTRY_COMPARE(model.rowCount(), 2000);
        QTRY_COMPARE(bodies(model), numbers(8000, 9999));
        QVERIFY2(inserted.size() < 2000, qPrintable(QString::number(inserted.size())));
    }
};

QTEST_GUILESS_MAIN(tst_conversation_model)
#include "tst_conversation_model.moc"
