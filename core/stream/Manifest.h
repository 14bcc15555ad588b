// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/stanza/Iq.h"
#include "core/stanza/Message.h"
#include "core/stanza/Presence.h"

#include <QFlags>
#include <QList>
#include <QStringList>

#include <functional>

namespace tertulia
{

/// Whose stanzas a route accepts. The router refuses the rest before a module sees them; there is no default.
enum class Sender {
    OwnAccount = 0x1, ///< no `from`, or the own bare address (RFC 6120 8.1.2.1)
    OwnServer = 0x2, ///< the own domain
    Contact
    = 0x4, ///< somebody in the roster who may see our presence (subscription from or both), any resource
    JoinedRoom = 0x8, ///< a room that was joined, or an occupant of it
    OwnResource = 0x10, ///< another full address of the own account
    Anyone = 0x20,
};
Q_DECLARE_FLAGS(Senders, Sender)
Q_DECLARE_OPERATORS_FOR_FLAGS(Senders)

/// A request another entity may make. The handler's result is the reply: a payload (null for an empty result)
/// or a StanzaError. A get or set that no route claims, or whose sender no route allows, is answered
/// service-unavailable by the router.
struct IqRoute {
    using Answer = std::expected<XmlElement, StanzaError>;

    Iq::Type type = Iq::Type::Get; ///< Get or Set
    QString name;
    QString namespaceUri;
    Senders from;
    std::function<Answer(const Iq &)> handler;
};

/// Interest in messages with a payload. Routes are called in ascending order until one returns true
/// (consumed).
struct MessageRoute {
    int order = 0;
    QString name; ///< empty: every message
    QString namespaceUri;
    Senders from;
    std::function<bool(const Message &)> handler;
};

/// Interest in presence; every allowed route sees it.
struct PresenceRoute {
    Senders from;
    std::function<void(const Presence &)> handler;
};

/// Interest in a PEP node (XEP-0163): its +notify feature is announced, and items from allowed senders come
/// here. `sender` is the bare address whose node it is. `items` holds the payload of each item with its id;
/// empty for retract and purge events, which set `retracted`.
struct PepEvent {
    struct Item {
        QString id;
        XmlElement payload;
    };
    Jid sender;
    QString node;
    QList<Item> items;
    QStringList retracted; ///< item ids; one empty string stands for a purged or deleted node
};
struct PepRoute {
    QString node;
    Senders from;
    std::function<void(const PepEvent &)> handler;
};

/// Adds to an outgoing stanza; decorators run in ascending order.
template <class Stanza>
struct Decorator {
    int order = 0;
    std::function<void(Stanza &)> decorate;
};

/// What a module wants of a new stream from its first moment on. A server that can do it along with the
/// log-in (XEP-0386) does; see ModuleHost::cameWithLogIn().
struct InlineFeature {
    QString name; ///< as servers list it, "urn:xmpp:carbons:2"
    std::function<XmlElement()> request; ///< what asks for it; null if it is not wanted this time
};

/// What a module wants, and from whom.
struct Manifest {
    QString name;
    QStringList features; ///< announced by disco (XEP-0030); each must be in the DOAP file
    QList<IqRoute> iqs;
    QList<MessageRoute> messages;
    QList<PresenceRoute> presences;
    QList<PepRoute> pepNodes;
    QList<Decorator<Message>> messageDecorators;
    QList<Decorator<Presence>> presenceDecorators;
    QList<InlineFeature> inlineFeatures;
};

} // namespace tertulia
