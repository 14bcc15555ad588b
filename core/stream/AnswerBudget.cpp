// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/AnswerBudget.h"

#include "core/base/Clock.h"

namespace tertulia
{

AnswerBudget::AnswerBudget(const Clock &clock)
    : m_clock(clock)
{
}

bool AnswerBudget::spend(const Jid &sender)
{
    constexpr qint64 kWindowMs = 1000;
    const qint64 now = m_clock.monotonicMs();
    if (now - m_windowStart >= kWindowMs) {
        m_windowStart = now;
        m_spent = 0;
        m_spentBy.clear();
    }
    if (m_spent >= kTotal)
        return false;
    // Many resources of one account share its part.
    int &own = m_spentBy[sender.bare()];
    if (own >= kPerSender)
        return false;
    ++own;
    ++m_spent;
    return true;
}

} // namespace tertulia
