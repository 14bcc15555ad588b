// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>

namespace tertulia
{

class Database;

/// Which messages of a chat have no id of any kind: what other programs logged, as a rule. Who asks for one
/// moment after another, as an archive is read, has each row looked at once, however many there are of a
/// moment.
class NamelessMessages
{
public:
    explicit NamelessMessages(Database &database);

    /// Rows that were nameless when they were looked at, with an order key from `first` to `last`, sorted by
    /// order key and id. Some may be so no more, or be gone.
    [[nodiscard]] QList<qint64> between(qint64 conversation, qint64 first, qint64 last);
    /// A nameless message came there.
    void forget(qint64 conversation) { m_seen.remove(conversation); }
    /// This row is about to be moved.
    void forgetPlaceOf(qint64 id);

private:
    struct Row {
        qint64 order = 0;
        qint64 id = 0;

        auto operator<=>(const Row &) const = default;
    };
    /// What was looked at of a chat.
    struct Stretch {
        qint64 first = 0;
        qint64 last = -1;
        QList<Row> nameless;
    };

    /// Adds a part that touches the stretch.
    void look(qint64 conversation, Stretch &stretch, qint64 first, qint64 last);

    Database &m_database;
    QHash<qint64, Stretch> m_seen; ///< by conversation
    int m_undone = 0; ///< Database::undone() then
};

} // namespace tertulia
