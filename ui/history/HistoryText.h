// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/history/ExportFormat.h"
#include "core/history/HistoryImport.h"

#include <QCoreApplication>

namespace tertulia
{

/// Sentences about histories that are written, brought in and thrown away.
class HistoryText
{
    Q_DECLARE_TR_FUNCTIONS(tertulia::HistoryText)
public:
    /// What a written history says beside the messages.
    [[nodiscard]] static ExportWords exportWords();
    [[nodiscard]] static QString written(qint64 messages);
    [[nodiscard]] static QString notWritten(const Error &error);
    [[nodiscard]] static QString emptyProfile(const QString &storeFile);
    [[nodiscard]] static QString cleared(qint64 messages);

    [[nodiscard]] static QString programName(LogProgram program);
    [[nodiscard]] static QString imported(const ImportOutcome &outcome);
};

} // namespace tertulia
