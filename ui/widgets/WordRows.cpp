// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/WordRows.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/RowPainter.h"

#include <QListView>

namespace tertulia
{

namespace
{

constexpr int kPadX = 12;

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
    row.ground();
    const QString second = index.data(kSecondLine).toString();
    QRect words = option.rect.adjusted(kPadX, 0, -kPadX, 0);
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
    return {metrics.horizontalAdvance(index.data().toString()) + 2 * kPadX, theme.px(two ? 46 : 34)};
}

} // namespace tertulia
