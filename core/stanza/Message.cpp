// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stanza/Message.h"

#include "core/stanza/Envelope.h"
#include "core/xml/Namespaces.h"
#include "core/xml/XmlWriter.h"

namespace tertulia
{

namespace
{

/// RFC 6121 5.2.2: a missing or unknown type counts as normal.
Message::Type typeFrom(QStringView text)
{
    if (text == u"chat")
        return Message::Type::Chat;
    if (text == u"groupchat")
        return Message::Type::Groupchat;
    if (text == u"headline")
        return Message::Type::Headline;
    if (text == u"error")
        return Message::Type::Error;
    return Message::Type::Normal;
}

QStringView typeText(Message::Type type)
{
    switch (type) {
    case Message::Type::Chat:
        return u"chat";
    case Message::Type::Groupchat:
        return u"groupchat";
    case Message::Type::Headline:
        return u"headline";
    case Message::Type::Error:
        return u"error";
    case Message::Type::Normal:
        break;
    }
    return {};
}

} // namespace

XmlElement Message::payload(QStringView name, QStringView namespaceUri) const
{
    return findPayload(payloads, name, namespaceUri);
}

bool Message::hasPayload(QStringView name, QStringView namespaceUri) const
{
    for (const XmlElement &payload : payloads)
        if (payload.is(name, namespaceUri))
            return true;
    return false;
}

Result<Message> Message::fromXml(const XmlElement &element)
{
    auto envelope = Envelope::fromXml(element, u"message");
    if (!envelope)
        return Failure(envelope.error());
    Message message;
    message.type = typeFrom(envelope->type);
    envelope->moveInto(message);
    message.language = element.language();
    // In one walk: most of what a stream brings are messages, and each may carry another one.
    BestText body;
    BestText subject;
    const XmlElement *thread = nullptr;
    message.payloads.reserve(element.nodes().size());
    for (const auto &node : element.nodes()) {
        const XmlElement &child = node.element;
        if (child.isNull())
            continue;
        if (child.namespaceUri() != ns::kClient)
            message.payloads.append(child);
        else if (child.name() == u"body")
            body.offer(child);
        else if (child.name() == u"subject")
            subject.offer(child);
        else if (child.name() == u"thread")
            thread = thread ? thread : &child;
        else if (child.name() != u"error")
            message.payloads.append(child);
    }
    message.body = body.text();
    message.subject = subject.text();
    if (thread)
        message.thread = thread->text();
    return message;
}

void Message::toXml(XmlWriter &writer) const
{
    startStanza(writer, u"message", from, to, id, typeText(type));
    if (!language.isEmpty())
        writer.language(language);
    if (!subject.isNull())
        writer.textElement(u"subject", ns::kClient, subject);
    if (!body.isNull())
        writer.textElement(u"body", ns::kClient, body);
    if (!thread.isEmpty())
        writer.textElement(u"thread", ns::kClient, thread);
    for (const XmlElement &payload : payloads)
        writer.element(payload);
    if (error)
        error->toXml(writer);
    writer.end();
}

} // namespace tertulia
