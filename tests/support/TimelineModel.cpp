// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TimelineModel.h"

#include "core/models/Roles.h"

namespace tertulia::test
{

using namespace Qt::StringLiterals;

TimelineModel::TimelineModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_messages.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Message &message = m_messages.at(index.row());
    switch (role) {
    case roles::MessageId:
        return message.id;
    case roles::Outgoing:
        return message.outgoing;
    case roles::Sender:
        return message.outgoing ? u"ana@example.org"_s : u"bruno@example.org"_s;
    case roles::SenderName:
        if (!message.senderName.isEmpty())
            return message.senderName;
        return message.outgoing ? u"Ana"_s : u"Bruno"_s;
    case Qt::DisplayRole:
    case roles::Body:
        return message.body;
    case roles::Time:
        return message.time;
    case roles::State:
        return int(message.state);
    case roles::FailureError:
        return QVariant::fromValue(message.error);
    case roles::Delayed:
        return message.delayed;
    case roles::Edited:
        return message.edited;
    case roles::Retracted:
        return message.retracted;
    case roles::ChangePending:
        return message.changePending;
    case roles::IsSpoiler:
        return message.spoiler.has_value();
    case roles::SpoilerHint:
        return message.spoiler.value_or(QString());
    case roles::Unstyled:
        return message.unstyled;
    case roles::MayCorrect:
    case roles::MayRetract:
        return message.outgoing && !message.retracted && message.state != DeliveryState::Failed;
    case roles::Reactions:
        return QVariant::fromValue(message.reactions);
    case roles::GapAbove:
        return message.gapAbove ? QVariant::fromValue(*message.gapAbove) : QVariant();
    case roles::GapBelow:
        return message.gapBelow ? QVariant::fromValue(*message.gapBelow) : QVariant();
    case roles::Saved:
        return message.saved;
    case roles::SendAt:
        return message.sendAt;
    case roles::IsReply:
    case roles::ReplyTo:
    case roles::ReplySender:
    case roles::ReplySenderName:
    case roles::ReplyText:
    case roles::ReplyRetracted:
    case roles::ReplySpoiler:
        return answered(message, role);
    default:
        return {};
    }
}

QVariant TimelineModel::answered(const Message &message, int role) const
{
    const bool isReply = message.isReply || message.answers != 0;
    if (role == roles::IsReply)
        return isReply;
    if (!isReply)
        return {};
    if (role == roles::ReplyTo)
        return message.answers;
    for (int row = 0; row < m_messages.size(); ++row) {
        if (m_messages[row].id != message.answers)
            continue;
        switch (role) {
        case roles::ReplySender:
            return data(index(row), roles::Sender);
        case roles::ReplySenderName:
            return data(index(row), roles::SenderName);
        case roles::ReplyText:
            return m_messages[row].spoiler.value_or(m_messages[row].body);
        case roles::ReplySpoiler:
            return m_messages[row].spoiler.has_value();
        default:
            return m_messages[row].retracted;
        }
    }
    return role == roles::ReplyText ? QVariant(message.quoted) : QVariant();
}

bool TimelineModel::canFetchMore(const QModelIndex &) const
{
    return older > 0;
}

void TimelineModel::fetchMore(const QModelIndex &)
{
    if (older <= 0)
        return;
    --older;
    ++fetches;
    const QDateTime end = m_messages.isEmpty() ? QDateTime({2026, 6, 3}, {10, 15}, Qt::UTC)
                                               : m_messages.first().time.addSecs(-60);
    insert(0, conversation(50, end));
}

void TimelineModel::insert(int row, QList<Message> messages)
{
    if (messages.isEmpty())
        return;
    beginInsertRows({}, row, row + int(messages.size()) - 1);
    for (Message &message : messages) {
        if (message.id == 0)
            message.id = m_nextId;
        m_nextId = qMax(m_nextId, message.id) + 1;
        m_messages.insert(row++, message);
    }
    endInsertRows();
}

void TimelineModel::remove(int row, int count)
{
    beginRemoveRows({}, row, row + count - 1);
    m_messages.remove(row, count);
    endRemoveRows();
}

void TimelineModel::setBody(int row, const QString &body)
{
    m_messages[row].body = body;
    Q_EMIT dataChanged(index(row), index(row), {roles::Body, Qt::DisplayRole});
}

void TimelineModel::setState(int row, DeliveryState state, const Error &error)
{
    m_messages[row].state = state;
    m_messages[row].error = error;
    Q_EMIT dataChanged(index(row), index(row), {roles::State, roles::FailureError});
}

void TimelineModel::change(int row, const std::function<void(Message &)> &change)
{
    change(m_messages[row]);
    Q_EMIT dataChanged(index(row), index(row),
                       {roles::Body, roles::State, roles::Edited, roles::Retracted, roles::MayCorrect,
                        roles::MayRetract, roles::ChangePending, roles::IsReply, roles::ReplyTo,
                        roles::ReplySender, roles::ReplySenderName, roles::ReplyText, roles::ReplyRetracted,
                        roles::Reactions});
}

void TimelineModel::retract(int row)
{
    change(row, [](Message &message) {
        message.body.clear();
        message.retracted = true;
        message.reactions.clear();
    });
}

void TimelineModel::replaceAll(QList<Message> messages)
{
    beginResetModel();
    for (Message &message : messages) {
        if (message.id == 0)
            message.id = m_nextId;
        m_nextId = qMax(m_nextId, message.id) + 1;
    }
    m_messages = std::move(messages);
    endResetModel();
}

QList<TimelineModel::Message> TimelineModel::conversation(int count, const QDateTime &end)
{
    static const QStringList texts{
        u"Did you see the draft?"_s,
        u"Yes, nice! Me gusta más que la anterior."_s,
        u"It is on page 4. The short version: there is nothing in it that we had not said before, "
        u"but it says it better, and in half of the words."_s,
        u"¡Hasta luego!"_s,
        u"Look at https://example.org/page?x=1 when you have time"_s,
        u"One line\nand another\nand a third"_s};
    QList<Message> messages;
    messages.reserve(count);
    for (int i = 0; i < count; ++i) {
        Message message;
        message.outgoing = i % 5 < 2;
        message.body = texts.at(i % texts.size());
        message.time = end.addSecs(-60LL * (count - 1 - i));
        message.state = message.outgoing ? DeliveryState::Delivered : DeliveryState::None;
        messages << message;
    }
    return messages;
}

} // namespace tertulia::test
