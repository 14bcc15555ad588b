// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/MessageOrder.h"

#include <limits>

namespace tertulia
{

/// Order keys for what an archive gives from its newer end to its older one: each stands in front of the one
/// before it and behind all that is older and known, whatever the stamps say, which are of another clock and
/// of whole seconds (R18, SECURITY F24).
class ArchivePlaces
{
public:
    /// Keys lie between the two and are neither.
    ArchivePlaces(qint64 floor, qint64 ceiling)
        : m_floor(floor)
        , m_ceiling(ceiling)
    {
    }

    /// For the next older message.
    qint64 next(const QDateTime &stamp)
    {
        qint64 place = std::min(MessageOrder::at(stamp), m_ceiling - 1);
        // A stamp that cannot be right: a little of the room that is left, so that many find some.
        if (place <= m_floor)
            place = std::max(m_floor + 1, m_ceiling - std::max<qint64>(1, (m_ceiling - m_floor) / kParts));
        m_ceiling = std::min(m_ceiling, place);
        return place;
    }
    /// What comes now stands in front of this too.
    void lower(qint64 ceiling) { m_ceiling = std::min(m_ceiling, ceiling); }

    /// Room that is left where a hole begins whose stamps may not leave any: a second.
    static constexpr qint64 kRoom = 1'000'000;
    static constexpr qint64 kNoFloor = std::numeric_limits<qint64>::min() / 2;

private:
    static constexpr qint64 kParts = 1000;

    qint64 m_floor;
    qint64 m_ceiling;
};

} // namespace tertulia
