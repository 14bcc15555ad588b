// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0060_pubsub/PepItems.h"

namespace tertulia
{

/// What a server announces that looks at publish-options before it takes an item (XEP-0060 7.1.5). Without it
/// nothing private may be published (XEP-0223 6; SECURITY A60).
inline const QString kPublishOptions = QStringLiteral("http://jabber.org/protocol/pubsub#publish-options");

/// All items of a node of the own account; empty if there is no such node.
[[nodiscard]] Task<QList<PepEvent::Item>> fetchOwnItems(ModuleHost &host, QObject *context,
                                                        const QString &node);
/// What a server is asked to promise before it takes an item.
enum class NodePromise {
    Whole, ///< that nobody else sees it, and that it keeps as many items as there is room for
    Privacy, ///< the former alone; some servers know of no more (ejabberd 23.01: StanzaResourceConstraint)
};
/// Publishes an item to a node of the own account (XEP-0223 3). StanzaConflict, with nothing published, if
/// the node is another than is asked for: see configurePrivateNode(). Only for servers that announce
/// kPublishOptions.
[[nodiscard]] Task<void> publishPrivateItem(ModuleHost &host, QObject *context, const QString &node,
                                            const QString &itemId, const XmlElement &payload,
                                            NodePromise promise);
/// Makes a node that is there already such a one (XEP-0060 8.2).
[[nodiscard]] Task<void> configurePrivateNode(ModuleHost &host, QObject *context, const QString &node);

} // namespace tertulia
