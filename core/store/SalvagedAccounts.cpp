// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SalvagedAccounts.h"

#include "core/base/Jid.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

/// A number above that is damage.
constexpr qint64 kLastAccount = 1'000'000;

QVariantList column(const QSqlDatabase &store, const QString &sql, const QVariantList &values = {})
{
    QVariantList found;
    QSqlQuery query(store);
    query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    query.exec();
    while (query.next())
        found.append(query.value(0));
    return found;
}

bool isAccount(const QString &address)
{
    const auto jid = Jid::parse(address);
    return jid && jid->isBare() && !jid->localpart().isEmpty() && jid->toString() == address;
}

QString madeUp(qint64 account)
{
    return u"account%1@salvaged.invalid"_s.arg(account);
}

/// Whose chats they are: who says our part of them, or keeps them, or was logged in.
QString addressOf(const QSqlDatabase &store, qint64 account)
{
    for (const QString &sql :
         {u"SELECT sender FROM messages JOIN conversations ON conversations.id = conversation_id "
          "WHERE account_id = ? AND outgoing = 1 AND conversations.kind = 0 "
          "GROUP BY sender ORDER BY count(*) DESC LIMIT 10"_s,
          u"SELECT stanza_id_by FROM messages JOIN conversations ON conversations.id = conversation_id "
          "WHERE account_id = ? AND stanza_id_by IS NOT NULL AND conversations.kind = 0 "
          "GROUP BY stanza_id_by ORDER BY count(*) DESC LIMIT 10"_s,
          u"SELECT substr(bound, 1, instr(bound || '/', '/') - 1) FROM streams WHERE account_id = ?"_s}) {
        const QVariantList found = column(store, sql, {account});
        const auto good = std::find_if(found.cbegin(), found.cend(),
                                       [](const QVariant &each) { return isAccount(each.toString()); });
        if (good != found.cend())
            return good->toString();
    }
    return madeUp(account);
}

/// The row of the account with this address; a new one with this number if there is none.
qint64 rowOf(const QSqlDatabase &store, const QString &address, qint64 number)
{
    const QVariantList here = column(store, u"SELECT id FROM accounts WHERE jid = ?"_s, {address});
    if (!here.isEmpty())
        return here.first().toLongLong();
    QSqlQuery made(store);
    made.prepare(u"INSERT INTO accounts(id, uuid, jid, name, resource, host, port, security, allow_plain, "
                 "scram_worked, enabled, remember_password, availability, status) "
                 "VALUES (?, ?, ?, '', '', '', 0, 0, 0, 0, 0, 1, 1, '')"_s);
    made.addBindValue(number >= 1 && number <= kLastAccount ? QVariant(number) : QVariant());
    made.addBindValue(QUuid::createUuid().toString(QUuid::WithoutBraces));
    made.addBindValue(address);
    return made.exec() ? made.lastInsertId().toLongLong() : 0;
}

} // namespace

int remakeAccounts(const QSqlDatabase &store)
{
    int orphans = 0;
    // Of chats whose own rows are lost too.
    const QString alone = u"FROM messages WHERE conversation_id NOT IN (SELECT id FROM conversations)"_s;
    const QVariantList speakers
        = column(store,
                 u"SELECT DISTINCT sender "_s + alone
                     + u" AND outgoing = 1 AND sender NOT IN (SELECT jid FROM accounts)"_s);
    for (const QVariant &speaker : speakers) {
        if (isAccount(speaker.toString()) && rowOf(store, speaker.toString(), 0) > 0)
            ++orphans;
    }
    const QVariantList lost
        = column(store,
                 u"SELECT DISTINCT account_id FROM conversations "
                 "WHERE account_id NOT IN (SELECT id FROM accounts) "
                 "AND EXISTS (SELECT 1 FROM messages WHERE conversation_id = conversations.id)"_s);
    for (const QVariant &each : lost) {
        const qint64 number = each.toLongLong();
        const qint64 row = rowOf(store, addressOf(store, number), number);
        QSqlQuery chats(store);
        chats.prepare(u"UPDATE OR IGNORE conversations SET account_id = ? WHERE account_id = ?"_s);
        chats.addBindValue(row);
        chats.addBindValue(number);
        if (row > 0 && chats.exec())
            orphans += chats.numRowsAffected();
    }
    if (!column(store, u"SELECT 1 "_s + alone + u" LIMIT 1"_s).isEmpty()
        && column(store, u"SELECT 1 FROM accounts LIMIT 1"_s).isEmpty() && rowOf(store, madeUp(1), 1) > 0)
        ++orphans;
    return orphans;
}

} // namespace tertulia
