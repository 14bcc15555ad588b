// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/MessagePainter.h"

#include "ui/text/PlainText.h"
#include "ui/text/SpoilerText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/GapRow.h"
#include "ui/widgets/Avatar.h"

#include <QPainter>
#include <QPainterPath>

namespace tertulia
{

namespace
{

constexpr qreal kBoxRadius = 6;

QPainterPath bubblePath(const QRectF &rect, bool tailAtLeft)
{
    const qreal r = measure::kRadius;
    const qreal left = tailAtLeft ? measure::kSpeakerRadius : r;
    const qreal right = tailAtLeft ? r : measure::kSpeakerRadius;
    QPainterPath path;
    path.moveTo(rect.left() + r, rect.top());
    path.lineTo(rect.right() - r, rect.top());
    path.arcTo(QRectF(rect.right() - 2 * r, rect.top(), 2 * r, 2 * r), 90, -90);
    path.lineTo(rect.right(), rect.bottom() - right);
    path.arcTo(QRectF(rect.right() - 2 * right, rect.bottom() - 2 * right, 2 * right, 2 * right), 0, -90);
    path.lineTo(rect.left() + left, rect.bottom());
    path.arcTo(QRectF(rect.left(), rect.bottom() - 2 * left, 2 * left, 2 * left), 270, -90);
    path.lineTo(rect.left(), rect.top() + r);
    path.arcTo(QRectF(rect.left(), rect.top(), 2 * r, 2 * r), 180, -90);
    path.closeSubpath();
    return path;
}

QPainterPath linePath(const QRectF &rect)
{
    QPainterPath path;
    path.addRoundedRect(rect, kBoxRadius, kBoxRadius);
    return path;
}

void paintBubble(QPainter &painter, const QPainterPath &outline, const TimelineRow &row,
                 const TimelineStyle &style)
{
    painter.setPen(style.bubbleBorder);
    painter.setBrush(row.outgoing ? style.ownBubble : style.otherBubble);
    if (row.retracted) {
        // Only the outline is left of it.
        painter.setPen(QPen(style.line, 1));
        painter.setBrush(Qt::NoBrush);
    }
    painter.drawPath(outline);
}

void paintState(QPainter &painter, const QRect &rect, DeliveryState state, const TimelineStyle &style)
{
    const auto icon = [state] {
        switch (state) {
        case DeliveryState::Sent:
            return Icons::Check;
        case DeliveryState::Delivered:
            return Icons::CheckDouble;
        case DeliveryState::Displayed:
            return Icons::CheckRead;
        case DeliveryState::Failed:
            return Icons::Warning;
        case DeliveryState::Queued:
        case DeliveryState::None:
            break;
        }
        return Icons::Clock;
    }();
    const QColor color = state == DeliveryState::Failed ? style.danger
        : state == DeliveryState::Displayed             ? style.accent
                                                        : style.softInk;
    paintIcon(painter, rect, icon, color);
}

void paintQuote(QPainter &painter, const MessageLayout &message, const TimelineStyle &style, bool hovered)
{
    const QuoteLayout &quote = message.quote();
    const QRect rect = message.quoteRect();
    const bool mirrored = style.direction == Qt::RightToLeft;
    const QString &sender = message.row().quote->sender;
    const QColor color = sender.isEmpty() ? style.softInk : Theme::current().nameColor(sender);
    const int bar = mirrored ? rect.right() + 1 - QuoteLayout::kBar : rect.left();
    if (hovered) {
        QColor veil = color;
        veil.setAlphaF(0.1F);
        painter.fillRect(rect.adjusted(0, 0, 4, 0), veil);
    }
    painter.fillRect(QRect(bar, rect.top(), QuoteLayout::kBar, rect.height()), color);
    QRect line = mirrored ? rect.adjusted(0, 0, -QuoteLayout::kIndent, 0)
                          : rect.adjusted(QuoteLayout::kIndent, 0, 0, 0);
    const auto write = [&](const QString &text, const QFont &font, const QColor &ink) {
        painter.setFont(font);
        painter.setPen(ink);
        line.setHeight(QFontMetrics(font).height());
        painter.drawText(line, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, text);
        line.moveTop(line.bottom() + 1);
    };
    if (!quote.name().isEmpty())
        write(quote.name(), style.name, color);
    QFont words = style.quote;
    words.setItalic(quote.isNotice());
    for (const QString &text : quote.lines())
        write(text, words, style.softInk);
}

/// The line in front of the words of a spoiler, or in their place.
void paintSpoiler(QPainter &painter, const MessageLayout &message, const TimelineStyle &style, bool hovered)
{
    const bool mirrored = style.direction == Qt::RightToLeft;
    const QRect rect = message.spoiler();
    const QRect icon(mirrored ? rect.right() + 1 - style.stateIcon : rect.left(),
                     rect.center().y() - style.stateIcon / 2, style.stateIcon, style.stateIcon);
    paintIcon(painter, icon, message.isRevealed() ? Icons::Eye : Icons::EyeOff, style.softInk);
    QFont font = style.small;
    font.setUnderline(hovered);
    const QString action = MessageLayout::revealText(message.isRevealed());
    const QFontMetrics metrics(font);
    painter.setFont(font);
    painter.setPen(style.accent);
    painter.drawText(rect, Qt::AlignTrailing | Qt::AlignVCenter | Qt::TextSingleLine, action);
    const int before = style.stateIcon + measure::kSpoilerGap;
    const int behind = metrics.horizontalAdvance(action) + measure::kTimeGap;
    const QRect words
        = mirrored ? rect.adjusted(behind, 0, -before, 0) : rect.adjusted(before, 0, -behind, 0);
    font.setUnderline(false);
    font.setItalic(true);
    painter.setFont(font);
    painter.setPen(style.softInk);
    painter.drawText(words, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(spoilerText(*message.row().spoiler), Qt::ElideRight, words.width()));
}

void paintChip(QPainter &painter, const ReactionChip &chip, bool hovered, const TimelineStyle &style)
{
    painter.setPen(QPen(chip.mine ? style.accent : style.line, chip.mine ? 1.5 : 1));
    painter.setBrush(hovered ? style.hover : chip.mine ? style.chosen : style.pill);
    const QRectF rect = QRectF(chip.rect).adjusted(0.75, 0.75, -0.75, -0.75);
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    QFont font = style.chip;
    font.setWeight(chip.mine ? QFont::DemiBold : QFont::Normal);
    painter.setPen(style.ink);
    // Each with its own font: that of the emoji would give the number digits of its own.
    const bool mirrored = style.direction == Qt::RightToLeft;
    const int before
        = ReactionChips::kPadX + chip.emojiWidth + (chip.emoji.isEmpty() ? 0 : ReactionChips::kEmojiGap);
    QRect emoji = chip.rect;
    emoji.setWidth(chip.emojiWidth);
    emoji.moveLeft(mirrored ? chip.rect.right() + 1 - ReactionChips::kPadX - chip.emojiWidth
                            : chip.rect.left() + ReactionChips::kPadX);
    painter.setFont(style.chipEmoji);
    painter.drawText(emoji, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, chip.emoji);
    painter.setFont(font);
    const QRect count = chip.emoji.isEmpty() ? chip.rect
        : mirrored                           ? chip.rect.adjusted(ReactionChips::kPadX, 0, -before, 0)
                                             : chip.rect.adjusted(before, 0, -ReactionChips::kPadX, 0);
    painter.drawText(count,
                     (chip.emoji.isEmpty() ? Qt::AlignHCenter : Qt::AlignLeading) | Qt::AlignVCenter
                         | Qt::TextSingleLine | Qt::TextDontClip,
                     chip.count);
}

void paintButton(QPainter &painter, const QRect &rect, const QString &text, bool hovered, const QColor &ink,
                 const TimelineStyle &style)
{
    painter.setPen(QPen(style.line, 1));
    painter.setBrush(hovered ? style.hover : style.paper);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9);
    painter.setPen(ink);
    painter.setFont(style.small);
    painter.drawText(rect, Qt::AlignCenter, text);
}

/// Before every message while some are selected, where its picture or its time was: a circle, filled where
/// it is one of them.
void paintPicked(QPainter &painter, const MessageLayout &message, const TimelineStyle &style, bool picked)
{
    const QRect bubble = message.bubble();
    const int width = painter.window().width();
    if (picked)
        painter.fillRect(QRect(0, bubble.top() - 1, width, bubble.height() + 2), style.chosen);
    const int side = width < measure::kNarrow ? measure::kNarrowSide : measure::kSide;
    const int column
        = style.look == MessageLook::Compact ? style.timeColumn - measure::kTimeGap : style.avatar;
    const qreal radius = style.stateIcon / 2.0;
    QPointF center(side + column / 2.0, bubble.top() + bubble.height() / 2.0);
    if (style.direction == Qt::RightToLeft)
        center.setX(width - center.x());
    painter.setPen(QPen(picked ? style.accent : style.softInk, 1.5));
    painter.setBrush(picked ? QBrush(style.accent) : QBrush(style.paper));
    painter.drawEllipse(center, radius, radius);
    if (picked) {
        const qreal glyph = radius * 1.4;
        paintIcon(painter, QRectF(center.x() - glyph / 2, center.y() - glyph / 2, glyph, glyph), Icons::Check,
                  style.onAccent);
    }
}

void paintUnread(QPainter &painter, const MessageLayout &message, const TimelineStyle &style)
{
    const QRect rect = message.unread();
    QFont font = style.small;
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(style.accent);
    painter.drawText(rect, Qt::AlignCenter, message.unreadText());
    const int half = QFontMetrics(font).horizontalAdvance(message.unreadText()) / 2 + 10;
    QColor faint = style.accent;
    faint.setAlphaF(0.5F);
    const int y = rect.center().y();
    painter.fillRect(QRect(QPoint(rect.left(), y), QPoint(rect.center().x() - half, y)), faint);
    painter.fillRect(QRect(QPoint(rect.center().x() + half, y), QPoint(rect.right(), y)), faint);
}

/// What styling draws behind the words: the bars of quotations, the boxes of code.
void paintBlocks(QPainter &painter, const MessageLayout &message, const TimelineStyle &style, int hoveredCode)
{
    const QPointF origin = message.bodyOrigin();
    painter.setPen(style.bubbleBorder);
    painter.setBrush(style.codeGround);
    const QList<BodyLayout::Box> &boxes = message.body().boxes();
    for (const BodyLayout::Box &box : boxes)
        painter.drawRoundedRect(box.rect.translated(origin), kBoxRadius, kBoxRadius);
    for (const QRectF &bar : message.body().bars())
        painter.fillRect(bar.translated(origin), style.accent);
    for (int code = 0; code < boxes.size(); ++code) {
        const QRectF button = boxes[code].copy.translated(origin);
        if (code == hoveredCode) {
            painter.setPen(Qt::NoPen);
            painter.drawRoundedRect(button.adjusted(2, 2, -2, -2), kBoxRadius, kBoxRadius);
        }
        QRectF picture(0, 0, style.stateIcon, style.stateIcon);
        picture.moveCenter(button.center());
        paintIcon(painter, picture.toAlignedRect(), Icons::Copy,
                  code == hoveredCode ? style.ink : style.softInk);
    }
}

void paintBody(QPainter &painter, const MessageLayout &message, const TimelineStyle &style,
               const MessageMarks &marks)
{
    QList<QTextLayout::FormatRange> ranges;
    for (const SearchWords::Range &found : marks.found) {
        QTextLayout::FormatRange range;
        range.start = int(found.start);
        range.length = int(found.length);
        range.format.setBackground(marks.currentFound ? style.accent : style.found);
        range.format.setForeground(marks.currentFound ? style.onAccent : style.onFound);
        ranges.append(range);
    }
    if (marks.selectionEnd > marks.selectionStart) {
        QTextLayout::FormatRange range;
        range.start = marks.selectionStart;
        range.length = marks.selectionEnd - marks.selectionStart;
        range.format.setBackground(style.selection);
        range.format.setForeground(style.onSelection);
        ranges.append(range);
    }
    paintBlocks(painter, message, style, marks.hoveredCode);
    painter.setPen(message.text().isNotice ? style.softInk : style.ink);
    message.body().text().draw(&painter, message.bodyOrigin(), ranges, painter.clipBoundingRect());
}

} // namespace

