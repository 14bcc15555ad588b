// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/MessageLayout.h"

#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/text/SpoilerText.h"
#include "ui/text/TimeText.h"
#include "ui/timeline/GapRow.h"

#include <QFontMetrics>
#include <QtMath>

namespace tertulia
{

using namespace Qt::StringLiterals;
using namespace measure;

namespace
{

int sideOf(int width)
{
    return width < kNarrow ? kNarrowSide : kSide;
}

int nameColumn(const TimelineStyle &style, int width)
{
    return width < kNarrow ? qMin(style.nameColumn, width / 4) : style.nameColumn;
}

/// Of the first line of words, from their top.
int firstBase(const BodyLayout &body)
{
    const QTextLine line = body.text().lineAt(0);
    return line.isValid() ? qRound(line.y() + line.ascent()) : 0;
}

} // namespace

MessageLayout::Column MessageLayout::bubbleColumn(bool outgoing, const TimelineStyle &style, int width)
{
    const int side = sideOf(width);
    const int free = qMax(80, width - 2 * side);
    const int indent = outgoing ? 0 : style.avatar + kAvatarGap;
    const int widest
        = qMin(qMin(width < kNarrow ? free * 9 / 10 : free * 78 / 100, style.widestBubble), free - indent);
    return {side + indent + kPadX, qMax(40, widest - 2 * kPadX), kPadTop};
}

MessageLayout::Column MessageLayout::compactColumn(const TimelineStyle &style, int width)
{
    const int side = sideOf(width);
    const int left = side + style.timeColumn + nameColumn(style, width);
    return {left, qMax(40, width - side - left), kCompactPadY};
}

MessageLayout::MessageLayout(const TimelineRow &row, const TimelineStyle &style, int width, const View &view)
    : m_row(row)
    , m_text(textOf(row, style.direction, view))
    , m_revealed(view.revealed)
{
    layOutSeparators(style, width, view.unreadCount);

    const bool compact = style.look == MessageLook::Compact;
    const Column column = compact ? compactColumn(style, width) : bubbleColumn(m_row.outgoing, style, width);
    const int side = sideOf(width);
    const int inner = column.inner;
    const int top = m_height;

    const QFontMetrics smallMetrics(style.small);
    const QFontMetrics nameMetrics(style.name);
    const QString clock = clockTime(m_row.time);
    if (m_row.sendAt.isValid())
        m_timeText = tr("Goes out %1", "a time").arg(timeAhead(m_row.sendAt));
    else
        m_timeText = m_row.delayed ? tr("%1, delayed").arg(clock) : clock;
    // A compact line begins with the time, if that is all there is to say about it.
    const bool timeBefore = compact && m_timeText == clock;
    const int timeWidth = timeBefore ? 0 : smallMetrics.horizontalAdvance(m_timeText) + 1;
    const bool showsState = m_row.changePending || (m_row.state != DeliveryState::None && !m_row.retracted);
    const int stateWidth = showsState ? style.stateIcon + 5 : 0;
    const bool showsEdited = m_row.edited.isValid() && !m_row.retracted;
    const int editedWidth = showsEdited ? smallMetrics.horizontalAdvance(editedText()) + 1 : 0;
    const bool showsMark = m_row.saved && !m_row.retracted;
    const int markWidth = showsMark ? style.stateIcon + kEditedGap : 0;
    const int footWidth = timeWidth + stateWidth + markWidth + (showsEdited ? editedWidth + kEditedGap : 0);

    int y = top + column.padY;
    int innerWidth = 0;
    if (compact) {
        if (m_row.startsGroup && !m_text.isAction) {
            const int nameWidth = nameColumn(style, width);
            m_name = QRect(column.left - nameWidth, y, nameWidth - kTimeGap, nameMetrics.height());
        }
    } else if (m_row.showsName && !m_text.isAction) {
        innerWidth = qMin(inner, nameMetrics.horizontalAdvance(shownName(m_row.senderName)) + 2);
        m_name = QRect(0, y, innerWidth, nameMetrics.height());
        y += nameMetrics.height() + 1;
    }

    if (m_row.quote && !m_row.retracted) {
        m_quote.emplace(*m_row.quote, style, inner);
        m_quoteRect = QRect(0, y + 2, m_quote->wantedWidth(), m_quote->height());
        innerWidth = qMax(innerWidth, m_quoteRect.width());
        y += m_quoteRect.height() + kBelowQuote;
    }

    const bool hidden = m_row.spoiler && !m_revealed && !m_row.retracted;
    if (m_row.spoiler && !m_row.retracted) {
        // Icon, hint and the word that says what a click does.
        const int wanted = style.stateIcon + kSpoilerGap
            + smallMetrics.horizontalAdvance(spoilerText(*m_row.spoiler)) + kTimeGap
            + smallMetrics.horizontalAdvance(revealText(m_revealed)) + 2;
        m_spoiler = QRect(0, y, qMin(inner, wanted), style.target);
        innerWidth = qMax(innerWidth, m_spoiler.width());
        y += style.target + (hidden ? 0 : kInGroup);
    }

    m_body.emplace(m_text, style, inner);
    const int bodyTop = y;
    y += hidden ? 0 : m_body->height();
    innerWidth = qMax(innerWidth, m_body->width());
    if (m_text.isShortened) {
        const int moreWidth = smallMetrics.horizontalAdvance(moreText()) + 4;
        m_more = QRect(0, y, moreWidth, style.target);
        innerWidth = qMax(innerWidth, moreWidth);
        y += style.target;
    }

    // Of a bubble, the time stands at the end of the last line where there is room, else on a line of its
    // own.
    const int footHeight = smallMetrics.height();
    const bool sameDirection = m_text.direction == style.direction;
    const int besideWidth
        = (m_text.isShortened ? m_more.width() : m_body->lastLineWidth()) + kTimeGap + footWidth;
    const bool beside = besideWidth <= inner && !m_text.isEmojiOnly && !hidden
        && (m_text.isShortened || !m_body->endsWithBox());
    int footTop = 0;
    if (beside) {
        innerWidth = qMax(innerWidth, besideWidth);
        // In the middle of a compact line, at the lower edge of a bubble's.
        footTop = compact && !m_text.isShortened ? y - (QFontMetrics(style.body).height() + footHeight) / 2
                                                 : y - footHeight + (m_text.isShortened ? -4 : 1);
    } else if (footWidth > 0) {
        innerWidth = qMax(innerWidth, footWidth);
        footTop = y;
        y += footHeight;
    }
    y += column.padY;

    const int innerLeft = compact || !m_row.outgoing ? column.left : width - side - kPadX - innerWidth;
    if (compact) {
        m_bubble
            = QRect(side, top, width - 2 * side, y - top).adjusted(-kCompactGround, 0, kCompactGround, 0);
    } else {
        m_bubble = QRect(innerLeft - kPadX, top, innerWidth + 2 * kPadX, y - top);
        m_name.moveLeft(innerLeft);
    }
    if (m_quote)
        m_quoteRect = QRect(innerLeft, m_quoteRect.top(), innerWidth, m_quoteRect.height());
    if (!m_spoiler.isNull())
        m_spoiler = QRect(innerLeft, m_spoiler.top(), innerWidth, m_spoiler.height());
    m_more.moveLeft(innerLeft);
    // At the end of the line as it is read: text that runs against the interface has it on the other side.
    const int footLeft
        = beside && !sameDirection && !m_text.isShortened ? innerLeft : innerLeft + innerWidth - footWidth;
    if (compact) {
        // On the line of what comes first.
        const int base = m_quote ? top + column.padY + nameMetrics.ascent() + 2
            : !m_spoiler.isNull()
            ? m_spoiler.top() + (style.target + smallMetrics.ascent() - smallMetrics.descent()) / 2
            : bodyTop + firstBase(*m_body);
        if (!m_name.isNull())
            m_name.moveTop(base - nameMetrics.ascent());
        m_time = QRect(side, base - smallMetrics.ascent(), style.timeColumn - kTimeGap, footHeight);
    }
    if (!timeBefore)
        m_time = QRect(footLeft + footWidth - stateWidth - timeWidth, footTop, timeWidth, footHeight);
    if (showsEdited)
        m_edited = QRect(footLeft + markWidth, footTop, editedWidth, footHeight);
    if (showsMark)
        m_mark
            = QRect(footLeft, footTop + (footHeight - style.stateIcon) / 2, style.stateIcon, style.stateIcon);
    m_state = !showsState
        ? QRect()
        : QRect(footLeft + footWidth - style.stateIcon, footTop + (footHeight - style.stateIcon) / 2,
                style.stateIcon, style.stateIcon);
    if (compact || m_row.outgoing || !m_row.endsGroup)
        m_avatar = QRect();
    else
        m_avatar = QRect(side, y - style.avatar, style.avatar, style.avatar);
    m_bodyOrigin = QPointF(innerLeft, bodyTop);
    m_height = y;
    // A bubble lower than the avatar would push it into the row above.
    if (!m_avatar.isNull() && m_avatar.top() < top)
        m_avatar.moveTop(top), m_height = qMax(m_height, top + style.avatar);

    const int widest = inner + 2 * kPadX;
    const int belowLeft = compact ? innerLeft : m_bubble.left();
    if (!m_row.reactions.isEmpty() && !m_row.retracted)
        layOutChips(style, belowLeft, widest);
    if (m_row.state == DeliveryState::Failed)
        layOutFailure(style, belowLeft, widest);
    if (m_row.gapBelow) {
        m_gapBelow = QRect(0, m_height, width, GapRow::height(style));
        m_height += m_gapBelow.height();
    }
    if (style.direction == Qt::RightToLeft)
        mirror(width, innerLeft + innerWidth);

    m_body->fit(innerWidth);
    m_bodyOrigin.rx() -= m_body->leftEdge();
}

void MessageLayout::layOutSeparators(const TimelineStyle &style, int width, int unreadCount)
{
    const int side = sideOf(width);
    int y = 0;
    if (m_row.gapAbove) {
        m_gapAbove = QRect(0, 0, width, GapRow::height(style));
        y = m_gapAbove.height();
    }
    const int below = y;
    if (m_row.startsDay) {
        QFontMetrics metrics(style.small);
        m_dayText = dayTitle(m_row.time.date());
        const QSize size(qMin(width - 2 * side, metrics.horizontalAdvance(m_dayText) + 26),
                         metrics.height() + 5);
        m_day = QRect(QPoint((width - size.width()) / 2, y + 10), size);
        y = m_day.bottom() + 1 + 8;
    }
    if (m_row.startsUnread) {
        QFont bold = style.small;
        bold.setWeight(QFont::DemiBold);
        m_unreadText = tr("%n new message(s)", nullptr, qMax(1, unreadCount));
        m_unread = QRect(side, y + 8, width - 2 * side, QFontMetrics(bold).height() + 2);
        y = m_unread.bottom() + 1 + 8;
    }
    const bool compact = style.look == MessageLook::Compact;
    if (y == below && compact)
        y += m_row.startsGroup ? kCompactBetweenGroups : kCompactInGroup;
    else if (y == below)
        y += m_row.startsGroup ? kBetweenGroups : kInGroup;
    m_height = y;
}

/// Below the bubble, from the speaker's side.
void MessageLayout::layOutChips(const TimelineStyle &style, int start, int widest)
{
    m_chips = ReactionChips::lay(m_row.reactions, style, widest);
    QRect all;
    for (const ReactionChip &chip : std::as_const(m_chips))
        all |= chip.rect;
    const bool atEnd = m_row.outgoing && style.look == MessageLook::Bubbles;
    const int left = atEnd ? m_bubble.right() + 1 - all.width() : start;
    const int top = qMax(m_height, m_bubble.bottom() + 1) + kAboveChips;
    for (ReactionChip &chip : m_chips)
        chip.rect.translate(left, top);
    m_height = top + all.height() + kBelowChips;
}

void MessageLayout::layOutFailure(const TimelineStyle &style, int left, int widest)
{
    const QFontMetrics metrics(style.small);
    m_failureText = tr("Not sent: %1").arg(errorLine(m_row.error));
    const QRect bounds
        = metrics.boundingRect(QRect(0, 0, widest - 22, 10000), Qt::TextWordWrap, m_failureText);
    const int lines = qMin(bounds.height(), metrics.lineSpacing() * 4);
    const int width = qMin(bounds.width() + 2 + 22, widest);
    const int deleteWidth = metrics.horizontalAdvance(deleteText()) + 24;
    const int retryWidth = metrics.horizontalAdvance(retryText()) + 24;
    // Below the bubble they end with it.
    const int buttons = retryWidth + 6 + deleteWidth;
    const bool compact = style.look == MessageLook::Compact;
    const int end = m_bubble.right() + 1;
    m_failure = QRect(compact ? left : end - width, m_height + 4, width, qMax(lines, 16));
    const int y = m_failure.bottom() + 1 + 4;
    m_retry = QRect(compact ? left : end - buttons, y, retryWidth, style.target);
    m_delete = QRect(m_retry.right() + 1 + 6, y, deleteWidth, style.target);
    m_height = m_delete.bottom() + 1 + 4;
}

void MessageLayout::mirror(int width, int innerRight)
{
    const auto turn = [width](QRect &rect) {
        if (!rect.isNull())
            rect.moveLeft(width - rect.left() - rect.width());
    };
    for (QRect *rect : {&m_day, &m_unread, &m_bubble, &m_avatar, &m_name, &m_quoteRect, &m_spoiler, &m_time,
                        &m_edited, &m_mark, &m_state, &m_more, &m_failure, &m_retry, &m_delete})
        turn(*rect);
    for (ReactionChip &chip : m_chips)
        turn(chip.rect);
    m_bodyOrigin.setX(width - innerRight);
}

} // namespace tertulia
