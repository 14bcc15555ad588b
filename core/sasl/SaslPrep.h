// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/sasl/SecretBytes.h"

namespace tertulia
{

/// A password (or name) as SASL wants it: SASLprep (RFC 4013), then UTF-8. PasswordNotRepresentable when a
/// character is forbidden or nothing is left.
///
/// Characters newer than Unicode 3.2 are let through unchanged, although RFC 5802 2.2 calls for stored
/// strings: servers do so when a password is set, and somebody whose password has an emoji must get in.
Result<SecretBytes> saslPrep(const QString &text);

} // namespace tertulia
