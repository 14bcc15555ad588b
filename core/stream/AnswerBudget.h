// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QHash>

namespace tertulia
{

class Clock;

/// How often requests of others are answered: 20 in a second per bare address, 100 in all (SECURITY A122).
class AnswerBudget
{
public:
    static constexpr int kPerSender = 20;
    static constexpr int kTotal = 100;

    explicit AnswerBudget(const Clock &clock);

    /// True, and one answer less, if `sender` may have another one now.
    bool spend(const Jid &sender);

private:
    const Clock &m_clock;
    qint64 m_windowStart = 0;
    int m_spent = 0;
    QHash<Jid, int> m_spentBy;
};

} // namespace tertulia
