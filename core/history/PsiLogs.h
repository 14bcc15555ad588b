// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/LogFiles.h"

namespace tertulia
{

/// The text logs of Psi and Psi+: a file `PEER.history` for each chat, a line for each message:
///
///     |2026-11-30T04:31:56|1|from|N---|words\nmore words
///
/// Time (of the computer's zone), type (0 and 1 are messages), direction, flags, text. They do not say whose
/// account it was.
class PsiLogs : public LogFiles
{
public:
    /// `folder`: the `history` of a profile.
    PsiLogs(const QString &folder, const LogPlace &place);

    /// What there is in the profiles below a folder such as `~/.local/share/psi+`, also SQLite (LogTables).
    [[nodiscard]] static QList<FoundLog> find(const QString &data, const QString &config);

protected:
    bool begin(const QString &path) override;
    std::optional<LoggedMessage> read() override;

private:
    Jid m_peer;
};

} // namespace tertulia
