// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tertulia
{

/// Where a message stands in its archive, as far as that was read: of two that have a rank, the one with the
/// lower rank was archived first. What was read once keeps its rank; so has what a process left behind that
/// died before it had noted how far it was, and it is given anew when that is read again.
class ArchiveRank
{
public:
    /// Of the first message behind a hole, whose last known one before it has the rank `last`; 0: there is
    /// none. What lies between finds room.
    [[nodiscard]] static constexpr qint64 behindHole(qint64 last) { return last + kRoom; }
    /// What is read of one chat alone, from the hole in front of `first`, ranks below this: in front of all
    /// that is going to be read of everybody.
    [[nodiscard]] static constexpr qint64 ofOneChat(qint64 first) { return first - kRoom / 2; }

private:
    static constexpr qint64 kRoom = qint64(1) << 40;
};

} // namespace tertulia
