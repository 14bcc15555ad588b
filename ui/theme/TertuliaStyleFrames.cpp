// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Frames, and what lies in them: rows, tabs, scroll bars, the focus ring.
#include "ui/theme/Icons.h"
#include "ui/theme/StyleShapes.h"
#include "ui/theme/TertuliaStyle.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyleOption>
#include <QTabBar>

namespace tertulia
{

using namespace shapes;

void TertuliaStyle::drawFrame(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Palette &p = tokens();
    if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        frame && frame->lineWidth > 0 && !is(widget, "paper")) {
        // The viewport inside is square: PM_DefaultFrameWidth keeps it clear of the round corners.
        const QColor fill = qobject_cast<const QAbstractScrollArea *>(widget)
            ? option->palette.color(QPalette::Base)
            : QColor();
        // A list whose row has the ring needs no second one.
        const auto *list = qobject_cast<const QAbstractItemView *>(widget);
        const bool ringed
            = option->state.testFlag(State_HasFocus) && !(list && list->currentIndex().isValid());
        roundedBox(*painter, option->rect, kFieldRadius, fill, ringed ? p.focus : p.line, ringed ? 2 : 1);
    }
}

void TertuliaStyle::drawFocusRing(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Palette &p = tokens();
    if (!option->state.testFlag(State_KeyboardFocusChange) && !keyboardFocus(option)
        && !qobject_cast<const QAbstractItemView *>(widget))
        return;
    const qreal radius = is(widget, "chip")               ? option->rect.height() / 2.0
        : qobject_cast<const QAbstractItemView *>(widget) ? kSmallRadius
                                                          : kFieldRadius;
    const QColor ring = is(widget, "onWarning") ? p.warningInk : is(widget, "primary") ? p.ink : p.focus;
    roundedBox(*painter, option->rect, radius, QColor(), ring, 2);
}

void TertuliaStyle::drawRow(const QStyleOption *option, QPainter *painter) const
{
    const Palette &p = tokens();
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (!item)
        return;
    const bool selected = item->state.testFlag(State_Selected);
    if (!selected && !item->state.testFlag(State_MouseOver))
        return;
    // The cells of a row make one shape, round at its ends.
    using Item = QStyleOptionViewItem;
    const bool begins = item->viewItemPosition != Item::Middle && item->viewItemPosition != Item::End;
    const bool ends = item->viewItemPosition != Item::Middle && item->viewItemPosition != Item::Beginning;
    const bool mirrored = item->direction == Qt::RightToLeft;
    const qreal more = 2 * kSmallRadius;
    painter->save();
    painter->setClipRect(item->rect, Qt::IntersectClip);
    roundedBox(
        *painter,
        QRectF(item->rect)
            .adjusted((mirrored ? ends : begins) ? 2 : -more, 1, (mirrored ? begins : ends) ? -2 : more, -1),
        kSmallRadius, selected ? p.selection : p.hover, QColor());
    painter->restore();
}

void TertuliaStyle::drawTab(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (!tab)
        return;
    const Palette &p = tokens();
    const bool selected = tab->state.testFlag(State_Selected);
    if (tab->state.testFlag(State_MouseOver) && !selected)
        painter->fillRect(tab->rect, p.hover);
    const bool south = tab->shape == QTabBar::RoundedSouth;
    painter->fillRect(
        QRect(tab->rect.left(), south ? tab->rect.top() : tab->rect.bottom(), tab->rect.width(), 1), p.line);
    if (selected)
        painter->fillRect(
            QRect(tab->rect.left(), south ? tab->rect.top() : tab->rect.bottom() - 1, tab->rect.width(), 2),
            p.accent);
    painter->save();
    QFont font = Theme::current().font(1.0, selected ? QFont::Bold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(selected ? p.accent : p.softInk);
    const QRect words
        = visualRect(tab->direction, tab->rect,
                     tab->rect.adjusted(tab->leftButtonSize.width(), 0, -tab->rightButtonSize.width(), 0));
    painter->drawText(words, Qt::AlignCenter | Qt::TextHideMnemonic, tab->text);
    painter->restore();
    if (tab->state.testFlag(State_HasFocus))
        roundedBox(*painter, QRectF(tab->rect).adjusted(4, 4, -4, -4), kSmallRadius, QColor(), p.focus, 2);
    Q_UNUSED(widget)
}

void TertuliaStyle::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter,
                                  const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!slider || slider->minimum == slider->maximum)
        return;
    const Palette &p = tokens();
    QRectF thumb = proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const bool active
        = slider->state.testFlag(State_MouseOver) || slider->activeSubControls.testFlag(SC_ScrollBarSlider);
    const qreal inset = active ? 2 : 3;
    thumb.adjust(inset, inset, -inset, -inset);
    QColor color = p.softInk;
    if (!Theme::current().isHighContrast())
        color.setAlphaF(active ? 0.75F : 0.4F);
    const qreal radius = std::min(thumb.width(), thumb.height()) / 2;
    roundedBox(*painter, thumb, radius, color, QColor());
}

} // namespace tertulia
