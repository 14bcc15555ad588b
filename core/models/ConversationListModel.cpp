// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ConversationListModel.h"

#include "core/chat/Conversations.h"
#include "core/models/FrameGate.h"
#include "core/models/RosterModel.h"

#include <QSet>

namespace tertulia
{

class ConversationListModel::Private
{
public:
    /// The facts as last announced: proxies sort by them, so they change only together with dataChanged().
    struct Row {
        Jid peer;
        ConversationFacts facts;
        QString name;
        bool muted = false;
        QString folder;
    };

    Private(ConversationListModel &model, const QString &accountId, Conversations &chats, RosterModel &people)
        : q(model)
        , account(accountId)
        , conversations(chats)
        , roster(people)
        , gate([this] { update(); })
    {
    }

    [[nodiscard]] std::optional<Row> read(const Jid &peer) const
    {
        auto facts = conversations.facts(peer);
        if (!facts || !facts->record.open || conversations.isStranger(peer))
            return {};
        return Row{peer, std::move(*facts), roster.nameOf(peer), conversations.isMuted(peer),
                   folderOf ? folderOf(peer) : QString()};
    }

    void change(const Jid &peer)
    {
        changed.insert(peer);
        gate.request();
    }

    void update()
    {
        const QSet<Jid> peers = std::exchange(changed, {});
        for (const Jid &peer : peers) {
            const auto row = rowOf.constFind(peer);
            auto facts = read(peer);
            if (!facts) {
                if (row != rowOf.cend())
                    remove(peer);
                continue;
            }
            if (row != rowOf.cend()) {
                rows[*row] = std::move(*facts);
                const QModelIndex index = q.index(*row);
                Q_EMIT q.dataChanged(index, index);
                continue;
            }
            const int last = int(rows.size());
            q.beginInsertRows({}, last, last);
            rows.append(std::move(*facts));
            rowOf.insert(peer, last);
            q.endInsertRows();
        }
        tellUnread();
    }

    void remove(const Jid &peer)
    {
        changed.remove(peer);
        const auto found = rowOf.constFind(peer);
        if (found == rowOf.cend())
            return;
        const int row = *found;
        q.beginRemoveRows({}, row, row);
        rows.removeAt(row);
        rowOf.remove(peer);
        for (int i = row; i < rows.size(); ++i)
            rowOf[rows[i].peer] = i;
        q.endRemoveRows();
    }

    void tellUnread()
    {
        const int total = conversations.unreadTotal();
        if (std::exchange(toldUnread, total) != total)
            Q_EMIT q.unreadTotalChanged(total);
    }

    ConversationListModel &q;
    const QString account;
    Conversations &conversations;
    RosterModel &roster;
    FrameGate gate;
    std::function<QString(const Jid &)> folderOf;
    QList<Row> rows;
    QHash<Jid, int> rowOf;
    QSet<Jid> changed;
    int toldUnread = 0;
};

ConversationListModel::ConversationListModel(const QString &account, Conversations &conversations,
                                             RosterModel &roster, QObject *parent)
    : QAbstractListModel(parent)
    , d(std::make_unique<Private>(*this, account, conversations, roster))
{
    for (const Jid &peer : conversations.peers()) {
        if (auto row = d->read(peer)) {
            d->rowOf.insert(peer, int(d->rows.size()));
            d->rows.append(std::move(*row));
        }
    }
    d->toldUnread = conversations.unreadTotal();
    connect(&conversations, &Conversations::conversationChanged, this,
            [this](const Jid &peer) { d->change(peer); });
    connect(&conversations, &Conversations::conversationRemoved, this, [this](const Jid &peer) {
        d->remove(peer);
        d->tellUnread();
    });
    connect(&conversations, &Conversations::unreadTotalChanged, this, [this] { d->gate.request(); });
    connect(&roster, &RosterModel::personChanged, this, [this](const Jid &bare) {
        if (d->rowOf.contains(bare))
            d->change(bare);
    });
}

ConversationListModel::~ConversationListModel() = default;

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->rows.size());
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Private::Row &row = d->rows[index.row()];
    const ConversationRecord &record = row.facts.record;
    const std::optional<MessageRecord> &last = row.facts.last;
    switch (role) {
    case roles::Account:
        return d->account;
    case roles::Address:
        return row.peer.toString();
    case roles::Name:
    case Qt::DisplayRole:
        return row.name;
    case roles::Availability:
        return int(d->roster.presence(row.peer).availability);
    case roles::StatusText:
        return d->roster.presence(row.peer).status;
    case roles::AvatarFile:
        return d->roster.avatarFile(row.peer);
    case roles::OwnAddress:
        return row.peer == d->conversations.own();
    case roles::Typing:
        return d->roster.isTyping(row.peer);
    case roles::Blocked:
        return d->roster.isBlocked(row.peer);
    case roles::Subscription:
        return int(d->roster.contact(row.peer).subscription);
    case roles::LastText:
        return last ? last->spoiler.value_or(last->body) : QString();
    case roles::LastSpoiler:
        return last && last->spoiler;
    case roles::LastRetracted:
        return last && last->retracted.isValid();
    case roles::LastTime:
        return last ? last->time : QDateTime();
    case roles::LastOutgoing:
        return last && last->outgoing;
    case roles::LastState:
        return int(last ? last->state : DeliveryState::None);
    case roles::Draft:
        return record.draft;
    case roles::DraftTime:
        return record.draftTime;
    case roles::Unread:
        return record.unread;
    case roles::Pinned:
        return record.pinned;
    case roles::Muted:
        return row.muted;
    case roles::ChatKind:
        return int(record.kind);
    case roles::PinOrder:
        return record.pinOrder;
    case roles::MutedUntil:
        return row.muted ? record.mutedUntil : QDateTime();
    case roles::Archived:
        return record.archived;
    case roles::MarkedUnread:
        return record.markedUnread;
    case roles::Folder:
        return row.folder;
    case roles::Activity:
        return std::max(last ? last->order : 0,
                        record.draftTime.isValid() ? record.draftTime.toMSecsSinceEpoch() * 1000 : 0);
    default:
        return {};
    }
}

QModelIndex ConversationListModel::indexOf(const Jid &peer) const
{
    const auto row = d->rowOf.constFind(peer);
    return row == d->rowOf.cend() ? QModelIndex() : index(*row);
}

void ConversationListModel::setFolders(std::function<QString(const Jid &)> folderOf)
{
    d->folderOf = std::move(folderOf);
    for (Private::Row &row : d->rows)
        row.folder = d->folderOf(row.peer);
}

void ConversationListModel::folderChanged(const Jid &peer)
{
    d->change(peer);
}

int ConversationListModel::unreadTotal() const
{
    return d->conversations.unreadTotal();
}

} // namespace tertulia
