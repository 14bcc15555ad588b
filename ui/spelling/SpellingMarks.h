// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QStringList>
#include <QSyntaxHighlighter>

class QPlainTextEdit;

namespace tertulia
{

class Spelling;

/// A word of a text, in UTF-16 units.
struct WordPlace {
    int start = 0;
    int length = 0;
};

/// The words of a line that can be spelt: without links, addresses, code, names after "@" and ":", commands,
/// and what holds digits.
[[nodiscard]] QList<WordPlace> wordsToCheck(const QString &line);

/// Underlines the words of a field that no dictionary has. The word that is being written is left alone until
/// the cursor leaves it.
class SpellingMarks : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    SpellingMarks(Spelling &spelling, QPlainTextEdit &field);

    void setLanguages(const QStringList &languages);
    [[nodiscard]] const QStringList &languages() const { return m_languages; }
    /// The marked word at a position of the document; empty if there is none.
    [[nodiscard]] WordPlace wrongAt(int position) const;
    /// Where marked words are, in positions of the document.
    [[nodiscard]] QList<WordPlace> wrongWords() const;

protected:
    void highlightBlock(const QString &text) override;

private:
    void onCursorMoved();
    void refresh();
    [[nodiscard]] bool isBeingWritten(const WordPlace &word) const;

    Spelling &m_spelling;
    QPlainTextEdit &m_field;
    QStringList m_languages;
    QString m_text; ///< when the cursor last moved
    int m_position = 0; ///< of the cursor then
    bool m_writing = false; ///< the cursor stands where something was just written
};

} // namespace tertulia
