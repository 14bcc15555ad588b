// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/session/OutboxSender.h"
#include "core/store/AccountsTable.h"
#include "core/store/Store.h"
#include "tests/support/ResidentMemory.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace tertulia;
using namespace Qt::StringLiterals;

/// What reaches the wire, how often and in which order (SECURITY R01-R03).
class OutboxSenderTest : public QObject
{
    Q_OBJECT

    const QString m_account = QStringLiteral("a1");
    const Jid m_own = *Jid::parse(QStringLiteral("ana@example.org"));
    const Jid m_bruno = *Jid::parse(QStringLiteral("bruno@example.org"));

    /// A profile whose stream is a list of what was handed over.
    struct Rig {
        explicit Rig(OutboxSenderTest &test)
            : store(std::move(*Store::open(folder.filePath(QStringLiteral("store.db")))))
        {
            AccountRecord account;
            account.uuid = test.m_account;
            account.jid = test.m_own;
            QVERIFY(store->accounts().save(account));
            conversations = std::make_unique<Conversations>(test.m_account, test.m_own, *store, clock, ids);
            sender = std::make_unique<OutboxSender>(*conversations, [this](const OutgoingMessage &message) {
                sent.append(message.body);
                everSent.insert(message.body);
                attempts.append(message.attempts);
                return answers[message.id].task();
            });
        }
        qint64 compose(const Jid &peer, const QString &body)
        {
            const auto id = conversations->compose(peer, body);
            if (!id)
                return 0;
            sender->queued(*id);
            return *id;
        }
        /// The stream ends without having been acknowledged.
        void cut()
        {
            sender->stop();
            for (auto &[id, promise] : std::exchange(answers, {}))
                promise.finish(failure(ErrorCode::NotConnected));
        }
        void acknowledge(qint64 id)
        {
            answers.at(id).finish({});
            answers.erase(id);
        }

        // In memory where there is such a folder: ten thousand writes that are waited for take minutes on a
        // disk.
        QTemporaryDir folder{QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/tertulia-XXXXXX"_s
                                                          : QDir::tempPath() + u"/tertulia-XXXXXX"_s};
        SystemClock clock;
        RandomIds ids;
        std::unique_ptr<Store> store;
        std::unique_ptr<Conversations> conversations;
        std::unique_ptr<OutboxSender> sender;
        QStringList sent;
        QSet<QString> everSent;
        QList<int> attempts;
        std::map<qint64, Promise<void>> answers;
    };

private Q_SLOTS:
    /// SECURITY F10: with several on the wire when the server throws us out, the one it will not have is
    /// found.
    void findsTheOneThatTheServerWillNotHave_data()
    {
        QTest::addColumn<int>("culprit");
        for (int culprit = 0; culprit < 4; ++culprit)
            QTest::addRow("the %dth", culprit + 1) << culprit;
    }

