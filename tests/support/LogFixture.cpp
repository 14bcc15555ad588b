// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/LogFixture.h"

#include "tests/support/Paths.h"

#include <QDir>
#include <QDirIterator>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

void copyFolder(const QString &from, const QString &to)
{
    QDirIterator all(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString source = all.next();
        const QString target = to + source.mid(from.size());
        if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(source, target))
            qFatal("cannot copy %s", qPrintable(source));
    }
}

QString scriptIn(const QString &name)
{
    QFile file(sourcePath(u"tests/data/history/"_s + name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(name));
    return QString::fromUtf8(file.readAll());
}

} // namespace

LogFixture::LogFixture()
{
    const QString logs = sourcePath(u"tests/data/history"_s);
    copyFolder(logs + u"/purple", home() + u"/.purple");
    copyFolder(logs + u"/psi+", data() + u"/psi+");
    for (const QString &folder : QStringList{data() + u"/gajim"_s, config() + u"/psi+/profiles/default"_s})
        QDir().mkpath(folder);
    runSqlScript(data() + u"/gajim/logs.db"_s, scriptIn(u"gajim-logs.sql"_s));
    runSqlScript(data() + u"/psi+/profiles/default/history/history.db"_s, scriptIn(u"psi-history.sql"_s));
    QFile accounts(config() + u"/psi+/profiles/default/accounts.xml"_s);
    if (!accounts.open(QIODevice::WriteOnly))
        qFatal("cannot write");
    accounts.write("<accounts xmlns='http://psi-im.org/options'><accounts><a0>"
                   "<id type='QString'>{11111111-2222-3333-4444-555555555555}</id>"
                   "<jid type='QString'>ana@example.org</jid></a0></accounts></accounts>");
}

QString LogFixture::pidginChat() const
{
    return home() + u"/.purple/logs/jabber/ana@example.org/bruno@example.net"_s;
}

void runSqlScript(const QString &path, const QString &script)
{
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"script"_s);
        connection.setDatabaseName(path);
        if (!connection.open())
            qFatal("cannot open");
        for (const QString &statement : script.split(u"\n---\n"_s)) {
            QSqlQuery query(connection);
            if (!query.exec(statement))
                qFatal("%s", qPrintable(statement.left(200)));
        }
    }
    QSqlDatabase::removeDatabase(u"script"_s);
}

QList<LoggedMessage> readAll(const FoundLog &log)
{
    QList<LoggedMessage> messages;
    const auto reader = LogReader::open(log, {});
    while (auto message = reader->next())
        messages.append(*message);
    return messages;
}

} // namespace tertulia
