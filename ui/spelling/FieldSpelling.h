// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spelling/SpellingMarks.h"

#include <QObject>

#include <optional>

class QMenu;

namespace tertulia
{

class ComposerEdit;

/// The spelling of one field: its marks, and what its menu offers for a marked word and about the languages.
class FieldSpelling : public QObject
{
    Q_OBJECT
public:
    FieldSpelling(Spelling &spelling, ComposerEdit &field);

    /// Other languages than the usual ones; none at all for an empty list.
    void setLanguages(const std::optional<QStringList> &languages);
    [[nodiscard]] SpellingMarks &marks() { return *m_marks; }
    /// What the menu of the field is to have for the text at `position`.
    void fill(QMenu *menu, int position);

Q_SIGNALS:
    /// The person wants these for this chat; nothing: the usual ones.
    void languagesChosen(const std::optional<QStringList> &languages);

private:
    void refresh();
    void addSuggestions(QMenu *menu, const WordPlace &place);
    void addLanguages(QMenu *menu);
    void choose(const std::optional<QStringList> &languages);
    [[nodiscard]] QString wordAt(const WordPlace &place) const;
    [[nodiscard]] QString usualText() const;

    Spelling &m_spelling;
    ComposerEdit &m_field;
    SpellingMarks *m_marks;
    std::optional<QStringList> m_languages;
};

} // namespace tertulia
