// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/sasl/SecretBytes.h"

#include <QStringList>

namespace tertulia
{

/// Ways to authenticate that exist here, from weakest to strongest. There is no legacy one (SECURITY A23).
enum class Mechanism { Plain, ScramSha1, ScramSha256, ScramSha512 };

/// As in <mechanism/>, "SCRAM-SHA-256".
QString mechanismName(Mechanism mechanism);
[[nodiscard]] inline bool isScram(Mechanism mechanism)
{
    return mechanism != Mechanism::Plain;
}

/// The strongest offered one. PLAIN only if the account allows it, and never once SCRAM worked for it
/// (SECURITY A39): then PlainNotAllowed. NoAcceptableMechanism (subject: what was offered) when nothing known
/// is among them; unknown ones are ignored (A47).
Result<Mechanism> chooseMechanism(const QStringList &offered, bool allowPlain, bool scramWorked);

/// The one message of PLAIN (RFC 4616), without authorization identity.
Result<SecretBytes> plainMessage(const QString &username, const QString &password);

} // namespace tertulia
