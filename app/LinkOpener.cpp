// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LinkOpener.h"

#include "app/Names.h"
#include "core/base/Log.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <optional>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

const QString kGroup = u"[Default Applications]"_s;
const QString kType = u"x-scheme-handler/xmpp"_s;
constexpr qint64 kLongestList = 1024 * 1024;

/// Nothing if it cannot be read whole: what was not read would be lost where it is written back. One that is
/// not there has no lines.
std::optional<QStringList> linesOf(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QStringList();
    if (!file.open(QFile::ReadOnly))
        return std::nullopt;
    const QByteArray bytes = file.read(kLongestList + 1);
    const QString text = QString::fromUtf8(bytes);
    if (file.error() != QFile::NoError || bytes.size() > kLongestList || text.toUtf8() != bytes)
        return std::nullopt;
    QStringList lines = text.split(u'\n');
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

bool isGroup(const QString &line)
{
    return line.trimmed().startsWith(u'[');
}

/// The line of our type in the group, or -1.
qsizetype lineOfType(const QStringList &lines)
{
    bool inside = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (isGroup(lines[i]))
            inside = lines[i].trimmed() == kGroup;
        else if (inside && lines[i].section(u'=', 0, 0).trimmed() == kType)
            return i;
    }
    return -1;
}

} // namespace

LinkOpener::LinkOpener(const QString &folder, const QStringList &desktops)
{
    for (const QString &desktop : desktops)
        if (!desktop.isEmpty() && !desktop.contains(u'/'))
            m_files << folder + u'/' + desktop.toLower() + u"-mimeapps.list"_s;
    m_files << folder + u"/mimeapps.list"_s;
}

bool LinkOpener::isOurs() const
{
    for (const QString &file : m_files) {
        const QStringList lines = linesOf(file).value_or(QStringList());
        const qsizetype at = lineOfType(lines);
        if (at >= 0)
            return lines[at].section(u'=', 1).section(u';', 0, 0).trimmed()
                == QString(kApplicationId + u".desktop"_s);
    }
    return false;
}

bool LinkOpener::makeOurs() const
{
    // Where a desktop's own list says something, it would win over the common one.
    QString path = m_files.last();
    for (const QString &file : m_files)
        if (lineOfType(linesOf(file).value_or(QStringList())) >= 0) {
            path = file;
            break;
        }
    const std::optional<QStringList> found = linesOf(path);
    if (!found) {
        qCWarning(logApp) << "cannot read all of" << path;
        return false;
    }
    QStringList lines = *found;
    const QString ours = kType + u'=' + kApplicationId + u".desktop"_s;
    if (const qsizetype at = lineOfType(lines); at >= 0) {
        lines[at] = ours;
    } else {
        qsizetype group = 0;
        while (group < lines.size() && lines[group].trimmed() != kGroup)
            ++group;
        if (group == lines.size())
            lines << kGroup;
        lines.insert(group + 1, ours);
    }
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QFile::WriteOnly)) {
        qCWarning(logApp) << "cannot write" << path;
        return false;
    }
    file.write(QString(lines.join(u'\n') + u'\n').toUtf8());
    return file.commit();
}

} // namespace tertulia
