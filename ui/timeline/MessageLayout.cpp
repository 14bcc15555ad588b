// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/MessageLayout.h"

#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/text/TimeText.h"

#include <QFontMetrics>
#include <QtMath>

namespace tertulia
{

using namespace Qt::StringLiterals;
using namespace measure;

QString MessageLayout::retryText()
{
    return tr("Retry");
}

QString MessageLayout::deleteText()
{
    return tr("Delete");
}

QString MessageLayout::moreText()
{
    return tr("Show more");
}

QString MessageLayout::retractedText()
{
    return tr("This message was retracted");
}

QString MessageLayout::editedText()
{
    return tr("Edited");
}

QString MessageLayout::changePendingText()
{
    return tr("the change is waiting to be sent");
}

QString MessageLayout::stateText(DeliveryState state)
{
    switch (state) {
    case DeliveryState::None:
        return {};
    case DeliveryState::Queued:
        return tr("waiting to be sent");
    case DeliveryState::Sent:
        return tr("sent");
    case DeliveryState::Delivered:
        return tr("received");
    case DeliveryState::Displayed:
        return tr("read");
    case DeliveryState::Failed:
        return tr("not sent");
    }
    return {};
}

MessageLayout::MessageLayout(const TimelineRow &row, const TimelineStyle &style, int width, qsizetype limit,
                             int unreadCount)
    : m_row(row)
    , m_text(row.retracted ? MessageText::notice(retractedText(), style.direction)
                           : MessageText::from(row.body, row.senderName, limit, style.direction))
{
    layOutSeparators(style, width, unreadCount);

    const int side = width < kNarrow ? kNarrowSide : kSide;
    const int free = qMax(80, width - 2 * side);
    const int indent = m_row.outgoing ? 0 : style.avatar + kAvatarGap;
    const int widest
        = qMin(qMin(width < kNarrow ? free * 9 / 10 : free * 78 / 100, style.widestBubble), free - indent);
    const int inner = qMax(40, widest - 2 * kPadX);
    const int top = m_height;

    const QFontMetrics smallMetrics(style.small);
    const QFontMetrics nameMetrics(style.name);
    const QString clock = clockTime(m_row.time);
    m_timeText = m_row.delayed ? tr("%1, delayed").arg(clock) : clock;
    const int timeWidth = smallMetrics.horizontalAdvance(m_timeText) + 1;
    const bool showsState = m_row.changePending || (m_row.state != DeliveryState::None && !m_row.retracted);
    const int stateWidth = showsState ? style.stateIcon + 5 : 0;
    const bool showsEdited = m_row.edited.isValid() && !m_row.retracted;
    const int editedWidth = showsEdited ? smallMetrics.horizontalAdvance(editedText()) + 1 : 0;
    const int footWidth = timeWidth + stateWidth + (showsEdited ? editedWidth + kEditedGap : 0);

    int y = top + kPadTop;
    int innerWidth = 0;
    if (m_row.showsName && !m_text.isAction) {
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

    layOutBody(style, inner);
    const int bodyTop = y;
    y += qCeil(m_body->boundingRect().height());
    innerWidth = qMax(innerWidth, qCeil(m_bodyWidth));
    if (m_text.isShortened) {
        const int moreWidth = smallMetrics.horizontalAdvance(moreText()) + 4;
        m_more = QRect(0, y, moreWidth, style.target);
        innerWidth = qMax(innerWidth, moreWidth);
        y += style.target;
    }

    // The time stands at the end of the last line where there is room, else on a line of its own.
    const int lines = m_body->lineCount();
    const qreal lastLine = lines > 0 ? m_body->lineAt(lines - 1).naturalTextWidth() : 0;
    const int footHeight = smallMetrics.height();
    const bool sameDirection = m_text.direction == style.direction;
    const int besideWidth
        = m_text.isShortened ? m_more.width() + kTimeGap + footWidth : qCeil(lastLine) + kTimeGap + footWidth;
    const bool beside = besideWidth <= inner && !m_text.isEmojiOnly;
    int footTop = 0;
    if (beside) {
        innerWidth = qMax(innerWidth, besideWidth);
        footTop = y - footHeight + (m_text.isShortened ? -4 : 1);
    } else {
        innerWidth = qMax(innerWidth, footWidth);
        footTop = y;
        y += footHeight;
    }
    y += kPadBottom;

    const int bubbleWidth = innerWidth + 2 * kPadX;
    const int left = m_row.outgoing ? width - side - bubbleWidth : side + indent;
    m_bubble = QRect(left, top, bubbleWidth, y - top);
    const int innerLeft = left + kPadX;
    m_name.moveLeft(innerLeft);
    if (m_quote)
        m_quoteRect = QRect(innerLeft, m_quoteRect.top(), innerWidth, m_quoteRect.height());
    m_more.moveLeft(innerLeft);
    // At the end of the line as it is read: text that runs against the interface has it on the other side.
    const int footLeft
        = beside && !sameDirection && !m_text.isShortened ? innerLeft : innerLeft + innerWidth - footWidth;
    m_time = QRect(footLeft + footWidth - stateWidth - timeWidth, footTop, timeWidth, footHeight);
    if (showsEdited)
        m_edited = QRect(footLeft, footTop, editedWidth, footHeight);
    m_state = !showsState
        ? QRect()
        : QRect(footLeft + footWidth - style.stateIcon, footTop + (footHeight - style.stateIcon) / 2,
                style.stateIcon, style.stateIcon);
    if (m_row.outgoing || !m_row.endsGroup)
        m_avatar = QRect();
    else
        m_avatar = QRect(side, y - style.avatar, style.avatar, style.avatar);
    m_bodyOrigin = QPointF(innerLeft, bodyTop);
    m_height = y;
    // A bubble lower than the avatar would push it into the row above.
    if (!m_avatar.isNull() && m_avatar.top() < top)
        m_avatar.moveTop(top), m_height = qMax(m_height, top + style.avatar);

    if (!m_row.reactions.isEmpty() && !m_row.retracted)
        layOutChips(style, widest);
    if (m_row.state == DeliveryState::Failed)
        layOutFailure(style, left + bubbleWidth, widest);
    if (style.direction == Qt::RightToLeft)
        mirror(width);

    // Lines were broken for the widest bubble; those that are aligned to the right stand at its far edge.
    if (m_text.direction == Qt::RightToLeft)
        m_bodyOrigin.rx() += innerWidth - m_lineWidth;
}

void MessageLayout::layOutSeparators(const TimelineStyle &style, int width, int unreadCount)
{
    const int side = width < kNarrow ? kNarrowSide : kSide;
    int y = 0;
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
    if (y == 0)
        y = m_row.startsGroup ? kBetweenGroups : kInGroup;
    m_height = y;
}

void MessageLayout::layOutBody(const TimelineStyle &style, int width)
{
    QFont font = m_text.isEmojiOnly ? style.largeEmoji : style.body;
    if (m_text.isAction || m_text.isNotice)
        font.setItalic(true);
    m_body = std::make_unique<QTextLayout>(m_text.text, font);
    m_body->setCacheEnabled(true);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(m_text.direction);
    // QTextLayout takes alignment as it is, without regard to the direction.
    option.setAlignment(m_text.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setTabStopDistance(QFontMetricsF(font).horizontalAdvance(u' ') * 8);
    m_body->setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    formats.reserve(m_text.links.size());
    for (const TextLink &link : m_text.links) {
        QTextLayout::FormatRange range;
        range.start = int(link.start);
        range.length = int(link.length);
        range.format.setForeground(style.accent);
        range.format.setFontUnderline(true);
        formats.append(range);
    }
    m_body->setFormats(formats);
    m_lineWidth = width;
    m_body->beginLayout();
    qreal y = 0;
    for (QTextLine line = m_body->createLine(); line.isValid(); line = m_body->createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y));
        // Extra leading makes several lines easier to read.
        y += line.height() + 1;
        m_bodyWidth = qMax(m_bodyWidth, line.naturalTextWidth());
    }
    m_body->endLayout();
}

/// Below the bubble, from the speaker's side.
void MessageLayout::layOutChips(const TimelineStyle &style, int widest)
{
    m_chips = ReactionChips::lay(m_row.reactions, style, widest);
    QRect all;
    for (const ReactionChip &chip : std::as_const(m_chips))
        all |= chip.rect;
    const int left = m_row.outgoing ? m_bubble.right() + 1 - all.width() : m_bubble.left();
    const int top = qMax(m_height, m_bubble.bottom() + 1) + kAboveChips;
    for (ReactionChip &chip : m_chips)
        chip.rect.translate(left, top);
    m_height = top + all.height() + kBelowChips;
}

void MessageLayout::layOutFailure(const TimelineStyle &style, int right, int widest)
{
    const QFontMetrics metrics(style.small);
    m_failureText = tr("Not sent: %1").arg(errorLine(m_row.error));
    const QRect bounds
        = metrics.boundingRect(QRect(0, 0, widest - 22, 10000), Qt::TextWordWrap, m_failureText);
    const int lines = qMin(bounds.height(), metrics.lineSpacing() * 4);
    const int width = qMin(bounds.width() + 2 + 22, widest);
    m_failure = QRect(right - width, m_height + 4, width, qMax(lines, 16));
    int y = m_failure.bottom() + 1 + 4;
    const int deleteWidth = metrics.horizontalAdvance(deleteText()) + 24;
    const int retryWidth = metrics.horizontalAdvance(retryText()) + 24;
    m_delete = QRect(right - deleteWidth, y, deleteWidth, style.target);
    m_retry = QRect(m_delete.left() - 6 - retryWidth, y, retryWidth, style.target);
    m_height = m_delete.bottom() + 1 + 4;
}

void MessageLayout::mirror(int width)
{
    const auto turn = [width](QRect &rect) {
        if (!rect.isNull())
            rect.moveLeft(width - rect.left() - rect.width());
    };
    for (QRect *rect : {&m_day, &m_unread, &m_bubble, &m_avatar, &m_name, &m_quoteRect, &m_time, &m_edited,
                        &m_state, &m_more, &m_failure, &m_retry, &m_delete})
        turn(*rect);
    for (ReactionChip &chip : m_chips)
        turn(chip.rect);
    m_bodyOrigin.setX(m_bubble.left() + kPadX);
}

MessageLayout::Hit MessageLayout::hit(const QPoint &point) const
{
    Hit hit;
    const QPointF inBody = QPointF(point) - m_bodyOrigin;
    const int lines = m_body->lineCount();
    for (int i = 0; i < lines; ++i) {
        const QTextLine line = m_body->lineAt(i);
        if (inBody.y() < line.y() + line.height() || i == lines - 1) {
            hit.position = inBody.y() < 0 ? 0 : line.xToCursor(inBody.x());
            if (i == lines - 1 && inBody.y() > line.y() + line.height() + kPadBottom)
                hit.position = int(m_text.text.size());
            const QRectF natural = line.naturalTextRect();
            if (natural.contains(inBody)) {
                hit.part = Part::Text;
                const int under = line.xToCursor(inBody.x(), QTextLine::CursorOnCharacter);
                for (int link = 0; link < m_text.links.size(); ++link) {
                    const TextLink &candidate = m_text.links[link];
                    if (under >= candidate.start && under < candidate.start + candidate.length) {
                        hit.part = Part::Link;
                        hit.link = link;
                        break;
                    }
                }
            }
            break;
        }
    }
    if (hit.part != Part::Nothing)
        return hit;
    for (const ReactionChip &chip : m_chips) {
        if (chip.rect.contains(point)) {
            hit.part = chip.reaction < 0 ? Part::Nothing : Part::Reaction;
            hit.reaction = chip.reaction;
            return hit;
        }
    }
    const auto in = [&](const QRect &rect) { return !rect.isNull() && rect.contains(point); };
    if (in(m_retry))
        hit.part = Part::Retry;
    else if (in(m_delete))
        hit.part = Part::Delete;
    else if (in(m_more))
        hit.part = Part::More;
    else if (in(m_state) || in(m_failure))
        hit.part = Part::State;
    else if (in(m_quoteRect))
        hit.part = Part::Quote;
    else if (!m_edited.isNull() && in(m_edited.adjusted(-4, -4, 4, 4)))
        hit.part = Part::Edited;
    else if (in(m_time))
        hit.part = Part::Time;
    else if (in(m_avatar))
        hit.part = Part::Avatar;
    else if (in(m_bubble))
        hit.part = Part::Bubble;
    return hit;
}

int MessageLayout::lineTop(int position) const
{
    const QTextLine line = m_body->lineForTextPosition(qBound(0, position, int(m_text.text.size())));
    return qRound(m_bodyOrigin.y() + (line.isValid() ? line.y() : 0));
}

int MessageLayout::positionBelow(int y) const
{
    for (int i = 0; i < m_body->lineCount(); ++i) {
        const QTextLine line = m_body->lineAt(i);
        if (qRound(m_bodyOrigin.y() + line.y()) >= y)
            return line.textStart();
    }
    return -1;
}

QRect MessageLayout::characterRect(int position) const
{
    const QTextLine line = m_body->lineForTextPosition(position);
    if (!line.isValid())
        return QRect(m_bodyOrigin.toPoint(), QSize(0, 0));
    const qreal left = line.cursorToX(position);
    const qreal right = line.cursorToX(qMin(position + 1, line.textStart() + line.textLength()));
    return QRectF(m_bodyOrigin.x() + qMin(left, right), m_bodyOrigin.y() + line.y(), qAbs(right - left),
                  line.height())
        .toAlignedRect();
}

} // namespace tertulia
