// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/search/TypedSearch.h"
#include "ui/writing/Completion.h"

#include <QObject>

#include <functional>

class QLineEdit;

namespace tertulia
{

class SearchNames;

/// Below a search field, what the filter may become whose value is being typed: names behind "from:" and
/// "in:", days, kinds. The field keeps the focus: Up and Down choose, Enter and Tab take, Esc puts it away.
class FilterCompletion : public QObject
{
    Q_OBJECT
public:
    /// `names` gives those of the moment.
    FilterCompletion(QLineEdit &field, std::function<const SearchNames &()> names);

    /// True if it was a key of the list.
    bool takeKey(const QKeyEvent &event);
    [[nodiscard]] bool isShown() const;
    [[nodiscard]] SuggestionList *list() const { return m_list; }
    void hide();

private:
    void offer();
    void place();
    void take(int row);
    [[nodiscard]] std::optional<TypedFilter> filterAtCursor() const;
    [[nodiscard]] QList<Suggestion> suggestionsFor(const TypedFilter &filter) const;

    QLineEdit &m_field;
    std::function<const SearchNames &()> m_names;
    SuggestionList *m_list = nullptr;
    QList<Suggestion> m_suggestions;
    TypedFilter m_filter;
};

} // namespace tertulia
