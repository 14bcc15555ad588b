// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/MessageFinder.h"

#include "core/store/Database.h"
#include "core/store/MessageSearcher.h"

#include <chrono>
#include <memory>

namespace tertulia
{

namespace
{

constexpr std::chrono::milliseconds kBusyTimeout{1000};

} // namespace

/// The part in the thread. It opens the file with the first search.
class MessageFinder::Worker : public QObject
{
public:
    explicit Worker(QString path)
        : m_path(std::move(path))
    {
    }

    Result<FoundPage> page(const std::optional<MessageQuery> &query, int count,
                           const std::function<bool()> &unwanted)
    {
        if (auto opened = open(); !opened)
            return Failure(opened.error());
        if (query)
            m_searcher = std::make_unique<MessageSearcher>(*m_database, *query);
        if (!m_searcher)
            return FoundPage();
        m_running = m_database.get();
        auto found = m_searcher->next(count, unwanted);
        m_running = nullptr;
        // One that was given up in the middle, or is at its end, has nothing more to say.
        if (!found || found->complete)
            m_searcher.reset();
        return found;
    }

    /// From any thread: what is searched for now is not wanted any more.
    void interrupt()
    {
        if (Database *running = m_running)
            running->interrupt();
    }

private:
    Result<void> open()
    {
        if (m_database)
            return {};
        auto database = std::make_unique<Database>(m_path);
        if (auto opened = database->open(kBusyTimeout); !opened)
            return opened;
        // Nothing is changed by looking.
        if (auto done = database->execute("PRAGMA query_only = ON"); !done)
            return done;
        m_database = std::move(database);
        return {};
    }

    QString m_path;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<MessageSearcher> m_searcher;
    std::atomic<Database *> m_running = nullptr;
};

MessageFinder::MessageFinder(const QString &path, QObject *parent)
    : QObject(parent)
    , m_worker(new Worker(path))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
}

MessageFinder::~MessageFinder()
{
    ++m_newest;
    m_worker->interrupt();
    // It may end any moment now, and then has deleted the worker: asked before.
    const bool started = m_thread.isRunning();
    m_thread.quit();
    m_thread.wait();
    if (!started)
        delete m_worker; // it never had a thread to go in
}

Task<FoundPage> MessageFinder::find(const MessageQuery &query, int count)
{
    return ask(query, count);
}

Task<FoundPage> MessageFinder::more(int count)
{
    return ask({}, count);
}

Task<FoundPage> MessageFinder::ask(const std::optional<MessageQuery> &query, int count)
{
    const int number = ++m_newest;
    if (query)
        m_worker->interrupt();
    m_promise = Promise<FoundPage>();
    auto task = m_promise.task();
    if (query && query->isEmpty()) {
        m_promise.finish(FoundPage());
        return task;
    }
    if (!m_thread.isRunning())
        m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_worker, [this, number, query, count] {
        // This object outlives its thread.
        const auto unwanted = [this, number] { return number != m_newest; };
        if (unwanted())
            return;
        auto found = m_worker->page(query, count, unwanted);
        QMetaObject::invokeMethod(this, [this, number, found = std::move(found)] {
            if (number == m_newest)
                m_promise.finish(found);
        });
    });
    return task;
}

} // namespace tertulia
