// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ChatFixture.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <map>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

/// The same rules in a few lines of plain lists, without a disk.
struct Expected {
    struct Said {
        qint64 id;
        qint64 order;
        QString body;
        QString originId;
        DeliveryState state;
    };
    struct Chat {
        std::vector<Said> messages;
        QString draft;
        int unread = 0;
        bool open = false;
    };
    std::map<QString, Chat> chats;
    std::vector<qint64> outbox;

    [[nodiscard]] QStringList bodies(const QString &peer) const
    {
        auto sorted = chats.at(peer).messages;
        std::stable_sort(sorted.begin(), sorted.end(), [](const Said &a, const Said &b) {
            return std::pair(a.order, a.id) < std::pair(b.order, b.id);
        });
        QStringList all;
        for (const Said &said : sorted)
            all.append(said.body);
        return all;
    }
};

} // namespace

class tst_store_property : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isLikeListsInMemory_data()
    {
        QTest::addColumn<quint32>("seed");
        bool given = false;
        const uint asked = qEnvironmentVariableIntValue("TERTULIA_SEEDS", &given);
        for (quint32 seed = 1; seed <= (given ? asked : 3); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    /// Any steps, with restarts in between: the chats over the disk are what the lists say.
    void isLikeListsInMemory()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        ChatFixture f;
        Expected expected;
        const QStringList peers{f.bruno.toString(), f.carla.toString(), u"dora@example.org"_s};
        int made = 0;
        for (int step = 0; step < 800; ++step) {
            f.clock.setNow(f.clock.now().addMSecs(random.bounded(2000)));
            const QString name = peers[random.bounded(3)];
            const Jid peer = Jid::fromNormalized(name);
            Expected::Chat &chat = expected.chats[name];
            qint64 last = 0;
            for (const auto &said : chat.messages)
                last = std::max(last, said.order);
            const qint64 now = std::max(last + 1, f.clock.now().toMSecsSinceEpoch() * 1000);
            Expected::Said *some = chat.messages.empty()
                ? nullptr
                : &chat.messages[std::size_t(random.bounded(int(chat.messages.size())))];
            switch (random.bounded(12)) {
            case 0:
            case 1: { // something is said, now or a while ago
                IncomingMessage message{.peer = peer, .sender = peer, .body = u"b%1"_s.arg(++made)};
                message.originId = message.messageId = u"o%1"_s.arg(made);
                qint64 order = now;
                if (random.bounded(3) == 0) {
                    message.delay = f.clock.now().addSecs(-random.bounded(1000));
                    order = message.delay.toMSecsSinceEpoch() * 1000;
                    // Never before what the same person said.
                    for (const auto &said : chat.messages) {
                        if (said.state == DeliveryState::None)
                            order = std::max(order, said.order);
                    }
                }
                const auto added = f.chats().incoming(message).value();
                QVERIFY(added.isNew);
                if (order >= last)
                    chat.open = true;
                chat.messages.push_back(
                    {added.id, order, message.body, message.originId, DeliveryState::None});
                ++chat.unread;
                break;
            }
            case 2: // the same again
                if (some && some->state == DeliveryState::None) {
                    IncomingMessage message{.peer = peer, .sender = peer, .body = some->body};
                    message.originId = message.messageId = some->originId;
                    QVERIFY(!f.chats().incoming(message)->isNew);
                }
                break;
            case 3:
            case 4: {
                const QString body = u"c%1"_s.arg(++made);
                const qint64 id = f.chats().compose(peer, body).value();
                chat.messages.push_back(
                    {id, now, body, f.chats().message(id)->originId, DeliveryState::Queued});
                chat.open = true;
                chat.unread = 0;
                expected.outbox.push_back(id);
                break;
            }
            case 5:
                if (some) {
                    const bool news = some->state == DeliveryState::Queued;
                    QCOMPARE(f.chats().markSent(some->id), news);
                    if (news) {
                        some->state = DeliveryState::Sent;
                        std::erase(expected.outbox, some->id);
                    }
                }
                break;
            case 6:
                if (some) {
                    const bool news
                        = some->state != DeliveryState::None && some->state != DeliveryState::Delivered;
                    QCOMPARE(f.chats().markDelivered(peer, some->originId, peer), news);
                    if (news) {
                        some->state = DeliveryState::Delivered;
                        std::erase(expected.outbox, some->id);
                    }
                }
                break;
            case 7:
                if (some) {
                    const bool news
                        = some->state == DeliveryState::Queued || some->state == DeliveryState::Sent;
                    QCOMPARE(f.chats().markFailed(some->id, {ErrorCode::StanzaGone}), news);
                    if (news) {
                        some->state = DeliveryState::Failed;
                        std::erase(expected.outbox, some->id);
                    }
                }
                break;
            case 8:
                if (some && some->state == DeliveryState::Failed) {
                    QVERIFY(f.chats().retry(some->id));
                    some->state = DeliveryState::Queued;
                    if (some->order != last)
                        some->order = now;
                    expected.outbox.push_back(some->id);
                }
                break;
            case 9:
                f.chats().setDraft(peer, {u"d%1"_s.arg(++made)});
                if (chat.draft.isEmpty() && chat.messages.empty())
                    chat.open = true;
                chat.draft = u"d%1"_s.arg(made);
                break;
            case 10:
                f.chats().markRead(peer);
                chat.unread = 0;
                break;
            default:
                if (random.bounded(4) == 0)
                    f.reopen();
            }
            if (step % 25 == 0 || step == 799) {
                for (const auto &[address, facts] : expected.chats) {
                    const Jid jid = Jid::fromNormalized(address);
                    QStringList bodies;
                    for (const MessageRecord &message : f.chats().lastMessages(jid, 10000))
                        bodies.append(message.body);
                    QCOMPARE(bodies, expected.bodies(address));
                    QCOMPARE(f.chats().draft(jid).text, facts.draft);
                    QCOMPARE(f.chats().unread(jid), facts.unread);
                    for (const auto &said : facts.messages)
                        QCOMPARE(f.stateOf(said.id), said.state);
                }
                QList<qint64> pending;
                for (const OutgoingMessage &message : f.chats().pendingOutbox())
                    pending.append(message.id);
                QCOMPARE(pending, QList<qint64>(expected.outbox.begin(), expected.outbox.end()));
            }
        }
        QVERIFY(f.store().check());
    }
};

QTEST_GUILESS_MAIN(tst_store_property)
#include "tst_store_property.moc"
