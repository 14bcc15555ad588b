// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/PasswordHint.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringList>

namespace tertulia
{

namespace
{

constexpr qsizetype kShort = 8;
constexpr qsizetype kLong = 14;
constexpr qsizetype kFewLetters = 5; ///< different ones

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PasswordHint)
};

} // namespace

QString passwordHint(const QString &password, const QStringList &about)
{
    if (password.isEmpty())
        return {};
    for (const QString &word : about)
        if (word.size() > 2 && password.contains(word, Qt::CaseInsensitive))
            return Words::tr("Weak: it holds your address, which is tried first.");
    const QSet<QChar> different(password.cbegin(), password.cend());
    if (different.size() < kFewLetters)
        return Words::tr("Weak: the same few characters over and over.");
    if (password.size() < kShort)
        return Words::tr(
            "Weak: short ones are soon guessed. Three or four words that do not belong together are "
            "easy to remember and hard to guess.");
    if (password.size() < kLong)
        return Words::tr("Fair: a longer one is harder to guess.");
    return Words::tr("Good, if you use it nowhere else.");
}

} // namespace tertulia
