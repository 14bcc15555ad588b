// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tertulia
{

/// How well a name fits what is typed; the better the larger.
enum class NameMatch {
    None,
    Inside, ///< every word is somewhere in it
    WordStarts, ///< every word begins one of its words
    Start, ///< it begins so
    Whole,
};

/// Words as nameMatch() wants them: without case and accents (searchFold()).
[[nodiscard]] QStringList searchWords(const QString &typed);
/// `folded` is a name by searchFold(). Nothing typed fits everything, as Inside.
[[nodiscard]] NameMatch nameMatch(const QString &folded, const QStringList &words);

} // namespace tertulia