void paintDay(QPainter &painter, const QRect &rect, const QString &text, const TimelineStyle &style)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.pill);
    painter.drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
    painter.setPen(style.softInk);
    painter.setFont(style.small);
    painter.drawText(rect, Qt::AlignCenter, text);
}

void paintMessage(QPainter &painter, const MessageLayout &message, const TimelineStyle &style,
                  const MessageMarks &marks)
{
    const TimelineRow &row = message.row();
    if (row.gapAbove)
        GapRow::paint(painter, message.gapAbove(), row.gapAbove->state,
                      marks.hovered == MessageLayout::Part::GapAbove, marks.turn, style);
    if (row.gapBelow)
        GapRow::paint(painter, message.gapBelow(), row.gapBelow->state,
                      marks.hovered == MessageLayout::Part::GapBelow, marks.turn, style);
    if (!message.day().isNull())
        paintDay(painter, message.day(), message.dayText(), style);
    if (!message.unread().isNull())
        paintUnread(painter, message, style);

    if (marks.picking)
        paintPicked(painter, message, style, marks.picked);

    const QRectF bubble = message.bubble();
    const bool tailAtLeft = row.outgoing == (style.direction == Qt::RightToLeft);
    const bool compact = style.look == MessageLook::Compact;
    const auto around
        = [&](const QRectF &rect) { return compact ? linePath(rect) : bubblePath(rect, tailAtLeft); };
    const QPainterPath outline = around(bubble);
    if (!compact)
        paintBubble(painter, outline, row, style);
    if (marks.flashing) {
        QColor veil = style.accent;
        veil.setAlphaF(0.18F);
        painter.fillPath(outline, veil);
    }
    if (marks.focused) {
        painter.setPen(QPen(style.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(around(compact ? bubble : bubble.adjusted(-2, -2, 2, 2)));
    }

    if (!message.avatar().isNull() && !marks.picking) {
        paintAvatar(painter, message.avatar(),
                    AvatarLook{.address = row.sender, .name = row.senderName, .file = row.avatarFile},
                    style.paper);
    }
    if (!message.name().isNull()) {
        painter.setFont(style.name);
        painter.setPen(Theme::current().nameColor(row.sender));
        const QString name
            = QFontMetrics(style.name)
                  .elidedText(shownName(row.senderName), Qt::ElideRight, message.name().width());
        painter.drawText(message.name(), Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, name);
    }
    if (!message.quoteRect().isNull())
        paintQuote(painter, message, style, marks.hovered == MessageLayout::Part::Quote);
    if (!message.spoiler().isNull())
        paintSpoiler(painter, message, style, marks.hovered == MessageLayout::Part::Spoiler);
    if (!message.text().text.isEmpty())
        paintBody(painter, message, style, marks);

    painter.setFont(style.small);
    painter.setPen(style.softInk);
    if (!compact)
        painter.drawText(message.time(), Qt::AlignCenter | Qt::TextSingleLine, message.timeText());
    else if (!marks.picking)
        painter.drawText(message.time(), Qt::AlignLeading | Qt::TextSingleLine | Qt::TextDontClip,
                         message.timeText());
    if (!message.edited().isNull()) {
        QFont font = style.small;
        font.setUnderline(marks.hovered == MessageLayout::Part::Edited);
        painter.setFont(font);
        painter.drawText(message.edited(), Qt::AlignCenter | Qt::TextSingleLine, MessageLayout::editedText());
    }
    if (!message.mark().isNull())
        paintIcon(painter, message.mark(), Icons::Bookmark, style.accent);
    if (!message.state().isNull())
        paintState(painter, message.state(), row.changePending ? DeliveryState::Queued : row.state, style);
    for (const ReactionChip &chip : message.chips()) {
        const bool hovered = marks.hovered == MessageLayout::Part::Reaction && chip.reaction >= 0
            && chip.reaction == marks.hoveredReaction;
        paintChip(painter, chip, hovered, style);
    }
    if (!message.more().isNull()) {
        painter.setFont(style.small);
        painter.setPen(style.accent);
        painter.drawText(message.more(), Qt::AlignLeading | Qt::AlignVCenter, MessageLayout::moreText());
    }
    if (!message.failure().isNull()) {
        const bool mirrored = style.direction == Qt::RightToLeft;
        const QRect failure = message.failure();
        const QRectF icon(mirrored ? failure.right() - 15 : failure.left(), failure.top(), 16, 16);
        paintIcon(painter, icon, Icons::Warning, style.danger);
        painter.setPen(style.danger);
        painter.setFont(style.small);
        painter.drawText(mirrored ? failure.adjusted(0, 0, -22, 0) : failure.adjusted(22, 0, 0, 0),
                         int(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextWordWrap, message.failureText());
        paintButton(painter, message.retry(), MessageLayout::retryText(),
                    marks.hovered == MessageLayout::Part::Retry, style.accent, style);
        paintButton(painter, message.remove(), MessageLayout::deleteText(),
                    marks.hovered == MessageLayout::Part::Delete, style.danger, style);
    }
}

} // namespace tertulia
