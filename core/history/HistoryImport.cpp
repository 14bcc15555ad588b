// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/HistoryImport.h"

#include "core/chat/Conversations.h"
#include "core/history/LoggedBatches.h"
#include "core/store/SettingsTable.h"
#include "core/store/Store.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kState = u"history/import"_s;
constexpr int kBatch = 100;
/// Of a turn of the event loop; with its commit and with what else a turn does it stays below a frame.
constexpr int kLongestTurnMs = 5;
/// Two writes each: fewer than the store puts into one transaction, so that none ends in between.
constexpr int kMostInTurn = 200;

QJsonObject objectOf(const ImportedLog &log)
{
    return {{u"program"_s, int(log.log.program)},
            {u"path"_s, log.log.path},
            {u"account"_s, log.log.account.toString()},
            {u"key"_s, log.log.key},
            {u"bytes"_s, log.log.bytes},
            {u"into"_s, log.into}};
}

std::optional<ImportedLog> logIn(const QJsonObject &object)
{
    const int program = object.value(u"program"_s).toInt(-1);
    if (program < 0 || program > int(LogProgram::Psi))
        return {};
    ImportedLog log;
    log.log.program = LogProgram(program);
    log.log.path = object.value(u"path"_s).toString();
    if (const auto account = Jid::parse(object.value(u"account"_s).toString()))
        log.log.account = *account;
    log.log.key = object.value(u"key"_s).toString();
    log.log.bytes = object.value(u"bytes"_s).toInteger();
    log.into = object.value(u"into"_s).toString();
    return log;
}

} // namespace

HistoryImport::HistoryImport(Store &store, ChatsOf chatsOf, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_chatsOf(std::move(chatsOf))
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &HistoryImport::takeTurn);
    // What was counted is not there. Queued: this is said in the middle of a statement.
    connect(
        &store, &Store::rolledBack, this,
        [this] {
            if (m_running)
                finish(false, Error{ErrorCode::StoreFailed, m_store.path()});
        },
        Qt::QueuedConnection);
}

HistoryImport::~HistoryImport() = default;

qint64 HistoryImport::all() const
{
    qint64 all = m_behind;
    for (const ImportedLog &log : m_logs)
        all += log.log.bytes;
    return all;
}

void HistoryImport::start(const QList<ImportedLog> &logs)
{
    if (m_running || logs.isEmpty())
        return;
    m_running = true;
    m_logs = logs;
    m_outcome = {};
    m_behind = 0;
    m_place = {};
    m_before = 0;
    Q_EMIT started();
    beginLog();
}

void HistoryImport::resume()
{
    const QJsonObject state
        = QJsonDocument::fromJson(m_store.settings().value(kState).toString().toUtf8()).object();
    if (m_running || state.isEmpty())
        return;
    m_logs.clear();
    for (const QJsonValue &value : state.value(u"logs"_s).toArray()) {
        if (const auto log = logIn(value.toObject()))
            m_logs.append(*log);
    }
    m_outcome = {.added = state.value(u"added"_s).toInteger(),
                 .known = state.value(u"known"_s).toInteger(),
                 .damaged = state.value(u"damaged"_s).toBool()};
    m_behind = state.value(u"behind"_s).toInteger();
    m_place = {state.value(u"file"_s).toString(), state.value(u"number"_s).toInteger()};
    m_before = state.value(u"before"_s).toInteger();
    m_running = true;
    Q_EMIT started();
    beginLog();
}

void HistoryImport::stop()
{
    if (!m_running)
        return;
    finish(true);
}

void HistoryImport::beginLog()
{
    Conversations *chats = nullptr;
    while (!m_logs.isEmpty() && !(chats = m_chatsOf(m_logs.first().into))) {
        m_behind += m_logs.takeFirst().log.bytes; // the account is gone
        m_place = {};
        m_before = 0;
    }
    if (!chats) {
        finish(false);
        return;
    }
    m_before = chats->beginImport(m_before);
    m_inLog = 0;
    if (const auto saved = save(); !saved) {
        finish(false, saved.error());
        return;
    }
    readLog();
}

