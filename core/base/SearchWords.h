// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace tertulia
{

/// What a person looks for in texts, literally: there are no operators (SECURITY A114).
///
/// Words are found whatever their case and accents; the last one also as the beginning of a longer one, since
/// it may not be finished. What stands in "quotes", or without a space between, is found only side by side.
/// Signs such as emoji are found anywhere; so are words in scripts that put no spaces between them.
/// Punctuation counts only where there is nothing else.
class SearchWords
{
public:
    struct Range {
        qsizetype start = 0;
        qsizetype length = 0;

        bool operator==(const Range &) const = default;
    };

    SearchWords() = default;
    /// Of what was typed; only its first 4,096 characters and 32 words count.
    explicit SearchWords(const QString &typed);

    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    /// Whether all of it is in the text.
    [[nodiscard]] bool match(QStringView text) const;
    /// Where in the text any of it is, in order and apart; at most 1,000.
    [[nodiscard]] QList<Range> rangesIn(QStringView text) const;

    /// Words that a text must have, as the full-text index has them, and whether the last of them may be the
    /// beginning of a longer one. Fewer than match() wants, and possibly none.
    [[nodiscard]] QStringList indexed() const;
    [[nodiscard]] bool lastIndexedBegins() const;

    bool operator==(const SearchWords &) const = default;

private:
    /// Side by side in a text, with nothing but punctuation and space between.
    struct Term {
        QStringList words; ///< folded
        bool begins = false; ///< the last word may go on
        bool anywhere = false; ///< it is one text that may be within a word

        bool operator==(const Term &) const = default;
    };

    void addPhrase(QStringView typed, bool open);
    [[nodiscard]] static qsizetype find(const Term &term, QStringView text, qsizetype from, qsizetype *end);

    QList<Term> m_terms;
};

} // namespace tertulia
