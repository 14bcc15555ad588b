// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoPeople.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kSide = 128;

/// Gives the words their context.
class DemoWords
{
    Q_DECLARE_TR_FUNCTIONS(tertulia::DemoWords)
};

/// A small landscape: sky, one round thing in it, and hills before it.
QByteArray landscape(const QColor &high, const QColor &low, const QColor &disc, const QPointF &discAt,
                     const QColor &far, const QColor &near, bool peaks)
{
    QImage image(kSide, kSide, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient sky(0, 0, 0, kSide);
    sky.setColorAt(0, high);
    sky.setColorAt(1, low);
    painter.fillRect(image.rect(), sky);
    painter.setPen(Qt::NoPen);
    painter.setBrush(disc);
    painter.drawEllipse(discAt, 22, 22);
    const auto range = [&](const QColor &colour, double base, double height, double shift) {
        QPainterPath path(QPointF(-10, kSide + 10));
        path.lineTo(-10, base);
        for (int i = 0; i < 3; ++i) {
            const double left = -10 + i * 55 + shift;
            if (peaks) {
                path.lineTo(left + 27, base - height);
                path.lineTo(left + 55, base);
            } else {
                path.cubicTo(left + 18, base - height, left + 37, base - height, left + 55, base);
            }
        }
        path.lineTo(kSide + 60, kSide + 10);
        path.closeSubpath();
        painter.setBrush(colour);
        painter.drawPath(path);
    };
    range(far, 92, 34, -8);
    range(near, 112, 30, -30);
    painter.end();

    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}

} // namespace

QList<DemoPerson> demoPeople()
{
    return {
        {u"ana"_s,
         u"Ana García"_s,
         {DemoWords::tr("Friends")},
         landscape(0xf6b26b, 0xf9dfc1, 0xd9542b, QPointF(84, 58), 0xb5623c, 0x7c3a24, false)},
        {u"bruno"_s,
         u"Bruno Díaz"_s,
         {DemoWords::tr("Friends")},
         landscape(0x7fb3d5, 0xdbeaf2, 0xfdf6e3, QPointF(38, 36), 0x5f7f92, 0x2f4858, true)},
        {u"carla"_s,
         u"Carla Ríos"_s,
         {DemoWords::tr("Work")},
         landscape(0x2c3e6b, 0x8c6fa5, 0xf7e9b0, QPointF(90, 34), 0x2f6f7a, 0x173f4f, false)},
    };
}

QList<DemoMessage> demoMessages(const QDateTime &now)
{
    const QString carla = u"carla"_s;
    return {
        {carla, u"ana"_s,
         DemoWords::tr("Hello Ana! The gathering is on Friday at eight, in the café by the river."),
         now.addSecs(-26 * 60 * 60)},
        {carla, u"ana"_s, DemoWords::tr("Bring Bruno, he still owes us a story."), now.addSecs(-40 * 60)},
        {carla, u"bruno"_s, DemoWords::tr("Bruno, are you coming on Friday?"), now.addSecs(-35 * 60)},
    };
}

} // namespace tertulia
