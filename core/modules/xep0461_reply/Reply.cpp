// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0461_reply/Reply.h"

#include "core/modules/xep0428_fallback/Fallback.h"
#include "core/stanza/Payload.h"
#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kReply = u"urn:xmpp:reply:0"_s;
/// As much of a message as shows which one is meant.
constexpr qsizetype kQuotedLines = 4;
constexpr qsizetype kQuotedLength = 300;

QString quotation(const QString &text)
{
    QString shortened = text.trimmed();
    bool cut = shortened.size() > kQuotedLength;
    if (cut) {
        shortened.truncate(kQuotedLength);
        if (shortened.back().isHighSurrogate())
            shortened.chop(1);
    }
    QStringList lines = shortened.split(u'\n');
    if (lines.size() > kQuotedLines) {
        lines.resize(kQuotedLines);
        cut = true;
    }
    if (cut)
        lines.last().append(u'…');
    QString quoted;
    for (const QString &line : std::as_const(lines))
        quoted += u"> "_s + line + u'\n';
    return quoted;
}

QString withoutQuotation(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        if (line.startsWith(u"> "))
            line.remove(0, 2);
        else if (line.startsWith(u'>'))
            line.remove(0, 1);
    }
    return lines.join(u'\n').trimmed();
}

} // namespace

Result<Reply> Reply::fromXml(const XmlElement &element)
{
    Reply reply;
    reply.id = idOf(element);
    if (!element.is(u"reply", kReply) || reply.id.isEmpty())
        return failure(ErrorCode::MalformedReply);
    if (const auto to = Jid::parse(element.attribute(u"to")))
        reply.to = *to;
    return reply;
}

XmlElement Reply::toElement() const
{
    return ElementBuilder(u"reply"_s, kReply)
        .attribute(u"to"_s, to.isNull() ? QString() : to.toString())
        .attribute(u"id"_s, id)
        .build();
}

Manifest ReplyModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0461_reply"_s;
    manifest.features.append(kReply);
    return manifest;
}

std::optional<Reply> ReplyModule::replyIn(const Message &message)
{
    return payloadIn<Reply>(message, u"reply", kReply);
}

ReplyModule::Said ReplyModule::saidIn(const Message &message)
{
    const BodyParts parts = bodyWithoutFallback(message, {kReply});
    if (parts.text.trimmed().isEmpty())
        return {message.body, {}};
    return {parts.text, withoutQuotation(parts.fallback)};
}

void ReplyModule::mark(Message &message, const Reply &reply, const QString &quoted)
{
    message.payloads.append(reply.toElement());
    if (quoted.trimmed().isEmpty())
        return;
    const QString front = quotation(quoted);
    message.body.prepend(front);
    Fallback fallback;
    fallback.extension = kReply;
    fallback.body.append({0, codePoints(front)});
    message.payloads.append(fallback.toElement());
}

} // namespace tertulia
