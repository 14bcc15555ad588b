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

/// A <message/> (RFC 6121 5): the envelope, and everything else as payload children that modules read and
/// write. A new message extension never edits this type.
struct Message {
    enum class Type { Normal, Chat, Groupchat, Headline, Error };

    Jid from = {};
    Jid to = {};
    QString id = {};
    Type type = Type::Chat;
    QString language = {};
    /// Body in the best language (xml:lang of the account or none); null when there is no <body/>.
    QString body = {};
    QString subject = {};
    QString thread = {};
    std::optional<StanzaError> error = {};
    /// All children but body, subject, thread and error, in order.
    QList<XmlElement> payloads = {};

    /// First payload with this name and namespace, or null.
    [[nodiscard]] XmlElement payload(QStringView name, QStringView namespaceUri) const;
    [[nodiscard]] bool hasPayload(QStringView name, QStringView namespaceUri) const;

    /// Fails with StanzaJidMalformed or MalformedReply when the envelope is bad.
    static Result<Message> fromXml(const XmlElement &element);
    void toXml(XmlWriter &writer) const;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::Message)
