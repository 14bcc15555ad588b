// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0060_pubsub/NodeAccess.h"

#include "core/modules/xep0060_pubsub/PrivateNode.h"
#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kOwner = u"http://jabber.org/protocol/pubsub#owner"_s;
const QString kForm = u"jabber:x:data"_s;
const QString kNodeConfig = u"http://jabber.org/protocol/pubsub#node_config"_s;
const QString kAccessField = u"pubsub#access_model"_s;

XmlElement field(const QString &name, const QString &value, const QString &type = {})
{
    return ElementBuilder(u"field"_s, kForm)
        .attribute(u"var"_s, name)
        .attribute(u"type"_s, type)
        .textChild(u"value"_s, value)
        .build();
}

XmlElement accessForm(const QString &formType, NodeAccess access)
{
    return ElementBuilder(u"x"_s, kForm)
        .attribute(u"type"_s, u"submit"_s)
        .child(field(u"FORM_TYPE"_s, formType, u"hidden"_s))
        .child(field(u"pubsub#persist_items"_s, u"true"_s))
        .child(field(kAccessField, access == NodeAccess::Open ? u"open"_s : u"presence"_s))
        .build();
}

Task<void> configure(ModuleHost &host, QObject *context, const QString &node, NodeAccess access)
{
    Iq iq;
    iq.type = Iq::Type::Set;
    iq.payload = ElementBuilder(u"pubsub"_s, kOwner)
                     .child(ElementBuilder(u"configure"_s, kOwner)
                                .attribute(u"node"_s, node)
                                .child(accessForm(kNodeConfig, access))
                                .build())
                     .build();
    return host.request(iq).map(context, [](const XmlElement &) { });
}

/// What is to be published where, and for whom.
struct Publication {
    QString node;
    QString itemId;
    XmlElement payload;
    XmlElement options;
};

void publish(ModuleHost &host, QObject *context, const Publication &what,
             const std::shared_ptr<Promise<void>> &promise)
{
    publishPepItem(host, context, what.node, what.itemId, what.payload, what.options)
        .then(context, [promise](const Result<void> &done) { promise->finish(done); });
}

NodeAccess accessNamed(const QString &model)
{
    if (model == "open"_L1)
        return NodeAccess::Open;
    return model == "presence"_L1 ? NodeAccess::Presence : NodeAccess::Other;
}

Result<NodeAccess> accessIn(const XmlElement &reply)
{
    const XmlElement form = reply.child(u"configure", kOwner).child(u"x", kForm);
    for (const XmlElement &one : form.children(u"field", kForm)) {
        if (one.attribute(u"var") == kAccessField)
            return accessNamed(one.childText(u"value", kForm));
    }
    return failure(ErrorCode::MalformedReply);
}

} // namespace

Task<void> publishItemFor(ModuleHost &host, QObject *context, NodeAccess access, bool checksOptions,
                          const QString &node, const QString &itemId, const XmlElement &payload)
{
    if (access == NodeAccess::Other)
        return publishPepItem(host, context, node, itemId, payload);
    auto promise = std::make_shared<Promise<void>>();
    auto task = promise->task();
    const Publication what{node, itemId, payload,
                           checksOptions ? accessForm(kPublishOptions, access) : XmlElement()};
    if (!checksOptions) {
        configure(host, context, node, access)
            .then(context, [&host, context, what, promise, access](const Result<void> &done) {
                // A node that is not there yet comes with the item, for contacts only (XEP-0163 3).
                const bool missing = !done && done.error().code == ErrorCode::StanzaItemNotFound;
                if (!done && !missing) {
                    promise->finish(done);
                    return;
                }
                if (!missing || access == NodeAccess::Presence) {
                    publish(host, context, what, promise);
                    return;
                }
                publishPepItem(host, context, what.node, what.itemId, what.payload)
                    .then(context, [&host, context, what, promise, access](const Result<void> &published) {
                        if (!published)
                            promise->finish(published);
                        else
                            configure(host, context, what.node, access)
                                .then(context,
                                      [promise](const Result<void> &opened) { promise->finish(opened); });
                    });
            });
        return task;
    }
    publishPepItem(host, context, what.node, what.itemId, what.payload, what.options)
        .then(context, [&host, context, what, promise, access](const Result<void> &done) {
            if (done || done.error().code != ErrorCode::StanzaConflict) {
                promise->finish(done);
                return;
            }
            configure(host, context, what.node, access)
                .then(context, [&host, context, what, promise](const Result<void> &changed) {
                    if (changed)
                        publish(host, context, what, promise);
                    else
                        promise->finish(changed);
                });
        });
    return task;
}

Task<NodeAccess> fetchNodeAccess(ModuleHost &host, QObject *context, const QString &node)
{
    Iq iq;
    iq.type = Iq::Type::Get;
    iq.payload = ElementBuilder(u"pubsub"_s, kOwner)
                     .child(XmlElement(u"configure"_s, kOwner, {{u"node"_s, {}, node}}))
                     .build();
    return host.request(iq).map(context, [](const XmlElement &reply) { return accessIn(reply); });
}

} // namespace tertulia
