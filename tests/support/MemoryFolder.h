// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFileInfo>

namespace tertulia
{

/// A template for QTemporaryDir: a folder in memory where the system has one. For tests that make stores by
/// the hundred and whose subject is not what a disk forgets.
inline QString memoryFolder()
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    return QDir(memory.isWritable() ? memory.filePath() : QDir::tempPath())
        .filePath(QStringLiteral("tertulia-test-XXXXXX"));
}

} // namespace tertulia
