// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stanza/Envelope.h"

#include "core/xml/Namespaces.h"
#include "core/xml/XmlWriter.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

/// A stream repeats few addresses many times, and preparing one is dear: the last ones are remembered.
class RecentAddresses
{
public:
    Result<Jid> parse(const QString &text)
    {
        const auto known = m_known.constFind(text);
        if (known != m_known.cend())
            return *known;
        auto parsed = Jid::parse(text);
        if (!parsed)
            return failure(ErrorCode::StanzaJidMalformed, {}, shownRemoteText(text));
        constexpr int kMost = 4096;
        constexpr qsizetype kLongest = 200; // whoever makes up long ones is not to fill the memory with them
        if (text.size() > kLongest)
            return parsed;
        if (m_known.size() >= kMost)
            m_known.clear();
        m_known.insert(text, *parsed);
        return parsed;
    }

private:
    QHash<QString, Jid> m_known;
};

Result<Jid> addressIn(const XmlElement &element, QStringView attribute)
{
    static thread_local RecentAddresses addresses;
    const QString text = element.attribute(attribute);
    if (text.isNull())
        return Jid();
    return addresses.parse(text);
}

} // namespace

Result<Envelope> Envelope::fromXml(const XmlElement &element, QStringView name)
{
    if (!element.is(name, ns::kClient))
        return failure(ErrorCode::MalformedReply, element.isNull() ? QString() : element.name());
    auto from = addressIn(element, u"from");
    if (!from)
        return Failure(from.error());
    auto to = addressIn(element, u"to");
    if (!to)
        return Failure(to.error());
    Envelope envelope;
    envelope.from = std::move(*from);
    envelope.to = std::move(*to);
    envelope.id = element.attribute(u"id");
    envelope.type = element.attribute(u"type");
    if (envelope.type == u"error")
        envelope.error = StanzaError::fromXml(element.child(u"error", ns::kClient));
    return envelope;
}

void startStanza(XmlWriter &writer, QStringView name, const Jid &from, const Jid &to, const QString &id,
                 QStringView type)
{
    writer.start(name, ns::kClient);
    if (!from.isNull())
        writer.attribute(u"from", from.toString());
    if (!to.isNull())
        writer.attribute(u"to", to.toString());
    if (!id.isEmpty())
        writer.attribute(u"id", id);
    if (!type.isEmpty())
        writer.attribute(u"type", type.toString());
}

QList<XmlElement> payloadsIn(const XmlElement &stanza, std::initializer_list<QStringView> own)
{
    QList<XmlElement> payloads;
    payloads.reserve(stanza.nodes().size());
    for (const auto &node : stanza.nodes()) {
        const XmlElement &child = node.element;
        if (child.isNull())
            continue;
        const bool isOwn = child.namespaceUri() == ns::kClient
            && (child.name() == u"error" || std::find(own.begin(), own.end(), child.name()) != own.end());
        if (!isOwn)
            payloads.append(child);
    }
    return payloads;
}

XmlElement findPayload(const QList<XmlElement> &payloads, QStringView name, QStringView namespaceUri)
{
    for (const XmlElement &payload : payloads)
        if (payload.is(name, namespaceUri))
            return payload;
    return {};
}

void BestText::offer(const XmlElement &element)
{
    if (!m_best || (!m_isPlain && element.language().isEmpty())) {
        m_best = &element;
        m_isPlain = element.language().isEmpty();
    }
}

QString BestText::text() const
{
    if (!m_best)
        return {};
    const QString text = m_best->text();
    return text.isNull() ? u""_s : text;
}

QString bestText(const XmlElement &stanza, QStringView name)
{
    BestText best;
    for (const auto &node : stanza.nodes()) {
        if (node.element.is(name, ns::kClient))
            best.offer(node.element);
    }
    return best.text();
}

} // namespace tertulia
