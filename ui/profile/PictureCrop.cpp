// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/PictureCrop.h"

#include "ui/accessibility/AccessibleRole.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

#include <algorithm>

namespace tertulia
{

PictureCrop::PictureCrop(QWidget *parent)
    : QWidget(parent)
{
    announceAsPicture(this);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::OpenHandCursor);
    setAccessibleName(tr("Part of the picture"));
    setAccessibleDescription(tr("Arrow keys move it; plus and minus change how much is shown"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, &QWidget::updateGeometry);
}

QSize PictureCrop::sizeHint() const
{
    const int length = Theme::current().px(260);
    return {length, length};
}

QSize PictureCrop::minimumSizeHint() const
{
    // A low window must not make an egg of the circle.
    return sizeHint();
}

void PictureCrop::setPicture(const QImage &picture)
{
    m_picture = picture;
    m_middle = QPointF(picture.width() / 2.0, picture.height() / 2.0);
    m_zoom = 1;
    update();
    Q_EMIT zoomChanged(m_zoom);
}

double PictureCrop::side() const
{
    return std::max(1.0, std::min(m_picture.width(), m_picture.height()) / m_zoom);
}

double PictureCrop::scale() const
{
    return side() / std::max(1, std::min(width(), height()));
}

QRect PictureCrop::chosen() const
{
    const double length = side();
    const int whole = std::max(1, int(length));
    const QRect square(int(m_middle.x() - length / 2), int(m_middle.y() - length / 2), whole, whole);
    return square & m_picture.rect();
}

void PictureCrop::setZoom(double zoom)
{
    const double wanted = std::clamp(zoom, 1.0, kNearest);
    if (qFuzzyCompare(wanted, m_zoom))
        return;
    m_zoom = wanted;
    keepInside();
    update();
    Q_EMIT zoomChanged(m_zoom);
}

void PictureCrop::keepInside()
{
    const double half = side() / 2;
    m_middle.setX(std::clamp(m_middle.x(), half, std::max(half, m_picture.width() - half)));
    m_middle.setY(std::clamp(m_middle.y(), half, std::max(half, m_picture.height() - half)));
}

void PictureCrop::move(const QPointF &by)
{
    m_middle += by * scale();
    keepInside();
    update();
}

void PictureCrop::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const Palette &colors = Theme::current().palette();
    const QRectF frame(rect());
    painter.drawImage(frame, m_picture, QRectF(chosen()));
    // What is outside of the circle is seen by nobody.
    QPainterPath outside;
    outside.addRect(frame);
    outside.addEllipse(frame.adjusted(1, 1, -1, -1));
    QColor veil = colors.pane;
    veil.setAlphaF(0.8F);
    painter.fillPath(outside, veil);
    painter.setPen(QPen(hasFocus() ? colors.focus : colors.line, hasFocus() ? 2 : 1));
    painter.drawEllipse(frame.adjusted(1, 1, -1, -1));
}

void PictureCrop::mousePressEvent(QMouseEvent *event)
{
    m_grabbed = event->position();
}

void PictureCrop::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    move(m_grabbed - event->position());
    m_grabbed = event->position();
}

void PictureCrop::wheelEvent(QWheelEvent *event)
{
    setZoom(m_zoom * (event->angleDelta().y() > 0 ? 1.1 : 1 / 1.1));
    event->accept();
}

void PictureCrop::keyPressEvent(QKeyEvent *event)
{
    constexpr double kStep = 8;
    switch (event->key()) {
    case Qt::Key_Left:
        move({-kStep, 0});
        break;
    case Qt::Key_Right:
        move({kStep, 0});
        break;
    case Qt::Key_Up:
        move({0, -kStep});
        break;
    case Qt::Key_Down:
        move({0, kStep});
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(m_zoom * 1.1);
        break;
    case Qt::Key_Minus:
        setZoom(m_zoom / 1.1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace tertulia
