// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace tertulia
{

/// A place in a timeline at which messages may be missing that the archive has.
struct ArchiveGap {
    enum class State {
        Waiting, ///< nobody asked for it yet
        Loading,
        Failed, ///< the archive could not say
        Held, ///< the person does not want it now
    };

    qint64 range = 0; ///< names it
    qint64 before = 0; ///< messages with this order key or a greater one stand behind it
    State state = State::Waiting;

    bool operator==(const ArchiveGap &) const = default;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::ArchiveGap)
