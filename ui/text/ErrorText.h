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
/// The other side's own words for it, as a sentence of ours; empty where it said none. What the system or a
/// library says of an error is for the log: it is in its own language, and the sentence says the same better.
[[nodiscard]] QString serverSays(const Error &error);
/// Why an account's removal is not complete: names the keychain's entry that the person has to delete by
/// hand.
[[nodiscard]] QString removalFailure(const Error &error);
/// Sentence, remedy and what the server said on one line.
[[nodiscard]] QString errorLine(const Error &error);

} // namespace tertulia
