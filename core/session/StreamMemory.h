// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StreamsTable.h"
#include "core/stream/XmppStream.h"

#include <QObject>

namespace tertulia
{

class Store;

/// Keeps on disk what a later process needs to take up an account's stream (XEP-0198 5). The counters are
/// committed together with what the counted stanzas brought, before the server is told of them; what is sent
/// is committed before it leaves. So whenever the process dies, disk and server can agree.
class StreamMemory : public QObject
{
    Q_OBJECT
public:
    StreamMemory(const QString &account, const Jid &own, XmppStream &stream, Store &store,
                 QObject *parent = nullptr);

    /// Gives the stream of a former process to the present one; the tasks are those of its messages that wait
    /// for arrival, by origin id. Once, before the first connection.
    /// What the server can do is remembered with it: a log-in that resumes is not told again.
    std::vector<std::pair<QString, Task<void>>> restore();
    /// Something that came could not be kept: the server has to send it again.
    void lose(const Error &error);

private:
    struct Written {
        std::optional<StreamRecord> stream;
        qint64 first = 0; ///< number of the oldest stanza written
        qint64 next = 0; ///< of the first one not written
    };
    void save();
    void saveFeatures();
    [[nodiscard]] bool keep();
    void recover();

    const QString m_account;
    const Jid m_own;
    XmppStream &m_stream;
    Store &m_store;
    Written m_written; ///< within the present turn
    Written m_committed;
    bool m_featuresAreNew = false; ///< and not written
    Error m_loss;
    bool m_lost = false; ///< nothing is kept until recover()
};

} // namespace tertulia
