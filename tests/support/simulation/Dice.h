// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tertulia
{

/// Chance that comes out the same for the same seed, on every machine (the distributions of the standard
/// library do not).
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_state(seed * 0x9e3779b97f4a7c15ULL + 0x2545f4914f6cdd1dULL)
    {
    }

    /// SplitMix64.
    [[nodiscard]] quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// In [0, limit).
    [[nodiscard]] qint64 below(qint64 limit) { return qint64(next() % quint64(limit)); }
    [[nodiscard]] qint64 between(qint64 least, qint64 most) { return least + below(most - least + 1); }
    [[nodiscard]] double fraction() { return double(next() >> 11) / double(1ULL << 53); }
    [[nodiscard]] bool chance(double probability) { return fraction() < probability; }

private:
    quint64 m_state;
};

} // namespace tertulia
