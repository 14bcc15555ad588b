// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CheckedNumber.h"

namespace tertulia
{

std::optional<qint64> checkedNumber(QStringView text, qint64 least, qint64 most)
{
    text = text.trimmed();
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.mid(1);
    // 18 digits cannot overflow; no protocol field needs more.
    if (text.isEmpty() || text.size() > 18)
        return std::nullopt;
    qint64 value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        value = value * 10 + (c.unicode() - u'0');
    }
    if (negative)
        value = -value;
    if (value < least || value > most)
        return std::nullopt;
    return value;
}

std::optional<bool> checkedBoolean(QStringView text)
{
    text = text.trimmed();
    if (text == u"true" || text == u"1")
        return true;
    if (text == u"false" || text == u"0")
        return false;
    return std::nullopt;
}

} // namespace tertulia
