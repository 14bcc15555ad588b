// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QTranslator>

namespace tertulia
{

/// The words of the program and of Qt's own dialogs in one language; in force while this lives. One for each
/// application, made before the first window.
class Translations
{
public:
    explicit Translations(const QLocale &locale = QLocale::system());
    ~Translations();
    Q_DISABLE_COPY_MOVE(Translations)

    /// The one that is in force; null before it is made.
    [[nodiscard]] static Translations *current();

    /// Another language while windows are open: they hear of it by QEvent::LanguageChange.
    void use(const QLocale &locale);
    /// What was found for the wish: "es", "en".
    [[nodiscard]] QString language() const { return m_language; }

private:
    QTranslator m_program;
    QTranslator m_toolkit;
    QString m_language;
};

} // namespace tertulia
