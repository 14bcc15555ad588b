// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPen>

class QWidget;

namespace tertulia
{

/// Fonts, colours and measures of a timeline, taken from the theme and the widget's font.
struct TimelineStyle {
    QFont body;
    QFont name;
    QFont small;
    QFont quote;
    QFont chip;
    QFont largeEmoji;
    Qt::LayoutDirection direction = Qt::LeftToRight;

    QColor paper;
    QColor ink;
    QColor softInk;
    QColor accent;
    QColor onAccent;
    QColor ownBubble;
    QColor otherBubble;
    QColor line;
    QColor pill;
    QColor danger;
    QColor selection;
    QColor onSelection;
    QColor found;
    QColor onFound;
    QColor hover;
    QColor chosen; ///< ground of a chip of ours
    QColor focus;
    QPen bubbleBorder; ///< none but in high contrast

    // Measures that follow the text size.
    int widestBubble = 560;
    int avatar = 32;
    int stateIcon = 16;
    int target = 26; ///< height of painted buttons

    static TimelineStyle from(const QWidget *widget);
};

namespace measure
{
constexpr int kSide = 22; ///< free space left and right of the conversation
constexpr int kNarrowSide = 12;
constexpr int kNarrow = 460; ///< below this width kNarrowSide is used
constexpr int kEnds = 14; ///< above the first and below the last message
constexpr int kAvatarGap = 9;
constexpr int kPadX = 12;
constexpr int kPadTop = 7;
constexpr int kPadBottom = 7;
constexpr int kInGroup = 3;
constexpr int kBetweenGroups = 10;
constexpr int kRadius = 14;
constexpr int kSpeakerRadius = 4;
constexpr int kTimeGap = 10;
constexpr int kEditedGap = 6;
constexpr int kBelowQuote = 7;
constexpr int kAboveChips = 5;
constexpr int kBelowChips = 3;
} // namespace measure

} // namespace tertulia
