// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SearchWords.h"
#include "ui/timeline/MessageLayout.h"

class QPainter;

namespace tertulia
{

/// What of a message is marked while it is painted.
struct MessageMarks {
    int selectionStart = 0;
    int selectionEnd = 0; ///< exclusive; nothing is selected if not after selectionStart
    QList<SearchWords::Range> found; ///< words that were looked for
    bool currentFound = false; ///< it is the message that was gone to for them
    bool focused = false;
    bool picking = false; ///< messages are being selected as a whole
    bool picked = false;
    bool flashing = false; ///< shown on request, see TimelineView::showMessage()
    qreal turn = 0; ///< of the sign of loading, see GapRow
    MessageLayout::Part hovered = MessageLayout::Part::Nothing;
    int hoveredReaction = -1;
    int hoveredCode = -1;
};

/// Paints one message with its separators; the painter's origin is the row's top left corner.
void paintMessage(QPainter &painter, const MessageLayout &message, const TimelineStyle &style,
                  const MessageMarks &marks);

/// The rounded label of a day; also floats above the timeline while it scrolls.
void paintDay(QPainter &painter, const QRect &rect, const QString &text, const TimelineStyle &style);

} // namespace tertulia
