// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fields to write or choose in.
#include "ui/theme/Icons.h"
#include "ui/theme/StyleShapes.h"
#include "ui/theme/TertuliaStyle.h"
#include "ui/theme/Theme.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QStyleOption>

namespace tertulia
{

using namespace shapes;

void TertuliaStyle::drawField(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (is(widget, "paper"))
        return;
    const Palette &p = tokens();
    const bool focused = keyboardFocus(option);
    const bool enabled = option->state.testFlag(State_Enabled);
    roundedBox(*painter, option->rect, kFieldRadius, enabled ? p.field : p.pane, focused ? p.focus : p.line,
               focused ? 2 : 1);
}

void TertuliaStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter,
                                 const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!combo)
        return;
    const Palette &p = tokens();
    const bool enabled = combo->state.testFlag(State_Enabled);
    const bool hover = enabled && combo->state.testFlag(State_MouseOver);
    const bool focused = keyboardFocus(option);
    if (is(widget, "flat")) {
        roundedBox(*painter, combo->rect, kFieldRadius, hover ? p.hover : QColor(),
                   focused ? p.focus : QColor(), 2);
    } else {
        roundedBox(*painter, combo->rect, kFieldRadius,
                   enabled ? (hover && !combo->editable ? mixed(p.field, p.hover, 0.7F) : p.field) : p.pane,
                   focused ? p.focus : p.line, focused ? 2 : 1);
    }
    const QRect arrow = proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    const int side = Theme::current().px(16);
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(arrow).center());
    paintIcon(*painter, square, Icons::ChevronDown, enabled ? p.softInk : p.line);
}

void TertuliaStyle::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter,
                                const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin)
        return;
    drawField(option, painter, widget);
    const Palette &p = tokens();
    for (const auto control : {SC_SpinBoxUp, SC_SpinBoxDown}) {
        const QRect rect = proxy()->subControlRect(CC_SpinBox, option, control, widget);
        const auto step
            = control == SC_SpinBoxUp ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled;
        QColor color = p.softInk;
        if (!spin->stepEnabled.testFlag(step))
            color.setAlphaF(0.4F);
        const int side = Theme::current().px(13);
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(rect).center());
        if (spin->activeSubControls.testFlag(control) && spin->state.testFlag(State_MouseOver))
            roundedBox(*painter, QRectF(rect).adjusted(2, 1, -2, -1), 4, p.hover, QColor());
        paintIcon(*painter, square, control == SC_SpinBoxUp ? Icons::ChevronUp : Icons::ChevronDown, color);
    }
}

void TertuliaStyle::drawSlider(const QStyleOptionComplex *option, QPainter *painter) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!slider || slider->orientation != Qt::Horizontal)
        return;
    const Palette &p = tokens();
    const Theme &theme = Theme::current();
    const bool enabled = slider->state.testFlag(State_Enabled);
    const qreal side = theme.px(16);
    const qreal groove = theme.px(4);
    const QRectF whole(slider->rect);
    const int reached = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                                slider->rect.width() - int(side), slider->upsideDown);
    const QRectF thumb(whole.left() + reached, whole.center().y() - side / 2, side, side);
    const QRectF track(whole.left(), whole.center().y() - groove / 2, whole.width(), groove);
    QRectF done = track;
    if (slider->upsideDown)
        done.setLeft(thumb.center().x());
    else
        done.setRight(thumb.center().x());
    const QColor color = enabled ? p.accent : p.softInk;
    roundedBox(*painter, track, groove / 2, mixed(p.pane, p.softInk, 0.4F), QColor());
    roundedBox(*painter, done, groove / 2, color, QColor());
    roundedBox(*painter, thumb, side / 2, p.field, keyboardFocus(option) ? p.focus : color,
               keyboardFocus(option) ? 3 : 2);
}

} // namespace tertulia
