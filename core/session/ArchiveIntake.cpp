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
                          qint64 floor, const QStringList &meets, const Jid &own, const ArchiveLedger &ledger,
                          const std::function<qint64(const Jid &)> &knownFrom)
{
    PlacedPage placed{ceiling, false};
    QDateTime met;
    QHash<Jid, qint64> froms;
    for (qsizetype i = messages.size() - 1; i >= 0; --i) {
        ArchivedMessage &message = messages[i];
        const auto known = ledger.orderOf(message.id);
        if ((floor != 0 && known && *known <= floor) || meets.contains(message.id)) {
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
        const Jid peer = message.peer(own);
        auto from = froms.find(peer);
        if (from == froms.end())
            from = froms.insert(peer, knownFrom(peer));
        if (known && *known >= *from)
            continue;
        // In a second that has many messages what was asked of one chat may have got further down.
        const qint64 place = std::min(places.next(message.stamp), *from - 1);
        places.lower(place);
        *from = place;
        message.place = place;
        placed.lowest = std::min(placed.lowest, place);
    }
    return placed;
}

} // namespace tertulia
