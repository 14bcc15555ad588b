// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ArchiveIntake.h"

#include "core/chat/ArchiveLedger.h"
#include "core/chat/ArchivePlaces.h"
#include "core/modules/messaging/Messaging.h"

#include <QElapsedTimer>
#include <QHash>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace tertulia
{

namespace
{

/// A frame is 16 ms, and others want some of it.
constexpr qint64 kSliceMs = 5;
/// However slow the machine is, it gets on.
constexpr int kLeast = 10;

} // namespace

bool isOfTheStream(ErrorCode code)
{
    return code == ErrorCode::NotConnected || code == ErrorCode::Cancelled;
}

ArchiveIntake::ArchiveIntake(ModuleHost &host, QObject *parent)
    : QObject(parent)
    , m_host(host)
{
}

void ArchiveIntake::take(const QList<ArchivedMessage> &messages, std::function<void()> done)
{
    m_messages = messages;
    m_next = 0;
    m_done = std::move(done);
    m_busy = true;
    ++m_page;
    takeSoon();
}

void ArchiveIntake::takeSoon()
{
    QMetaObject::invokeMethod(
        this,
        [this, page = m_page] {
            if (page == m_page)
                takeSlice();
        },
        Qt::QueuedConnection);
}

void ArchiveIntake::stop()
{
    ++m_page;
    m_busy = false;
    m_messages.clear();
    m_done = nullptr;
}

void ArchiveIntake::takeSlice()
{
    QElapsedTimer slice;
    slice.start();
    auto *messaging = m_host.module<MessagingModule>();
    const QPointer<ArchiveIntake> alive(this);
    const quint64 page = m_page;
    const qsizetype least = m_next + kLeast;
    while (m_next < m_messages.size() && (m_next < least || slice.elapsed() < kSliceMs)) {
        const ArchivedMessage message = m_messages[m_next++];
        messaging->takeArchived(message);
        if (!alive || page != m_page)
            return; // whoever was told had enough
    }
    if (m_next < m_messages.size()) {
        takeSoon();
        return;
    }
    m_busy = false;
    m_messages.clear();
    std::exchange(m_done, nullptr)();
}

PlacedPage placeBackwards(QList<ArchivedMessage> &messages, ArchivePlaces places, qint64 ceiling,
                          const KnownEnd &end, const Jid &own, const ArchiveLedger &ledger,
                          const std::function<qint64(const Jid &)> &knownFrom, bool again)
{
    struct Chat {
        qint64 from; ///< from here on its messages are in the archive's order
        bool further; ///< more of it is known than of the others
    };
    PlacedPage placed{ceiling, false};
    QDateTime met;
    QHash<Jid, Chat> chats;
    for (qsizetype i = messages.size() - 1; i >= 0; --i) {
        ArchivedMessage &message = messages[i];
        const auto known = ledger.orderOf(message.id);
        const bool below = end.order != 0 && known && *known <= end.order;
        if (end.ids.contains(message.id) || (below && message.stamp < end.time.addSecs(-kDoubtAboutStamps))) {
            if (!std::exchange(placed.met, true))
                met = message.stamp;
            messages.removeAt(i);
            continue;
        }
        // What stands before that is of no concern, unless the page is out of order.
        if (placed.met && (known || message.stamp <= met)) {
            messages.removeAt(i);
            continue;
        }
        // It may stand behind what is known, as what we wrote earlier and sent later does, or in it.
        if (below && message.stamp <= end.time) {
            message.place = *known;
            continue;
        }
        const Jid peer = message.peer(own);
        auto chat = chats.find(peer);
        if (chat == chats.end()) {
            const qint64 from = knownFrom(peer);
            chat = chats.insert(peer, {from, from < ceiling});
        }
        // Others that are here came before their archive was known, and stand where our clock had them.
        if (known && *known >= chat->from && (chat->further || again))
            continue;
        // In a second that has many messages what was asked of one chat may have got further down.
        const qint64 place = std::min(places.next(message.stamp), chat->from - 1);
        places.lower(place);
        chat->from = place;
        message.place = place;
        placed.lowest = std::min(placed.lowest, place);
    }
    return placed;
}

} // namespace tertulia
