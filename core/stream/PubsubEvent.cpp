// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/PubsubEvent.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

std::optional<PepEvent> readPubsubEvent(const XmlElement &event)
{
    if (!event.is(u"event", kPubsubEvent))
        return std::nullopt;
    const XmlElement change = event.firstChildIn(kPubsubEvent);
    if (change.isNull())
        return std::nullopt;
    PepEvent result;
    result.node = change.attribute(u"node");
    if (result.node.isEmpty())
        return std::nullopt;
    if (change.name() == u"purge" || change.name() == u"delete") {
        result.retracted.append(u""_s);
        return result;
    }
    if (change.name() != u"items")
        return std::nullopt;
    for (const XmlElement &child : change.children()) {
        if (child.is(u"item", kPubsubEvent))
            result.items.append({child.attribute(u"id"), child.firstChild()});
        else if (child.is(u"retract", kPubsubEvent) && !child.attribute(u"id").isEmpty())
            result.retracted.append(child.attribute(u"id"));
    }
    return result;
}

} // namespace tertulia
