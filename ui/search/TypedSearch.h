// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace tertulia
{

/// A filter that was typed among the words: "from:bruno", "before:2026-05-01", "has:image". Its value may
/// stand in quotes. The keys are understood in English and Spanish, whatever the language of the program.
struct TypedFilter {
    enum class Kind { From, In, Before, After, Has };

    Kind kind = Kind::From;
    QString value; ///< as typed, without quotes
    qsizetype start = 0; ///< its place in what was typed
    qsizetype length = 0;

    bool operator==(const TypedFilter &) const = default;
};

/// What was typed into a search, taken apart.
struct TypedSearch {
    QString words; ///< what is left without the filters
    QList<TypedFilter> filters;

    [[nodiscard]] static TypedSearch of(const QString &typed);

    bool operator==(const TypedSearch &) const = default;
};

/// How the key is written in the language of the program: "from".
[[nodiscard]] QString filterKey(TypedFilter::Kind kind);
/// A filter as it is typed, with the value in quotes if it needs them.
[[nodiscard]] QString filterText(TypedFilter::Kind kind, const QString &value);
/// The words for MessageQuery::Content in that language.
[[nodiscard]] QString contentWord(int content);
/// MessageQuery::Content of such a word in either language; 0 for another.
[[nodiscard]] int contentOf(const QString &word);
/// "2026-05-01", "2026-05" (its first day), "2026", a date as the language writes it, "today", "yesterday".
[[nodiscard]] std::optional<QDate> dayOf(const QString &value, QDate today = QDate::currentDate());
/// Whether the value of "from:" is the person.
[[nodiscard]] bool isMe(const QString &value);

} // namespace tertulia
