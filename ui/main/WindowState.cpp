// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/WindowState.h"

#include "ui/settings/UiSettings.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace tertulia
{

using namespace Qt::StringLiterals;

WindowState::WindowState(UiSettings &settings, const QString &name)
    : m_settings(settings)
    , m_key(u"windows/"_s + name)
{
}

void WindowState::restore(QWidget &window, const QSize &fallback) const
{
    const QRect wanted = m_settings.value(m_key + u"/geometry"_s).toRect();
    if (!wanted.isValid()) {
        const QScreen *screen = QGuiApplication::primaryScreen();
        window.resize(screen ? fallback.boundedTo(screen->availableSize()) : fallback);
        return;
    }
    const QString name = m_settings.value(m_key + u"/screen"_s).toString();
    QScreen *home = nullptr;
    for (QScreen *screen : QGuiApplication::screens())
        if (screen->name() == name && screen->availableGeometry().intersects(wanted))
            home = screen;
    if (!home)
        home = QGuiApplication::screenAt(wanted.center());
    if (!home)
        home = QGuiApplication::primaryScreen();
    window.setGeometry(home ? clampedTo(wanted, home->availableGeometry()) : wanted);
    if (m_settings.value(m_key + u"/maximized"_s).toBool())
        window.setWindowState(window.windowState() | Qt::WindowMaximized);
}

void WindowState::save(const QWidget &window) const
{
    const bool enlarged = window.isMaximized() || window.isFullScreen();
    // What the window goes back to when it is no longer maximised.
    const QRect geometry = enlarged ? window.normalGeometry() : window.geometry();
    if (geometry.isValid())
        m_settings.setValue(m_key + u"/geometry"_s, geometry);
    m_settings.setValue(m_key + u"/maximized"_s, window.isMaximized());
    if (const QScreen *screen = window.screen())
        m_settings.setValue(m_key + u"/screen"_s, screen->name());
}

QRect clampedTo(const QRect &wanted, const QRect &available)
{
    QRect rect(wanted.topLeft(), wanted.size().boundedTo(available.size()));
    rect.moveLeft(std::clamp(rect.left(), available.left(), available.right() - rect.width() + 1));
    rect.moveTop(std::clamp(rect.top(), available.top(), available.bottom() - rect.height() + 1));
    return rect;
}

} // namespace tertulia
