// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/EjabberdArchive.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace tertulia::test
{

using namespace Qt::StringLiterals;

bool fillEjabberdArchive(const QString &file, const QString &domain, const QMap<QString, int> &archived)
{
    QFile tables(u"/usr/share/ejabberd/sql/lite.sql"_s);
    if (!tables.open(QIODevice::ReadOnly))
        return false;
    bool filled = true;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, file);
        database.setDatabaseName(file);
        filled = database.open() && database.transaction();
        QSqlQuery query(database);
        QString commands = QString::fromUtf8(tables.readAll());
        commands.remove(QRegularExpression(u"^--.*$"_s, QRegularExpression::MultilineOption));
        for (const QString &command : commands.split(u';', Qt::SkipEmptyParts)) {
            if (filled && !command.trimmed().isEmpty())
                filled = query.exec(command);
        }
        filled = filled
            && query.prepare(
                u"INSERT INTO archive(username, timestamp, peer, bare_peer, xml, txt, kind, nick) "
                "VALUES (?, ?, ?, ?, ?, ?, 'chat', '')"_s);
        const qint64 yesterday = (QDateTime::currentSecsSinceEpoch() - 86'400) * 1'000'000;
        for (auto it = archived.cbegin(); it != archived.cend(); ++it) {
            const QString own = it.key() + u'@' + domain;
            for (int i = 1; filled && i <= it.value(); ++i) {
                const QString friendName = QString(i % 7 == 2 ? u"carla@"_s : u"bruno@"_s) + domain;
                const bool ours = i % 5 == 3;
                const QString body = u"words %1 of %2"_s.arg(i).arg(it.key());
                const QString id = u"%1-%2"_s.arg(it.key()).arg(i);
                const QString phone = (ours ? own : friendName) + u"/phone"_s;
                const QString xml
                    = u"<message xmlns='jabber:client' type='chat' id='%1' from='%2' to='%3'>"
                      "<body>%4</body><origin-id xmlns='urn:xmpp:sid:0' id='%1'/></message>"_s.arg(
                          id, phone, ours ? friendName : own, body);
                // Each has a moment of its own: it is the id too.
                const QVariantList row{it.key(),
                                       yesterday - qint64(it.value() - i) * 333'000,
                                       QString(friendName + u"/phone"_s),
                                       friendName,
                                       xml,
                                       body};
                for (int at = 0; at < row.size(); ++at)
                    query.bindValue(at, row[at]);
                filled = query.exec();
            }
        }
        filled = filled && database.commit();
        if (!filled)
            qWarning("no archive for ejabberd: %s", qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(file);
    return filled;
}

} // namespace tertulia::test
