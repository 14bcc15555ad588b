// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/ReactionChips.h"

#include "ui/text/PlainText.h"

#include <QFontMetrics>
#include <QLocale>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// A person may put twenty below each message; a room of them must not bury the conversation.
constexpr int kMostChips = 24;
constexpr int kMostNames = 12;
constexpr int kGap = 5;

} // namespace

QList<ReactionChip> ReactionChips::lay(const QList<ReactionSummary> &reactions, const TimelineStyle &style,
                                       int width)
{
    const QFontMetrics metrics(style.chip);
    const QFontMetrics emojiMetrics(style.chipEmoji);
    QList<ReactionChip> chips;
    QPoint next;
    const auto add = [&](const QString &emoji, const QString &count, bool mine, int reaction) {
        const int emojiWidth = emoji.isEmpty() ? 0 : emojiMetrics.horizontalAdvance(emoji);
        const int wanted
            = emojiWidth + (emoji.isEmpty() ? 0 : kEmojiGap) + metrics.horizontalAdvance(count) + 2 * kPadX;
        const QSize size(qMax(style.target, wanted), style.target);
        if (next.x() > 0 && next.x() + size.width() > width)
            next = {0, next.y() + size.height() + kGap};
        chips.append({QRect(next, size), emoji, count, emojiWidth, mine, reaction});
        next.rx() += size.width() + kGap;
    };
    for (int i = 0; i < qMin(kMostChips, int(reactions.size())); ++i)
        add(reactions[i].emoji, QLocale().toString(reactions[i].count), reactions[i].mine, i);
    if (reactions.size() > kMostChips)
        add({}, u'+' + QLocale().toString(reactions.size() - kMostChips), false, -1);
    return chips;
}

QString ReactionChips::whoText(const ReactionSummary &reaction)
{
    QStringList names;
    if (reaction.mine)
        names << tr("You", "who reacted");
    for (const QString &name : reaction.who.first(qMin<qsizetype>(kMostNames, reaction.who.size())))
        names << shownName(name);
    if (reaction.who.size() > kMostNames)
        names << tr("%n more", nullptr, int(reaction.who.size() - kMostNames));
    return names.join(u", "_s);
}

QString ReactionChips::spokenText(const ReactionSummary &reaction)
{
    return tr("%1: %2", "a reaction and who put it there").arg(reaction.emoji, whoText(reaction));
}

} // namespace tertulia
