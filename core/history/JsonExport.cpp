// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/JsonExport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

QString stamp(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QJsonObject objectOf(const ExportedMessage &message)
{
    const MessageRecord &record = message.record;
    QJsonObject object{
        {u"id"_s, record.id},
        {u"time"_s, stamp(record.time)},
        {u"from"_s, record.sender.toString()},
        {u"outgoing"_s, record.outgoing},
        {u"body"_s, record.body},
    };
    const auto put = [&object](const QString &key, const QString &value) {
        if (!value.isEmpty())
            object.insert(key, value);
    };
    if (record.edited.isValid())
        put(u"edited"_s, stamp(record.edited));
    if (record.retracted.isValid())
        put(u"retracted"_s, stamp(record.retracted));
    if (!message.earlier.isEmpty())
        object.insert(u"earlier"_s, QJsonArray::fromStringList(message.earlier));
    if (message.answers)
        object.insert(u"answers"_s, message.answers);
    if (record.spoiler)
        object.insert(u"spoiler"_s, *record.spoiler);
    if (!message.reactions.isEmpty()) {
        QJsonArray reactions;
        for (const ReactionRecord &reaction : message.reactions)
            reactions.append(
                QJsonObject{{u"from"_s, reaction.sender.toString()}, {u"emoji"_s, reaction.emoji}});
        object.insert(u"reactions"_s, reactions);
    }
    if (record.state == DeliveryState::Queued)
        put(u"state"_s, u"waiting"_s);
    else if (record.state == DeliveryState::Failed)
        put(u"state"_s, u"failed"_s);
    if (record.protection != MessageProtection::None)
        put(u"encryption"_s, u"omemo"_s);
    put(u"originId"_s, record.originId);
    put(u"archiveId"_s, record.stanzaId);
    if (!record.stanzaId.isEmpty())
        put(u"archive"_s, record.stanzaIdBy.toString());
    return object;
}

QString written(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

void JsonExport::begin(const QList<ExportedChat> &)
{
    put(u"{\"format\":\"tertulia-history\",\"version\":1,\"chats\":["_s);
}

void JsonExport::beginChat(const ExportedChat &chat)
{
    QString head = written({{u"account"_s, chat.account.toString()},
                            {u"with"_s, chat.peer.toString()},
                            {u"name"_s, chat.peerName}});
    head.chop(1); // the messages belong to it
    put((std::exchange(m_anyChat, true) ? u",\n"_s : u"\n"_s) + head + u",\"messages\":["_s);
    m_anyMessage = false;
}

void JsonExport::write(const ExportedMessage &message)
{
    put((std::exchange(m_anyMessage, true) ? u",\n"_s : u"\n"_s) + written(objectOf(message)));
}

void JsonExport::endChat()
{
    put(u"]}"_s);
}

void JsonExport::end()
{
    put(u"\n]}\n"_s);
}

} // namespace tertulia
