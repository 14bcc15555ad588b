// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stanza/Payload.h"

namespace tertulia
{

QString idOf(const XmlElement &payload)
{
    constexpr qsizetype kLongest = 1'000;
    const QString id = payload.attribute(u"id");
    return id.size() <= kLongest ? id : QString();
}

} // namespace tertulia
