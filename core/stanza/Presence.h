// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/stanza/StanzaError.h"
#include "core/xml/XmlElement.h"

#include <optional>

namespace tertulia
{

class XmlWriter;

/// What a person shows of themselves (RFC 6121 4.7.2.1), from most to least reachable.
enum class Availability { Chat, Available, Away, ExtendedAway, DoNotDisturb, Offline };

/// A <presence/> (RFC 6121 4.7).
struct Presence {
    enum class Type {
        Available,
        Unavailable,
        Subscribe,
        Subscribed,
        Unsubscribe,
        Unsubscribed,
        Probe,
        Error
    };

    Jid from = {};
    Jid to = {};
    QString id = {};
    Type type = Type::Available;
    /// Of an available presence; Offline otherwise.
    Availability availability = Availability::Available;
    QString status = {}; ///< untrusted
    int priority = 0; ///< -128..127
    std::optional<StanzaError> error = {};
    QList<XmlElement> payloads = {};

    [[nodiscard]] XmlElement payload(QStringView name, QStringView namespaceUri) const;

    static Result<Presence> fromXml(const XmlElement &element);
    void toXml(XmlWriter &writer) const;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::Availability)
