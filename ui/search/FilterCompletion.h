// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/search/TypedSearch.h"
#include "ui/writing/SuggestionPopup.h"

#include <QObject>

#include <functional>

class QLineEdit;

namespace tertulia
{

class SearchNames;

/// Below a search field, what the filter may become whose value is being typed: names behind "from:" and
/// "in:", days, kinds.
class FilterCompletion : public QObject
{
    Q_OBJECT
public:
    /// `names` gives those of the moment.
    FilterCompletion(QLineEdit &field, std::function<const SearchNames &()> names);

    /// True if it was a key of the list.
    bool takeKey(const QKeyEvent &event) { return m_popup.takeKey(event); }
    void hide() { m_popup.hide(); }

private:
    void offer();
    void take(const Suggestion &suggestion);
    [[nodiscard]] std::optional<TypedFilter> filterAtCursor() const;
    [[nodiscard]] QList<Suggestion> suggestionsFor(const TypedFilter &filter) const;

    QLineEdit &m_field;
    std::function<const SearchNames &()> m_names;
    SuggestionPopup m_popup;
    TypedFilter m_filter;
};

} // namespace tertulia
