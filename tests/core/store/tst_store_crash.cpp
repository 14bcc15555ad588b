// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/chat/Conversations.h"
#include "core/store/AccountsTable.h"
#include "core/store/Store.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cstdio>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kAna = u"ana-uuid"_s;
const Jid kOwn = Jid::fromNormalized(u"ana@example.org"_s);
const Jid kBruno = Jid::fromNormalized(u"bruno@example.net"_s);

/// Writes until it is killed, and says what has been promised.
int writeForEver(const QString &path)
{
    auto store = Store::open(path).value();
    std::ignore = store->accounts().save({.uuid = kAna, .jid = kOwn});
    SystemClock clock;
    RandomIds ids;
    Conversations chats(kAna, kOwn, *store, clock, ids);
    std::puts("ready");
    std::fflush(stdout);
    for (int i = 0;; ++i) {
        // Incoming messages keep a transaction open while the outgoing one is written.
        std::ignore = chats.incoming({.peer = kBruno, .sender = kBruno, .body = u"ruido"_s});
        chats.setDraft(kBruno, {u"borrador "_s + QString::number(i)});
        const auto id = chats.compose(kBruno, u"mensaje "_s + QString::number(i));
        if (!id)
            return 1;
        std::printf("%lld\n", static_cast<long long>(*id));
        std::fflush(stdout);
        if (i % 3 == 0)
            std::ignore = chats.markSent(*id);
    }
}

} // namespace

class tst_store_crash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// SECURITY R04, F30: what compose() promised is there after a kill at any moment.
    void keepsWhatWasPromised()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.sqlite"_s);
        QRandomGenerator random(7);
        QSet<qint64> promised;
        for (int round = 0; round < 20; ++round) {
            QProcess writer;
            writer.start(QCoreApplication::applicationFilePath(), {u"--write"_s, path});
            QTRY_VERIFY_WITH_TIMEOUT(writer.canReadLine(), 20'000);
            QTest::qWait(int(random.bounded(5, 60)));
            writer.kill();
            QTRY_COMPARE_WITH_TIMEOUT(writer.state(), QProcess::NotRunning, 20'000);
            while (writer.canReadLine()) {
                bool isNumber = false;
                const qint64 id = writer.readLine().trimmed().toLongLong(&isNumber);
                if (isNumber)
                    promised.insert(id);
            }

            auto store = Store::open(path).value();
            QVERIFY(store->check());
            SystemClock clock;
            RandomIds ids;
            Conversations chats(kAna, kOwn, *store, clock, ids);
            QSet<qint64> queued;
            for (const OutgoingMessage &message : chats.pendingOutbox(1'000'000))
                queued.insert(message.id);
            for (const qint64 id : std::as_const(promised)) {
                const auto message = chats.message(id);
                QVERIFY2(message, qPrintable(QString::number(id)));
                // A sent one may be queued again (its end was not synced), never the other way round.
                QVERIFY(message->state == DeliveryState::Sent || queued.contains(id));
                QCOMPARE(message->state == DeliveryState::Queued, queued.contains(id));
            }
        }
        QVERIFY2(promised.size() > 50, qPrintable(QString::number(promised.size())));
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--write") == 0)
        return writeForEver(QString::fromLocal8Bit(argv[2]));
    tst_store_crash test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_store_crash.moc"
