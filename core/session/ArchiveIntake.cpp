// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ArchiveIntake.h"

#include "core/modules/messaging/Messaging.h"

#include <QElapsedTimer>
#include <QPointer>

#include <utility>

namespace tertulia
{

namespace
{

/// A frame is 16 ms, and others want some of it.
constexpr qint64 kSliceMs = 5;
/// However slow the machine is, it gets on.
constexpr int kLeast = 10;
/// A question for the next page leaves first: stream and TLS hand it on in a turn of the event loop each, and
/// the server works while we do.
constexpr int kTurnsFirst = 3;

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
    takeSoon(kTurnsFirst);
}

void ArchiveIntake::takeSoon(int turns)
{
    QMetaObject::invokeMethod(
        this,
        [this, turns, page = m_page] {
            if (page != m_page)
                return;
            if (turns > 1)
                takeSoon(turns - 1);
            else
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
        takeSoon(1);
        return;
    }
    m_busy = false;
    m_messages.clear();
    std::exchange(m_done, nullptr)();
}

} // namespace tertulia
