// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ArchiveHole.h"

#include "core/chat/ArchiveLedger.h"
#include "core/chat/ArchivePlaces.h"

#include <QSet>

namespace tertulia
{

KnownEnd endOf(const ArchiveRange &range, const ArchiveLedger &ledger)
{
    KnownEnd end{ledger.orderOf(range.lastId).value_or(MessageOrder::at(range.lastTime)),
                 range.lastTime,
                 {range.lastId, range.firstId}};
    end.ids.removeAll(QString());
    return end;
}

PlacedPage placeInHole(QList<ArchivedMessage> &messages, qint64 range, const Jid &peer, const Jid &own,
                       const ArchiveLedger &ledger, bool again)
{
    const ArchiveRange *hole = ledger.range(range);
    const ArchiveRange *older = ledger.older(range);
    const qint64 ceiling = peer.isNull() ? hole->firstOrder : ledger.chatRead(range, peer).firstOrder;
    const qint64 floor = older ? hole->floorOrder : ArchivePlaces::kNoFloor;
    const PlacedPage placed = placeBackwards(
        messages, ArchivePlaces(floor, ceiling), ceiling, older ? endOf(*older, ledger) : KnownEnd{}, own,
        ledger, [&](const Jid &whose) { return ledger.chatRead(range, whose).firstOrder; }, again);
    for (ArchivedMessage &message : messages)
        message.history = !older;
    return placed;
}

void noteHoleRead(ArchiveLedger &ledger, qint64 range, const ArchivePage &page, const Jid &own,
                  const PlacedPage &placed, bool complete)
{
    if (placed.met) {
        ledger.closeHole(range);
    } else if (complete) {
        ledger.reachStart(range);
    } else {
        const QDateTime stamp = page.messages.isEmpty() ? QDateTime() : page.messages.first().archived;
        ledger.deepen(range, page.first, stamp, placed.lowest);
        noteChats(ledger, range, page, own);
    }
}

void noteChats(ArchiveLedger &ledger, qint64 range, const ArchivePage &page, const Jid &own)
{
    const ArchiveRange *known = ledger.range(range);
    if (!known)
        return;
    QSet<Jid> seen;
    for (const ArchivedMessage &message : page.messages) {
        const Jid peer = message.peer(own);
        if (seen.contains(peer))
            continue;
        seen.insert(peer);
        // Unless more is known of that one.
        ArchiveChatRead read = ledger.chatRead(range, peer);
        if (read.complete || read.firstOrder < known->firstOrder)
            continue;
        read.firstId = message.id;
        ledger.deepen(read);
    }
}

} // namespace tertulia
