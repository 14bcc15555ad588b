// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

namespace tertulia
{

inline const QString kPubSubNamespace = QStringLiteral("http://jabber.org/protocol/pubsub");

/// Whether an error says that the server has nothing of the kind that was asked of it (RFC 6120 8.3.3).
[[nodiscard]] constexpr bool isNotOffered(ErrorCode code)
{
    return code == ErrorCode::StanzaServiceUnavailable || code == ErrorCode::StanzaFeatureNotImplemented;
}
/// Asks for one item of somebody's PEP node (XEP-0060 6.5.8), or for the latest when `itemId` is empty.
/// StanzaItemNotFound also when the answer holds no such item.
[[nodiscard]] Task<PepEvent::Item> fetchPepItem(ModuleHost &host, QObject *context, const Jid &bare,
                                                const QString &node, const QString &itemId = {});
/// Publishes an item to a public node of the own account (XEP-0163 3). Nothing private may go this way
/// without `options`, the form of what the node must be (XEP-0060 7.1.5): its access is left as it is
/// (SECURITY A60).
[[nodiscard]] Task<void> publishPepItem(ModuleHost &host, QObject *context, const QString &node,
                                        const QString &itemId, const XmlElement &payload,
                                        const XmlElement &options = {});

} // namespace tertulia
