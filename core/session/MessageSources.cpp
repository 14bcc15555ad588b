// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/MessageSources.h"

#include "core/chat/Conversations.h"
#include "core/modules/xep0297_forwarded/Forwarded.h"
#include "core/xml/Namespaces.h"

#include <algorithm>
#include <utility>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

const QString kStanzaIds = u"urn:xmpp:sid:0"_s;
const QString kRetraction = u"urn:xmpp:message-retract:1"_s;

/// What is forwarded in one of the payloads, with the payload's id to `ids`; null if nothing is.
XmlElement forwardedIn(const XmlElement &message, QStringList &ids)
{
    for (const auto &node : message.nodes()) {
        if (node.element.isNull())
            continue;
        XmlElement inner = node.element.child(u"forwarded", kForwardNamespace).child(u"message", ns::kClient);
        if (!inner.isNull()) {
            ids.append(node.element.attribute(u"id"));
            return inner;
        }
    }
    return {};
}

} // namespace

MessageSources::MessageSources(Conversations &conversations, QObject *parent)
    : QObject(parent)
    , m_conversations(conversations)
{
    connect(&conversations, &Conversations::messageRemoved, this, &MessageSources::forget);
    connect(&conversations, &Conversations::messagesCleared, this, &MessageSources::forget);
    connect(&conversations, &Conversations::conversationRemoved, this, &MessageSources::forget);
}

MessageWatch MessageSources::watch()
{
    return {[this](const XmlElement &stanza) { take(stanza); },
            [this](const Message &message, const QByteArray &xml) { takeOwn(message, xml); }};
}

void MessageSources::take(const XmlElement &stanza)
{
    Source source;
    XmlElement message = stanza;
    // Copies and results of the archive are the account's own to send; others may say whatever they want.
    const QString wrappedBy = stanza.attribute(u"from");
    if (wrappedBy.isEmpty() || wrappedBy == m_conversations.own().toString()) {
        for (XmlElement inner = forwardedIn(message, source.ids); !inner.isNull();
             inner = forwardedIn(message, source.ids))
            message = inner;
    }
    source.from = message.attribute(u"from");
    source.to = message.attribute(u"to");
    if (!message.firstChildIn(kRetraction).isNull()) {
        forget(peerOf(source));
        return;
    }
    if (message.child(u"body", ns::kClient).isNull())
        return;
    source.ids.append(message.attribute(u"id"));
    for (const auto &node : message.nodes()) {
        if (node.element.namespaceUri() == kStanzaIds)
            source.ids.append(node.element.attribute(u"id"));
    }
    source.xml = stanza.toXml();
    keep(std::move(source));
}

void MessageSources::takeOwn(const Message &message, const QByteArray &xml)
{
    const bool retraction = std::ranges::any_of(
        message.payloads, [](const XmlElement &payload) { return payload.namespaceUri() == kRetraction; });
    if (retraction)
        forget(message.to.bare());
    else if (!message.body.isNull())
        keep({{}, message.to.toString(), {message.id}, xml});
}

void MessageSources::keep(Source source)
{
    if (source.xml.size() > kLongest)
        return;
    source.ids.removeAll(QString());
    m_bytes += source.xml.size();
    m_sources.push_back(std::move(source));
    while (m_bytes > kMostBytes) {
        m_bytes -= m_sources.front().xml.size();
        m_sources.pop_front();
    }
}

bool MessageSources::isOurs(const Source &source) const
{
    if (source.from.isEmpty())
        return true;
    const auto from = Jid::parse(source.from);
    return from && from->bare() == m_conversations.own();
}

Jid MessageSources::peerOf(const Source &source) const
{
    const auto peer = Jid::parse(isOurs(source) ? source.to : source.from);
    return peer ? peer->bare() : Jid();
}

void MessageSources::forget(const Jid &peer)
{
    std::erase_if(m_sources, [&](const Source &source) { return peerOf(source) == peer; });
    m_bytes = 0;
    for (const Source &source : m_sources)
        m_bytes += source.xml.size();
}

QByteArray MessageSources::of(qint64 messageId) const
{
    const auto message = m_conversations.message(messageId);
    if (!message || message->retracted.isValid())
        return {};
    const Jid peer = m_conversations.peerOf(messageId);
    for (const QString &id : {message->stanzaId, message->originId, message->messageId}) {
        if (id.isEmpty())
            continue;
        // Where two are called so, the first is the one that is shown (SECURITY A65).
        const auto found = std::ranges::find_if(m_sources, [&](const Source &source) {
            return source.ids.contains(id) && isOurs(source) == message->outgoing && peerOf(source) == peer;
        });
        if (found != m_sources.end())
            return found->xml;
    }
    return {};
}

} // namespace tertulia
