// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/FoundMarks.h"

#include "ui/theme/Theme.h"

#include <QEvent>
#include <QPainter>

namespace tertulia
{

FoundMarks::FoundMarks(QWidget *page)
    : QWidget(page)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    page->installEventFilter(this);
    hide();
}

void FoundMarks::mark(const QList<QWidget *> &controls)
{
    m_controls.clear();
    for (QWidget *control : controls)
        m_controls << control;
    setGeometry(parentWidget()->rect());
    setVisible(!m_controls.isEmpty());
    raise();
    update();
}

QList<QWidget *> FoundMarks::marked() const
{
    QList<QWidget *> there;
    for (const QPointer<QWidget> &control : m_controls)
        if (control)
            there << control;
    return there;
}

bool FoundMarks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) {
        setGeometry(parentWidget()->rect());
        update();
    }
    return QWidget::eventFilter(watched, event);
}

void FoundMarks::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = Theme::current().palette().accent;
    QColor wash = accent;
    wash.setAlphaF(0.12F);
    painter.setPen(QPen(accent, 1.5));
    painter.setBrush(wash);
    for (const QPointer<QWidget> &control : m_controls) {
        if (!control || !control->isVisibleTo(parentWidget()))
            continue;
        const QRect place(control->mapTo(parentWidget(), QPoint()), control->size());
        painter.drawRoundedRect(QRectF(place).adjusted(-4, -2, 4, 2), 9, 9);
    }
}

} // namespace tertulia
