// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/LogReader.h"

#include <QTemporaryDir>

namespace tertulia
{

/// A person's folder with logs as Pidgin 2.14.12, Gajim 1.7.3 and Psi+ 1.4.554 wrote them
/// (tests/data/history).
class LogFixture
{
public:
    LogFixture();

    [[nodiscard]] QString home() const { return m_folder.path(); }
    [[nodiscard]] QString data() const { return m_folder.filePath(QStringLiteral(".local/share")); }
    [[nodiscard]] QString config() const { return m_folder.filePath(QStringLiteral(".config")); }
    [[nodiscard]] QString pidginChat() const;

private:
    QTemporaryDir m_folder;
};

/// Makes an SQLite file of a script whose statements are separated by lines of "---".
void runSqlScript(const QString &path, const QString &script);

/// All messages of a log.
[[nodiscard]] QList<LoggedMessage> readAll(const FoundLog &log);

} // namespace tertulia
