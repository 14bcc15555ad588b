// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <QRegion>

class QPainter;
class QStyleOption;
class QWidget;

namespace tertulia
{
struct Palette;
}

/// What TertuliaStyle makes all its controls of.
namespace tertulia::shapes
{

constexpr qreal kFieldRadius = 9;
constexpr qreal kSmallRadius = 6;

/// The colours of now.
[[nodiscard]] const Palette &tokens();
/// Whether the widget has a dynamic property that says what it is.
[[nodiscard]] bool is(const QWidget *widget, const char *property);
/// A rounded rectangle with a border that falls on whole pixels; without what has no valid colour.
void roundedBox(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border,
                qreal width = 1);
/// The pixels of a window in that shape.
[[nodiscard]] QRegion roundedRegion(const QRect &rect, qreal radius);
/// `share` (0 to 1) of `b` in `a`.
[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, float share);
/// Whether the keyboard is at it and can do something there.
[[nodiscard]] bool keyboardFocus(const QStyleOption *option);

} // namespace tertulia::shapes
