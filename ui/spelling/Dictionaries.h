// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace tertulia
{

/// A dictionary of Hunspell's: NAME.aff and NAME.dic in one folder.
struct Dictionary {
    QString language; ///< NAME: "es_ES", "de_DE_frami"
    QString file; ///< path without the ending

    /// The language in its own words: "español (España)".
    [[nodiscard]] QString name() const;
};

/// Where programs put dictionaries: of the person first (XDG_DATA_HOME), then of the system, and what DICPATH
/// names, in this order.
[[nodiscard]] QStringList dictionaryFolders();

/// Those in `folders`, by language; of one that is there twice, the first.
[[nodiscard]] QList<Dictionary> findDictionaries(const QStringList &folders);

/// Of `available` the one that suits a locale name like "es-ES" best; empty if there is none for its
/// language.
[[nodiscard]] QString dictionaryFor(const QString &locale, const QList<Dictionary> &available);

} // namespace tertulia
