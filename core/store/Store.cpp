// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Store.h"

#include "core/store/AccountsTable.h"
#include "core/store/ArchivesTable.h"
#include "core/store/AvatarsTable.h"
#include "core/store/ConversationsTable.h"
#include "core/store/Database.h"
#include "core/store/LinksTable.h"
#include "core/store/MessagesTable.h"
#include "core/store/Migrations.h"
#include "core/store/OutboxTable.h"
#include "core/store/ReactionsTable.h"
#include "core/store/RosterTable.h"
#include "core/store/SettingsTable.h"
#include "core/store/StoreFile.h"
#include "core/store/StreamsTable.h"

#include <utility>

namespace tertulia
{

namespace
{
constexpr int kCommitIntervalMs = 25;
/// Who takes back one thing may take back another.
constexpr int kForgetAfterMs = 1000;
constexpr int kForgetIntervalMs = 20;
} // namespace

struct Store::Tables {
    explicit Tables(Database &database)
        : settings(database)
        , accounts(database)
        , roster(database)
        , conversations(database)
        , messages(database)
        , links(database)
        , reactions(database)
        , outbox(database)
        , avatars(database)
        , streams(database)
        , archives(database)
    {
    }

    SettingsTable settings;
    AccountsTable accounts;
    RosterTable roster;
    ConversationsTable conversations;
    MessagesTable messages;
    LinksTable links;
    ReactionsTable reactions;
    OutboxTable outbox;
    AvatarsTable avatars;
    StreamsTable streams;
    ArchivesTable archives;
};

Result<std::unique_ptr<Store>> Store::open(const QString &path, const Options &options)
{
    auto database = openStoreFile(path, options.busyTimeout);
    if (!database)
        return Failure(database.error());
    if (options.sizeLimit > 0)
        (*database)->setSizeLimit(options.sizeLimit);
    return std::unique_ptr<Store>(new Store(std::move(*database), path));
}

Result<std::unique_ptr<Store>> Store::open(const QString &path)
{
    return open(path, Options{});
}

Store::Store(std::unique_ptr<Database> database, const QString &path)
    : m_database(std::move(database))
    , m_tables(std::make_unique<Tables>(*m_database))
    , m_path(path)
{
    m_commitTimer.setSingleShot(true);
    m_commitTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_commitTimer, &QTimer::timeout, this, [this] { std::ignore = commit(); });
    m_forgetTimer.setSingleShot(true);
    connect(&m_forgetTimer, &QTimer::timeout, this, &Store::forgetMore);
    m_database->setObserver({
        .begun =
            [this] {
                m_unsynced = true;
                commitLater();
            },
        .aboutToCommit = [this] { Q_EMIT aboutToCommit(); },
        .committed = [this] { Q_EMIT committed(); },
        .rolledBack = [this] { Q_EMIT rolledBack(); },
        .failed =
            [this](const Error &error) {
                if (m_told == error.code)
                    return;
                m_told = error.code;
                Q_EMIT failed(error);
            },
    });
}

Store::~Store()
{
    std::ignore = commit();
}

const QString &Store::path() const
{
    return m_path;
}

SettingsTable &Store::settings()
{
    return m_tables->settings;
}

AccountsTable &Store::accounts()
{
    return m_tables->accounts;
}

RosterTable &Store::roster()
{
    return m_tables->roster;
}

ConversationsTable &Store::conversations()
{
    return m_tables->conversations;
}

MessagesTable &Store::messages()
{
    return m_tables->messages;
}

LinksTable &Store::links()
{
    return m_tables->links;
}

ReactionsTable &Store::reactions()
{
    return m_tables->reactions;
}

OutboxTable &Store::outbox()
{
    return m_tables->outbox;
}

AvatarsTable &Store::avatars()
{
    return m_tables->avatars;
}

StreamsTable &Store::streams()
{
    return m_tables->streams;
}

ArchivesTable &Store::archives()
{
    return m_tables->archives;
}

Result<void> Store::commit()
{
    if (!m_database->inTurn())
        return {};
    m_commitTimer.stop();
    auto committed = m_database->commit();
    m_sinceCommit.start();
    if (committed)
        m_told.reset();
    return committed;
}

Result<void> Store::durably(const std::function<Result<void>()> &steps)
{
    auto done = m_database->durably(steps);
    if (done) {
        m_told.reset();
        m_unsynced = false;
    }
    return done;
}

void Store::forgetWords()
{
    m_forgetting = false;
    m_forgetTimer.start(kForgetAfterMs);
}

void Store::forgetMore()
{
    const auto more = messages().mergeIndex(!std::exchange(m_forgetting, true));
    if (more && *more)
        m_forgetTimer.start(kForgetIntervalMs);
}

Result<void> Store::check()
{
    return checkPages(*m_database);
}

void Store::commitLater()
{
    // At the end of the turn; in a flood at most every 25 milliseconds, since each commit costs as much as
    // some dozens of messages.
    if (!m_sinceCommit.isValid() || m_sinceCommit.hasExpired(kCommitIntervalMs))
        m_commitTimer.start(0);
    else
        m_commitTimer.start(kCommitIntervalMs);
}

} // namespace tertulia
