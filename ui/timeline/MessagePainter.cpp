// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/MessagePainter.h"

#include "ui/text/PlainText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"

#include <QPainter>
#include <QPainterPath>

namespace tertulia
{

namespace
{

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

void paintBody(QPainter &painter, const MessageLayout &message, const TimelineStyle &style,
               const MessageMarks &marks)
{
    QList<QTextLayout::FormatRange> ranges;
    for (qsizetype i = 0; i < marks.found.size(); ++i) {
        QTextLayout::FormatRange range;
        range.start = marks.found[i].first;
        range.length = marks.found[i].second;
        const bool current = i == marks.currentFound;
        range.format.setBackground(current ? style.accent : style.found);
        range.format.setForeground(current ? style.onAccent : style.onFound);
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
    painter.setPen(style.ink);
    message.body().draw(&painter, message.bodyOrigin(), ranges, painter.clipBoundingRect());
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
    if (!message.day().isNull())
        paintDay(painter, message.day(), message.dayText(), style);
    if (!message.unread().isNull())
        paintUnread(painter, message, style);

    const QRectF bubble = message.bubble();
    const bool tailAtLeft = row.outgoing == (style.direction == Qt::RightToLeft);
    const QPainterPath outline = bubblePath(bubble, tailAtLeft);
    painter.setPen(style.bubbleBorder);
    painter.setBrush(row.outgoing ? style.ownBubble : style.otherBubble);
    painter.drawPath(outline);
    if (marks.flashing) {
        QColor veil = style.accent;
        veil.setAlphaF(0.18F);
        painter.fillPath(outline, veil);
    }
    if (marks.focused) {
        painter.setPen(QPen(style.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(bubblePath(bubble.adjusted(-2, -2, 2, 2), tailAtLeft));
    }

    if (!message.avatar().isNull()) {
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
    paintBody(painter, message, style, marks);

    painter.setFont(style.small);
    painter.setPen(style.softInk);
    painter.drawText(message.time(), Qt::AlignCenter | Qt::TextSingleLine, message.timeText());
    if (!message.state().isNull())
        paintState(painter, message.state(), row.state, style);
    if (!message.more().isNull()) {
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
