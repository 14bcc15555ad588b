// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/LongWork.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace tertulia
{

class AccountsTable;
class ArchivesTable;
class AvatarsTable;
class Checkpoints;
class ConversationSettingsTable;
class ConversationsTable;
class Database;
class ForgottenTable;
class LinksTable;
class MessageSweep;
class MessagesTable;
class OutboxTable;
class ReactionsTable;
class RosterTable;
class SettingsTable;
class StreamsTable;

/// Everything that is remembered, in one SQLite file: plain records in, plain records out. It knows no XML.
///
/// Writes made in one turn of the event loop share a transaction, which is committed at the end of the turn
/// (in a flood every 25 ms, or after 1,000 writes); reads see them at once. What must survive a power cut
/// (the outbox) is synced before its call returns. A file that is broken, newer, locked, full or read-only is
/// reported and never replaced.
class Store : public QObject
{
    Q_OBJECT
public:
    struct Options {
        /// How long a lock held by another program is waited for.
        std::chrono::milliseconds busyTimeout{5000};
        /// Bytes the file may grow to, for tests of a full disk; 0: no limit.
        qint64 sizeLimit = 0;
    };

    /// Opens the file, makes it if there is none (readable by its owner only), and brings an older schema up
    /// to date. StoreCorrupted (also for another program's file), StoreNewer, StoreLocked, StoreFull,
    /// StoreReadOnly or StoreFailed, with the path as subject.
    static Result<std::unique_ptr<Store>> open(const QString &path, const Options &options);
    static Result<std::unique_ptr<Store>> open(const QString &path);
    /// Commits what is open.
    ~Store() override;

    [[nodiscard]] const QString &path() const;

    [[nodiscard]] SettingsTable &settings();
    [[nodiscard]] ConversationSettingsTable &conversationSettings();
    [[nodiscard]] AccountsTable &accounts();
    [[nodiscard]] RosterTable &roster();
    [[nodiscard]] ConversationsTable &conversations();
    [[nodiscard]] MessagesTable &messages();
    [[nodiscard]] LinksTable &links();
    [[nodiscard]] ReactionsTable &reactions();
    [[nodiscard]] OutboxTable &outbox();
    [[nodiscard]] AvatarsTable &avatars();
    [[nodiscard]] StreamsTable &streams();
    [[nodiscard]] ArchivesTable &archives();
    [[nodiscard]] ForgottenTable &forgotten();
    /// See MessageSweep; the store must outlive it.
    [[nodiscard]] std::unique_ptr<MessageSweep> sweep(qint64 conversation, const QDateTime &before);

    /// Whether more was written than the disk could take so far: work that can wait a few milliseconds
    /// should.
    [[nodiscard]] bool isBehind() const;

    /// Commits the writes of this turn now.
    Result<void> commit();
    /// The same, and what was committed is where no power cut takes it away: before the server is told that a
    /// stanza was handled.
    Result<void> sync();
    /// Commits what is open, then runs `steps` in a transaction of its own, which is synced to disk when this
    /// returns. An error of `steps` undoes them and is returned.
    Result<void> durably(const std::function<Result<void>()> &steps);
    /// Texts were taken away: their words leave the index soon too, a piece at a time, so that nobody waits
    /// for it, and then the log; wordsForgotten() says when none of
    /// their bytes is left.
    void forgetWords();
    /// Whether a chat is to be searched (WordIndex::kSearched) was changed: its words leave the index, or
    /// come back, a piece at a time.
    void followSearched(qint64 conversation);
    /// Looks at every page (PRAGMA quick_check); StoreCorrupted with what was found. Takes up to 2 s a GB.
    Result<void> check();
    /// The same in another thread, after an end that was no proper one, and once a week; else it completes at
    /// once.
    [[nodiscard]] Task<void> checkIfDue();

Q_SIGNALS:
    /// The turn's writes are about to be committed: whoever holds changed facts in memory writes them now.
    void aboutToCommit();
    void committed();
    /// A statement or a commit failed; the writes of the turn may be lost. Said once per kind of error until
    /// a commit succeeds again.
    void failed(const tertulia::Error &error);
    /// Writes of this turn were rolled back: what is held in memory may be ahead of the file.
    void rolledBack();
    /// What was taken away before forgetWords() is in no file any more.
    void wordsForgotten();

private:
    Store(std::unique_ptr<Database> database, const QString &path, bool closedBadly);
    void commitLater();
    void forgetMore();
    void followMore();
    /// Moves what is in the log into the file, and empties it, in another thread.
    void emptyLog();

    struct Tables;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Checkpoints> m_checkpoints;
    std::unique_ptr<Tables> m_tables;
    QString m_path;
    QTimer m_commitTimer;
    QTimer m_forgetTimer;
    QTimer m_followTimer;
    bool m_forgetting = false;
    bool m_following = false;
    LongWork m_emptying;
    QElapsedTimer m_sinceCommit;
    bool m_unsynced = false;
    bool m_closedBadly; ///< the last time
    LongWork m_checking;
    std::optional<ErrorCode> m_told; ///< what failed() said last
};

} // namespace tertulia
