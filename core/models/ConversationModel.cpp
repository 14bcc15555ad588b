// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ConversationModel.h"

#include "core/chat/ArchiveLedger.h"
#include "core/chat/Conversations.h"
#include "core/models/FrameGate.h"
#include "core/models/ReactionSummary.h"
#include "core/models/RosterModel.h"
#include "core/models/WireIds.h"

#include <QHash>
#include <QMap>
#include <QPointer>

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
const QList<int> kWhatChanges{
    roles::State,       roles::FailureError,    roles::Time,       roles::Body,
    roles::Edited,      roles::Retracted,       roles::MayCorrect, roles::MayRetract,
    roles::IsReply,     roles::ChangePending,   roles::ReplyTo,    roles::ReplyOutgoing,
    roles::ReplySender, roles::ReplySenderName, roles::ReplyText,  roles::ReplyRetracted,
    roles::Reactions,   roles::SendAt,          roles::Saved,      roles::WireIds};
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

    /// What is there may be anything: the newest page again, without a reset.
    void renew()
    {
        if (!rows.isEmpty())
            remove(0, int(rows.size()) - 1);
        QList<MessageRecord> newest = conversations.lastMessages(peer, kPage + 1);
        atOldest = newest.size() <= kPage;
        atNewest = true;
        if (!atOldest)
            newest.removeFirst();
        insert(0, newest);
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
        if (position < rows.first().position() && rows.size() >= kPage) {
            // History comes by the page; who looks fetches it likewise.
            atOldest = false;
            Q_EMIT q.dataChanged(q.index(0), q.index(0), {roles::GapAbove});
            return;
        }
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
        case roles::ReplySpoiler:
            return other.spoiler;
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

    /// Rows with a gap at their edge: above by their number, below the last one by -1.
    [[nodiscard]] QMap<int, ArchiveGap> gapRows() const
    {
        QMap<int, ArchiveGap> at;
        for (const ArchiveGap &gap : gaps) {
            const auto place = std::lower_bound(
                rows.cbegin(), rows.cend(), gap.before,
                [](const MessageRecord &row, qint64 before) { return row.order < before; });
            const int row = int(place - rows.cbegin());
            if (row == rows.size()) {
                if (atNewest && !rows.isEmpty())
                    at.insert(-1, gap);
            } else if ((row > 0 || atOldest) && !at.contains(row)) {
                at.insert(row, gap);
            }
        }
        return at;
    }

    void gapsChanged()
    {
        QList<ArchiveGap> now = ledger->gaps(peer);
        if (now == gaps)
            return;
        const QMap<int, ArchiveGap> before = gapRows();
        gaps = std::move(now);
        const QMap<int, ArchiveGap> after = gapRows();
        const auto tell = [this](int at) {
            const int row = at < 0 ? int(rows.size()) - 1 : at;
            Q_EMIT q.dataChanged(q.index(row), q.index(row), {roles::GapAbove, roles::GapBelow});
        };
        for (auto it = before.cbegin(); it != before.cend(); ++it) {
            if (!after.contains(it.key()))
                tell(it.key());
        }
        for (auto it = after.cbegin(); it != after.cend(); ++it) {
            if (!before.contains(it.key()) || before[it.key()] != *it)
                tell(it.key());
        }
        if (rows.isEmpty())
            Q_EMIT q.gapWhenEmptyChanged();
    }

    [[nodiscard]] QVariant gapAt(int at) const
    {
        const QMap<int, ArchiveGap> all = gaps.isEmpty() ? QMap<int, ArchiveGap>() : gapRows();
        const auto found = all.constFind(at);
        return found == all.cend() ? QVariant() : QVariant::fromValue(*found);
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
    QPointer<const ArchiveLedger> ledger;
    QList<ArchiveGap> gaps;
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
    connect(&conversations, &Conversations::messagesReplaced, this, [this](const Jid &chat) {
        if (chat == d->peer)
            d->renew();
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
    // These are of the place, whatever the message is.
    if (role == roles::GapAbove)
        return d->gapAt(index.row());
    if (role == roles::GapBelow)
        return index.row() + 1 == rowCount() ? d->gapAt(-1) : QVariant();
    return valueOf(d->rows[index.row()], role);
}

QVariant ConversationModel::dataOf(qint64 messageId, int role) const
{
    if (const int row = d->rowOf(messageId); row >= 0)
        return valueOf(d->rows[row], role);
    const auto message = d->conversations.message(messageId);
    return message && d->conversations.peerOf(messageId) == d->peer ? valueOf(*message, role) : QVariant();
}

QVariant ConversationModel::valueOf(const MessageRecord &message, int role) const
{
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
    case roles::Unstyled:
        return message.unstyled;
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
    case roles::ReplySpoiler:
        return d->answered(message, role);
    case roles::IsSpoiler:
        return message.spoiler.has_value();
    case roles::SpoilerHint:
        return message.spoiler.value_or(QString());
    case roles::SendAt:
        return d->contextOf(message).sendAt;
    case roles::Saved:
        return message.saved.isValid();
    case roles::WireIds:
        return QVariant::fromValue(
            WireIds{message.messageId, message.originId, message.stanzaId, message.stanzaIdBy.toString()});
    case roles::Markable:
        return message.markable;
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

void ConversationModel::goToOldest()
{
    if (d->atOldest)
        return;
    constexpr MessagePosition kBeforeAll{std::numeric_limits<qint64>::min(), 0};
    auto oldest = d->conversations.messagesAfter(d->peer, kBeforeAll, kPage + 1);
    beginResetModel();
    d->contexts.clear();
    d->atOldest = true;
    d->atNewest = oldest.size() <= kPage;
    if (!d->atNewest)
        oldest.removeLast();
    d->rows = std::move(oldest);
    endResetModel();
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

void ConversationModel::setLedger(const ArchiveLedger *ledger)
{
    d->ledger = ledger;
    connect(ledger, &ArchiveLedger::gapsChanged, this, [this](const Jid &peer) {
        if (d->ledger && (peer.isNull() || peer == d->peer))
            d->gapsChanged();
    });
    d->gapsChanged();
}

std::optional<ArchiveGap> ConversationModel::gapWhenEmpty() const
{
    if (!d->rows.isEmpty() || d->gaps.isEmpty())
        return {};
    return d->gaps.constFirst();
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
