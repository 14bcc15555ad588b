// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVarLengthArray>

namespace tertulia
{

/// Whether the full-text index (the table's `tokenize`, in core/store/Migrations.cpp) sees a part of a word
/// in it.
[[nodiscard]] bool isPartOfWord(char32_t c);

/// A text as search sees it: without case, and without the accents of Latin, Greek and Cyrillic letters, as
/// the full-text index folds it.
class FoldedText
{
public:
    explicit FoldedText(QStringView text);

    [[nodiscard]] QStringView text() const { return {m_text.constData(), m_text.size()}; }
    /// Where in the original the code unit at `at` came from; the end of the original behind the last one.
    [[nodiscard]] qsizetype origin(qsizetype at) const;

private:
    QVarLengthArray<char16_t, 512> m_text;
    QVarLengthArray<qsizetype, 64> m_origins; ///< if m_moved
    qsizetype m_size; ///< of the original
    bool m_moved = false; ///< accents were left out
};

} // namespace tertulia
