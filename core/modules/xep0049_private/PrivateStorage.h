// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

namespace tertulia
{

/// What the account keeps at its server under this name (XEP-0049 3); an empty element of the name if
/// nothing. Only the server answers for the account (SECURITY A53).
[[nodiscard]] Task<XmlElement> fetchPrivate(ModuleHost &host, QObject *context, const QString &name,
                                            const QString &namespaceUri);
/// Keeps this in the place of what was there under its name and namespace.
[[nodiscard]] Task<void> storePrivate(ModuleHost &host, QObject *context, const XmlElement &element);

} // namespace tertulia
