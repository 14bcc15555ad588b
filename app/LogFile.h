// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QMutex>
#include <QString>

namespace tertulia
{

/// `line` without what no log may hold: element text and attribute values, passwords, tokens, keys, link
/// fragments; addresses become a short hash that is the same all through one run (SECURITY A128). A safety
/// net: nobody is meant to log such things in the first place. At most 4,000 characters remain.
QString redacted(const QString &line, const QByteArray &salt);

/// Where log messages go: a file of at most 10 MB with four older ones beside it, and standard error if
/// wanted. One at a time is installed as Qt's message handler.
class LogFile
{
public:
    explicit LogFile(const QString &path, qint64 maximumSize = 10'000'000, int files = 5);
    ~LogFile();
    Q_DISABLE_COPY_MOVE(LogFile)

    /// Receives Qt's messages until destroyed, repeating them on standard error if `alsoStandardError`.
    void install(bool alsoStandardError);
    void write(QtMsgType type, const char *category, const QString &text);

private:
    void rotate();

    QMutex m_mutex;
    QFile m_file;
    qint64 m_maximumSize;
    int m_files;
    QByteArray m_salt;
    bool m_alsoStandardError = false;
};

} // namespace tertulia
