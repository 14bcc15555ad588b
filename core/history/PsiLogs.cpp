// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/PsiLogs.h"

#include "core/history/LogTables.h"

#include <QDir>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

QStringList filesIn(const QString &folder)
{
    QStringList files;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.history"_s}, QDir::Files | QDir::NoSymLinks))
        files.append(dir.filePath(name));
    files.sort();
    return files;
}

/// "\n" and "\\" as Psi writes them.
QString unescaped(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            plain += text[i];
            continue;
        }
        const QChar next = text[++i];
        if (next == u'n')
            plain += u'\n';
        else if (next == u'p')
            plain += u'|';
        else
            plain += next;
    }
    return plain;
}

} // namespace

PsiLogs::PsiLogs(const QString &folder, const LogPlace &place)
    : LogFiles(filesIn(folder), place)
{
}

QList<FoundLog> PsiLogs::find(const QString &data, const QString &config)
{
    QList<FoundLog> found;
    const QDir profiles(data + u"/profiles"_s);
    for (const QString &profile : profiles.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        const QString folder = profiles.filePath(profile) + u"/history"_s;
        found += LogTables::findPsi(folder + u"/history.db"_s,
                                    config + u"/profiles/"_s + profile + u"/accounts.xml"_s);
        FoundLog log{.program = LogProgram::Psi, .path = folder};
        const QStringList files = filesIn(folder);
        for (const QString &file : files)
            log.bytes += QFileInfo(file).size();
        log.chats = int(files.size());
        if (log.chats > 0)
            found.append(log);
    }
    return found;
}

bool PsiLogs::begin(const QString &path)
{
    // bruno_at_example.net.history; what is no letter stands as %2d.
    QString name = QFileInfo(path).completeBaseName();
    const qsizetype at = name.indexOf("_at_"_L1);
    if (at >= 0)
        name.replace(at, 4, u'@');
    const auto peer = Jid::parse(QUrl::fromPercentEncoding(name.toUtf8()));
    if (!peer || !peer->resource().isEmpty())
        return false;
    m_peer = peer->bare();
    return true;
}

std::optional<LoggedMessage> PsiLogs::read()
{
    while (const auto line = nextLine()) {
        // A subject and a link may stand before the words, each with a bar, where the flags say so.
        const QStringView view(*line);
        QList<QStringView> fields;
        qsizetype from = 1;
        for (int i = 0; i < 4 && view.startsWith(u'|'); ++i) {
            const qsizetype bar = view.indexOf(u'|', from);
            if (bar < 0)
                break;
            fields.append(view.sliced(from, bar - from));
            from = bar + 1;
        }
        if (fields.size() < 4) {
            if (!line->isEmpty())
                noteDamage();
            continue;
        }
        if (fields[1] != u"0" && fields[1] != u"1" && fields[1] != u"4" && fields[1] != u"5")
            continue; // requests, and other things that are no words
        const QDateTime time = QDateTime::fromString(fields[0].left(19).toString(), Qt::ISODate);
        for (const QChar extra : fields[3].mid(1)) {
            const qsizetype bar = extra == u'-' ? -1 : view.indexOf(u'|', from);
            if (bar >= 0)
                from = bar + 1;
        }
        const QString body = unescaped(view.sliced(from));
        if (!time.isValid() || body.isEmpty()) {
            noteDamage();
            continue;
        }
        return LoggedMessage{m_peer, {.outgoing = fields[2] == u"to", .time = time.toUTC(), .body = body}};
    }
    return {};
}

} // namespace tertulia
