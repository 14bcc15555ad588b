// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ConversationModel.h"

#include "core/chat/Conversations.h"
#include "core/models/FrameGate.h"
#include "core/models/ReactionSummary.h"
#include "core/models/RosterModel.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace tertulia
{

namespace
{
constexpr int kPage = 50;
constexpr int kMostRows = 2000;
constexpr int kAppendedAtOnce = 500;

/// Of a message that stays where it is.
const QList<int> kWhatChanges{roles::State,          roles::FailureError,    roles::Time,
                              roles::Body,           roles::Edited,          roles::Retracted,
                              roles::MayCorrect,     roles::MayRetract,      roles::IsReply,
                              roles::ChangePending,  roles::ReplyTo,         roles::ReplyOutgoing,
                              roles::ReplySender,    roles::ReplySenderName, roles::ReplyText,
                              roles::ReplyRetracted, roles::Reactions};
} // namespace

class ConversationModel::Private
{
public:
    Private(ConversationModel &model, Conversations &chats, RosterModel &people, const Jid &peerJid,
            const QString &ownDisplayName)
        : q(model)
        , conversations(chats)
        , roster(people)
        , peer(peerJid)
        , ownName(ownDisplayName)
        , gate([this] { appendNews(); })
    {
        peerName = roster.nameOf(peer);
        peerAvatar = roster.avatarFile(peer);
        load(conversations.lastMessages(peer, kPage + 1));
        firstUnread = unreadNow();
    }

    /// Takes the newest page; one more than a page means that there is more.
    void load(QList<MessageRecord> newest)
    {
        atOldest = newest.size() <= kPage;
        atNewest = true;
        if (!atOldest)
            newest.removeFirst();
        rows = std::move(newest);
    }

    void reset()
    {
        q.beginResetModel();
        contexts.clear();
        load(conversations.lastMessages(peer, kPage + 1));
        q.endResetModel();
    }

    [[nodiscard]] qint64 unreadNow() const
    {
        const auto facts = conversations.facts(peer);
        return facts ? facts->record.firstUnread : 0;
    }

    [[nodiscard]] int rowOf(qint64 id) const
    {
        // News are about the newest.
        for (int row = int(rows.size()) - 1; row >= 0; --row) {
            if (rows[row].id == id)
                return row;
        }
        return -1;
    }

    void added(qint64 id, MessagePosition position)
    {
        if (rows.isEmpty() || position > rows.last().position()) {
            if (atNewest)
                gate.request();
            return;
        }
        if (position < rows.first().position() && !atOldest)
            return; // fetchMore() will find it
        const auto message = conversations.message(id);
        if (!message)
            return;
        const auto place = std::lower_bound(
            rows.cbegin(), rows.cend(), position,
            [](const MessageRecord &row, const MessagePosition &at) { return row.position() < at; });
        insert(int(place - rows.cbegin()), {*message});
        dropFromFront();
    }

    /// What came behind the last row since.
    void appendNews()
    {
        while (atNewest) {
            const MessagePosition last = rows.isEmpty() ? MessagePosition{} : rows.last().position();
            const auto news = conversations.messagesAfter(peer, last, kAppendedAtOnce);
            insert(int(rows.size()), news);
            dropFromFront();
            if (std::any_of(news.cbegin(), news.cend(), [](const auto &m) { return m.outgoing; }))
                q.clearUnreadLine();
            if (news.size() < kAppendedAtOnce)
                return;
        }
    }

    void insert(int row, const QList<MessageRecord> &messages)
    {
        if (messages.isEmpty())
            return;
        q.beginInsertRows({}, row, row + int(messages.size()) - 1);
        rows.insert(row, messages.size(), MessageRecord{});
        std::copy(messages.cbegin(), messages.cend(), rows.begin() + row);
        q.endInsertRows();
    }

    void remove(int first, int last)
    {
        q.beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            contexts.remove(rows[row].id);
        rows.remove(first, last - first + 1);
        q.endRemoveRows();
    }

    void dropFromFront()
    {
        const int excess = int(rows.size()) - kMostRows;
        if (excess <= 0)
            return;
        atOldest = false;
        remove(0, excess - 1);
    }

    void dropFromBack()
    {
        const int excess = int(rows.size()) - kMostRows;
        if (excess <= 0)
            return;
        atNewest = false;
        remove(int(rows.size()) - excess, int(rows.size()) - 1);
    }

    void changed(qint64 id)
    {
        const int row = rowOf(id);
        if (row < 0)
            return;
        const auto message = conversations.message(id);
        if (!message)
            return;
        rows[row] = *message;
        contexts.remove(id);
        Q_EMIT q.dataChanged(q.index(row), q.index(row), kWhatChanges);
    }

    /// Read when a row is first looked at: of a thousand rows some twenty are.
    const MessageContext &contextOf(const MessageRecord &message) const
    {
        auto known = contexts.find(message.id);
        if (known == contexts.end())
            known = contexts.insert(message.id, conversations.context(message));
        return *known;
    }

    [[nodiscard]] QString nameOf(const Jid &sender) const
    {
        if (sender.isNull())
            return {};
        if (sender == conversations.own())
            return ownName;
        return sender == peer ? peerName : roster.nameOf(sender);
    }

    [[nodiscard]] QVariant answered(const MessageRecord &message, int role) const
    {
        const auto &answers = contextOf(message).answers;
        const AnsweredMessage other = answers.value_or(AnsweredMessage{});
        switch (role) {
        case roles::IsReply:
            return answers.has_value();
        case roles::ReplyTo:
            return other.id;
        case roles::ReplyOutgoing:
            return other.outgoing;
        case roles::ReplySender:
            return other.sender.toString();
        case roles::ReplySenderName:
            return nameOf(other.sender);
        case roles::ReplyText:
            return other.text;
        default:
            return other.retracted;
        }
    }

    [[nodiscard]] QList<ReactionSummary> reactions(const MessageRecord &message) const
    {
        QList<ReactionSummary> summaries;
        for (const ReactionRecord &reaction : contextOf(message).reactions) {
            auto summary = std::find_if(summaries.begin(), summaries.end(), [&](const auto &candidate) {
                return candidate.emoji == reaction.emoji;
            });
            if (summary == summaries.end())
                summary = summaries.insert(summaries.end(), {reaction.emoji, 0, false, {}});
            ++summary->count;
            if (reaction.sender == conversations.own())
                summary->mine = true;
            else
                summary->who.append(nameOf(reaction.sender));
        }
        return summaries;
    }

    void personChanged()
    {
        // Presence and typing are of no interest here.
        QString name = roster.nameOf(peer);
        QString avatar = roster.avatarFile(peer);
        if (name == peerName && avatar == peerAvatar)
            return;
        peerName = std::move(name);
        peerAvatar = std::move(avatar);
        if (!rows.isEmpty())
            Q_EMIT q.dataChanged(
                q.index(0), q.index(int(rows.size()) - 1),
                {roles::SenderName, roles::AvatarFile, roles::ReplySenderName, roles::Reactions});
    }

    ConversationModel &q;
    Conversations &conversations;
    RosterModel &roster;
    const Jid peer;
    const QString ownName;
    FrameGate gate;
    QList<MessageRecord> rows;
    mutable QHash<qint64, MessageContext> contexts;
    QString peerName;
    QString peerAvatar;
    qint64 firstUnread = 0;
    bool atOldest = true;
    bool atNewest = true;
};

ConversationModel::ConversationModel(Conversations &conversations, RosterModel &roster, const Jid &peer,
                                     const QString &ownName, QObject *parent)
    : QAbstractListModel(parent)
    , d(std::make_unique<Private>(*this, conversations, roster, peer, ownName))
{
    connect(&conversations, &Conversations::messageAdded, this,
            [this](const Jid &chat, qint64 id, MessagePosition position) {
                if (chat == d->peer)
                    d->added(id, position);
            });
    connect(&conversations, &Conversations::messageChanged, this, [this](const Jid &chat, qint64 id) {
        if (chat == d->peer)
            d->changed(id);
    });
    connect(&conversations, &Conversations::messageRemoved, this, [this](const Jid &chat, qint64 id) {
        const int row = chat == d->peer ? d->rowOf(id) : -1;
        if (row >= 0)
            d->remove(row, row);
    });
    connect(&conversations, &Conversations::messagesCleared, this, [this](const Jid &chat) {
        if (chat != d->peer)
            return;
        if (!d->rows.isEmpty())
            d->remove(0, int(d->rows.size()) - 1);
        d->atOldest = true;
        d->atNewest = true;
        clearUnreadLine();
    });
    connect(&conversations, &Conversations::reloaded, this, [this] { d->reset(); });
    connect(&roster, &RosterModel::personChanged, this, [this](const Jid &bare) {
        if (bare == d->peer)
            d->personChanged();
    });
}

ConversationModel::~ConversationModel() = default;

int ConversationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->rows.size());
}

