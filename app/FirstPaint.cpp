// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/FirstPaint.h"

#include <QEvent>
#include <QGuiApplication>
#include <QWindow>

#include <chrono>

namespace tertulia
{

using namespace std::chrono_literals;

FirstPaint::FirstPaint(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { finish(false); });
    m_patience.start(1s);
}

void FirstPaint::skip()
{
    finish(false);
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_exposed && event->type() == QEvent::Expose) {
        const auto *window = qobject_cast<QWindow *>(watched);
        if (window && window->isExposed()) {
            m_exposed = true;
            // Said once the expose event has been handled, that is, painted.
            QMetaObject::invokeMethod(this, [this] { finish(true); }, Qt::QueuedConnection);
        }
    }
    return QObject::eventFilter(watched, event);
}

void FirstPaint::finish(bool painted)
{
    if (std::exchange(m_over, true))
        return;
    m_patience.stop();
    qApp->removeEventFilter(this);
    Q_EMIT over(painted);
}

} // namespace tertulia
