// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/LogFiles.h"

#include <QFileInfo>

namespace tertulia
{

LogFiles::LogFiles(const QStringList &files, const LogPlace &place)
    : m_files(files)
    , m_place(place)
{
    while (!m_files.isEmpty() && m_files.first() < place.file)
        m_behind += QFileInfo(m_files.takeFirst()).size();
    if (!m_files.isEmpty() && m_files.first() == place.file)
        m_skip = place.number;
}

std::optional<LoggedMessage> LogFiles::next()
{
    while (m_file.isOpen() || openNext()) {
        while (auto message = read()) {
            ++m_place.number;
            if (m_place.number > m_skip)
                return message;
        }
        m_behind += m_file.size();
        m_file.close();
        m_skip = 0;
    }
    return {};
}

bool LogFiles::openNext()
{
    while (!m_files.isEmpty()) {
        const QString path = m_files.takeFirst();
        m_place = {path, 0};
        m_file.setFileName(path);
        // A pipe or a device would never end.
        if (!QFileInfo(path).isFile() || !m_file.open(QIODevice::ReadOnly)) {
            m_damaged = true;
            continue;
        }
        if (begin(path))
            return true;
        m_behind += m_file.size();
        m_file.close();
        m_skip = 0;
    }
    return false;
}

std::optional<QString> LogFiles::nextLine()
{
    QByteArray line = m_file.readLine(kLongestLine);
    if (line.isEmpty())
        return {};
    if (!line.endsWith('\n') && !m_file.atEnd()) {
        m_damaged = true;
        while (!m_file.atEnd() && !m_file.readLine(kLongestLine).endsWith('\n')) { }
    }
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

} // namespace tertulia