QVariant ConversationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MessageRecord &message = d->rows[index.row()];
    switch (role) {
    case roles::Account:
        return d->conversations.account();
    case roles::Address:
        return d->peer.toString();
    case roles::MessageId:
        return message.id;
    case roles::Outgoing:
        return message.outgoing;
    case roles::Sender:
        return message.sender.toString();
    case roles::SenderName:
        return message.outgoing ? d->ownName : d->nameOf(message.sender);
    case roles::AvatarFile:
        return message.outgoing ? QString() : d->roster.avatarFile(message.sender);
    case roles::Body:
    case Qt::DisplayRole:
        return message.body;
    case roles::Time:
        return message.time;
    case roles::State:
        return int(message.state);
    case roles::FailureError:
        return message.error ? QVariant::fromValue(*message.error) : QVariant();
    case roles::Edited:
        return message.edited;
    case roles::Retracted:
        return message.retracted.isValid();
    case roles::MayCorrect:
        return Conversations::mayCorrect(message);
    case roles::MayRetract:
        return Conversations::mayRetract(message);
    case roles::ChangePending:
        return d->contextOf(message).changePending;
    case roles::IsReply:
    case roles::ReplyTo:
    case roles::ReplyOutgoing:
    case roles::ReplySender:
    case roles::ReplySenderName:
    case roles::ReplyText:
    case roles::ReplyRetracted:
        return d->answered(message, role);
    case roles::Reactions:
        return QVariant::fromValue(d->reactions(message));
    case roles::Delayed:
        return message.delayed;
    case roles::Protection:
        return int(message.protection);
    default:
        return {};
    }
}

