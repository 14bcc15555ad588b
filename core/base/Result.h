// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <expected>

namespace tertulia
{

/// A value, or the Error that stands in its place.
template <class T>
using Result = std::expected<T, Error>;

using Failure = std::unexpected<Error>;

/// Shorthand for returning an error from a function with a Result.
inline Failure failure(ErrorCode code, const QString &subject = {}, const QString &text = {})
{
    return Failure(Error{code, subject, text});
}

} // namespace tertulia
