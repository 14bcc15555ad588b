// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/LongWork.h"
#include "core/history/LogReader.h"

#include <QList>

namespace tertulia
{

class Conversations;
class LoggedBatches;
class Store;
struct LoggedBatch;

/// A log, and the account (uuid) whose chats it becomes.
struct ImportedLog {
    FoundLog log;
    QString into;

    bool operator==(const ImportedLog &) const = default;
};

/// What came of an import.
struct ImportOutcome {
    qint64 added = 0;
    qint64 known = 0; ///< messages that were here already
    bool damaged = false; ///< some of it could not be read
    bool stopped = false;
    std::optional<Error> error = {}; ///< why it could not go on

    bool operator==(const ImportOutcome &) const = default;
};

/// Brings logs of other programs into the chats, one log after the other. They are read in another thread;
/// what they say is written in the main one, which owns the store, a few milliseconds a turn. How far it is
/// stands in the store with what was written, so that an import goes on where it was after any end of the
/// program.
class HistoryImport : public QObject
{
    Q_OBJECT
public:
    /// The chats of an account, or null.
    using ChatsOf = std::function<Conversations *(const QString &account)>;
    HistoryImport(Store &store, ChatsOf chatsOf, QObject *parent = nullptr);
    ~HistoryImport() override;

    /// Does nothing while one is running.
    void start(const QList<ImportedLog> &logs);
    /// Goes on with what an earlier run of the program began, if there is any.
    void resume();
    /// What came so far stays.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] qint64 done() const { return m_behind + m_inLog; }
    [[nodiscard]] qint64 all() const;

Q_SIGNALS:
    void started();
    /// In bytes of the logs.
    void progressed(qint64 done, qint64 all);
    void finished(const tertulia::ImportOutcome &outcome);

private:
    void beginLog();
    void readLog();
    void takeTurn();
    [[nodiscard]] Result<void> takeSome(LoggedBatch &batch);
    void endLog();
    void finish(bool stopped, const std::optional<Error> &error = {});
    Result<void> save();

    Store &m_store;
    ChatsOf m_chatsOf;
    QList<ImportedLog> m_logs; ///< the first one is being read
    LogPlace m_place;
    qint64 m_before = 0; ///< see Conversations::importMessage()
    qint64 m_behind = 0; ///< bytes of the logs that are done
    qint64 m_inLog = 0;
    ImportOutcome m_outcome;
    std::shared_ptr<LoggedBatches> m_batches;
    std::unique_ptr<LoggedBatch> m_batch; ///< being taken
    LongWork m_reading;
    QTimer m_turn;
    bool m_running = false;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::ImportOutcome)
