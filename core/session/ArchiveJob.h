// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0313_archive/Archive.h"

namespace tertulia
{

class ArchiveLedger;

/// The next page that is to be asked for in the hole in front of a range.
struct ArchiveJob {
    enum class Kind {
        Looked, ///< where the person looks
        Screen, ///< the last screen of a chat
        Background,
    };

    Kind kind = Kind::Background;
    qint64 range = 0;
    Jid peer = {}; ///< null: everybody
    QString before = {}; ///< archive id; empty: the newest of them
    bool byTime = false; ///< the archive does not know `before`
    bool doubted = false; ///< an empty page was not called the end

    /// What comes next of one chat.
    static ArchiveJob ofChat(Kind kind, qint64 range, const Jid &peer, const ArchiveLedger &ledger);

    [[nodiscard]] ArchiveQuery query(const ArchiveLedger &ledger, ArchiveKind archive) const;
    /// The same for what would give the same page.
    [[nodiscard]] QString name(const ArchiveLedger &ledger) const;
};

} // namespace tertulia
