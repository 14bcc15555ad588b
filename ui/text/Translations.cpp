// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>

#include <tuple>

// Q_INIT_RESOURCE declares functions of the global namespace, so it must be used there.
static void initTranslationResources()
{
    Q_INIT_RESOURCE(tertulia_translations);
}

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

Translations *s_current = nullptr;

} // namespace

Translations *Translations::current()
{
    return s_current;
}

Translations::Translations(const QLocale &locale)
{
    initTranslationResources();
    s_current = this;
    use(locale);
}

Translations::~Translations()
{
    if (s_current == this)
        s_current = nullptr;
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_toolkit);
}

void Translations::use(const QLocale &locale)
{
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_toolkit);
    // English has a catalogue too (its plurals), so that it ends the search when it comes before Spanish.
    if (!m_program.load(locale, u"tertulia"_s, u"_"_s, u":/translations"_s))
        std::ignore = m_program.load(u"tertulia_en"_s, u":/translations"_s);
    m_language = m_program.language();
    // Both in the same language: Qt has more of them than the program.
    if (m_toolkit.load(QLocale(m_language), u"qtbase"_s, u"_"_s,
                       QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_toolkit);
    QCoreApplication::installTranslator(&m_program);
}

} // namespace tertulia