    void findsTheOneThatTheServerWillNotHave()
    {
        QFETCH(int, culprit);
        Rig rig(*this);
        QSignalSpy failed(rig.sender.get(), &OutboxSender::failed);
        QList<qint64> ids;
        for (int i = 0; i < 4; ++i)
            ids.append(rig.compose(m_bruno, QString::number(i)));
        rig.sender->start();
        int streams = 1;
        // The server acknowledges in order, up to the one that it ends the stream for.
        for (bool over = false; !over && streams < 10;) {
            over = true;
            for (int i = 0; i < 4; ++i) {
                if (!rig.answers.contains(ids[i]))
                    continue;
                if (i == culprit) {
                    rig.cut();
                    rig.sender->suspect();
                    ++streams;
                    rig.sender->start();
                    over = false;
                    break;
                }
                rig.acknowledge(ids[i]);
                over = false;
                break;
            }
        }
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed[0][1].toLongLong(), ids[culprit]);
        QCOMPARE(rig.sent.count(QString::number(culprit)), OutboxSender::kMostEnds);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(rig.conversations->message(ids[i])->state,
                     i == culprit ? DeliveryState::Failed : DeliveryState::Sent);
        QVERIFY(rig.answers.empty());
    }

    /// SECURITY R06: 10,000 messages, some of them taken back at any moment: one that was taken back never
    /// leaves, and one that may have left is not taken back.
    void whatIsTakenBackNeverLeaves()
    {
        // Each is a commit, which takes many times as long under the sanitizers.
        constexpr int kMessages = kMemoryTells ? 10'000 : 2'000;
        Rig rig(*this);
        QRandomGenerator dice(7);
        QStringList takenBack;
        QList<qint64> ids;
        for (int i = 0; i < kMessages; ++i) {
            ids.append(rig.compose(m_bruno, QString::number(i)));
            switch (dice.bounded(6)) {
            case 0:
                rig.sender->start();
                break;
            case 1:
                rig.cut();
                break;
            case 2:
            case 3:
                if (!rig.answers.empty())
                    rig.acknowledge(rig.answers.begin()->first);
                break;
            default: {
                const int which = int(ids.size()) - 1 - int(dice.bounded(std::min<qsizetype>(ids.size(), 5)));
                const auto before = rig.conversations->message(ids[which]);
                const bool left = rig.everSent.contains(QString::number(which));
                const bool taken = rig.conversations->removeMessage(ids[which]);
                if (taken)
                    takenBack.append(QString::number(which));
                QCOMPARE(taken, before.has_value() && !left);
            }
            }
        }
        rig.sender->start();
        while (!rig.answers.empty())
            rig.acknowledge(rig.answers.begin()->first);
        QVERIFY(takenBack.size() > kMessages / 20);
        for (const QString &body : std::as_const(takenBack))
            QVERIFY2(!rig.everSent.contains(body), qPrintable(body));
        QCOMPARE(rig.everSent.size() + takenBack.size(), kMessages);
    }

    /// SECURITY R02: what was sent on a stream that ended may have arrived.
    void knowsWhatMayHaveArrived()
    {
        Rig rig(*this);
        const qint64 first = rig.compose(m_bruno, QStringLiteral("one"));
        QVERIFY(!rig.sender->hasDoubtful());
        rig.sender->start();
        QVERIFY(!rig.sender->hasDoubtful()); // it is on the wire, whose end will tell
        rig.cut();
        QVERIFY(rig.sender->hasDoubtful());
        QVERIFY(rig.conversations->markSent(first));
        QVERIFY(!rig.sender->hasDoubtful());
        rig.compose(m_bruno, QStringLiteral("two"));
        QVERIFY(!rig.sender->hasDoubtful());
    }

    void nothingIsSentOffline()
    {
        Rig rig(*this);
        rig.compose(m_bruno, QStringLiteral("one"));
        QVERIFY(rig.sent.isEmpty());
        rig.sender->start();
        QCOMPARE(rig.sent, QStringList{QStringLiteral("one")});
    }

    void whatIsOnTheWireIsNotSentTwice()
    {
        Rig rig(*this);
        rig.sender->start();
        rig.compose(m_bruno, QStringLiteral("one"));
        rig.sender->start(); // resumed: the stream itself sends again what was not acknowledged
        rig.compose(m_bruno, QStringLiteral("two"));
        QCOMPARE(rig.sent, (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
    }

    void whatWasLostIsSentAgainInOrderAndSaysSo()
    {
        Rig rig(*this);
        rig.sender->start();
        const qint64 one = rig.compose(m_bruno, QStringLiteral("one"));
        rig.compose(m_bruno, QStringLiteral("two"));
        rig.acknowledge(one);
        rig.cut();
        rig.compose(m_bruno, QStringLiteral("three"));
        QCOMPARE(rig.sent.size(), 2);
        rig.sender->start();
        QCOMPARE(rig.sent.mid(2), (QStringList{QStringLiteral("two"), QStringLiteral("three")}));
        QCOMPARE(rig.attempts, (QList<int>{0, 0, 1, 0}));
    }

    void aRefusedOneFailsAndIsNotTriedAgain()
    {
        Rig rig(*this);
        QSignalSpy failed(rig.sender.get(), &OutboxSender::failed);
        rig.sender->start();
        const qint64 id = rig.compose(m_bruno, QStringLiteral("one"));
        rig.answers.at(id).finish(failure(ErrorCode::StanzaForbidden));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(rig.conversations->message(id)->state, DeliveryState::Failed);
        rig.sender->start();
        QCOMPARE(rig.sent.size(), 1);
    }

    void aLongOutboxGoesInPortionsAndInOrder()
    {
        Rig rig(*this);
        constexpr int kMany = 1300;
        QStringList expected;
        for (int i = 0; i < kMany; ++i) {
            expected.append(QString::number(i));
            rig.compose(m_bruno, expected.back());
        }
        rig.sender->start();
        QCOMPARE(rig.sent.size(), OutboxSender::kOnTheWire);
        rig.compose(m_bruno, QStringLiteral("late")); // must not overtake
        expected.append(QStringLiteral("late"));
        while (!rig.answers.empty())
            rig.acknowledge(rig.answers.begin()->first);
        QCOMPARE(rig.sent, expected);
        QVERIFY(rig.conversations->pendingOutbox().isEmpty());
    }

    void aRestartSendsWhatWasNotAcknowledged()
    {
        Rig rig(*this);
        rig.sender->start();
        rig.compose(m_bruno, QStringLiteral("one"));
        rig.sender.reset(); // the program ends
        QStringList again;
        OutboxSender next(*rig.conversations, [&again](const OutgoingMessage &message) {
            again.append(message.body);
            return Task<void>::completed({});
        });
        next.start();
        QCOMPARE(again, QStringList{QStringLiteral("one")});
        QTRY_VERIFY(rig.conversations->pendingOutbox().isEmpty());
    }
};

QTEST_GUILESS_MAIN(OutboxSenderTest)
#include "tst_outboxsender.moc"
