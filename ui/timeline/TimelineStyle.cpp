// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/TimelineStyle.h"

#include "ui/text/TimeText.h"
#include "ui/theme/Theme.h"

#include <QDateTime>
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

QFont inColour(QFont font)
{
    font.setFamilies(Theme::current().emojiFont().families());
    return font;
}

} // namespace

TimelineStyle TimelineStyle::from(const QWidget *widget, MessageLook look)
{
    TimelineStyle style;
    style.look = look;
    style.body = widget->font();
    style.name = scaled(style.body, 0.93);
    style.name.setWeight(QFont::Bold);
    style.small = scaled(style.body, 0.82);
    style.quote = scaled(style.body, 0.93);
    style.chip = scaled(style.body, 0.9);
    style.chipEmoji = inColour(scaled(style.body, 0.95));
    style.largeEmoji = inColour(scaled(style.body, 2.4));
    style.monoFamilies = Theme::current().monoFamilies();
    style.direction = widget->layoutDirection();
    style.widestBubble = QFontMetrics(style.body).averageCharWidth() * 72;
    style.timeColumn
        = QFontMetrics(style.small).horizontalAdvance(clockTime(QDateTime(QDate(2000, 1, 1), QTime(22, 44))))
        + 10;
    style.nameColumn = QFontMetrics(style.name).averageCharWidth() * 16;

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
    style.codeGround = colors.ink;
    style.codeGround.setAlphaF(0.06F);
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
