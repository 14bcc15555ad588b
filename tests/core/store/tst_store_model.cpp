// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/AccountsTable.h"
#include "core/store/ConversationsTable.h"
#include "core/store/ForgottenTable.h"
#include "core/store/MessageSweep.h"
#include "core/store/MessagesTable.h"
#include "core/store/SettingsTable.h"
#include "core/store/Store.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kAna = u"ana-uuid"_s;
const Jid kOwn = Jid::fromNormalized(u"ana@example.org"_s);
constexpr int kReopenedEvery = 10'000;

/// The same without a disk: what SQLite is to give back, in containers.
struct Memory {
    using Place = std::pair<qint64, qint64>; ///< order key, row
    struct Chat {
        std::map<Place, MessageRecord> shown;
    };
    std::map<qint64, Chat> chats;
    std::map<QString, QVariant> settings;
    std::map<qint64, std::pair<qint64, Place>> rows; ///< chat and place, by row
};

/// Words with letters of many kinds, and what is no word.
QString someText(QRandomGenerator &random, int number)
{
    static const QStringList kWords{u"café"_s, u"PLAZA"_s, u"'; DROP TABLE messages;--"_s,
                                    u"日本"_s, u"😀"_s,    u"naïve"_s,
                                    u"%_\\"_s, u"\u202E"_s};
    return kWords[random.bounded(int(kWords.size()))] + u" w"_s + QString::number(number);
}

} // namespace

/// SECURITY R21: any steps, with a restart in between every ten thousand.
class tst_store_model : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isLikeMemory()
    {
        bool given = false;
        const int seeds = qEnvironmentVariableIntValue("TERTULIA_SEEDS", &given);
        const int steps = std::min(300'000, 30'000 * (given ? std::max(1, seeds) : 1));
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.sqlite"_s);
        auto store = Store::open(path).value();
        QVERIFY(store->accounts().save({.uuid = kAna, .jid = kOwn}));
        Memory memory;
        QRandomGenerator random(20260301);
        int made = 0;
        QElapsedTimer timer;
        timer.start();
        for (int step = 1; step <= steps; ++step) {
            const auto pick = [&]() -> std::optional<qint64> {
                if (memory.rows.empty())
                    return {};
                auto found = memory.rows.lower_bound(random.bounded(qint64(memory.rows.rbegin()->first) + 1));
                return found == memory.rows.end() ? memory.rows.begin()->first : found->first;
            };
            const auto record = [&](qint64 row) -> MessageRecord & {
                const auto &[chat, place] = memory.rows.at(row);
                return memory.chats[chat].shown.at(place);
            };
            const auto forget = [&](qint64 row) {
                const auto [chat, place] = memory.rows.at(row);
                memory.chats[chat].shown.erase(place);
                memory.rows.erase(row);
            };
            if (memory.chats.empty()) {
                memory.chats[store->conversations()
                                 .add(kAna, {.peer = Jid::fromNormalized(u"p0@example.net"_s)})
                                 .value()];
            }
            auto chat = memory.chats.begin();
            std::advance(chat, random.bounded(int(memory.chats.size())));
            const auto row = pick();
            switch (random.bounded(20)) {
            case 0:
                if (memory.chats.size() < 30) {
                    const Jid peer = Jid::fromNormalized(u"p%1@example.net"_s.arg(++made));
                    memory.chats[store->conversations().add(kAna, {.peer = peer}).value()];
                } else if (random.bounded(20) == 0) {
                    QVERIFY(store->conversations().remove(chat->first));
                    for (const auto &[place, message] : chat->second.shown)
                        memory.rows.erase(place.second);
                    memory.chats.erase(chat);
                }
                break;
            case 1: { // the same once more
                if (!row)
                    break;
                MessageRecord copy = record(*row);
                copy.body = u"another"_s;
                QCOMPARE(store->messages().insert(copy).value(), std::nullopt);
                break;
            }
            case 2:
                if (row) {
                    QVERIFY(store->messages().remove(*row));
                    forget(*row);
                }
                break;
            case 3:
                if (row && !record(*row).retracted.isValid()) {
                    MessageRecord &message = record(*row);
                    message.body = someText(random, ++made);
                    message.edited = QDateTime::fromMSecsSinceEpoch(step, Qt::UTC);
                    QVERIFY(store->messages().setBody(*row, message.body, message.edited));
                }
                break;
            case 4:
                if (row) {
                    MessageRecord &message = record(*row);
                    message.state = DeliveryState(random.bounded(3));
                    QVERIFY(store->messages().setState(*row, message.state));
                }
                break;
            case 5:
                if (row) {
                    const auto [at, place] = memory.rows.at(*row);
                    auto node = memory.chats[at].shown.extract(place);
                    MessageRecord &message = node.mapped();
                    message.order = random.bounded(1'000'000);
                    QVERIFY(store->messages().setOrder(*row, message.order, message.time));
                    node.key() = {message.order, *row};
                    memory.rows[*row].second = node.key();
                    memory.chats[at].shown.insert(std::move(node));
                }
                break;
            case 6:
                if (row) {
                    MessageRecord &message = record(*row);
                    message.retracted = QDateTime::fromMSecsSinceEpoch(step, Qt::UTC);
                    message.body.clear();
                    message.edited = {};
                    message.spoiler = {};
                    QVERIFY(store->messages().retract(*row, message.retracted));
                }
                break;
            case 7: {
                const QString key = u"k%1"_s.arg(random.bounded(50));
                const QVariant value = random.bounded(4) ? QVariant(someText(random, step)) : QVariant();
                QVERIFY(store->settings().setValue(key, value));
                if (value.isValid())
                    memory.settings[key] = value;
                else
                    memory.settings.erase(key);
                break;
            }
            case 8:
                if (random.bounded(400) == 0) { // all that is older
                    const QDateTime before = QDateTime::fromMSecsSinceEpoch(random.bounded(steps), Qt::UTC);
                    const auto sweep = store->sweep(chat->first, before);
                    while (sweep->removeSome(17).value()) { }
                    QList<qint64> old;
                    for (const auto &[place, message] : chat->second.shown) {
                        if (message.time < before)
                            old.append(place.second);
                    }
                    QCOMPARE(sweep->removed(), old.size());
                    for (const qint64 gone : old)
                        forget(gone);
                }
                break;
            case 9:
                QVERIFY(store->commit());
                break;
            default: {
                MessageRecord message;
                message.conversation = chat->first;
                message.order = random.bounded(1'000'000);
                message.outgoing = random.bounded(2) == 0;
                message.sender = message.outgoing ? kOwn : Jid::fromNormalized(u"p@example.net"_s);
                message.time = QDateTime::fromMSecsSinceEpoch(step, Qt::UTC);
                message.body = someText(random, ++made);
                message.originId = message.messageId = u"o%1"_s.arg(made);
                if (random.bounded(9) == 0)
                    message.spoiler = u""_s;
                message.id = store->messages().insert(message).value().value();
                const Memory::Place place{message.order, message.id};
                memory.rows[message.id] = {chat->first, place};
                chat->second.shown[place] = message;
            }
            }
            if (step % 500 == 0)
                comparePage(*store, memory, random);
            if (step % kReopenedEvery == 0) {
                store.reset();
                store = Store::open(path).value();
                compareAll(*store, memory);
                if (QTest::currentTestFailed())
                    return;
            }
        }
        QVERIFY(store->check());
        qInfo("%d steps in %lld s, %d messages at the end", steps, timer.elapsed() / 1000,
              int(memory.rows.size()));
    }

