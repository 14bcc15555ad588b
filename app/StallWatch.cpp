// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/StallWatch.h"

namespace tertulia
{

namespace
{

/// What a stall may lose of its beginning.
constexpr std::chrono::milliseconds kPause{2};

} // namespace

StallWatch::StallWatch(Listener listener, QObject *parent)
    : QObject(parent)
    , m_listener(std::move(listener))
    , m_thread([this] { ask(); })
{
}

StallWatch::~StallWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_over = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void StallWatch::ask()
{
    std::unique_lock lock(m_mutex);
    while (!m_over) {
        m_answered = false;
        QMetaObject::invokeMethod(
            this, [this, asked = Clock::now()] { answer(asked); }, Qt::QueuedConnection);
        m_changed.wait(lock, [this] { return m_answered || m_over; });
        m_changed.wait_for(lock, kPause, [this] { return m_over; });
    }
}

void StallWatch::answer(Clock::time_point asked)
{
    const auto waited = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - asked);
    {
        const std::lock_guard lock(m_mutex);
        m_answered = true;
    }
    m_changed.notify_one();
    if (waited <= m_longest)
        return;
    m_longest = waited;
    m_listener(waited);
}

} // namespace tertulia
