// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

class QLockFile;

namespace tertulia
{

/// A lock on a file that holds as long as this object and its process live, and is gone with them however
/// they end. Unlike QLockFile it writes nothing on Unix: that one waits for the disk on each start.
class ProfileLock
{
public:
    explicit ProfileLock(const QString &file);
    ~ProfileLock();
    Q_DISABLE_COPY_MOVE(ProfileLock)

    enum class Outcome {
        Taken,
        HeldByAnother,
        Impossible, ///< no such file can be made there
    };
    [[nodiscard]] Outcome take();
    [[nodiscard]] const QString &file() const { return m_file; }

private:
    QString m_file;
#ifdef Q_OS_UNIX
    int m_descriptor = -1;
#else
    std::unique_ptr<QLockFile> m_lock;
#endif
};

} // namespace tertulia
