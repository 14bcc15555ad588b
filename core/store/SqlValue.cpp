// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SqlValue.h"

namespace tertulia
{

SqlValue::SqlValue(const QVariant &value)
{
    if (value.isNull())
        return;
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
        m_type = Type::Number;
        m_number = value.toLongLong();
        break;
    case QMetaType::Double:
        m_type = Type::Real;
        m_real = value.toDouble();
        break;
    case QMetaType::QByteArray:
        *this = SqlValue(value.toByteArray());
        break;
    default:
        *this = SqlValue(value.toString());
        break;
    }
}

} // namespace tertulia
