// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0060_pubsub/PepItems.h"

namespace tertulia
{

/// Who may read a node of the own account that is not private (XEP-0060 4.5).
enum class NodeAccess {
    Presence, ///< contacts who may see our presence
    Open, ///< everybody
    Other, ///< whom this program has no word for (whitelist, roster groups, who was let in): left as it is
};

/// Publishes an item so that these may read it, and nobody else: a node that is there and is another is
/// changed first, unless it is to stay as it is. `checksOptions`: the server looks at publish-options
/// (kPublishOptions); else the node is made what it is to be before anything stands in it.
[[nodiscard]] Task<void> publishItemFor(ModuleHost &host, QObject *context, NodeAccess access,
                                        bool checksOptions, const QString &node, const QString &itemId,
                                        const XmlElement &payload);
/// Who may read a node of the own account; StanzaItemNotFound if there is none.
[[nodiscard]] Task<NodeAccess> fetchNodeAccess(ModuleHost &host, QObject *context, const QString &node);

} // namespace tertulia
