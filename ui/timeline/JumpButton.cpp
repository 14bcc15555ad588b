// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/JumpButton.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QLocale>
#include <QPainter>

namespace tertulia
{

namespace
{
constexpr int kCircle = 40;
constexpr int kBadge = 19;
} // namespace

JumpButton::JumpButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setCursor(Qt::ArrowCursor);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Jump to the newest message"));
    setToolTip(accessibleName());
    resize(sizeHint());
}

void JumpButton::setCount(int count)
{
    if (m_count == count)
        return;
    m_count = count;
    setAccessibleDescription(count > 0 ? tr("%n new message(s)", nullptr, count) : QString());
    update();
}

QSize JumpButton::sizeHint() const
{
    return {kCircle + 4, kCircle + kBadge / 2 + 4};
}

void JumpButton::paintEvent(QPaintEvent *)
{
    const Palette &colors = Theme::current().palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF circle((width() - kCircle) / 2.0 + 0.5, kBadge / 2.0 + 0.5, kCircle - 1, kCircle - 1);
    painter.setPen(QPen(hasFocus() ? colors.focus : colors.line, hasFocus() ? 2 : 1));
    painter.setBrush(isDown() || underMouse() ? colors.hover : colors.field);
    painter.drawEllipse(circle);
    paintIcon(painter, QRectF(circle.center() - QPointF(10, 10), QSizeF(20, 20)), Icons::ArrowDown,
              colors.softInk);
    if (m_count == 0)
        return;
    const QFont small = Theme::current().font(0.82, QFont::Bold);
    painter.setFont(small);
    const QString text = m_count > 999 ? QStringLiteral("999+") : locale().toString(m_count);
    const int textWidth = qMax(kBadge, QFontMetrics(small).horizontalAdvance(text) + 12);
    const QRectF badge((width() - textWidth) / 2.0, 0, textWidth, kBadge);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.accent);
    painter.drawRoundedRect(badge, kBadge / 2.0, kBadge / 2.0);
    painter.setPen(colors.onAccent);
    painter.drawText(badge, Qt::AlignCenter, text);
}

} // namespace tertulia
