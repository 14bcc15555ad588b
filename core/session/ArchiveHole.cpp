// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ArchiveHole.h"

#include "core/chat/ArchiveLedger.h"
#include "core/chat/ArchiveRank.h"

#include <QHash>

#include <algorithm>
#include <functional>
#include <utility>

namespace tertulia
{

namespace
{

/// Looks from the end of a page for what the range `older` holds; that and what stands in front of it is left
/// out. Whether there was any.
bool leaveOutKnown(QList<ArchivedMessage> &messages, const ArchiveRange &older, const ArchiveLedger &ledger)
{
    bool met = false;
    QDateTime stamp;
    for (qsizetype i = messages.size() - 1; i >= 0; --i) {
        const ArchivedMessage &message = messages[i];
        const auto rank = ledger.rankOf(message.id);
        const bool known = message.id == older.lastId || message.id == older.firstId
            || (rank && older.firstRank <= *rank && *rank <= older.lastRank);
        if (known && !std::exchange(met, true))
            stamp = message.stamp;
        // What stands before that is of no concern, unless the page is out of order.
        if (known || (met && (rank || message.stamp <= stamp)))
            messages.removeAt(i);
    }
    return met;
}

/// Ranks from `first` on, or down to it, for what has none that holds.
int rank(QList<ArchivedMessage> &messages, const std::function<bool(qint64)> &holds,
         const ArchiveLedger &ledger, const std::function<qint64(int)> &firstOf)
{
    QList<ArchivedMessage *> fresh;
    for (ArchivedMessage &message : messages) {
        const auto known = ledger.rankOf(message.id);
        if (!known || !holds(*known))
            fresh.append(&message);
    }
    qint64 next = firstOf(int(fresh.size()));
    for (ArchivedMessage *message : std::as_const(fresh))
        message->rank = next++;
    return int(fresh.size());
}

} // namespace

RankedPage rankForwards(QList<ArchivedMessage> &messages, const ArchiveLedger &ledger)
{
    const ArchiveRange *newest = ledger.newest();
    RankedPage ranked{.firstRank = newest ? newest->lastRank + 1 : ArchiveRank::behindHole(0)};
    ranked.fresh = rank(
        messages, [&](qint64 known) { return ledger.holds(known); }, ledger,
        [&](int) { return ranked.firstRank; });
    return ranked;
}

RankedPage rankNewest(QList<ArchivedMessage> &messages, const ArchiveLedger &ledger)
{
    const ArchiveRange *newest = ledger.newest();
    const bool met = newest && leaveOutKnown(messages, *newest, ledger);
    RankedPage ranked{.firstRank = !newest ? ArchiveRank::behindHole(0)
                          : met            ? newest->lastRank + 1
                                           : ArchiveRank::behindHole(newest->lastRank),
                      .met = met};
    ranked.fresh = rank(
        messages, [&](qint64 known) { return ledger.holds(known); }, ledger,
        [&](int) { return ranked.firstRank; });
    for (ArchivedMessage &message : messages)
        message.history = !newest;
    return ranked;
}

RankedPage rankInHole(QList<ArchivedMessage> &messages, qint64 range, const Jid &peer, const Jid &own,
                      const ArchiveLedger &ledger)
{
    if (!peer.isNull())
        messages.removeIf([&](const ArchivedMessage &message) { return message.peer(own) != peer; });
    const ArchiveRange *hole = ledger.range(range);
    const ArchiveRange *older = ledger.older(range);
    const qint64 ofChat = peer.isNull() ? 0 : ledger.chatRead(range, peer).firstRank;
    const qint64 ceiling = peer.isNull() ? hole->firstRank
        : ofChat                         ? ofChat
                                         : ArchiveRank::ofOneChat(hole->firstRank);
    RankedPage ranked{.met = older && leaveOutKnown(messages, *older, ledger)};
    ranked.fresh = rank(
        messages,
        [&](qint64 known) {
            return ledger.holds(known) || (ofChat && ofChat <= known && known < hole->firstRank);
        },
        ledger, [&](int count) { return ranked.firstRank = ceiling - count; });
    for (ArchivedMessage &message : messages)
        message.history = !older;
    return ranked;
}

void noteHoleRead(ArchiveLedger &ledger, qint64 range, const ArchivePage &page, const Jid &own,
                  const RankedPage &ranked, bool complete)
{
    const QDateTime stamp = page.messages.isEmpty() ? QDateTime() : page.messages.first().archived;
    const ArchiveRange *hole = ledger.range(range);
    if (!hole)
        return;
    ledger.deepen(range, page.first.isEmpty() ? hole->firstId : page.first, stamp, ranked.firstRank);
    if (ranked.met)
        ledger.closeHole(range);
    else if (complete)
        ledger.reachStart(range);
    else
        noteChats(ledger, range, page, own);
}

void noteChats(ArchiveLedger &ledger, qint64 range, const ArchivePage &page, const Jid &own)
{
    QHash<Jid, QString> first;
    QHash<Jid, ArchiveChatRead> reads;
    for (const ArchivedMessage &message : page.messages) {
        const Jid peer = message.peer(own);
        if (!first.contains(peer)) {
            first.insert(peer, message.id);
            reads.insert(peer, ledger.chatRead(range, peer));
        }
        // So much was known of that one; now of all.
        ArchiveChatRead &read = reads[peer];
        if (message.id == read.firstId)
            read.firstRank = 0;
    }
    for (ArchiveChatRead &read : reads) {
        // Unless more is known of that one.
        if (read.complete || read.firstRank)
            continue;
        read.firstId = first.value(read.peer);
        ledger.deepen(read);
    }
}

} // namespace tertulia
