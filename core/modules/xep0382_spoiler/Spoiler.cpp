// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0382_spoiler/Spoiler.h"

#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kSpoiler = u"urn:xmpp:spoiler:0"_s;

} // namespace

Manifest SpoilerModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0382_spoiler"_s;
    manifest.features.append(kSpoiler);
    return manifest;
}

std::optional<QString> SpoilerModule::spoilerIn(const Message &message)
{
    XmlElement best;
    for (const XmlElement &payload : message.payloads) {
        if (!payload.is(u"spoiler", kSpoiler))
            continue;
        const bool plain = payload.language().isEmpty();
        if (best.isNull() || plain)
            best = payload;
        if (plain)
            break;
    }
    if (best.isNull())
        return {};
    return best.text().left(kMaxHint).simplified();
}

void SpoilerModule::mark(Message &message, const QString &hint)
{
    message.payloads.append(ElementBuilder(u"spoiler"_s, kSpoiler).text(hint).build());
}

} // namespace tertulia
