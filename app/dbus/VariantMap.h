// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusArgument>
#include <QVariantMap>

namespace tertulia
{

/// The dictionary (a{sv}) that stands in a value from the bus; empty if it is something else. Others decide
/// what they send, and to read one type as another is undefined.
inline QVariantMap mapIn(const QVariant &value)
{
    if (!value.canConvert<QDBusArgument>())
        return value.toMap();
    const auto argument = value.value<QDBusArgument>();
    return argument.currentSignature() == QLatin1String("a{sv}") ? qdbus_cast<QVariantMap>(argument)
                                                                 : QVariantMap();
}

} // namespace tertulia
