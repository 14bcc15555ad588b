// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/StyleShapes.h"

#include "ui/theme/Theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace tertulia::shapes
{

const Palette &tokens()
{
    return Theme::current().palette();
}

bool is(const QWidget *widget, const char *property)
{
    return widget && widget->property(property).toBool();
}

void roundedBox(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border,
                qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    const qreal inset = border.isValid() ? width / 2 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

QRegion roundedRegion(const QRect &rect, qreal radius)
{
    QPainterPath outline;
    outline.addRoundedRect(rect, radius, radius);
    return QRegion(outline.toFillPolygon().toPolygon());
}

QColor mixed(const QColor &a, const QColor &b, float share)
{
    const float rest = 1 - share;
    return QColor::fromRgbF(a.redF() * rest + b.redF() * share, a.greenF() * rest + b.greenF() * share,
                            a.blueF() * rest + b.blueF() * share);
}

bool keyboardFocus(const QStyleOption *option)
{
    return option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_Enabled);
}

} // namespace tertulia::shapes
