// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/LogReader.h"

#include <QFile>
#include <QList>

namespace tertulia
{

/// A log that is many files of lines: opens them one after the other, in the order of their names. What a
/// line means is for who derives from it.
class LogFiles : public LogReader
{
public:
    std::optional<LoggedMessage> next() override;
    [[nodiscard]] LogPlace place() const override { return m_place; }
    [[nodiscard]] qint64 bytesRead() const override { return m_behind + m_file.pos(); }
    [[nodiscard]] bool isDamaged() const override { return m_damaged; }

    /// A line longer than this is cut; nobody writes such, and it must fit into memory.
    static constexpr qint64 kLongestLine = 1024 * 1024;

protected:
    /// `files`: absolute, sorted.
    LogFiles(const QStringList &files, const LogPlace &place);

    /// A file is open now; false: there is nothing in it to be read.
    virtual bool begin(const QString &path) = 0;
    /// The next message of the file; nothing at its end.
    virtual std::optional<LoggedMessage> read() = 0;
    /// The next line without its end; nothing at the end of the file.
    std::optional<QString> nextLine();
    void noteDamage() { m_damaged = true; }

private:
    bool openNext();

    QStringList m_files; ///< those that wait
    QFile m_file;
    LogPlace m_place;
    qint64 m_skip = 0; ///< messages of the file that were taken in an earlier run
    qint64 m_behind = 0;
    bool m_damaged = false;
};

} // namespace tertulia
