// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace tertulia
{

using namespace Qt::StringLiterals;

void installTranslations(const QLocale &locale, QObject *owner)
{
    const auto install = [&](const QString &name, const QString &folder) {
        auto *translator = new QTranslator(owner);
        if (translator->load(locale, name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    install(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"tertulia"_s, u":/translations"_s);
}

} // namespace tertulia
