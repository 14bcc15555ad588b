// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/presence/Idle.h"

#include "core/modules/xep0082_datetime/DateTime.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

QDateTime idleSince(const Presence &presence, const QDateTime &now)
{
    const XmlElement idle = presence.payload(u"idle", kIdleNamespace);
    if (idle.isNull())
        return {};
    const auto since = parseDateTime(idle.attribute(u"since"));
    if (!since)
        return {};
    return std::min(*since, now);
}

XmlElement idleElement(const QDateTime &since)
{
    return {u"idle"_s, kIdleNamespace, {{u"since"_s, {}, formatDateTime(since)}}};
}

} // namespace tertulia