private:
    static void comparePage(Store &store, const Memory &memory, QRandomGenerator &random)
    {
        auto chat = memory.chats.begin();
        std::advance(chat, random.bounded(int(memory.chats.size())));
        const qint64 order = random.bounded(1'000'000);
        const auto &shown = chat->second.shown;
        QList<MessageRecord> after;
        for (auto at = shown.upper_bound({order, 0}); at != shown.end() && after.size() < 20; ++at)
            after.append(at->second);
        QCOMPARE(store.messages().after(chat->first, {order, 0}, 20), after);
        QList<MessageRecord> before;
        for (auto at = std::make_reverse_iterator(shown.lower_bound({order, 0}));
             at != shown.rend() && before.size() < 20; ++at)
            before.prepend(at->second);
        QCOMPARE(store.messages().before(chat->first, {order, 0}, 20), before);
        // One word that only one message has, if it still has it.
        if (!after.isEmpty() && !after.first().body.isEmpty()) {
            const QString word = after.first().body.section(u' ', -1);
            const auto found = store.messages().search(kAna, word, 20);
            QVERIFY(found.contains(after.first()));
        }
    }

    static void compareAll(Store &store, const Memory &memory)
    {
        QCOMPARE(store.conversations().all(kAna).size(), qsizetype(memory.chats.size()));
        for (const auto &[id, chat] : memory.chats) {
            QList<MessageRecord> expected;
            for (const auto &[place, message] : chat.shown)
                expected.append(message);
            QCOMPARE(store.messages().last(id, 1'000'000), expected);
        }
        QCOMPARE(store.settings().keys(u"k"_s).size(), qsizetype(memory.settings.size()));
        for (const auto &[key, value] : memory.settings)
            QCOMPARE(store.settings().value(key), value);
    }
};

QTEST_GUILESS_MAIN(tst_store_model)
#include "tst_store_model.moc"
