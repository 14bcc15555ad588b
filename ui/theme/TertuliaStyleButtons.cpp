// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Buttons, check boxes and radio buttons.
#include "ui/theme/Icons.h"
#include "ui/theme/StyleShapes.h"
#include "ui/theme/TertuliaStyle.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace tertulia
{

using namespace shapes;

void TertuliaStyle::drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Palette &p = tokens();
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool down = option->state.testAnyFlags(State_Sunken);
    const bool hover = enabled && option->state.testFlag(State_MouseOver);
    const bool checked = option->state.testFlag(State_On);
    const qreal radius = is(widget, "chip") ? option->rect.height() / 2.0 : kFieldRadius;
    QColor fill = p.field;
    QColor border = p.line;
    if (is(widget, "primary")) {
        fill = enabled ? p.accent : mixed(p.accent, p.pane, 0.55F);
        border = QColor();
        if (hover)
            fill = mixed(fill, p.ink, 0.1F);
        if (down)
            fill = mixed(p.accent, p.ink, 0.22F);
    } else if (is(widget, "onWarning")) {
        border = p.warningInk;
        fill = mixed(p.warning, p.warningInk, down ? 0.2F : hover ? 0.1F : 0.0F);
    } else if (is(widget, "chip")) {
        fill = checked ? p.selection : hover ? p.hover : QColor(Qt::transparent);
        border = checked ? (Theme::current().isHighContrast() ? p.line : QColor()) : p.line;
    } else if (is(widget, "flat")) {
        fill = down || checked ? mixed(p.hover, p.ink, 0.06F) : hover ? p.hover : QColor(Qt::transparent);
        border = QColor();
    } else {
        if (hover)
            fill = mixed(p.field, p.hover, 0.7F);
        if (down || checked)
            fill = mixed(p.hover, p.ink, 0.05F);
    }
    roundedBox(*painter, option->rect, radius, fill, border);
}

void TertuliaStyle::drawButtonLabel(const QStyleOption *option, QPainter *painter,
                                    const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (!button)
        return;
    const Palette &p = tokens();
    QStyleOptionButton copy = *button;
    const bool enabled = button->state.testFlag(State_Enabled);
    QColor text = copy.palette.color(QPalette::ButtonText);
    if (is(widget, "primary"))
        text = p.onAccent;
    else if (is(widget, "onWarning"))
        text = p.warningInk;
    else if (is(widget, "danger"))
        text = p.danger;
    else if (is(widget, "link"))
        text = p.accent;
    else if ((is(widget, "chip") || is(widget, "flat")) && !button->state.testFlag(State_On))
        text = p.softInk;
    if (!enabled && !is(widget, "primary"))
        text.setAlphaF(0.5F);
    copy.palette.setColor(QPalette::ButtonText, text);
    copy.palette.setColor(QPalette::Disabled, QPalette::ButtonText, text);
    painter->save();
    if (is(widget, "primary") || (is(widget, "chip") && button->state.testFlag(State_On))) {
        QFont font = painter->font();
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
    }
    QProxyStyle::drawControl(CE_PushButtonLabel, &copy, painter, widget);
    painter->restore();
}

void TertuliaStyle::drawToolButtonPanel(const QStyleOption *option, QPainter *painter,
                                        const QWidget *widget) const
{
    const Palette &p = tokens();
    const bool active = option->state.testAnyFlags(State_Sunken | State_On)
        || (option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled));
    if (is(widget, "primary")) {
        drawButton(option, painter, widget);
    } else if (active) {
        const bool down = option->state.testAnyFlags(State_Sunken | State_On);
        roundedBox(*painter, option->rect, kFieldRadius - 1, down ? mixed(p.hover, p.ink, 0.06F) : p.hover,
                   QColor());
    }
}

void TertuliaStyle::drawCheckMark(const QStyleOption *option, QPainter *painter) const
{
    const Palette &p = tokens();
    const bool on = option->state.testFlag(State_On);
    const bool partly = option->state.testFlag(State_NoChange);
    const bool enabled = option->state.testFlag(State_Enabled);
    const QColor fill = !enabled ? p.line : on || partly ? p.accent : p.field;
    roundedBox(*painter, option->rect, 4, fill, on || partly ? fill : p.softInk, 1.5);
    if (on)
        paintIcon(*painter, QRectF(option->rect).adjusted(1, 1, -1, -1), Icons::Check, p.onAccent);
    else if (partly)
        painter->fillRect(
            QRectF(option->rect)
                .adjusted(4, option->rect.height() / 2.0 - 1, -4, -option->rect.height() / 2.0 + 1),
            p.onAccent);
}

void TertuliaStyle::drawRadioMark(const QStyleOption *option, QPainter *painter) const
{
    const Palette &p = tokens();
    const QColor ring = option->state.testFlag(State_On) ? p.accent : p.softInk;
    roundedBox(*painter, option->rect, option->rect.width() / 2.0, p.field, ring, 1.5);
    if (option->state.testFlag(State_On)) {
        const QRectF inner = QRectF(option->rect).adjusted(4, 4, -4, -4);
        roundedBox(*painter, inner, inner.width() / 2, p.accent, QColor());
    }
}

} // namespace tertulia
