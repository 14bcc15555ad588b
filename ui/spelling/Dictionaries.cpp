// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/Dictionaries.h"

#include <QDir>
#include <QLocale>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>

namespace tertulia
{

using namespace Qt::StringLiterals;

QString Dictionary::name() const
{
    const QLocale locale(language);
    if (locale.language() == QLocale::C)
        return language;
    const QString territory = locale.nativeTerritoryName();
    const QString own = locale.nativeLanguageName();
    if (!language.contains(u'_') && !language.contains(u'-'))
        return own;
    // "American English" says where already.
    const bool says = own.contains(u'(') || own.contains(u' ');
    return territory.isEmpty() || says ? own : u"%1 (%2)"_s.arg(own, territory);
}

QStringList dictionaryFolders()
{
    QStringList folders = qEnvironmentVariable("DICPATH").split(u':', Qt::SkipEmptyParts);
    for (const QString &data : QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation)) {
        folders << QString(data + "/hunspell"_L1);
        folders << QString(data + "/myspell"_L1);
        folders << QString(data + "/myspell/dicts"_L1);
    }
    folders.removeDuplicates();
    return folders;
}

QList<Dictionary> findDictionaries(const QStringList &folders)
{
    static const QRegularExpression language(u"^[a-z]{2,3}([_-][A-Za-z0-9]+)*$"_s);
    QList<Dictionary> found;
    for (const QString &folder : folders) {
        const QDir dir(folder);
        for (const QString &file : dir.entryList({u"*.aff"_s}, QDir::Files | QDir::Readable, QDir::Name)) {
            const QString name = file.chopped(4);
            const auto same = [&name](const Dictionary &other) { return other.language == name; };
            if (!language.match(name).hasMatch() || std::ranges::any_of(found, same)
                || !dir.exists(QString(name + ".dic"_L1)))
                continue;
            found << Dictionary{name, dir.absoluteFilePath(name)};
        }
    }
    std::ranges::sort(found, {}, &Dictionary::language);
    return found;
}

QString dictionaryFor(const QString &locale, const QList<Dictionary> &available)
{
    const QString wanted = QString(locale).replace(u'-', u'_');
    const QString language = wanted.section(u'_', 0, 0);
    const QString usual = QLocale(language).name(); // of a language without territory
    QString first;
    for (const QString &best : {wanted, usual}) {
        for (const Dictionary &dictionary : available) {
            const QString name = QString(dictionary.language).replace(u'-', u'_');
            if (name == best || (best == wanted && name == language))
                return dictionary.language;
            if (first.isEmpty() && name.section(u'_', 0, 0) == language)
                first = dictionary.language;
        }
    }
    return first;
}

} // namespace tertulia
