// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace tertulia
{

/// A text that a message had.
struct MessageVersion {
    QString body; ///< untrusted plain text
    QDateTime time; ///< UTC, when it was said

    bool operator==(const MessageVersion &) const = default;
};

} // namespace tertulia
