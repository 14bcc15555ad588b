// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Autostart.h"

#include "app/Names.h"
#include "core/base/Log.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kLongestEntry = 64 * 1024;

bool isNo(const QString &value)
{
    return value.compare("false"_L1, Qt::CaseInsensitive) == 0;
}

QString quoted(const QString &argument)
{
    // What the specification reserves; an argument without any of it needs no quotes.
    static const QString reserved = u" \t\n\"'\\><~|&;$*?#()`"_s;
    QString words = argument;
    words.replace(u'%', u"%%"_s);
    bool plain = !argument.isEmpty();
    for (const QChar c : argument)
        plain = plain && !reserved.contains(c);
    if (plain)
        return words;
    QString inside;
    for (const QChar c : std::as_const(words)) {
        if (c == u'"' || c == u'`' || c == u'$' || c == u'\\')
            inside += u'\\';
        inside += c;
    }
    return u'"' + inside + u'"';
}

/// As a value of type string: what has a meaning in the file is written by its escape.
QString asValue(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u'\t', u"\\t"_s);
}

} // namespace

Autostart::Autostart(const QString &folder, const QString &name, const QStringList &command)
    : m_file(folder + u'/' + name + u".desktop"_s)
    , m_command(command)
{
}

QString Autostart::execValue(const QStringList &command)
{
    QStringList words;
    for (const QString &argument : command)
        words << quoted(argument);
    return asValue(words.join(u' '));
}

bool Autostart::isOn() const
{
    QFile file(m_file);
    if (!file.open(QFile::ReadOnly))
        return false;
    const QString text = QString::fromUtf8(file.read(kLongestEntry));
    for (const QString &line : text.split(u'\n')) {
        const QString key = line.section(u'=', 0, 0).trimmed();
        const QString value = line.section(u'=', 1).trimmed();
        if (key == "Hidden"_L1 && !value.isEmpty() && !isNo(value))
            return false;
        if (key == "X-GNOME-Autostart-enabled"_L1 && isNo(value))
            return false;
    }
    return true;
}

bool Autostart::set(bool on) const
{
    if (!on)
        return !QFile::exists(m_file) || QFile::remove(m_file);
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    if (!file.open(QFile::WriteOnly)) {
        qCWarning(logApp) << "cannot write" << m_file;
        return false;
    }
    const QString entry = u"[Desktop Entry]\nType=Application\nName=Tertulia\nIcon="_s + kApplicationId
        + u"\nExec="_s + execValue(m_command) + u"\nTerminal=false\nX-GNOME-Autostart-enabled=true\n"_s;
    file.write(entry.toUtf8());
    return file.commit();
}

} // namespace tertulia
