// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/DeliveryState.h"
#include "core/base/Error.h"

namespace tertulia
{

// Enumerators may be added and moved; what stands in files may not. These are the names and numbers used
// there.

QString storedName(ErrorCode code);
/// StanzaUndefinedCondition for a name that a newer program wrote.
ErrorCode errorFromStoredName(const QString &name);

int storedNumber(DeliveryState state);
DeliveryState stateFromStoredNumber(qint64 number);

} // namespace tertulia
