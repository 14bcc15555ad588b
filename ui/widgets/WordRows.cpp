// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/WordRows.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/RowPainter.h"

#include <QIcon>
#include <QListView>

namespace tertulia
{

namespace
{

constexpr int kPadX = 12;
constexpr int kIcon = 20;
constexpr int kIconGap = 10;

/// What an icon takes of the row, with the room behind it.
int iconRoom(const QModelIndex &index)
{
    return index.data(Qt::DecorationRole).value<QIcon>().isNull() ? 0 : Theme::current().px(kIcon + kIconGap);
}

} // namespace

void WordRows::dress(QListView *list)
{
    list->setItemDelegate(new WordRows(list));
    list->setFrameShape(QFrame::NoFrame);
    list->setMouseTracking(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto ground = [list] {
        QPalette palette = list->palette();
        palette.setColor(QPalette::Base, Theme::current().palette().pane);
        list->setPalette(palette);
        list->doItemsLayout();
    };
    connect(&Theme::current(), &Theme::changed, list, ground);
    ground();
}

void WordRows::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    RowPainter row(*painter, option);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool ringed = option.state.testFlag(QStyle::State_HasFocus)
        && (theme.isHighContrast() || (option.widget && option.widget->hasFocus()));
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(ringed ? QPen(theme.palette().focus, 1.5) : QPen(Qt::NoPen));
        painter->setBrush(selected ? theme.palette().selection : theme.palette().hover);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 9, 9);
        painter->restore();
    }
    row.stripe(index);
    const QString second = index.data(kSecondLine).toString();
    QRect words = option.rect.adjusted(kPadX, 0, -kPadX, 0);
    if (const int room = iconRoom(index); room > 0) {
        const int side = theme.px(kIcon);
        const QRect place(words.left(), words.center().y() - side / 2, side, side);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, row.placed(place));
        words.setLeft(words.left() + room);
    }
    if (second.isEmpty()) {
        row.text(words, index.data().toString(), theme.font(), theme.palette().ink);
        return;
    }
    const int half = words.height() / 2;
    const QRect upper(words.left(), words.top() + 3, words.width(), half - 2);
    row.text(upper, index.data().toString(), theme.font(1.0, QFont::DemiBold), theme.palette().ink);
    row.text(upper.translated(0, half - 3), second, theme.font(13 / 14.0), theme.palette().softInk);
}

QSize WordRows::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const bool two = !index.data(kSecondLine).toString().isEmpty();
    const QFontMetrics metrics(theme.font());
    return {metrics.horizontalAdvance(index.data().toString()) + 2 * kPadX + iconRoom(index),
            theme.px(two ? 46 : 34)};
}

} // namespace tertulia
