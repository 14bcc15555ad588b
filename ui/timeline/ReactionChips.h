// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/ReactionSummary.h"
#include "ui/timeline/TimelineStyle.h"

#include <QCoreApplication>
#include <QRect>

namespace tertulia
{

/// One emoji below a bubble with the number of people who put it there.
struct ReactionChip {
    QRect rect;
    QString emoji; ///< empty of the one that stands for others
    QString count;
    int emojiWidth = 0; ///< from the leading pad on
    bool mine = false;
    int reaction = -1; ///< index among the message's reactions; -1: stands for those that have no room
};

/// Chips in rows from the leading edge, the first at (0, 0), none beyond `width` unless alone in its row.
class ReactionChips
{
    Q_DECLARE_TR_FUNCTIONS(tertulia::ReactionChips)
public:
    static QList<ReactionChip> lay(const QList<ReactionSummary> &reactions, const TimelineStyle &style,
                                   int width);
    /// Who put it there: "You, Bruno Díaz".
    static QString whoText(const ReactionSummary &reaction);
    /// Emoji and who, for those who cannot see the chip.
    static QString spokenText(const ReactionSummary &reaction);

    static constexpr int kPadX = 9;
    static constexpr int kEmojiGap = 4; ///< between emoji and number
};

} // namespace tertulia
