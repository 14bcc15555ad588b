// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/chat/ImportedMessage.h"

#include <memory>
#include <optional>

namespace tertulia
{

/// Whose logs can be read.
enum class LogProgram { Pidgin, Gajim, Psi };

/// Chats that another program logged. Stored by `program` and `path`: append only.
struct FoundLog {
    LogProgram program = LogProgram::Pidgin;
    QString path; ///< a folder or a file
    Jid account = {}; ///< whose chats they are; null: the log does not say
    QString key = {}; ///< what the log itself calls the account, where that is another thing
    int chats = 0;
    qint64 bytes = 0;

    bool operator==(const FoundLog &) const = default;
};

/// A message of a log, with whom.
struct LoggedMessage {
    Jid peer; ///< bare
    ImportedMessage said;
};

/// How far a log is read: what stands before it needs not be read again.
struct LogPlace {
    QString file = {}; ///< of logs that are many files
    qint64 number = 0; ///< of the message in it, or of its row

    bool operator==(const LogPlace &) const = default;
};

/// Reads what another program logged, message by message, each chat in the order of its log. Broken, hostile
/// and huge files give what can be read of them and never an error.
class LogReader
{
public:
    /// `place`: where to go on; the default is the beginning.
    static std::unique_ptr<LogReader> open(const FoundLog &log, const LogPlace &place);
    virtual ~LogReader() = default;

    /// The next message, or nothing at the end.
    virtual std::optional<LoggedMessage> next() = 0;
    /// Behind what next() gave last.
    [[nodiscard]] virtual LogPlace place() const = 0;
    /// How much of FoundLog::bytes is behind.
    [[nodiscard]] virtual qint64 bytesRead() const = 0;
    /// Whether a file could be read only in part, or not at all.
    [[nodiscard]] virtual bool isDamaged() const { return false; }
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::FoundLog)
