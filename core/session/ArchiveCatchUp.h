// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TimerSource.h"
#include "core/session/ArchiveIntake.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace tertulia
{

class ArchiveLedger;
class Conversations;
class Store;
struct RankedPage;

/// Reads from the account's archive what was said while no stream was there, and what a server forgot when it
/// died: what others said comes into the conversations, and our own messages that are found there have
/// arrived. It begins behind what was known before this stream (SECURITY R08); once it is at the end, what
/// comes live is known to follow, but for what we have sent meanwhile: until the server has answered for
/// that, the next beginning stays in front of it.
///
/// Where much was said, and for an account that is new here, the newest page comes first; what lies in front
/// of it is ArchiveFill's, but for the part in which a message of ours is looked for.
class ArchiveCatchUp : public QObject
{
    Q_OBJECT
public:
    /// `sought` says since when there is something of ours that the archive may have, and is looked for;
    /// nothing that was archived since then is left out. Invalid: there is nothing.
    ArchiveCatchUp(const Jid &own, ModuleHost &host, Conversations &conversations, ArchiveLedger &ledger,
                   Store &store, std::function<QDateTime()> sought, QObject *parent = nullptr);

    void streamStarted(StreamStart start);
    /// Whether all is known that can be: read to the end, or not to be had.
    [[nodiscard]] bool isOver() const { return m_state != State::Reading; }
    /// Whether the end is known, so that what lies further back can be asked for.
    [[nodiscard]] bool isUpToDate() const { return m_state == State::UpToDate; }
    [[nodiscard]] bool isWithoutArchive() const { return m_state == State::None; }
    [[nodiscard]] ArchiveKind kind() const { return m_kind; }
    struct Live {
        QString id; ///< the archive's
        bool delayed = false; ///< it waited for us, so that it may stand before what came before it
        bool unanswered = false; ///< so may what we have sent, and is not known to have arrived
    };
    /// A message that did not come from the archive is kept.
    void noteLive(const Live &live);
    /// The server has answered for all that we have sent.
    void noteAnswered();
    /// Something that came could not be kept: it is read again on the next stream.
    void lose();

Q_SIGNALS:
    /// isOver() has become true.
    void over();
    /// What was known is not, or not sure: see lose().
    void lost();

private:
    enum class State {
        Unknown, ///< it failed: what is missing is not known
        None, ///< without an archive
        Reading,
        UpToDate, ///< nothing is missing at the end
    };
    void begin();
    void ask(const ArchiveQuery &query);
    void take(const ArchiveQuery &query, const ArchivePage &page);
    void takeNewest(ArchivePage page);
    void pageTaken(const ArchiveQuery &query, const ArchivePage &page, const RankedPage &ranked);
    void takeOlder(const ArchivePage &page);
    /// The end is known; if something is looked for, it may be in a hole in front of that.
    void lookBack();
    /// It is read again later on this stream.
    void fail(const Error &error);
    void finish(State state);

    const Jid m_own;
    ModuleHost &m_host;
    Conversations &m_conversations;
    ArchiveLedger &m_ledger;
    std::function<QDateTime()> m_sought;
    ArchiveIntake m_intake;
    QString m_live; ///< the newest that came live behind what we sent; empty: none
    qint64 m_liveRank = 0; ///< of the newest that came live since the end was known
    QList<Live> m_meanwhile; ///< what came while it was read
    bool m_lost = false; ///< what comes is not known to follow: the next stream begins in front of it
    ArchiveKind m_kind = ArchiveKind::Plain;
    State m_state = State::Unknown;
    quint64 m_reading = 0; ///< counts the beginnings: answers to an earlier one come too late
    int m_pages = 0; ///< read forwards
    QSet<QString> m_ends; ///< of those: to come to one again is a circle
    QSet<QString> m_starts; ///< of what was read backwards, likewise
    TimerHandle m_retry;
    int m_failures = 0; ///< one after the other on this stream
};

} // namespace tertulia
