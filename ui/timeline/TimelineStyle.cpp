// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/TimelineStyle.h"

#include "ui/theme/Theme.h"

#include <QFontMetrics>
#include <QPalette>
#include <QWidget>

namespace tertulia
{

namespace
{

QFont scaled(QFont font, double factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qMax(1, qRound(font.pixelSize() * factor)));
    return font;
}

} // namespace

TimelineStyle TimelineStyle::from(const QWidget *widget)
{
    TimelineStyle style;
    style.body = widget->font();
    style.name = scaled(style.body, 0.93);
    style.name.setWeight(QFont::Bold);
    style.small = scaled(style.body, 0.82);
    style.quote = scaled(style.body, 0.93);
    style.chip = scaled(style.body, 0.9);
    style.largeEmoji = scaled(style.body, 2.4);
    style.direction = widget->layoutDirection();
    style.widestBubble = QFontMetrics(style.body).averageCharWidth() * 72;

    const Theme &theme = Theme::current();
    style.avatar = theme.px(32);
    style.stateIcon = theme.px(16);
    style.target = qMax(24, theme.px(26));
    const Palette &colors = theme.palette();
    style.paper = colors.paper;
    style.hover = colors.hover;
    style.chosen = colors.selection;
    style.ink = colors.ink;
    style.softInk = colors.softInk;
    style.accent = colors.accent;
    style.onAccent = colors.onAccent;
    style.ownBubble = colors.ownBubble;
    style.otherBubble = colors.otherBubble;
    style.bubbleBorder = theme.isHighContrast() ? QPen(colors.line, 1) : QPen(Qt::NoPen);
    style.line = colors.line;
    style.pill = colors.pane;
    style.danger = colors.danger;
    style.focus = colors.focus;
    style.selection = widget->palette().color(QPalette::Highlight);
    style.onSelection = widget->palette().color(QPalette::HighlightedText);
    style.found = colors.warning;
    style.onFound = colors.warningInk;
    return style;
}

} // namespace tertulia
