// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0444_reactions/Reactions.h"

#include "core/base/Emoji.h"
#include "core/modules/xep0334_hints/Hints.h"
#include "core/modules/xep0428_fallback/Fallback.h"
#include "core/stanza/Payload.h"
#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kReactions = u"urn:xmpp:reactions:0"_s;

} // namespace

Result<Reactions> Reactions::fromXml(const XmlElement &element)
{
    Reactions reactions;
    reactions.id = idOf(element);
    if (!element.is(u"reactions", kReactions) || reactions.id.isEmpty())
        return failure(ErrorCode::MalformedReply);
    for (const XmlElement &child : element.children(u"reaction", kReactions)) {
        const QString text = child.text().trimmed();
        if (reactions.emojis.size() >= kMost || !isEmoji(text))
            continue;
        // Dino writes the sign for the style behind each; what looks the same is to be the same.
        if (const QString emoji = qualifiedEmoji(text); !reactions.emojis.contains(emoji))
            reactions.emojis.append(emoji);
    }
    return reactions;
}

XmlElement Reactions::toElement() const
{
    ElementBuilder element(u"reactions"_s, kReactions);
    element.attribute(u"id"_s, id);
    for (const QString &emoji : emojis)
        element.textChild(u"reaction"_s, emoji);
    return element.build();
}

Manifest ReactionsModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0444_reactions"_s;
    manifest.features.append(kReactions);
    return manifest;
}

std::optional<Reactions> ReactionsModule::reactionsIn(const Message &message)
{
    const XmlElement *found = nullptr;
    for (const XmlElement &payload : message.payloads) {
        if (!payload.is(u"reactions", kReactions))
            continue;
        if (found)
            return {};
        found = &payload;
    }
    if (!found)
        return {};
    const auto reactions = Reactions::fromXml(*found);
    return reactions ? std::optional(*reactions) : std::nullopt;
}

QString ReactionsModule::saidBesides(const Message &message)
{
    return reactionsIn(message) ? bodyWithoutFallback(message, {kReactions}).text : message.body;
}

void ReactionsModule::mark(Message &message, const Reactions &reactions)
{
    message.payloads.append(reactions.toElement());
    addHint(message, Hint::Store);
}

} // namespace tertulia
