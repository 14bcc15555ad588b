// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0030_disco/DiscoItems.h"

#include "core/modules/xep0030_disco/DiscoNamespaces.h"

namespace tertulia
{

namespace
{

constexpr qsizetype kMaxItems = 10'000;

} // namespace

Result<DiscoItems> DiscoItems::fromXml(const XmlElement &query)
{
    if (!query.is(u"query", kDiscoItems))
        return failure(ErrorCode::MalformedReply);
    DiscoItems result;
    for (const XmlElement &element : query.children(u"item", kDiscoItems)) {
        if (result.items.size() >= kMaxItems)
            break;
        if (const auto jid = Jid::parse(element.attribute(u"jid")))
            result.items.append({*jid, element.attribute(u"node"), element.attribute(u"name")});
    }
    return result;
}

} // namespace tertulia
