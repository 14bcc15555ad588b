// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/FilterCompletion.h"

#include "core/models/SearchFold.h"
#include "ui/search/SearchNames.h"
#include "ui/text/TimeText.h"

#include <QLineEdit>

#include <algorithm>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kMost = 8; ///< suggestions at once

} // namespace

FilterCompletion::FilterCompletion(QLineEdit &field, std::function<const SearchNames &()> names)
    : QObject(&field)
    , m_field(field)
    , m_names(std::move(names))
    , m_popup(field, SuggestionPopup::Side::Below)
{
    connect(&m_popup, &SuggestionPopup::taken, this, &FilterCompletion::take);
    connect(&field, &QLineEdit::textEdited, this, &FilterCompletion::offer);
    connect(&field, &QLineEdit::cursorPositionChanged, this, [this] {
        if (m_popup.isShown() && !filterAtCursor())
            hide();
    });
}

std::optional<TypedFilter> FilterCompletion::filterAtCursor() const
{
    const qsizetype cursor = m_field.cursorPosition();
    const TypedSearch typed = TypedSearch::of(m_field.text());
    for (const TypedFilter &filter : typed.filters) {
        if (filter.start < cursor && cursor <= filter.start + filter.length)
            return filter;
    }
    return {};
}

QList<Suggestion> FilterCompletion::suggestionsFor(const TypedFilter &filter) const
{
    QList<Suggestion> found;
    const auto begins = [typed = searchFold(filter.value)](const QString &text) {
        return searchFold(text).startsWith(typed);
    };
    switch (filter.kind) {
    case TypedFilter::Kind::From:
        if (const QString me = tr("me"); begins(me))
            found.append({me, {}, me});
        [[fallthrough]];
    case TypedFilter::Kind::In:
        for (const SwitcherEntry &entry : m_names().called(filter.value, kMost))
            found.append({entry.title, {}, entry.title});
        break;
    case TypedFilter::Kind::Before:
    case TypedFilter::Kind::After: {
        const QDate today = QDate::currentDate();
        for (const QDate day : {today, today.addDays(-1), today.addDays(-7), today.addMonths(-1),
                                today.addMonths(-6), today.addYears(-1)}) {
            const QString text = day.toString(Qt::ISODate);
            if (text.startsWith(filter.value))
                found.append({text, {}, dayTitle(day)});
        }
        break;
    }
    case TypedFilter::Kind::Has:
        for (const int content : {MessageQuery::Image, MessageQuery::File, MessageQuery::Link}) {
            if (const QString word = contentWord(content); begins(word))
                found.append({word, {}, word});
        }
        break;
    }
    found.resize(std::min<qsizetype>(found.size(), kMost));
    return found;
}

void FilterCompletion::offer()
{
    const auto filter = filterAtCursor();
    const QList<Suggestion> found = filter ? suggestionsFor(*filter) : QList<Suggestion>();
    // What stands there already needs no help.
    const bool done
        = found.size() == 1 && filter && searchFold(found.constFirst().inserted) == searchFold(filter->value);
    if (found.isEmpty() || done) {
        hide();
        return;
    }
    m_filter = *filter;
    m_popup.show(found);
}

void FilterCompletion::take(const Suggestion &suggestion)
{
    const QString made = filterText(m_filter.kind, suggestion.inserted) + u' ';
    QString text = m_field.text();
    qsizetype length = m_filter.length;
    if (m_filter.start + length < text.size() && text.at(m_filter.start + length) == u' ')
        ++length;
    text.replace(m_filter.start, length, made);
    m_field.setText(text);
    m_field.setCursorPosition(static_cast<int>(m_filter.start + made.size()));
}

} // namespace tertulia
