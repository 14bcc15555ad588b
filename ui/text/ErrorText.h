// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QString>

namespace tertulia
{

/// What is said of a failure. Plain text, both parts whole sentences; the second may be empty when there is
/// nothing to advise.
struct ErrorText {
    QString sentence; ///< what happened
    QString remedy; ///< what the person can do about it

    bool operator==(const ErrorText &) const = default;
};

/// The sentence and remedy of every ErrorCode. Subject and server text are cleaned before they are put in.
[[nodiscard]] ErrorText errorText(const Error &error);
/// The same on one line, with what the server said.
[[nodiscard]] QString errorLine(const Error &error);

} // namespace tertulia