void HistoryImport::readLog()
{
    m_batches = std::make_shared<LoggedBatches>();
    const auto batches = m_batches;
    m_reading
        .start<bool>(
            [batches, log = m_logs.first().log, place = m_place](WorkProgress &progress) -> Result<bool> {
                const auto reader = LogReader::open(log, place);
                LoggedBatch batch;
                while (!batch.last) {
                    auto message = reader->next();
                    batch.last = !message;
                    if (message)
                        batch.items.append({std::move(*message), reader->place()});
                    if (!batch.last && batch.items.size() < kBatch)
                        continue;
                    batch.bytesRead = reader->bytesRead();
                    batch.damaged = reader->isDamaged();
                    const bool last = batch.last;
                    if (!batches->put(std::exchange(batch, {}), progress))
                        return false;
                    batch.last = last;
                }
                return true;
            })
        .ignore();
    m_turn.start(0);
}

void HistoryImport::takeTurn()
{
    constexpr int kWaitMs = 5;
    if (!m_running)
        return;
    if (!m_batch)
        m_batch = m_batches->take();
    if (!m_batch || m_store.isBehind()) {
        m_turn.start(kWaitMs);
        return;
    }
    if (const auto taken = takeSome(*m_batch); !taken) {
        finish(false, taken.error());
        return;
    }
    if (m_batch->taken == m_batch->items.size()) {
        m_inLog = m_batch->bytesRead;
        const bool last = m_batch->last;
        m_outcome.damaged |= last && m_batch->damaged;
        m_batch.reset();
        Q_EMIT progressed(done(), all());
        if (last) {
            endLog();
            return;
        }
    }
    m_turn.start(0);
}

Result<void> HistoryImport::takeSome(LoggedBatch &batch)
{
    Conversations *chats = m_chatsOf(m_logs.first().into);
    if (!chats)
        return failure(ErrorCode::Cancelled);
    QElapsedTimer turn;
    turn.start();
    // What is written from here on is committed together with the place behind it.
    if (auto committed = m_store.commit(); !committed)
        return committed;
    const qsizetype first = batch.taken;
    while (batch.taken < batch.items.size() && batch.taken - first < kMostInTurn
           && turn.elapsed() < kLongestTurnMs) {
        const LoggedBatch::Item &item = batch.items[batch.taken];
        const auto isNew = chats->importMessage(item.message.peer, item.message.said, m_before);
        if (isNew)
            ++(*isNew ? m_outcome.added : m_outcome.known);
        else if (isNew.error().code == ErrorCode::StanzaBadRequest)
            m_outcome.damaged = true;
        else
            return Failure(isNew.error());
        m_place = item.behind;
        ++batch.taken;
    }
    return batch.taken > first ? save() : Result<void>();
}

void HistoryImport::endLog()
{
    if (Conversations *chats = m_chatsOf(m_logs.first().into))
        chats->endImport();
    m_behind += m_logs.takeFirst().log.bytes;
    m_inLog = 0;
    m_place = {};
    m_before = 0;
    beginLog();
}

Result<void> HistoryImport::save()
{
    QJsonArray logs;
    for (const ImportedLog &log : std::as_const(m_logs))
        logs.append(objectOf(log));
    const QJsonObject state{{u"logs"_s, logs},
                            {u"behind"_s, m_behind},
                            {u"file"_s, m_place.file},
                            {u"number"_s, m_place.number},
                            {u"before"_s, m_before},
                            {u"added"_s, m_outcome.added},
                            {u"known"_s, m_outcome.known},
                            {u"damaged"_s, m_outcome.damaged}};
    return m_store.settings().setValue(
        kState, QString::fromUtf8(QJsonDocument(state).toJson(QJsonDocument::Compact)));
}

void HistoryImport::finish(bool stopped, const std::optional<Error> &error)
{
    if (!m_logs.isEmpty()) {
        if (Conversations *chats = m_chatsOf(m_logs.first().into))
            chats->endImport();
    }
    m_reading.cancel();
    m_turn.stop();
    m_batch.reset();
    m_batches.reset();
    m_logs.clear();
    m_running = false;
    m_outcome.stopped = stopped;
    m_outcome.error = error;
    // What failed is gone on with when the program is started again: there may be room then.
    if (!error)
        std::ignore = m_store.settings().setValue(kState, {});
    Q_EMIT finished(m_outcome);
}

} // namespace tertulia
