// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/emoji/EmojiGrid.h"

#include "ui/theme/Theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <utility>

namespace tertulia
{

namespace
{

constexpr int kCell = 36;
constexpr int kRows = 7;
constexpr int kRadius = 7;

/// An emoji in the middle of its cell; a corner of those that come in skin tones is marked.
class EmojiDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Palette &colors = Theme::current().palette();
        const QRectF cell = QRectF(option.rect).adjusted(1, 1, -1, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setBrush(selected ? colors.selection : colors.hover);
            painter->drawRoundedRect(cell, kRadius, kRadius);
        }
        if (selected && option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(colors.focus, 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
        }
        painter->setFont(option.font);
        painter->setPen(colors.ink);
        painter->drawText(option.rect, int(Qt::AlignCenter), index.data(Qt::DisplayRole).toString());
        if (index.data(Qt::UserRole).toBool()) {
            const qreal side = Theme::current().px(6);
            const QPointF corner = cell.bottomRight() - QPointF(3, 3);
            painter->setPen(Qt::NoPen);
            painter->setBrush(colors.softInk);
            painter->drawPolygon(QPolygonF{corner, corner - QPointF(side, 0), corner - QPointF(0, side)});
        }
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        const int side = Theme::current().px(kCell);
        return {side, side};
    }
};

} // namespace

void EmojiCells::setCells(QList<EmojiCell> cells)
{
    beginResetModel();
    m_cells = std::move(cells);
    endResetModel();
}

int EmojiCells::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cells.size());
}

QVariant EmojiCells::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const EmojiCell &cell = m_cells[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return cell.name;
    case Qt::UserRole:
        return cell.emoji.takesTone();
    default:
        return {};
    }
}

EmojiGrid::EmojiGrid(QWidget *parent)
    : QListView(parent)
    , m_cells(new EmojiCells(this))
{
    const Theme &theme = Theme::current();
    const int cell = theme.px(kCell);
    setModel(m_cells);
    setItemDelegate(new EmojiDelegate(this));
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setGridSize({cell, cell});
    setFont(theme.emojiFont(1.6));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFixedSize(cell * kColumns + verticalScrollBar()->sizeHint().width() + 6, cell * kRows);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT taken(m_cells->cell(index.row()).text); });
    connect(this, &QListView::entered, this,
            [this](const QModelIndex &index) { Q_EMIT hovered(m_cells->cell(index.row()).name); });
}

void EmojiGrid::setCells(QList<EmojiCell> cells)
{
    m_cells->setCells(std::move(cells));
    scrollToTop();
    if (count() > 0)
        setCurrentIndex(m_cells->index(0));
}

const EmojiCell *EmojiGrid::current() const
{
    return currentIndex().isValid() ? &m_cells->cell(currentIndex().row()) : nullptr;
}

void EmojiGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentChangedTo(current.isValid() ? m_cells->cell(current.row()).name : QString());
}

void EmojiGrid::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (const EmojiCell *cell = current())
            Q_EMIT taken(cell->text);
        return;
    }
    if (event->key() == Qt::Key_Up && currentIndex().row() < kColumns) {
        Q_EMIT leaveUp();
        return;
    }
    if (plain && !event->text().isEmpty() && event->text().front().isLetterOrNumber()) {
        Q_EMIT typed(event->text());
        return;
    }
    QListView::keyPressEvent(event);
}

void EmojiGrid::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = byMouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid() || !m_cells->cell(index.row()).emoji.takesTone())
        return;
    const QPoint below = viewport()->mapToGlobal(visualRect(index).bottomLeft());
    Q_EMIT tonesRequested(index.row(), byMouse ? event->globalPos() : below);
}

} // namespace tertulia
