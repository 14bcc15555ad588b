// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0060_pubsub/PepItems.h"

#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

Result<PepEvent::Item> itemIn(const XmlElement &pubsub, const QString &node, const QString &itemId)
{
    const XmlElement items = pubsub.child(u"items", kPubSubNamespace);
    if (!pubsub.is(u"pubsub", kPubSubNamespace) || items.attribute(u"node") != node)
        return failure(ErrorCode::MalformedReply);
    for (const XmlElement &item : items.children(u"item", kPubSubNamespace))
        if (itemId.isEmpty() || item.attribute(u"id") == itemId)
            return PepEvent::Item{item.attribute(u"id"), item.firstChild()};
    return failure(ErrorCode::StanzaItemNotFound);
}

} // namespace

Task<PepEvent::Item> fetchPepItem(ModuleHost &host, QObject *context, const Jid &bare, const QString &node,
                                  const QString &itemId)
{
    ElementBuilder items(u"items"_s, kPubSubNamespace);
    items.attribute(u"node"_s, node);
    if (itemId.isEmpty())
        items.attribute(u"max_items"_s, u"1"_s);
    else
        items.child(XmlElement(u"item"_s, kPubSubNamespace, {{u"id"_s, {}, itemId}}));
    Iq iq;
    iq.to = bare;
    iq.type = Iq::Type::Get;
    iq.payload = ElementBuilder(u"pubsub"_s, kPubSubNamespace).child(items.build()).build();
    return host.request(iq).map(
        context, [node, itemId](const XmlElement &reply) { return itemIn(reply, node, itemId); });
}

Task<void> publishPepItem(ModuleHost &host, QObject *context, const QString &node, const QString &itemId,
                          const XmlElement &payload, const XmlElement &options)
{
    const XmlElement item
        = ElementBuilder(u"item"_s, kPubSubNamespace).attribute(u"id"_s, itemId).child(payload).build();
    Iq iq;
    iq.type = Iq::Type::Set;
    ElementBuilder pubsub(u"pubsub"_s, kPubSubNamespace);
    pubsub.child(
        ElementBuilder(u"publish"_s, kPubSubNamespace).attribute(u"node"_s, node).child(item).build());
    if (!options.isNull())
        pubsub.child(ElementBuilder(u"publish-options"_s, kPubSubNamespace).child(options).build());
    iq.payload = pubsub.build();
    return host.request(iq).map(context, [](const XmlElement &) { });
}

} // namespace tertulia
