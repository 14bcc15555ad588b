// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/StepMark.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QTimerEvent>

namespace tertulia
{

StepMark::StepMark(StepState state, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize StepMark::sizeHint() const
{
    const int side = Theme::current().px(20);
    return {side, side};
}

void StepMark::paintEvent(QPaintEvent *)
{
    const Palette &p = Theme::current().palette();
    QPainter painter(this);
    const QRectF square(QPointF(0, 0), QSizeF(sizeHint()));
    switch (m_state) {
    case StepState::Done:
        paintIcon(painter, square, Icons::Check, p.success);
        break;
    case StepState::Failed:
        paintIcon(painter, square, Icons::Cross, p.danger);
        break;
    case StepState::Waiting:
    case StepState::Running:
        if (!m_turn.isActive()) {
            paintIcon(painter, square, Icons::Clock, p.softInk);
            break;
        }
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.translate(square.center());
        painter.rotate(m_angle);
        painter.translate(-square.center());
        paintIcon(painter, square, Icons::Spinner, p.accent);
        break;
    }
}

void StepMark::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_turn.timerId())
        return;
    m_angle = (m_angle + 30) % 360;
    QWidget::update();
}

void StepMark::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_state == StepState::Running && Theme::current().motionMs() > 0)
        m_turn.start(80, this);
}

void StepMark::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_turn.stop();
}

} // namespace tertulia
