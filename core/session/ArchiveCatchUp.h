// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0313_archive/Archive.h"
#include "core/store/ArchivesTable.h"

#include <QObject>

namespace tertulia
{

class Conversations;
class Store;

/// Reads from the account's archive what was said while no stream was there, and what a server forgot when it
/// died: what others said comes into the conversations, and our own messages that are found there have
/// arrived. It begins behind what was known before this stream (SECURITY R08); once it is at the end, what
/// comes live is known to follow.
///
/// An account that is new here begins with what is said from now on.
class ArchiveCatchUp : public QObject
{
    Q_OBJECT
public:
    ArchiveCatchUp(const QString &account, const Jid &own, ModuleHost &host, Conversations &conversations,
                   Store &store, QObject *parent = nullptr);

    void streamStarted(StreamStart start);
    /// Whether all is known that can be: read to the end, or not to be had.
    [[nodiscard]] bool isOver() const { return m_state != State::Reading; }
    /// A message that came live is kept; the archive calls it `id`.
    void noteLive(const QString &id);
    /// Something that came could not be kept: it is read again on the next stream.
    void lose();

Q_SIGNALS:
    /// isOver() has become true.
    void over();

private:
    enum class State {
        Unknown, ///< without an archive, or it failed: what is missing is not known
        Reading,
        UpToDate, ///< nothing is missing
    };
    void begin();
    void ask(const ArchiveQuery &query);
    void take(const ArchiveQuery &query, const ArchivePage &page);
    void remember(const QString &id, const QDateTime &stamp);
    void save();
    void finish(State state);

    const QString m_account;
    const Jid m_own;
    ModuleHost &m_host;
    Conversations &m_conversations;
    Store &m_store;
    std::optional<ArchiveRange> m_known;
    State m_state = State::Unknown;
    quint64 m_reading = 0; ///< counts the beginnings: answers to an earlier one come too late
    bool m_unsaved = false;
};

} // namespace tertulia
