// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/chat/Conversations.h"
#include "core/store/AccountsTable.h"
#include "core/store/Store.h"
#include "tests/support/PowerCut.h"
#include "tests/support/SessionRig.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kAna = u"ana-uuid"_s;
const Jid kOwn = Jid::fromNormalized(u"ana@example.org"_s);
const Jid kBruno = Jid::fromNormalized(u"bruno@example.org"_s);

QStringList bodiesIn(Store &store, const QString &account)
{
    SystemClock clock;
    RandomIds ids;
    Conversations chats(account, kOwn, store, clock, ids);
    QStringList bodies;
    for (const MessageRecord &message : chats.lastMessages(kBruno, 1'000))
        bodies.append(message.body);
    return bodies;
}

} // namespace

/// What is on the disk after the power went (SECURITY R17): all that was promised, and nothing broken.
class tst_store_powercut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// SECURITY R17: what nobody promised may go; else the rest of this test would prove nothing.
    void whatWasNotSyncedMayGo()
    {
        PowerCut power;
        QTemporaryDir folder;
        QTemporaryDir after;
        QRandomGenerator random(3);
        const QString path = folder.filePath(u"store.sqlite"_s);
        auto store = Store::open(path).value();
        QVERIFY(store->accounts().save({.uuid = kAna, .jid = kOwn}));
        SystemClock clock;
        RandomIds ids;
        {
            Conversations chats(kAna, kOwn, *store, clock, ids);
            QVERIFY(chats.compose(kBruno, u"promised"_s));
            QVERIFY(chats.incoming({.peer = kBruno, .sender = kBruno, .body = u"heard"_s}));
            QVERIFY(store->commit());
        }
        QVERIFY(power.unsyncedSectors(path) > 0);
        auto nothing = Store::open(power.leave(path, after.path(), 0, random)).value();
        QCOMPARE(bodiesIn(*nothing, kAna), QStringList{u"promised"_s});
        nothing.reset();
        auto all = Store::open(power.leave(path, after.path(), 1, random)).value();
        QCOMPARE(bodiesIn(*all, kAna), (QStringList{u"promised"_s, u"heard"_s}));
    }

    /// SECURITY R17, R04: at any moment, with any part of what was unsynced.
    void whatWasComposedIsThere()
    {
        PowerCut power;
        QTemporaryDir folder;
        QTemporaryDir after;
        QRandomGenerator random(11);
        const QString path = folder.filePath(u"store.sqlite"_s);
        auto store = Store::open(path).value();
        QVERIFY(store->accounts().save({.uuid = kAna, .jid = kOwn}));
        SystemClock clock;
        RandomIds ids;
        QSet<qint64> promised;
        Conversations chats(kAna, kOwn, *store, clock, ids);
        for (int i = 0; i < 1'500; ++i) {
            switch (random.bounded(6)) {
            case 0:
            case 1:
            case 2:
                QVERIFY(chats.incoming({.peer = kBruno, .sender = kBruno, .body = u"ruido "_s.repeated(40)}));
                break;
            case 3: {
                const auto id = chats.compose(kBruno, u"mensaje "_s + QString::number(i));
                QVERIFY(id);
                promised.insert(*id);
                break;
            }
            case 4:
                if (!promised.isEmpty())
                    std::ignore = chats.markSent(*promised.cbegin());
                break;
            default:
                QVERIFY(store->commit());
            }
            if (i % 25 != 24)
                continue;
            for (const double share : {0.0, 0.3, 0.9}) {
                auto left = Store::open(power.leave(path, after.path(), share, random));
                QVERIFY(left);
                QVERIFY((*left)->check());
                RandomIds others;
                Conversations found(kAna, kOwn, **left, clock, others);
                QSet<qint64> queued;
                for (const OutgoingMessage &message : found.pendingOutbox(1'000'000))
                    queued.insert(message.id);
                for (const qint64 id : std::as_const(promised)) {
                    const auto message = found.message(id);
                    QVERIFY2(message, qPrintable(QString::number(id)));
                    QVERIFY(message->state == DeliveryState::Sent || queued.contains(id));
                }
            }
        }
        QVERIFY2(promised.size() > 150, qPrintable(QString::number(promised.size())));
    }

    /// SECURITY R17, R01: the server forgets what it was told that we have.
    void whatWasAcknowledgedIsThere()
    {
        PowerCut power;
        QTemporaryDir after;
        QRandomGenerator random(5);
        SessionRig rig;
        rig.bringOnline();
        QStringList acknowledged;
        for (int i = 0; i < 60; ++i) {
            const QByteArray body = "words " + QByteArray::number(i);
            rig.tell("<message from='bruno@example.org/phone' to='ana@example.org/desk' type='chat' id='m"
                     + QByteArray::number(i) + "'><body>" + body + "</body></message>");
            // Acknowledgements of the program answer questions.
            if (i % 3 == 0) {
                rig.server.autoAcknowledge = false;
                rig.said.clear();
                rig.tell("<r xmlns='urn:xmpp:sm:3'/>");
                QCOMPARE(rig.saidCount("<a "), 1);
                rig.server.autoAcknowledge = true;
                while (acknowledged.size() <= i)
                    acknowledged.append(u"words %1"_s.arg(acknowledged.size()));
            }
            for (const double share : {0.0, 0.5}) {
                auto left = Store::open(power.leave(rig.store->path(), after.path(), share, random)).value();
                const QStringList there = bodiesIn(*left, rig.session->accountId());
                QVERIFY2(there.size() >= acknowledged.size(),
                         qPrintable(u"%1 sectors, %2: %3"_s.arg(i).arg(share).arg(there.join(u", "))));
                QCOMPARE(there.first(acknowledged.size()), acknowledged);
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_store_powercut)
#include "tst_store_powercut.moc"
