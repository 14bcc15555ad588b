// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0297_forwarded/Forwarded.h"

#include "core/xml/Namespaces.h"

namespace tertulia
{

Result<Forwarded> Forwarded::fromXml(const XmlElement &element)
{
    if (!element.is(u"forwarded", kForwardNamespace))
        return failure(ErrorCode::MalformedReply);
    const QList<XmlElement> messages = element.children(u"message", ns::kClient);
    if (messages.size() != 1)
        return failure(ErrorCode::MalformedReply);
    auto message = Message::fromXml(messages.first());
    if (!message)
        return Failure(message.error());
    Forwarded forwarded;
    forwarded.message = *std::move(message);
    if (auto delay = Delay::fromXml(element.child(u"delay", kDelayNamespace)))
        forwarded.delay = *std::move(delay);
    return forwarded;
}

} // namespace tertulia
