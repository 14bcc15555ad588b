// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0203_delay/Delay.h"

#include "core/modules/xep0082_datetime/DateTime.h"
#include "core/xml/ElementBuilder.h"

namespace tertulia
{

namespace
{

/// Whether a delay from `from` on a stanza by `sender` may have been put there by somebody on its way.
bool isOnTheWay(const Jid &from, const Jid &own, const Jid &sender)
{
    if (from.isNull())
        return true;
    const Jid bare = from.bare();
    return bare == own.bare() || from == own.domainOnly() || bare == sender.bare()
        || from == sender.domainOnly();
}

} // namespace

Result<Delay> Delay::fromXml(const XmlElement &element)
{
    if (!element.is(u"delay", kDelayNamespace))
        return failure(ErrorCode::MalformedReply);
    const auto stamp = parseDateTime(element.attribute(u"stamp"));
    if (!stamp)
        return failure(ErrorCode::MalformedReply);
    Delay delay;
    delay.stamp = *stamp;
    delay.reason = element.text();
    if (element.hasAttribute(u"from")) {
        const auto from = Jid::parse(element.attribute(u"from"));
        if (!from)
            return Failure(from.error());
        delay.from = *from;
    }
    return delay;
}

XmlElement Delay::toElement() const
{
    ElementBuilder delay(QStringLiteral("delay"), kDelayNamespace);
    if (!from.isNull())
        delay.attribute(QStringLiteral("from"), from.toString());
    return delay.attribute(QStringLiteral("stamp"), formatDateTime(stamp)).text(reason).build();
}

std::optional<QDateTime> delayedSince(const QList<XmlElement> &payloads, const Jid &own, const Jid &sender,
                                      const QDateTime &now)
{
    std::optional<QDateTime> earliest;
    for (const XmlElement &payload : payloads) {
        const auto delay = Delay::fromXml(payload);
        if (!delay || !isOnTheWay(delay->from, own, sender))
            continue;
        const QDateTime stamp = std::min(delay->stamp, now);
        if (!earliest || stamp < *earliest)
            earliest = stamp;
    }
    return earliest;
}

} // namespace tertulia
