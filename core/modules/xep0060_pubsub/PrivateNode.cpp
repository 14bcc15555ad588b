// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0060_pubsub/PrivateNode.h"

#include "core/modules/xep0060_pubsub/PepItems.h"
#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kOwner = u"http://jabber.org/protocol/pubsub#owner"_s;
const QString kForm = u"jabber:x:data"_s;
const QString kNodeConfig = u"http://jabber.org/protocol/pubsub#node_config"_s;

XmlElement field(const QString &name, const QString &value, const QString &type = {})
{
    return ElementBuilder(u"field"_s, kForm)
        .attribute(u"var"_s, name)
        .attribute(u"type"_s, type)
        .textChild(u"value"_s, value)
        .build();
}

/// What the node has to be, as a form of this type.
XmlElement privateNode(const QString &formType, NodePromise promise)
{
    ElementBuilder form(u"x"_s, kForm);
    form.attribute(u"type"_s, u"submit"_s)
        .child(field(u"FORM_TYPE"_s, formType, u"hidden"_s))
        .child(field(u"pubsub#persist_items"_s, u"true"_s));
    if (promise == NodePromise::Whole)
        form.child(field(u"pubsub#max_items"_s, u"max"_s))
            .child(field(u"pubsub#send_last_published_item"_s, u"never"_s));
    return form.child(field(u"pubsub#access_model"_s, u"whitelist"_s)).build();
}

Result<QList<PepEvent::Item>> itemsIn(const XmlElement &pubsub, const QString &node)
{
    const XmlElement items = pubsub.child(u"items", kPubSubNamespace);
    if (!pubsub.is(u"pubsub", kPubSubNamespace) || items.attribute(u"node") != node)
        return failure(ErrorCode::MalformedReply);
    QList<PepEvent::Item> found;
    for (const XmlElement &item : items.children(u"item", kPubSubNamespace))
        found.append({item.attribute(u"id"), item.firstChild()});
    return found;
}

} // namespace

Task<QList<PepEvent::Item>> fetchOwnItems(ModuleHost &host, QObject *context, const QString &node)
{
    Iq iq;
    iq.type = Iq::Type::Get;
    iq.payload = ElementBuilder(u"pubsub"_s, kPubSubNamespace)
                     .child(ElementBuilder(u"items"_s, kPubSubNamespace).attribute(u"node"_s, node).build())
                     .build();
    auto promise = std::make_shared<Promise<QList<PepEvent::Item>>>();
    auto task = promise->task();
    host.request(iq).then(context, [promise, node](const Result<XmlElement> &reply) {
        if (reply)
            promise->finish(itemsIn(*reply, node));
        else if (reply.error().code == ErrorCode::StanzaItemNotFound)
            promise->finish(QList<PepEvent::Item>());
        else
            promise->finish(Failure(reply.error()));
    });
    return task;
}

Task<void> publishPrivateItem(ModuleHost &host, QObject *context, const QString &node, const QString &itemId,
                              const XmlElement &payload, NodePromise promise)
{
    return publishPepItem(host, context, node, itemId, payload, privateNode(kPublishOptions, promise));
}

Task<void> configurePrivateNode(ModuleHost &host, QObject *context, const QString &node)
{
    Iq iq;
    iq.type = Iq::Type::Set;
    iq.payload = ElementBuilder(u"pubsub"_s, kOwner)
                     .child(ElementBuilder(u"configure"_s, kOwner)
                                .attribute(u"node"_s, node)
                                .child(privateNode(kNodeConfig, NodePromise::Whole))
                                .build())
                     .build();
    return host.request(iq).map(context, [](const XmlElement &) { });
}

} // namespace tertulia
