// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Store.h"

#include "core/store/AccountsTable.h"
#include "core/store/ArchivesTable.h"
#include "core/store/AvatarsTable.h"
#include "core/store/Checkpoints.h"
#include "core/store/ConversationSettingsTable.h"
#include "core/store/ConversationsTable.h"
#include "core/store/Database.h"
#include "core/store/ForgottenTable.h"
#include "core/store/LinksTable.h"
#include "core/store/MessageSweep.h"
#include "core/store/MessagesTable.h"
#include "core/store/Migrations.h"
#include "core/store/OutboxTable.h"
#include "core/store/ReactionsTable.h"
#include "core/store/RosterTable.h"
#include "core/store/SettingsTable.h"
#include "core/store/StoreFile.h"
#include "core/store/StoreSalvage.h"
#include "core/store/StreamsTable.h"
#include "core/store/WordIndex.h"

#include <utility>

namespace tertulia
{

namespace
{
constexpr int kCommitIntervalMs = 25;
/// Who takes back one thing may take back another.
constexpr int kForgetAfterMs = 1000;
constexpr int kForgetIntervalMs = 20;
constexpr int kFollowIntervalMs = 10;
constexpr std::chrono::milliseconds kNoWait{0};
const QString kChecked = QStringLiteral("store/checked");
constexpr int kCheckDays = 7;
constexpr int kEmptyingPauseMs = 500;
} // namespace

struct Store::Tables {
    explicit Tables(Database &database)
        : settings(database)
        , conversationSettings(database)
        , accounts(database)
        , roster(database)
        , conversations(database)
        , words(database)
        , messages(database, words)
        , links(database)
        , reactions(database)
        , outbox(database)
        , avatars(database)
        , streams(database)
        , archives(database)
        , forgotten(database)
    {
    }

    SettingsTable settings;
    ConversationSettingsTable conversationSettings;
    AccountsTable accounts;
    RosterTable roster;
    ConversationsTable conversations;
    WordIndex words;
    MessagesTable messages;
    LinksTable links;
    ReactionsTable reactions;
    OutboxTable outbox;
    AvatarsTable avatars;
    StreamsTable streams;
    ArchivesTable archives;
    ForgottenTable forgotten;
};

Result<std::unique_ptr<Store>> Store::open(const QString &path, const Options &options)
{
    const bool closedBadly = wasClosedBadly(path);
    auto database = openStoreFile(path, options.busyTimeout);
    if (!database)
        return Failure(database.error());
    forgetSalvage(path);
    if (options.sizeLimit > 0)
        (*database)->setSizeLimit(options.sizeLimit);
    return std::unique_ptr<Store>(new Store(std::move(*database), path, closedBadly));
}

Result<std::unique_ptr<Store>> Store::open(const QString &path)
{
    return open(path, Options{});
}

Store::Store(std::unique_ptr<Database> database, const QString &path, bool closedBadly)
    : m_database(std::move(database))
    , m_checkpoints(std::make_unique<Checkpoints>(*m_database))
    , m_tables(std::make_unique<Tables>(*m_database))
    , m_path(path)
    , m_closedBadly(closedBadly)
{
    m_commitTimer.setSingleShot(true);
    m_commitTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_commitTimer, &QTimer::timeout, this, [this] { std::ignore = commit(); });
    m_forgetTimer.setSingleShot(true);
    connect(&m_forgetTimer, &QTimer::timeout, this, &Store::forgetMore);
    m_followTimer.setSingleShot(true);
    connect(&m_followTimer, &QTimer::timeout, this, &Store::followMore);
    m_followTimer.start(kForgetAfterMs); // what was left when the program ended
    m_database->setObserver({
        .begun =
            [this] {
                m_unsynced = true;
                commitLater();
            },
        .aboutToCommit = [this] { Q_EMIT aboutToCommit(); },
        .committed =
            [this] {
                m_checkpoints->look();
                Q_EMIT committed();
            },
        .rolledBack =
            [this] {
                m_tables->words.forgetKnown();
                Q_EMIT rolledBack();
            },
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

ConversationSettingsTable &Store::conversationSettings()
{
    return m_tables->conversationSettings;
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

ForgottenTable &Store::forgotten()
{
    return m_tables->forgotten;
}

std::unique_ptr<MessageSweep> Store::sweep(qint64 conversation, const QDateTime &before)
{
    return std::make_unique<MessageSweep>(*m_database, messages(), conversation, before);
}

bool Store::isBehind() const
{
    return m_checkpoints->isBehind();
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
    if (done)
        m_told.reset();
    return done;
}

Result<void> Store::sync()
{
    if (auto committed = commit(); !committed || !m_unsynced)
        return committed;
    auto synced = m_database->sync();
    if (synced)
        m_unsynced = false;
    return synced;
}

void Store::forgetWords()
{
    m_forgetting = false;
    m_forgetTimer.start(kForgetAfterMs);
}

void Store::forgetMore()
{
    const auto more = m_tables->words.merge(!std::exchange(m_forgetting, true));
    if (more && *more)
        m_forgetTimer.start(kForgetIntervalMs);
    else if (more && commit())
        emptyLog();
}

void Store::emptyLog()
{
    m_emptying
        .start<bool>([path = m_path](WorkProgress &) -> Result<bool> {
            Database database(path);
            if (auto opened = database.open(kNoWait); !opened)
                return Failure(opened.error());
            // The first one holds up nobody and leaves little for the second, which does.
            std::ignore = database.execute("PRAGMA wal_checkpoint(PASSIVE)");
            Rows rows = database.read("PRAGMA wal_checkpoint(TRUNCATE)");
            return rows.next() && !rows.flag(0);
        })
        .then(this, [this](const Result<bool> &emptied) {
            if (!emptied || m_forgetTimer.isActive())
                return;
            if (*emptied)
                Q_EMIT wordsForgotten();
            else // somebody reads what is in it
                QTimer::singleShot(kEmptyingPauseMs, this, &Store::emptyLog);
        });
}

void Store::followSearched(qint64 conversation)
{
    if (!m_tables->words.follow(conversation))
        return; // told as failed()
    m_followTimer.start(0);
}

void Store::followMore()
{
    const auto more = m_tables->words.followMore();
    if (!more)
        return;
    if (*more) {
        m_following = true;
        m_followTimer.start(kFollowIntervalMs);
    } else if (std::exchange(m_following, false)) {
        forgetWords();
    }
}

Result<void> Store::check()
{
    return checkPages(*m_database);
}

Task<void> Store::checkIfDue()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    // It stays due until it was done, however often the program ends well in between.
    if (std::exchange(m_closedBadly, false))
        std::ignore = settings().setValue(kChecked, 0);
    const QDateTime last = QDateTime::fromMSecsSinceEpoch(settings().value(kChecked).toLongLong(), Qt::UTC);
    if (last <= now && last.daysTo(now) < kCheckDays)
        return Task<void>::completed({});
    return m_checking
        .start<bool>([path = m_path](WorkProgress &) -> Result<bool> {
            Database database(path);
            if (auto opened = database.open(std::chrono::seconds(5), Database::Access::ReadOnly); !opened)
                return Failure(opened.error());
            if (auto whole = checkPages(database); !whole)
                return Failure(whole.error());
            return true;
        })
        .map(this,
             [this, now](bool) { std::ignore = settings().setValue(kChecked, now.toMSecsSinceEpoch()); });
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
