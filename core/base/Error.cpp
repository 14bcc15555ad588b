// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"

namespace tertulia
{

QString shownRemoteText(const QString &text)
{
    constexpr qsizetype kMost = 500;
    QString shown;
    for (const QChar c : text) {
        const ushort u = c.unicode();
        const bool bidi = (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0x200E
            || u == 0x200F || u == 0x061C;
        if (bidi || (c.category() == QChar::Other_Control && u != '\n'))
            continue;
        if (shown.size() == kMost)
            break;
        shown.append(c);
    }
    if (!shown.isEmpty() && shown.back().isHighSurrogate())
        shown.chop(1);
    return shown.trimmed();
}

} // namespace tertulia
