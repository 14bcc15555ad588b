// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ConversationsTable.h"
#include "core/store/MessagesTable.h"
#include "tests/support/ChatFixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

/// UI R18, SECURITY R03, R29, F24: whatever the clocks say, what the archive has stands in its order.
class tst_archiveorder : public QObject
{
    Q_OBJECT

private:
    /// As the archive gives it; its number is its place there.
    static IncomingMessage archived(const ChatFixture &f, int number, qint64 rank, const QDateTime &stamp)
    {
        IncomingMessage message = f.said(QString::number(number), u"o%1"_s.arg(number));
        message.outgoing = number % 3 == 0;
        if (message.outgoing)
            message.sender = f.ana;
        message.stanzaId = u"s%1"_s.arg(number);
        message.stanzaIdBy = f.ana;
        message.source = IncomingMessage::Source::Archive;
        message.delay = stamp;
        message.rank = rank;
        return message;
    }
    static IncomingMessage live(const ChatFixture &f, int number)
    {
        IncomingMessage message = archived(f, number, 0, {});
        message.source
            = message.outgoing ? IncomingMessage::Source::CarbonCopy : IncomingMessage::Source::Live;
        return message;
    }
    static QStringList numbers(int from, int to)
    {
        QStringList texts;
        for (int number = from; number <= to; ++number)
            texts.append(QString::number(number));
        return texts;
    }

private Q_SLOTS:
    void whatIsReadBackwardsStandsInFront_data()
    {
        QTest::addColumn<int>("skew"); ///< of the archive's clock, in seconds
        QTest::addColumn<int>("apart"); ///< milliseconds between two messages there
        for (const int skew : {0, -3600, 3600, 63'072'000, -63'072'000}) {
            for (const int apart : {0, 1, 1000, 60'000})
                QTest::addRow("%d s, every %d ms", skew, apart) << skew << apart;
        }
    }

    void whatIsReadBackwardsStandsInFront()
    {
        QFETCH(int, skew);
        QFETCH(int, apart);
        ChatFixture f;
        constexpr int kAll = 400;
        constexpr int kPage = 20;
        const QDateTime begin = f.clock.now().addSecs(skew);
        const auto take = [&](int number) {
            f.chats()
                .incoming(archived(f, number, 1'000'000 + number, begin.addMSecs(qint64(apart) * number)))
                .value();
        };
        // The oldest and the newest are known.
        for (int number = 1; number <= kPage; ++number)
            take(number);
        f.clock.advance(std::chrono::seconds(1));
        for (int last = kAll; last > kPage; last -= kPage) {
            for (int number = last - kPage + 1; number <= last; ++number)
                take(number);
        }
        QCOMPARE(f.bodies(), numbers(1, kAll));
        QCOMPARE(f.chats().facts(f.bruno)->last->body, QString::number(kAll));
        // What is said now stands behind it.
        f.chats().compose(f.bruno, u"now"_s).value();
        QCOMPARE(f.bodies().last(), u"now"_s);
    }

    void whatWaitsStandsBehindWhatTheArchiveHas()
    {
        ChatFixture f;
        f.chats().incoming(archived(f, 1, 101, f.clock.now())).value();
        const qint64 first = f.chats().compose(f.bruno, u"waits"_s).value();
        f.chats().compose(f.bruno, u"waits too"_s).value();
        const QDateTime ahead = f.clock.now().addSecs(3600);
        for (int number = 2; number <= 5; ++number)
            f.chats().incoming(archived(f, number, 100 + number, ahead)).value();
        QCOMPARE(f.bodies(), numbers(1, 5) << u"waits"_s << u"waits too"_s);
        // It had arrived before those.
        IncomingMessage copy = archived(f, 0, 101, ahead);
        copy.outgoing = true;
        copy.sender = f.ana;
        copy.body = u"waits"_s;
        copy.originId = f.chats().message(first)->originId;
        copy.messageId = copy.originId;
        copy.rank = 102;
        f.chats().incoming(copy).value();
        QCOMPARE(f.bodies(),
                 QStringList({u"1"_s, u"waits"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"waits too"_s}));
    }

    void anotherCopyInTheArchiveMovesNothing()
    {
        ChatFixture f;
        for (int number = 1; number <= 4; ++number)
            f.chats().incoming(archived(f, number, 100 + number, f.clock.now())).value();
        IncomingMessage again = archived(f, 1, 105, f.clock.now());
        again.stanzaId = u"other"_s;
        QVERIFY(!f.chats().incoming(again)->isNew);
        QCOMPARE(f.bodies(), numbers(1, 4));
    }

    void whatIsReadOfTheSameSecondIsUnread()
    {
        ChatFixture f;
        const QDateTime second = f.clock.now();
        f.chats().incoming(archived(f, 1, 101, second)).value();
        f.chats().markRead(f.bruno);
        QCOMPARE(f.chats().unread(f.bruno), 0);
        f.chats().incoming(archived(f, 2, 102, second)).value();
        QCOMPARE(f.chats().unread(f.bruno), 1);
    }

    void whatMovesStaysRead()
    {
        ChatFixture f;
        f.chats().incoming(live(f, 2)).value();
        f.chats().markRead(f.bruno);
        f.chats().incoming(archived(f, 1, 101, f.clock.now().addSecs(60))).value();
        f.chats().incoming(archived(f, 2, 102, f.clock.now().addSecs(60))).value();
        QCOMPARE(f.bodies(), numbers(1, 2));
        f.reopen();
        QVERIFY(f.chats().facts(f.bruno)->record.readOrder >= f.chats().facts(f.bruno)->last->order);
    }

    /// One sent again stands at the end, and not where the archive had it before.
    void whatIsSentAgainLeavesItsPlace()
    {
        ChatFixture f;
        const qint64 id = f.chats().compose(f.bruno, u"mine"_s).value();
        IncomingMessage copy = archived(f, 0, 101, f.clock.now());
        copy.outgoing = true;
        copy.sender = f.ana;
        copy.originId = f.chats().message(id)->originId;
        copy.body = u"mine"_s;
        f.chats().incoming(copy).value();
        QCOMPARE(f.chats().message(id)->rank, 101);
        QVERIFY(f.store().messages().setOrder(id, f.chats().message(id)->order + 1, f.clock.now()));
        QCOMPARE(f.chats().message(id)->rank, 0);
    }

    /// A process that dies anywhere, pages that are read forwards, backwards and again, and live messages
    /// between them by another clock: in the end there is one order.
    void endsInTheOrderOfTheArchive()
    {
        for (quint32 seed = 1; seed <= 60; ++seed) {
            QRandomGenerator dice(seed);
            ChatFixture f;
            constexpr int kAll = 60;
            const qint64 skew = qint64(dice.bounded(14'400)) - 7200;
            const int apart = dice.bounded(3) == 0 ? 0 : dice.bounded(3000);
            const auto stamp = [&](int number) {
                return QDateTime::fromSecsSinceEpoch(f.clock.now().toSecsSinceEpoch() / 60 * 60 + skew
                                                         + qint64(apart) * number / 1000,
                                                     Qt::UTC);
            };
            QList<int> known(kAll + 1, 0);
            const auto take = [&](int number) {
                f.chats().incoming(archived(f, number, 1'000 + number, stamp(number))).value();
                known[number] = 1;
            };
            // Something at the old end, the newest page, then the hole from either side.
            int low = dice.bounded(10);
            int high = kAll - dice.bounded(10);
            for (int number = 1; number <= low; ++number)
                take(number);
            while (low < high) {
                if (dice.bounded(4) == 0) {
                    int number = low + 1 + dice.bounded(kAll - low);
                    const int many = dice.bounded(4);
                    for (int i = 0; i < many && number <= kAll; ++i, ++number)
                        f.chats().incoming(live(f, number)).value();
                    f.clock.advance(std::chrono::milliseconds(dice.bounded(1500)));
                }
                const int page = 1 + dice.bounded(9);
                // Killed in the middle of a page: it is read again.
                const int taken = dice.bounded(3) == 0 ? dice.bounded(page + 1) : page;
                const bool forwards = dice.bounded(2) == 0;
                const int first = forwards ? low + 1 : std::max(low + 1, high - page + 1);
                const int last = forwards ? std::min(high, low + page) : high;
                for (int number = first; number <= std::min(last, first + taken - 1); ++number)
                    take(number);
                if (taken < page) {
                    f.reopen();
                    continue;
                }
                (forwards ? low : high) = forwards ? last : first - 1;
            }
            for (int number = 1; number <= kAll; ++number) {
                if (!known[number])
                    take(number);
            }
            QCOMPARE(f.bodies(), numbers(1, kAll));
            if (QTest::currentTestFailed())
                qFatal("seed %u", seed);
        }
    }
};

QTEST_GUILESS_MAIN(tst_archiveorder)
#include "tst_archiveorder.moc"
