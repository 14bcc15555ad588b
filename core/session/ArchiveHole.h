// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0313_archive/Archive.h"

namespace tertulia
{

class ArchiveLedger;

/// What came of ranking a page (ArchiveRank).
struct RankedPage {
    int fresh = 0; ///< so many got a rank: what was read before keeps its own
    qint64 firstRank = 0; ///< of the first of them; without any, of what stands behind the page
    bool met = false; ///< it reached what was known before; that and what is older was left out
};

/// Ranks a page that follows what is known.
[[nodiscard]] RankedPage rankForwards(QList<ArchivedMessage> &messages, const ArchiveLedger &ledger);

/// Ranks the newest page: if it was not met, a hole lies between it and what is known.
[[nodiscard]] RankedPage rankNewest(QList<ArchivedMessage> &messages, const ArchiveLedger &ledger);

/// Ranks a page that was read backwards from the hole in front of a range, which is one of the ledger's: of
/// what was said with `peer`, and nothing else is taken; or of everything if that is null.
[[nodiscard]] RankedPage rankInHole(QList<ArchivedMessage> &messages, qint64 range, const Jid &peer,
                                    const Jid &own, const ArchiveLedger &ledger);

/// Such a page of everything is in: the range begins where the page does now, or the hole is no more.
/// `complete`: nothing is older.
void noteHoleRead(ArchiveLedger &ledger, qint64 range, const ArchivePage &page, const Jid &own,
                  const RankedPage &ranked, bool complete);

/// A range begins with this page: the place of each of its chats can be named by an id of that chat, so that
/// what comes in front of it is asked for without anything that is known.
void noteChats(ArchiveLedger &ledger, qint64 range, const ArchivePage &page, const Jid &own);

} // namespace tertulia
