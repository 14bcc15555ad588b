// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace tertulia
{

/// A picture of which a square is to be chosen, shown round as others will see it: dragged, or moved with the
/// arrow keys; nearer with the wheel or plus and minus.
class PictureCrop : public QWidget
{
    Q_OBJECT
public:
    explicit PictureCrop(QWidget *parent = nullptr);

    void setPicture(const QImage &picture);
    /// What is chosen, square, in pixels of the picture.
    [[nodiscard]] QRect chosen() const;
    [[nodiscard]] QImage square() const { return m_picture.copy(chosen()); }
    /// 1: as much as fits, up to kNearest.
    void setZoom(double zoom);
    [[nodiscard]] double zoom() const { return m_zoom; }
    static constexpr double kNearest = 6;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void zoomChanged(double zoom);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Moves the middle by so many pixels of the widget.
    void move(const QPointF &by);
    void keepInside();
    /// Pixels of the picture for one of the widget.
    [[nodiscard]] double scale() const;
    [[nodiscard]] double side() const; ///< of the square, in pixels of the picture

    QImage m_picture;
    QPointF m_middle; ///< of the square, in pixels of the picture
    QPointF m_grabbed;
    double m_zoom = 1;
};

} // namespace tertulia