bool ConversationModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !d->atOldest;
}

void ConversationModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    constexpr qint64 kEnd = std::numeric_limits<qint64>::max();
    const MessagePosition first
        = d->rows.isEmpty() ? MessagePosition{kEnd, kEnd} : d->rows.first().position();
    auto older = d->conversations.messagesBefore(d->peer, first, kPage + 1);
    d->atOldest = older.size() <= kPage;
    if (!d->atOldest)
        older.removeFirst();
    d->insert(0, older);
    d->dropFromBack();
}

bool ConversationModel::canFetchNewer() const
{
    return !d->atNewest;
}

void ConversationModel::fetchNewer()
{
    if (d->atNewest || d->rows.isEmpty())
        return;
    auto newer = d->conversations.messagesAfter(d->peer, d->rows.last().position(), kPage + 1);
    d->atNewest = newer.size() <= kPage;
    if (!d->atNewest)
        newer.removeLast();
    d->insert(int(d->rows.size()), newer);
    d->dropFromFront();
}

void ConversationModel::goToNewest()
{
    if (!d->atNewest)
        d->reset();
}

int ConversationModel::goTo(qint64 messageId)
{
    if (const int row = d->rowOf(messageId); row >= 0)
        return row;
    const auto message = d->conversations.message(messageId);
    if (!message || d->conversations.peerOf(messageId) != d->peer)
        return -1;
    auto older = d->conversations.messagesBefore(d->peer, message->position(), kPage / 2 + 1);
    auto newer = d->conversations.messagesAfter(d->peer, message->position(), kPage / 2 + 1);
    beginResetModel();
    d->contexts.clear();
    d->atOldest = older.size() <= kPage / 2;
    d->atNewest = newer.size() <= kPage / 2;
    if (!d->atOldest)
        older.removeFirst();
    if (!d->atNewest)
        newer.removeLast();
    const int row = int(older.size());
    d->rows = older + QList<MessageRecord>{*message} + newer;
    endResetModel();
    return row;
}

QModelIndex ConversationModel::indexOf(qint64 messageId) const
{
    const int row = d->rowOf(messageId);
    return row < 0 ? QModelIndex() : index(row);
}

const Jid &ConversationModel::peer() const
{
    return d->peer;
}

qint64 ConversationModel::firstUnread() const
{
    return d->firstUnread;
}

void ConversationModel::placeUnreadLine()
{
    const qint64 first = d->unreadNow();
    if (first == 0 || first == d->firstUnread)
        return;
    d->firstUnread = first;
    Q_EMIT firstUnreadChanged();
}

void ConversationModel::clearUnreadLine()
{
    if (std::exchange(d->firstUnread, 0) != 0)
        Q_EMIT firstUnreadChanged();
}

} // namespace tertulia
