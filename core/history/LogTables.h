// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/LogReader.h"
#include "core/store/Database.h"

#include <QQueue>

namespace tertulia
{

/// A log that is rows of an SQLite file of another program: `logs.db` of Gajim, `history.db` of Psi+. The
/// file is only read.
class LogTables : public LogReader
{
public:
    /// `log`: which of both it is, where, and of which account.
    LogTables(const FoundLog &log, const LogPlace &place);

    /// The accounts in a `logs.db`; one without a name for those of versions that kept none.
    [[nodiscard]] static QList<FoundLog> findGajim(const QString &file);
    /// The accounts in a `history.db` of a profile; `accounts`: the profile's accounts.xml, which says what
    /// the ids there stand for.
    [[nodiscard]] static QList<FoundLog> findPsi(const QString &file, const QString &accounts);

    std::optional<LoggedMessage> next() override;
    [[nodiscard]] LogPlace place() const override { return m_place; }
    [[nodiscard]] qint64 bytesRead() const override;
    [[nodiscard]] bool isDamaged() const override { return m_damaged; }

private:
    struct Row {
        qint64 id;
        std::optional<LoggedMessage> message; ///< nothing: no message, or none that makes sense
    };
    void readMore();
    /// A damaged file may give its rows in any order, and so for ever.
    [[nodiscard]] bool goesOn(qint64 row);
    void readGajim();
    void readPsi();

    const FoundLog m_log;
    Database m_database;
    LogPlace m_place;
    QQueue<Row> m_rows;
    qint64 m_reached = 0; ///< row read last
    qint64 m_last = 0; ///< row at the end
    bool m_open = false;
    bool m_damaged = false;
};

} // namespace tertulia
