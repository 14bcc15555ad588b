// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/writing/SuggestionList.h"

#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kRow = 32;
constexpr int kPad = 10;
constexpr int kWidest = 420;
constexpr int kLead = Qt::UserRole + 1;

QFont leadFont(const QString &lead)
{
    return lead.startsWith(u'/') ? Theme::current().font(1, QFont::DemiBold)
                                 : Theme::current().emojiFont(1.25);
}

int leadWidth(const QString &lead)
{
    return qMax(Theme::current().px(24), QFontMetrics(leadFont(lead)).horizontalAdvance(lead));
}

class SuggestionRow : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Palette &colors = Theme::current().palette();
        const int pad = Theme::current().px(kPad);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(selected ? QPen(colors.focus, 1) : QPen(Qt::NoPen));
            painter->setBrush(selected ? colors.selection : colors.hover);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(4.5, 2.5, -4.5, -2.5), 6, 6);
        }
        const QString lead = index.data(kLead).toString();
        QRect first = option.rect.adjusted(pad, 0, -pad, 0);
        QRect rest = first;
        first.setWidth(leadWidth(lead));
        rest.setLeft(first.right() + pad);
        const auto placed = [&option](const QRect &rect) {
            return QStyle::visualRect(option.direction, option.rect, rect);
        };
        const Qt::Alignment side = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
        painter->setPen(colors.ink);
        painter->setFont(leadFont(lead));
        painter->drawText(placed(first), int(side | Qt::AlignVCenter), lead);
        painter->setFont(Theme::current().font());
        const QString text
            = QFontMetrics(painter->font())
                  .elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, rest.width());
        painter->drawText(placed(rest), int(side | Qt::AlignVCenter), text);
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const QFontMetrics metrics(Theme::current().font());
        const int pad = Theme::current().px(kPad);
        return {leadWidth(index.data(kLead).toString())
                    + metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + pad * 4,
                qMax(Theme::current().px(kRow), metrics.height() + 8)};
    }
};

} // namespace

SuggestionList::SuggestionList(QWidget *window)
    : QListView(window)
    , m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setItemDelegate(new SuggestionRow(this));
    setAccessibleName(tr("Suggestions"));
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    hide();
}

void SuggestionList::setSuggestions(const QList<Suggestion> &suggestions)
{
    m_model->clear();
    for (const Suggestion &suggestion : suggestions) {
        auto *item = new QStandardItem(suggestion.text);
        item->setData(suggestion.lead, kLead);
        item->setData(QString(suggestion.lead + u", "_s + suggestion.text), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    setCurrentIndex(m_model->index(0, 0));
}

void SuggestionList::step(int by)
{
    const int rows = m_model->rowCount();
    setCurrentIndex(m_model->index((row() + by + rows) % rows, 0));
}

QSize SuggestionList::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QSize size = sizeHintForIndex(m_model->index(row, 0));
        width = qMax(width, size.width());
        height += size.height();
    }
    return {qMin(width + 2, Theme::current().px(kWidest)), height + 2};
}

void SuggestionList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!current.isValid() || !isVisible() || !QAccessible::isActive())
        return;
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(current.row());
    QAccessible::updateAccessibility(&focus);
}

void SuggestionList::paintEvent(QPaintEvent *event)
{
    const Palette &colors = Theme::current().palette();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), colors.pane);
    painter.setPen(colors.line);
    painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    painter.end();
    QListView::paintEvent(event);
}

} // namespace tertulia
