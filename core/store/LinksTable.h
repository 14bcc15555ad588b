// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QDateTime>
#include <QList>

#include <optional>
#include <utility>

namespace tertulia
{

class Database;

/// How one message speaks of another. Stored: append only.
enum class MessageLink { Reply = 0, Correction = 1, Retraction = 2, Moderation = 3, Reactions = 4 };

/// That one message speaks of another, which may not be here (yet).
struct LinkRecord {
    qint64 message = 0; ///< the one that speaks
    MessageLink kind = MessageLink::Reply;
    QString targetKey; ///< what the other is called on the wire
    Jid targetSender = {}; ///< who is said to have said it; null if that was not told
    qint64 target = 0; ///< its row; 0: not here
    /// Of a correction: the text whose place it took. Of a reply to what is not here: what it quotes of it.
    /// Of a set of reactions of ours: the set before, an emoji a line.
    QString content = {};

    bool operator==(const LinkRecord &) const = default;
};

/// A correction, as part of the history of a text.
struct CorrectionRecord {
    qint64 message = 0;
    qint64 order = 0; ///< they stand in order of this, then of their rows
    QDateTime time; ///< UTC, when it was said
    QString replaced; ///< the text whose place it took
    bool queued = false; ///< of ours, and not said yet
};

/// Which messages speak of which.
class LinksTable
{
public:
    explicit LinksTable(Database &database);

    /// In the place of one of the same kind.
    Result<void> set(const LinkRecord &link);
    Result<void> remove(qint64 message, MessageLink kind);
    /// The other is here now; what was kept instead of it is dropped, but for a correction's.
    Result<void> resolve(qint64 message, MessageLink kind, qint64 target);
    Result<void> setContent(qint64 message, MessageLink kind, const QString &content);

    [[nodiscard]] std::optional<LinkRecord> link(qint64 message, MessageLink kind) const;
    /// The one by which a message that is not shown speaks of another.
    [[nodiscard]] std::optional<LinkRecord> change(qint64 message) const;
    /// Links of a conversation to something of this name that is not here, in the order in which they were
    /// said; at most 100.
    [[nodiscard]] QList<LinkRecord> waiting(qint64 conversation, const QString &targetKey) const;
    /// The conversations and the names that something waits for; at most `count`.
    [[nodiscard]] QList<std::pair<qint64, QString>> waitingNames(int count) const;
    /// What was put in the place of a message's text, in the order in which it was said.
    [[nodiscard]] QList<CorrectionRecord> corrections(qint64 target) const;
    /// Messages that speak of this one in a way, newest first; at most `count`.
    [[nodiscard]] QList<qint64> to(qint64 target, MessageLink kind, int count) const;
    /// Whether a change of ours to this message waits for the server.
    [[nodiscard]] bool hasQueuedChange(qint64 target) const;
    /// Texts that a message had, and what it quotes, are gone.
    Result<void> forgetContent(qint64 target);

private:
    Database &m_database;
};

} // namespace tertulia
