// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/writing/SuggestionPopup.h"

#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QKeyEvent>

#include <algorithm>

namespace tertulia
{

namespace
{

constexpr int kGap = 6;
constexpr int kNarrowest = 160;

} // namespace

SuggestionPopup::SuggestionPopup(QWidget &field, Side side)
    : m_field(field)
    , m_side(side)
{
}

SuggestionPopup::~SuggestionPopup()
{
    if (m_list)
        m_list->deleteLater();
}

bool SuggestionPopup::isShown() const
{
    return m_list && m_list->isVisible();
}

void SuggestionPopup::show(const QList<Suggestion> &suggestions)
{
    m_suggestions = suggestions;
    if (m_list && m_list->parentWidget() != m_field.window())
        delete m_list;
    if (!m_list) {
        m_list = new SuggestionList(m_field.window());
        connect(m_list, &QAbstractItemView::clicked, this,
                [this](const QModelIndex &index) { take(index.row()); });
    }
    m_list->setSuggestions(suggestions);
    place();
    m_list->show();
    m_list->raise();
}

void SuggestionPopup::hide()
{
    if (!isShown())
        return;
    m_list->hide();
    if (QAccessible::isActive() && m_field.hasFocus()) {
        QAccessibleEvent focus(&m_field, QAccessible::Focus);
        QAccessible::updateAccessibility(&focus);
    }
}

void SuggestionPopup::place()
{
    const Theme &theme = Theme::current();
    const QRect field(m_field.mapTo(m_field.window(), QPoint(0, 0)), m_field.size());
    const int narrowest = theme.px(kNarrowest);
    QRect rect(QPoint(0, 0), m_list->sizeHint());
    rect.setWidth(std::clamp(rect.width(), narrowest, std::max(narrowest, field.width())));
    if (m_side == Side::Above) {
        rect.moveBottom(field.top() - theme.px(kGap));
        rect.moveTop(std::max(0, rect.top()));
    } else {
        rect.moveTop(field.bottom() + theme.px(kGap));
    }
    if (m_field.layoutDirection() == Qt::RightToLeft)
        rect.moveRight(field.right());
    else
        rect.moveLeft(field.left());
    m_list->setGeometry(rect);
}

void SuggestionPopup::take(int row)
{
    if (row < 0 || row >= m_suggestions.size())
        return;
    const Suggestion suggestion = m_suggestions.at(row);
    hide();
    Q_EMIT taken(suggestion);
}

bool SuggestionPopup::wants(const QKeyEvent &event) const
{
    if (!isShown() || (event.modifiers() & ~Qt::KeypadModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
    case Qt::Key_Escape:
        return true;
    default:
        return false;
    }
}

bool SuggestionPopup::takeKey(const QKeyEvent &event)
{
    if (!wants(event))
        return false;
    if (event.key() == Qt::Key_Up) {
        m_list->step(-1);
    } else if (event.key() == Qt::Key_Down) {
        m_list->step(1);
    } else if (event.key() == Qt::Key_Escape) {
        hide();
        Q_EMIT dismissed();
    } else {
        take(m_list->row());
    }
    return true;
}

} // namespace tertulia
