// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/SendButton.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimerEvent>

namespace tertulia
{

namespace
{
constexpr int kWidth = 40;
constexpr int kHeight = 40;
constexpr int kRadius = 9;
constexpr int kHoldMs = 600;
} // namespace

SendButton::SendButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize SendButton::sizeHint() const
{
    return {Theme::current().px(kWidth), Theme::current().px(kHeight)};
}

void SendButton::paintEvent(QPaintEvent *)
{
    const Palette &colors = Theme::current().palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = colors.accent;
    if (isDown())
        fill = Theme::current().isDark() ? fill.lighter(112) : fill.darker(118);
    else if (underMouse())
        fill = Theme::current().isDark() ? fill.lighter(106) : fill.darker(108);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect(), kRadius, kRadius);
    if (hasFocus()) {
        painter.setPen(QPen(colors.onAccent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3), kRadius - 3, kRadius - 3);
    }
    const qreal side = Theme::current().px(20);
    const QRectF place(rect().center().x() + 0.5 - side / 2, rect().center().y() + 0.5 - side / 2, side,
                       side);
    paintIcon(painter, place, Icons::Send, colors.onAccent, layoutDirection() == Qt::RightToLeft);
}

void SendButton::mousePressEvent(QMouseEvent *event)
{
    QAbstractButton::mousePressEvent(event);
    if (isDown())
        m_held.start(kHoldMs, this);
}

void SendButton::mouseReleaseEvent(QMouseEvent *event)
{
    m_held.stop();
    QAbstractButton::mouseReleaseEvent(event);
}

void SendButton::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_held.timerId()) {
        QAbstractButton::timerEvent(event);
        return;
    }
    m_held.stop();
    if (!isDown())
        return;
    // No click comes of it.
    setDown(false);
    Q_EMIT laterRequested();
}

void SendButton::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    Q_EMIT laterRequested();
}

void SendButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void SendButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace tertulia
