// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/store/MessageQuery.h"

#include <QObject>
#include <QThread>

#include <atomic>

namespace tertulia
{

/// Looks through the text of all messages of all accounts, in a thread and over a connection of its own, so
/// that a word which thousands of messages have holds up nobody. It sees what is committed. Chats that the
/// person excluded (WordIndex) are not looked at.
class MessageFinder : public QObject
{
    Q_OBJECT
public:
    /// Of the store in the file `path`.
    explicit MessageFinder(const QString &path, QObject *parent = nullptr);
    ~MessageFinder() override;

    /// The newest `count` messages that the query is for; none for an empty one. A search that is still going
    /// on is given up: Cancelled. StoreFailed and the like if the file cannot be read.
    [[nodiscard]] Task<FoundPage> find(const MessageQuery &query, int count);
    /// Up to `count` next older ones of the same search, which has given its page before.
    [[nodiscard]] Task<FoundPage> more(int count);

private:
    class Worker;

    Task<FoundPage> ask(const std::optional<MessageQuery> &query, int count);

    QThread m_thread;
    Worker *m_worker; ///< lives in m_thread
    std::atomic<int> m_newest = 0; ///< number of the search that is still wanted
    Promise<FoundPage> m_promise;
};

} // namespace tertulia
