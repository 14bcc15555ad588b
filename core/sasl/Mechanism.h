// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/sasl/SecretBytes.h"

#include <QStringList>

namespace tertulia
{

/// Ways to authenticate that exist here. Of those with a password, from weakest to strongest; EXTERNAL and
/// ANONYMOUS are what an account's person chose. There is no legacy one (SECURITY A23).
enum class Mechanism { Anonymous, External, Plain, ScramSha1, ScramSha256, ScramSha512 };

/// As in <mechanism/>: "SCRAM-SHA-256", or "SCRAM-SHA-256-PLUS" if `bound` to the connection.
QString mechanismName(Mechanism mechanism, bool bound = false);
[[nodiscard]] inline bool isScram(Mechanism mechanism)
{
    return mechanism >= Mechanism::ScramSha1;
}

/// The one message of PLAIN (RFC 4616), without authorization identity.
Result<SecretBytes> plainMessage(const QString &username, const QString &password);

} // namespace tertulia
