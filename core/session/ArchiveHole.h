// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/ArchiveIntake.h"

namespace tertulia
{

/// Where a range ends, seen from what is newer.
[[nodiscard]] KnownEnd endOf(const ArchiveRange &range, const ArchiveLedger &ledger);

/// Gives the messages of a page that was read backwards from the hole in front of a range their order keys:
/// of what was said with `peer`, or of everything if that is null. `again` as with placeBackwards(). The
/// range is one of the ledger's.
[[nodiscard]] PlacedPage placeInHole(QList<ArchivedMessage> &messages, qint64 range, const Jid &peer,
                                     const Jid &own, const ArchiveLedger &ledger, bool again);

/// Such a page of everything is in: the range begins where the page does now, or the hole is no more.
/// `complete`: nothing is older.
void noteHoleRead(ArchiveLedger &ledger, qint64 range, const ArchivePage &page, const Jid &own,
                  const PlacedPage &placed, bool complete);

/// A range begins with this page: the place of each of its chats can be named by an id of that chat, so that
/// what comes in front of it is asked for without anything that is known.
void noteChats(ArchiveLedger &ledger, qint64 range, const ArchivePage &page, const Jid &own);

} // namespace tertulia
