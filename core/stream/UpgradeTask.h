// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/ScramKeys.h"
#include "core/xml/XmlElement.h"

#include <optional>

namespace tertulia
{

/// How a server that only stores a password's hash learns that of a stronger SCRAM (XEP-0480): it asks for
/// SaltedPassword, with which anybody could pose as the account. So only over a connection that the log-in is
/// bound to, and only for what is stronger than the mechanism in use (SECURITY A49, B18).
namespace upgrade
{

/// The strongest SCRAM among the tasks offered that is stronger than `used`.
std::optional<Mechanism> strongest(const QStringList &tasks, Mechanism used);
/// "UPGR-SCRAM-SHA-256".
QString taskName(Mechanism mechanism);
/// What asks for the task in <authenticate/>.
XmlElement request(Mechanism mechanism);
/// What begins it.
XmlElement next(Mechanism mechanism);
/// Reads the server's <task-data/>: AuthenticationMessageInvalid if a part is missing or outside the limits
/// of a SCRAM challenge (SECURITY A44), PasswordNotRepresentable.
Result<ScramKeyRequest> readSalt(const XmlElement &taskData, Mechanism mechanism, const QString &password);
/// The <task-data/> that ends it.
XmlElement answer(const SecretBytes &saltedPassword);

} // namespace upgrade

} // namespace tertulia
