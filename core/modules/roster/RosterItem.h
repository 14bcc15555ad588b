// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/stanza/Subscription.h"
#include "core/xml/XmlElement.h"

#include <QList>
#include <QMetaType>
#include <QStringList>

namespace tertulia
{

/// A contact as the server keeps it (RFC 6121 2.1.2).
struct RosterItem {
    Jid jid = {}; ///< bare
    QString name = {}; ///< untrusted; empty if none
    QStringList groups = {}; ///< untrusted; sorted, without duplicates
    SubscriptionState subscription = SubscriptionState::None;
    bool askPending = false; ///< we asked to see them and wait for the answer
    bool preApproved = false; ///< they will be let in when they ask (RFC 6121 3.4)

    bool operator==(const RosterItem &) const = default;

    /// From an <item/>; MalformedReply if there is no address in it or it makes no sense. An item that says
    /// subscription="remove" is not an item: ask isRemoval() first.
    static Result<RosterItem> fromXml(const XmlElement &element);
    [[nodiscard]] static bool isRemoval(const XmlElement &element);
    /// As in a roster set: address, name and groups only (RFC 6121 2.1.5).
    [[nodiscard]] XmlElement toElement() const;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::RosterItem)
