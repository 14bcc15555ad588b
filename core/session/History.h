// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/HistoryExport.h"
#include "core/history/HistoryImport.h"

namespace tertulia
{

class Accounts;

/// What a person does with the messages of all accounts as a whole: writes them to files, brings in those of
/// other programs, throws old ones away.
class History : public QObject
{
    Q_OBJECT
public:
    explicit History(Accounts &accounts);

    /// Writes the history as it is now; see exportHistory(). How far it is says exporting(), which also stops
    /// it; one at a time, a new one ends the one before.
    [[nodiscard]] Task<qint64> exportTo(const ExportRequest &request);
    [[nodiscard]] LongWork &exporting() { return m_exporting; }
    /// The same for what a person waits for: if the program ends before the file is whole, unfinishedExport()
    /// says so the next time.
    [[nodiscard]] Task<qint64> exportSurely(const ExportRequest &request);
    /// What is to be written once more; of the words it has the title only.
    [[nodiscard]] std::optional<ExportRequest> unfinishedExport() const;

    /// What other programs logged on this computer.
    [[nodiscard]] Task<QList<FoundLog>> findLogs();
    [[nodiscard]] HistoryImport &importing() { return m_importing; }

    /// Throws away what was said before a time (UTC) in all chats of all accounts; gives the number of
    /// messages. See Conversations::clear().
    [[nodiscard]] Task<qint64> clear(const QDateTime &before);

private:
    Accounts &m_accounts;
    LongWork m_exporting;
    LongWork m_finding;
    HistoryImport m_importing;
    QObject m_alive; ///< goes first: what is given up with this is unfinished
};

} // namespace tertulia
