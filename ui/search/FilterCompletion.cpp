// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/FilterCompletion.h"

#include "core/models/SearchFold.h"
#include "ui/search/SearchNames.h"
#include "ui/text/TimeText.h"
#include "ui/writing/SuggestionList.h"

#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace tertulia
{

using namespace Qt::StringLiterals;

FilterCompletion::FilterCompletion(QLineEdit &field, std::function<const SearchNames &()> names)
    : QObject(&field)
    , m_field(field)
    , m_names(std::move(names))
{
    connect(&field, &QLineEdit::textEdited, this, &FilterCompletion::offer);
    connect(&field, &QLineEdit::cursorPositionChanged, this, [this] {
        if (isShown() && !filterAtCursor())
            hide();
    });
}

bool FilterCompletion::isShown() const
{
    return m_list && m_list->isVisible();
}

void FilterCompletion::hide()
{
    if (m_list)
        m_list->hide();
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
        for (const SwitcherEntry &entry : m_names().called(filter.value, Completion::kMost))
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
    found.resize(std::min<qsizetype>(found.size(), Completion::kMost));
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
    m_suggestions = found;
    if (!m_list) {
        m_list = new SuggestionList(m_field.window());
        connect(m_list, &QAbstractItemView::clicked, this,
                [this](const QModelIndex &index) { take(index.row()); });
        connect(m_list, &QObject::destroyed, this, [this] { m_list = nullptr; });
    }
    m_list->setSuggestions(found);
    place();
    m_list->show();
    m_list->raise();
}

void FilterCompletion::place()
{
    QWidget *window = m_field.window();
    const QRect field(m_field.mapTo(window, QPoint(0, 0)), m_field.size());
    QRect rect(QPoint(0, field.bottom() + 4), m_list->sizeHint());
    rect.setWidth(std::clamp(rect.width(), 160, std::max(160, field.width())));
    if (m_field.layoutDirection() == Qt::RightToLeft)
        rect.moveRight(field.right());
    else
        rect.moveLeft(field.left());
    m_list->setGeometry(rect);
}

void FilterCompletion::take(int row)
{
    if (row < 0 || row >= m_suggestions.size())
        return;
    const QString made = filterText(m_filter.kind, m_suggestions.at(row).inserted) + u' ';
    QString text = m_field.text();
    qsizetype length = m_filter.length;
    if (m_filter.start + length < text.size() && text.at(m_filter.start + length) == u' ')
        ++length;
    text.replace(m_filter.start, length, made);
    hide();
    m_field.setText(text);
    m_field.setCursorPosition(static_cast<int>(m_filter.start + made.size()));
}

bool FilterCompletion::takeKey(const QKeyEvent &event)
{
    if (!isShown() || (event.modifiers() & ~Qt::KeypadModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
        m_list->step(-1);
        return true;
    case Qt::Key_Down:
        m_list->step(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        take(m_list->row());
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

} // namespace tertulia
