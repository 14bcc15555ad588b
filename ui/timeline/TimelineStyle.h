// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPen>

class QWidget;

namespace tertulia
{

/// How messages are drawn.
enum class MessageLook {
    Bubbles,
    Compact, ///< lines: time, name, words
};

/// Fonts, colours and measures of a timeline, taken from the theme and the widget's font.
struct TimelineStyle {
    QFont body;
    QFont name;
    QFont small;
    QFont quote;
    QFont chip;
    QFont chipEmoji;
    QFont largeEmoji;
    QStringList monoFamilies;
    MessageLook look = MessageLook::Bubbles;
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
    QColor codeGround; ///< behind code, on a bubble
    QColor hover;
    QColor chosen; ///< ground of a chip of ours
    QColor focus;
    QPen bubbleBorder; ///< none but in high contrast

    // Measures that follow the text size.
    int widestBubble = 560;
    int avatar = 32;
    int stateIcon = 16;
    int target = 26; ///< height of painted buttons
    int timeColumn = 40; ///< of compact lines, with what is free behind it
    int nameColumn = 120; ///< the same; less in a narrow view

    static TimelineStyle from(const QWidget *widget, MessageLook look = MessageLook::Bubbles);
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
constexpr int kCompactPadY = 1;
constexpr int kCompactInGroup = 1;
constexpr int kCompactBetweenGroups = 6;
constexpr int kCompactGround = 6; ///< what a compact line's ground reaches beyond its words
constexpr int kRadius = 14;
constexpr int kSpeakerRadius = 4;
constexpr int kTimeGap = 10;
constexpr int kEditedGap = 6;
constexpr int kBelowQuote = 7;
constexpr int kSpoilerGap = 6; ///< between the icon of a spoiler and its hint
constexpr int kAboveChips = 5;
constexpr int kBelowChips = 3;
} // namespace measure

} // namespace tertulia
