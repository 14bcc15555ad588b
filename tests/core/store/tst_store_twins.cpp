// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/AccountsTable.h"
#include "core/store/ConversationsTable.h"
#include "core/store/MessagesTable.h"
#include "core/store/Store.h"
#include "tests/support/MemoryFolder.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

/// What another program's log gave is known again when the archive tells of it (MessagesTable::twins()).
class tst_store_twins : public QObject
{
    Q_OBJECT

    /// Said so many seconds after the beginning.
    [[nodiscard]] MessageRecord said(double seconds, const QString &body = u"hi"_s) const
    {
        const qint64 ms = qint64(seconds * 1000) + 1'700'000'000'000;
        return {.conversation = m_chat,
                .order = ms * 1000,
                .sender = m_bruno,
                .time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC),
                .body = body};
    }
    qint64 insert(const MessageRecord &message)
    {
        return m_store->messages().insert(message).value().value();
    }
    [[nodiscard]] QList<qint64> twins(const MessageRecord &message) const
    {
        QList<qint64> ids;
        for (const MessageRecord &twin : m_store->messages().twins(message))
            ids.append(twin.id);
        return ids;
    }
    /// The same by looking at all that is there.
    [[nodiscard]] QList<qint64> expected(const MessageRecord &message) const
    {
        QList<qint64> ids;
        for (const MessageRecord &like : m_store->messages().likeLogged(message)) {
            if (like.wireId().isEmpty() && like.stanzaId.isEmpty())
                ids.append(like.id);
        }
        return ids;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(memoryFolder());
        m_store = Store::open(m_folder->filePath(u"store.sqlite"_s)).value();
        std::ignore = m_store->accounts().save({.uuid = u"a"_s, .jid = m_ana});
        m_chat = m_store->conversations().add(u"a"_s, {.peer = m_bruno}).value();
    }
    void cleanup() { m_store.reset(); }

    void onlyOfTheMomentTheSenderAndTheWords()
    {
        const qint64 twin = insert(said(100));
        insert(said(100, u"ho"_s));
        MessageRecord own = said(100);
        own.sender = m_ana;
        insert(own);
        MessageRecord named = said(100);
        named.messageId = u"m1"_s;
        insert(named);
        MessageRecord numbered = said(100);
        numbered.stanzaId = u"s1"_s;
        numbered.stanzaIdBy = m_ana;
        insert(numbered);
        MessageRecord origin = said(100);
        origin.originId = u"o1"_s;
        insert(origin);
        QCOMPARE(twins(said(100)), QList<qint64>{twin});
        QCOMPARE(twins(said(95)), QList<qint64>{twin});
        QCOMPARE(twins(said(105)), QList<qint64>{twin});
        QCOMPARE(twins(said(94.999)), QList<qint64>());
        QCOMPARE(twins(said(105.001)), QList<qint64>());
        MessageRecord elsewhere = said(100);
        elsewhere.conversation = m_chat + 1;
        QCOMPARE(twins(elsewhere), QList<qint64>());
    }

    void whatHasANameIsNobodysTwinAnyMore()
    {
        const qint64 first = insert(said(100));
        const qint64 second = insert(said(101));
        QCOMPARE(twins(said(100)), (QList<qint64>{first, second}));
        QVERIFY(m_store->messages().setStanzaId(first, u"s1"_s, m_ana));
        QCOMPARE(twins(said(100)), QList<qint64>{second});
    }

    /// Whatever happens in between, it is as if everything were looked at each time.
    void asIfAllWereLookedAt()
    {
        QRandomGenerator random(20260603);
        MessagesTable &messages = m_store->messages();
        QList<qint64> rows;
        const auto one = [&] { return rows.at(random.bounded(rows.size())); };
        const auto any = [&] {
            MessageRecord message = said(random.bounded(60), random.bounded(2) ? u"hi"_s : u"ho"_s);
            message.sender = random.bounded(4) ? m_bruno : m_ana;
            return message;
        };
        int met = 0;
        for (int i = 0; i < 5000; ++i) {
            const qint64 number = rows.isEmpty() ? 0 : random.bounded(20);
            MessageRecord message = any();
            switch (number) {
            case 0:
            case 1:
                rows.append(insert(message));
                break;
            case 2:
            case 3:
                message.messageId = QString::number(i);
                rows.append(insert(message));
                break;
            case 4:
                QVERIFY(messages.setOrder(one(), message.order, message.time));
                break;
            case 5:
                QVERIFY(messages.setStanzaId(one(), QString::number(i), m_ana));
                break;
            case 6:
                QVERIFY(messages.remove(one()));
                break;
            case 7:
                QVERIFY(random.bounded(2) ? messages.hide(one()) : messages.retract(one(), message.time));
                break;
            case 8:
                QVERIFY(messages.setBody(one(), message.body, {}));
                break;
            case 9: // taken back by the store
                QVERIFY(!m_store->durably([&]() -> Result<void> {
                    std::ignore = random.bounded(2) ? messages.remove(one()).has_value()
                                                    : messages.insert(message).has_value();
                    std::ignore = twins(message);
                    return failure(ErrorCode::StoreFailed);
                }));
                break;
            case 10: // far away
                message.time = message.time.addDays(random.bounded(3) - 1);
                break;
            default:
                break;
            }
            const QList<qint64> found = twins(message);
            QCOMPARE(found, expected(message));
            met += found.isEmpty() ? 0 : 1;
        }
        QVERIFY(met > 1000);
    }

private:
    const Jid m_ana = Jid::fromNormalized(u"ana@example.org"_s);
    const Jid m_bruno = Jid::fromNormalized(u"bruno@example.net"_s);
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    qint64 m_chat = 0;
};

QTEST_GUILESS_MAIN(tst_store_twins)
#include "tst_store_twins.moc"
