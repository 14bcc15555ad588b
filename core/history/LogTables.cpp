// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/LogTables.h"

#include <QFile>
#include <QFileInfo>
#include <QXmlStreamReader>

#include <limits>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr int kAtATime = 500;
constexpr std::chrono::milliseconds kBusyTimeout{1000};
constexpr qint64 kLongestBody = 256 * 1024;
constexpr qint64 kLargestAccounts = 4 * 1024 * 1024;

// Gajim's `kind`.
constexpr int kSingleReceived = 3;
constexpr int kChatReceived = 4;
constexpr int kSingleSent = 5;
constexpr int kChatSent = 6;

/// What the ids of accounts in a profile of Psi stand for.
QHash<QString, Jid> psiAccounts(const QString &path)
{
    QHash<QString, Jid> accounts;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return accounts;
    QXmlStreamReader reader(file.read(kLargestAccounts));
    int depth = 0;
    QString id;
    QString address;
    while (!reader.atEnd() && reader.tokenType() != QXmlStreamReader::DTD) {
        reader.readNext();
        if (reader.isEndElement() && --depth == 2) {
            if (const auto jid = Jid::parse(address); jid && !id.isEmpty())
                accounts.insert(id, jid->bare());
            id.clear();
            address.clear();
        }
        if (!reader.isStartElement())
            continue;
        // accounts / accounts / a0 / id
        if (++depth != 4)
            continue;
        QString *value = reader.name() == "id"_L1 ? &id : reader.name() == "jid"_L1 ? &address : nullptr;
        if (!value)
            continue;
        *value = reader.readElementText(QXmlStreamReader::SkipChildElements);
        --depth;
    }
    return accounts;
}

std::optional<Jid> personIn(const QString &text)
{
    const auto jid = Jid::parse(text);
    if (!jid || !jid->resource().isEmpty())
        return {};
    return *jid;
}

} // namespace

LogTables::LogTables(const FoundLog &log, const LogPlace &place)
    : m_log(log)
    , m_database(log.path)
    , m_place{log.path, place.file == log.path ? place.number : 0}
    , m_reached(m_place.number)
{
    m_open = QFileInfo(log.path).isFile()
        && m_database.open(kBusyTimeout, Database::Access::ReadOnly).has_value();
    m_damaged = !m_open;
    if (!m_open)
        return;
    Rows rows = m_log.program == LogProgram::Gajim ? m_database.read("SELECT max(log_line_id) FROM logs")
                                                   : m_database.read("SELECT max(id) FROM events");
    if (rows.next())
        m_last = rows.number(0);
}

QList<FoundLog> LogTables::findGajim(const QString &file)
{
    QList<FoundLog> found;
    Database database(file);
    if (!QFileInfo(file).isFile() || !database.open(kBusyTimeout, Database::Access::ReadOnly))
        return found;
    const FoundLog log{.program = LogProgram::Gajim, .path = file, .bytes = QFileInfo(file).size()};
    {
        Rows rows = database.read(
            "SELECT account.jid, count(DISTINCT logs.jid_id) FROM logs JOIN jids ON jids.jid_id = "
            "logs.jid_id LEFT JOIN jids account ON account.jid_id = logs.account_id "
            "WHERE kind BETWEEN 3 AND 6 AND jids.type = 0 GROUP BY logs.account_id");
        while (rows.next()) {
            found.append(log);
            found.last().account = personIn(rows.text(0)).value_or(Jid());
            found.last().chats = int(rows.number(1));
        }
        if (rows.result())
            return found;
    }
    // Before there was a column for the account.
    found.clear();
    Rows rows = database.read("SELECT count(DISTINCT logs.jid_id) FROM logs JOIN jids "
                              "ON jids.jid_id = logs.jid_id WHERE kind BETWEEN 3 AND 6 AND jids.type = 0");
    if (rows.next() && rows.number(0) > 0) {
        found.append(log);
        found.last().chats = int(rows.number(0));
    }
    return found;
}

QList<FoundLog> LogTables::findPsi(const QString &file, const QString &accounts)
{
    QList<FoundLog> found;
    Database database(file);
    if (!QFileInfo(file).isFile() || !database.open(kBusyTimeout, Database::Access::ReadOnly))
        return found;
    const QHash<QString, Jid> addresses = psiAccounts(accounts);
    Rows rows = database.read("SELECT acc_id, count(*) FROM contacts GROUP BY acc_id");
    while (rows.next()) {
        const Jid address = addresses.value(rows.text(0));
        // Psi's own id, for one that is not there any more: next() tells rows by it.
        found.append({.program = LogProgram::Psi,
                      .path = file,
                      .account = address,
                      .key = rows.text(0),
                      .chats = int(rows.number(1)),
                      .bytes = QFileInfo(file).size()});
    }
    return found;
}

