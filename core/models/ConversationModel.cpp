// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ConversationModel.h"

#include "core/chat/ArchiveLedger.h"
#include "core/chat/Conversations.h"
#include "core/models/FrameGate.h"
#include "core/models/MessageValues.h"
#include "core/models/RosterModel.h"
#include "core/models/TimelineGaps.h"

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

} // namespace

class ConversationModel::Private
{
public:
    Private(ConversationModel &model, Conversations &chats, RosterModel &people, const Jid &peerJid,
            const QString &ownDisplayName)
        : q(model)
        , conversations(chats)
        , peer(peerJid)
        , values(chats, people, peerJid, ownDisplayName)
        , gate([this] { appendNews(); })
    {
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
        values.forgetAll();
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
        if (rowOf(id) >= 0)
            return; // it came with the others that are new
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
            values.forget(rows[row].id);
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
        values.forget(id);
        Q_EMIT q.dataChanged(q.index(row), q.index(row), MessageValues::changeable());
    }

    [[nodiscard]] TimelineGaps::Window window() const { return {rows, atOldest, atNewest}; }

    void gapsChanged()
    {
        const auto newest = gaps.newest();
        for (const int at : gaps.take(ledger->gaps(peer), window())) {
            const int row = at == TimelineGaps::kBelow ? int(rows.size()) - 1 : at;
            Q_EMIT q.dataChanged(q.index(row), q.index(row), {roles::GapAbove, roles::GapBelow});
        }
        if (rows.isEmpty() && gaps.newest() != newest)
            Q_EMIT q.gapWhenEmptyChanged();
    }

    [[nodiscard]] QVariant gapAt(int at) const
    {
        const auto gap = gaps.at(at, window());
        return gap ? QVariant::fromValue(*gap) : QVariant();
    }

    void personChanged()
    {
        if (values.readPerson() && !rows.isEmpty())
            Q_EMIT q.dataChanged(q.index(0), q.index(int(rows.size()) - 1), MessageValues::ofPerson());
    }

    ConversationModel &q;
    Conversations &conversations;
    const Jid peer;
    MessageValues values;
    FrameGate gate;
    QList<MessageRecord> rows;
    QPointer<const ArchiveLedger> ledger;
    TimelineGaps gaps;
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
        return index.row() + 1 == rowCount() ? d->gapAt(TimelineGaps::kBelow) : QVariant();
    return d->values.value(d->rows[index.row()], role);
}

QVariant ConversationModel::dataOf(qint64 messageId, int role) const
{
    if (const int row = d->rowOf(messageId); row >= 0)
        return d->values.value(d->rows[row], role);
    const auto message = d->conversations.message(messageId);
    return message && d->conversations.peerOf(messageId) == d->peer ? d->values.value(*message, role)
                                                                    : QVariant();
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
    d->values.forgetAll();
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
    d->values.forgetAll();
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
    return d->rows.isEmpty() ? d->gaps.newest() : std::nullopt;
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
