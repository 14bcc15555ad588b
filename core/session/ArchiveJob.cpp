// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ArchiveJob.h"

#include "core/chat/ArchiveLedger.h"
#include "core/session/ArchiveIntake.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr int kPage = 100; // SECURITY f
constexpr int kScreen = 30;

} // namespace

ArchiveJob ArchiveJob::ofChat(Kind kind, qint64 range, const Jid &peer, const ArchiveLedger &ledger)
{
    // An id that is not among the messages with `peer` names no place there (XEP-0313 4.3).
    return {.kind = kind, .range = range, .peer = peer, .before = ledger.chatRead(range, peer).firstId};
}

ArchiveQuery ArchiveJob::query(const ArchiveLedger &ledger, ArchiveKind archive) const
{
    const ArchiveRange *hole = ledger.range(range);
    ArchiveQuery query;
    query.with = peer;
    query.max = peer.isNull() ? kPage : kScreen;
    // What lies behind the hole is none of it.
    const ArchiveRange *older = ledger.older(range);
    if (older && !peer.isNull())
        query.start = older->lastTime.addSecs(-kDoubtAboutStamps);
    if (byTime) {
        // The archive's own stamps, but for fractions of a second; of a chat only the order key is known.
        const qint64 order = ledger.holeBefore(range, peer);
        query.newest = true;
        query.end = peer.isNull() && hole
            ? hole->firstTime.addSecs(1)
            : QDateTime::fromMSecsSinceEpoch(order / 1000, Qt::UTC).addSecs(kDoubtAboutStamps);
    } else if (!before.isEmpty()) {
        query.before = before;
    } else {
        query.newest = true;
        if (hole && archive == ArchiveKind::Extended)
            query.beforeId = hole->firstId;
        else if (hole)
            query.end = hole->firstTime.addSecs(1);
    }
    return query;
}

QString ArchiveJob::name(const ArchiveLedger &ledger) const
{
    const ArchiveRange *hole = ledger.range(range);
    const QString behind = before.isEmpty() && hole ? hole->firstId : before;
    return QString::number(range) + u'|' + peer.toString() + u'|' + behind + (byTime ? u"|t"_s : QString())
        + (doubted ? u"|d"_s : QString());
}

} // namespace tertulia
