// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/ArchiveGap.h"
#include "core/store/ArchivesTable.h"

#include <QHash>
#include <QObject>

namespace tertulia
{

class Store;

/// What is known of the account's archive: stretches without a hole, of single chats also what lies in the
/// holes, and so what is missing where in a timeline. Two stretches are one once they meet. Changes are on
/// the disk with the messages that made them true, at the latest when the turn is committed.
class ArchiveLedger : public QObject
{
    Q_OBJECT
public:
    /// `account` (uuid) is in store.accounts(); `archive` is the bare address of the archive.
    ArchiveLedger(const QString &account, const Jid &archive, Store &store, QObject *parent = nullptr);

    /// The newest first.
    [[nodiscard]] const QList<ArchiveRange> &ranges() const { return m_ranges; }
    [[nodiscard]] const ArchiveRange *newest() const { return m_ranges.isEmpty() ? nullptr : &m_ranges[0]; }
    [[nodiscard]] const ArchiveRange *range(qint64 id) const;
    /// The one behind the hole in front of a range; null if nothing older is known.
    [[nodiscard]] const ArchiveRange *older(qint64 id) const;
    /// The newest range with a hole in front of it; null: nothing is missing.
    [[nodiscard]] const ArchiveRange *newestHole() const;
    /// What is known of a chat in a range and the hole in front of it: where the known part begins. Without a
    /// `firstId` if the chat is not in it.
    [[nodiscard]] ArchiveChatRead chatRead(qint64 range, const Jid &peer) const;
    /// The rank of the row in which the archive's message `id` is kept, 0: it has none; nothing if it is not
    /// here.
    [[nodiscard]] std::optional<qint64> rankOf(const QString &id) const;
    /// Whether a range has it, so that it does not change.
    [[nodiscard]] bool holds(qint64 rank) const;

    /// Begins a range that is newer than all others. Its row id, 0 if it cannot be written.
    qint64 open(ArchiveRange range);
    /// The newest range goes on to `id`, which has this rank or, if it has none, follows it.
    void extend(const QString &id, const QDateTime &time, qint64 rank);
    /// A range begins earlier now.
    void deepen(qint64 range, const QString &firstId, const QDateTime &firstTime, qint64 firstRank);
    /// The hole in front of a range is no more: with the one behind it, it is one.
    void closeHole(qint64 range);
    /// Nothing was archived before a range; older ones, which the archive has thrown away, belong to it.
    void reachStart(qint64 range);
    /// More of one chat is known.
    void deepen(const ArchiveChatRead &read);

    /// Writes what has changed.
    void save();
    /// Forgets what was not written, and reads what was.
    void reload();

    /// Where the hole in front of a range lies in the timeline of a chat: what stands behind it has this
    /// order key or a greater one.
    [[nodiscard]] qint64 holeBefore(qint64 range, const Jid &peer) const;
    /// What is missing in the timeline of a chat, the newest gap first.
    [[nodiscard]] QList<ArchiveGap> gaps(const Jid &peer) const;
    /// How a gap fares, until the ledger is read again.
    void setGapState(const Jid &peer, qint64 range, ArchiveGap::State state);

Q_SIGNALS:
    /// What is missing in the timeline of `peer`, or of everybody if that is null.
    void gapsChanged(const tertulia::Jid &peer);

private:
    [[nodiscard]] qsizetype indexOf(qint64 id) const;
    void load();
    void touch(qint64 range);

    const QString m_account;
    const Jid m_archive;
    Store &m_store;
    QList<ArchiveRange> m_ranges;
    QHash<qint64, QHash<Jid, ArchiveChatRead>> m_reads; ///< by range
    QHash<std::pair<Jid, qint64>, ArchiveGap::State> m_states;
    QList<qint64> m_touched;
    QList<std::pair<qint64, Jid>> m_touchedReads;
};

} // namespace tertulia
