// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/ResultDelegate.h"

#include "ui/search/SearchResults.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/RowPainter.h"

#include <QTextLayout>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kPad = 14;
constexpr int kPicture = 32;
constexpr int kLine = 19;
constexpr int kSaidLines = 2;

/// What was said, in two lines, with its hits marked.
void paintSaid(QPainter &painter, const QRect &place, const SearchResult &result,
               Qt::LayoutDirection direction)
{
    const Theme &theme = Theme::current();
    const Palette &p = theme.palette();
    const QString lead = result.sender.isEmpty() ? QString() : QString(result.sender + u": "_s);
    const QString text = lead + result.snippet.text;
    QTextLayout layout(text, theme.font(13 / 14.0));
    QTextOption option(direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    if (!lead.isEmpty()) {
        QTextLayout::FormatRange range;
        range.start = 0;
        range.length = int(lead.size());
        range.format.setForeground(p.ink);
        formats.append(range);
    }
    for (const SearchWords::Range &hit : result.snippet.hits) {
        QTextLayout::FormatRange range;
        range.start = int(lead.size() + hit.start);
        range.length = int(hit.length);
        // Not by colour alone.
        range.format.setFontWeight(QFont::DemiBold);
        range.format.setBackground(p.warning);
        range.format.setForeground(p.warningInk);
        formats.append(range);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    qreal y = 0;
    for (int i = 0; i < kSaidLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(place.width());
        line.setPosition(QPointF(0, y));
        y += theme.px(kLine);
    }
    layout.endLayout();
    painter.save();
    painter.setClipRect(place);
    painter.setPen(p.softInk);
    layout.draw(&painter, place.topLeft());
    painter.restore();
}

} // namespace

void ResultDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const Palette &p = theme.palette();
    const auto result = index.data(SearchResults::Found).value<SearchResult>();
    painter->save();
    painter->setLayoutDirection(option.direction);
    RowPainter row(*painter, option);
    row.ground();
    const QRect r = option.rect;
    const int pad = theme.px(kPad);
    const int side = theme.px(kPicture);
    const int top = r.top() + theme.px(9);
    paintAvatar(*painter, row.placed(QRect(r.left() + pad, top + 1, side, side)), result.avatar,
                row.surround());
    const int left = r.left() + pad + side + theme.px(11);
    int right = r.right() - pad;
    const QRect first(left, top, right - left + 1, theme.px(kLine));
    right -= row.text(first, result.time, theme.font(12 / 14.0), p.softInk, true) + theme.px(10);
    row.text(QRect(left, top, right - left + 1, theme.px(kLine)), result.title,
             theme.font(1.0, QFont::DemiBold), p.ink);
    const QRect said(left, first.bottom() + theme.px(2), first.width(), theme.px(kLine) * kSaidLines);
    paintSaid(*painter, row.placed(said), result, option.direction);
    painter->restore();
}

QSize ResultDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const Theme &theme = Theme::current();
    return {theme.px(200), theme.px(9 + kLine + 2 + kLine * kSaidLines + 8)};
}

} // namespace tertulia
