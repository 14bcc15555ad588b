// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/BringForward.h"

#include <QWidget>
#include <QWindow>

#include <utility>

namespace tertulia
{

namespace
{

std::function<void(QWindow &)> &hook()
{
    static std::function<void(QWindow &)> installed;
    return installed;
}

} // namespace

void bringForward(QWidget &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
    if (hook() && window.windowHandle())
        hook()(*window.windowHandle());
}

void setForwardHook(std::function<void(QWindow &)> wanted)
{
    hook() = std::move(wanted);
}

} // namespace tertulia
