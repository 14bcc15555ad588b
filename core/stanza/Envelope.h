// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/stanza/StanzaError.h"
#include "core/xml/XmlElement.h"

#include <initializer_list>
#include <optional>
#include <utility>

namespace tertulia
{

class XmlWriter;

/// What message, presence and iq have in common (RFC 6120 8.1): strict where an address or an error stands.
struct Envelope {
    Jid from = {};
    Jid to = {};
    QString id = {};
    QString type = {};
    std::optional<StanzaError> error = {}; ///< set exactly when the type is "error"

    /// Hands all but the type over to a stanza that has these fields.
    template <class Stanza>
    void moveInto(Stanza &stanza)
    {
        stanza.from = std::move(from);
        stanza.to = std::move(to);
        stanza.id = std::move(id);
        stanza.error = std::move(error);
    }

    /// MalformedReply unless `element` is a `name` in jabber:client; StanzaJidMalformed for a bad address.
    static Result<Envelope> fromXml(const XmlElement &element, QStringView name);
};

/// Opens a stanza; an empty type writes no attribute.
void startStanza(XmlWriter &writer, QStringView name, const Jid &from, const Jid &to, const QString &id,
                 QStringView type);

/// The children of a stanza, but for its error and those of jabber:client with the names `own`.
QList<XmlElement> payloadsIn(const XmlElement &stanza, std::initializer_list<QStringView> own);

/// First of `payloads` with this name and namespace, or null.
XmlElement findPayload(const QList<XmlElement> &payloads, QStringView name, QStringView namespaceUri);

/// Of several texts in different languages (RFC 6121 5.2.3) the one without a language, else the first.
class BestText
{
public:
    /// `element` must outlive this.
    void offer(const XmlElement &element);
    /// Null when there was none, empty when it is empty.
    [[nodiscard]] QString text() const;

private:
    const XmlElement *m_best = nullptr;
    bool m_isPlain = false;
};

/// The BestText among the children `name`.
QString bestText(const XmlElement &stanza, QStringView name);

} // namespace tertulia
