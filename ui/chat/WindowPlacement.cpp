// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/WindowPlacement.h"

#include <QGuiApplication>
#include <QScreen>
#include <QStringList>
#include <QWidget>

namespace tertulia
{

namespace
{

constexpr int kSmallest = 200;
constexpr int kLargest = 32000;

QString rectText(const QRect &rect)
{
    return QStringLiteral("%1,%2,%3,%4").arg(rect.x()).arg(rect.y()).arg(rect.width()).arg(rect.height());
}

QRect rectFrom(const QString &text)
{
    const QStringList parts = text.split(u',');
    if (parts.size() != 4)
        return {};
    int values[4] = {};
    for (int i = 0; i < 4; ++i) {
        bool ok = false;
        values[i] = parts[i].toInt(&ok);
        if (!ok || values[i] < -kLargest || values[i] > kLargest)
            return {};
    }
    return {values[0], values[1], values[2], values[3]};
}

} // namespace

QRect fittedInto(const QRect &wanted, const QRect &available)
{
    QRect rect = wanted;
    rect.setSize(rect.size().boundedTo(available.size()));
    rect.moveLeft(qBound(available.left(), rect.left(), available.right() + 1 - rect.width()));
    rect.moveTop(qBound(available.top(), rect.top(), available.bottom() + 1 - rect.height()));
    return rect;
}

WindowPlacement WindowPlacement::of(const QWidget &window)
{
    WindowPlacement placement;
    placement.maximized = window.isMaximized();
    placement.geometry = window.normalGeometry();
    if (!placement.geometry.isValid() || !placement.maximized)
        placement.geometry = window.geometry();
    if (const QScreen *screen = window.screen()) {
        placement.screen = screen->name();
        placement.screenGeometry = screen->geometry();
    }
    return placement;
}

QRect WindowPlacement::on(const QList<ScreenArea> &screens) const
{
    if (screens.isEmpty())
        return geometry;
    for (const ScreenArea &area : screens) {
        // The monitor may have been moved to another side of the desk.
        if (!screen.isEmpty() && area.name == screen)
            return fittedInto(geometry.translated(area.geometry.topLeft() - screenGeometry.topLeft()),
                              area.available);
    }
    for (const ScreenArea &area : screens) {
        if (area.geometry.contains(geometry.center()))
            return fittedInto(geometry, area.available);
    }
    return fittedInto(geometry, screens.first().available);
}

void WindowPlacement::applyTo(QWidget &window) const
{
    if (geometry.width() < kSmallest || geometry.height() < kSmallest)
        return;
    QList<ScreenArea> areas;
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (const QScreen *present : screens)
        areas << ScreenArea{present->name(), present->geometry(), present->availableGeometry()};
    window.setGeometry(on(areas));
    if (maximized)
        window.setWindowState(window.windowState() | Qt::WindowMaximized);
}

QString WindowPlacement::toText() const
{
    if (!geometry.isValid())
        return {};
    return rectText(geometry) + u';' + (maximized ? u'm' : u'n') + u';' + rectText(screenGeometry) + u';'
        + screen;
}

WindowPlacement WindowPlacement::fromText(const QString &text)
{
    const QStringList parts = text.split(u';');
    WindowPlacement placement;
    if (parts.size() < 4)
        return placement;
    placement.geometry = rectFrom(parts[0]);
    placement.maximized = parts[1] == u'm';
    placement.screenGeometry = rectFrom(parts[2]);
    placement.screen = parts.mid(3).join(u';');
    return placement.geometry.isValid() ? placement : WindowPlacement{};
}

} // namespace tertulia