std::optional<LoggedMessage> LogTables::next()
{
    while (true) {
        if (m_rows.isEmpty())
            readMore();
        if (m_rows.isEmpty())
            return {};
        Row row = m_rows.dequeue();
        m_place.number = row.id;
        if (row.message)
            return std::move(row.message);
    }
}

qint64 LogTables::bytesRead() const
{
    return m_last > 0 ? qint64(double(m_log.bytes) * double(m_place.number) / double(m_last)) : 0;
}

void LogTables::readMore()
{
    if (!m_open)
        return;
    if (m_log.program == LogProgram::Gajim)
        readGajim();
    else
        readPsi();
}

bool LogTables::goesOn(qint64 row)
{
    if (row <= m_reached) {
        m_open = false;
        m_damaged = true;
        return false;
    }
    m_reached = row;
    return true;
}

void LogTables::readGajim()
{
    const auto take = [this](Rows rows) {
        while (rows.next() && goesOn(rows.number(0))) {
            Row row{m_reached, {}};
            const int kind = int(rows.number(3));
            const bool sent = kind == kSingleSent || kind == kChatSent;
            const auto peer = personIn(rows.text(1));
            const qint64 time = rows.number(2);
            if (peer && time > 0 && (sent || kind == kSingleReceived || kind == kChatReceived)) {
                LoggedMessage message{*peer, {}};
                message.said.outgoing = sent;
                message.said.time = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
                message.said.body = rows.text(4).left(kLongestBody);
                message.said.stanzaId = rows.text(5);
                message.said.messageId = rows.text(6);
                if (rows.text(7) == "OMEMO"_L1)
                    message.said.protection = MessageProtection::Omemo;
                row.message = message;
            }
            m_rows.enqueue(row);
        }
        return rows.result();
    };
    const SqlValue account = m_log.account.isNull() ? SqlValue::textOrNull({}) : SqlValue(m_log.account);
    const auto taken = take(m_database.read(
        "SELECT log_line_id, jids.jid, CAST(time * 1000 AS INTEGER), kind, message, stanza_id, message_id, "
        "encryption FROM logs JOIN jids ON jids.jid_id = logs.jid_id "
        "LEFT JOIN jids account ON account.jid_id = logs.account_id "
        "WHERE log_line_id > ? AND jids.type = 0 AND account.jid IS ? ORDER BY log_line_id LIMIT ?",
        m_reached, account, kAtATime));
    if (taken || taken.error().code == ErrorCode::StoreCorrupted) {
        m_damaged |= !taken;
        return;
    }
    // Before there was a column for the account.
    m_damaged |= !take(m_database.read(
        "SELECT log_line_id, jids.jid, CAST(time * 1000 AS INTEGER), kind, message, NULL, NULL, NULL "
        "FROM logs JOIN jids ON jids.jid_id = logs.jid_id "
        "WHERE log_line_id > ? AND jids.type = 0 ORDER BY log_line_id LIMIT ?",
        m_reached, kAtATime));
}

void LogTables::readPsi()
{
    Rows rows = m_database.read(
        "SELECT events.id, contacts.jid, events.date, events.direction, events.m_text, events.type "
        "FROM events JOIN contacts ON contacts.id = events.contact_id "
        "WHERE events.id > ? AND contacts.acc_id IS ? AND contacts.type = 1 ORDER BY events.id LIMIT ?",
        m_reached, m_log.key.isEmpty() ? SqlValue::textOrNull({}) : SqlValue(m_log.key), kAtATime);
    while (rows.next() && goesOn(rows.number(0))) {
        Row row{m_reached, {}};
        const auto peer = personIn(rows.text(1));
        const QDateTime time = QDateTime::fromString(rows.text(2), Qt::ISODateWithMs); // of this computer
        const qint64 direction = rows.number(3);
        if (peer && time.isValid() && (direction == 1 || direction == 2) && rows.number(5) <= 1)
            row.message = LoggedMessage{
                *peer,
                {.outgoing = direction == 1, .time = time.toUTC(), .body = rows.text(4).left(kLongestBody)}};
        m_rows.enqueue(row);
    }
    m_damaged |= !rows.result();
}

} // namespace tertulia
