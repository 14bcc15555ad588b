// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tertulia
{

/// What somebody has begun to write in a chat and has not sent.
struct Draft {
    QString text;
    qint64 answers = 0; ///< the message that the text answers; 0: none
    // While one of our messages is being changed, the text above waits.
    qint64 corrects = 0; ///< that message; 0: none
    QString correction = {}; ///< what it is to say, as far as it is written

    bool operator==(const Draft &) const = default;
};

} // namespace tertulia
