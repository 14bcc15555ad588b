// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/idle/XssIdleSource.h"

#include <QGuiApplication>

#include <memory>

// Its macros are common words: behind everything of ours.
#include <X11/extensions/scrnsaver.h>

namespace tertulia
{

using std::chrono::milliseconds;

namespace
{

IdleTime ask()
{
    // Other platforms may have the interface too, without a display behind it.
    const auto *x11 = qGuiApp ? qGuiApp->nativeInterface<QNativeInterface::QX11Application>() : nullptr;
    Display *display = x11 ? x11->display() : nullptr;
    if (!display || qgetenv("XDG_SESSION_TYPE") == "wayland")
        return {};
    int event = 0;
    int error = 0;
    if (!XScreenSaverQueryExtension(display, &event, &error))
        return {};
    const std::unique_ptr<XScreenSaverInfo, int (*)(void *)> info(XScreenSaverAllocInfo(), &XFree);
    if (!info || !XScreenSaverQueryInfo(display, DefaultRootWindow(display), info.get()))
        return {};
    return milliseconds(info->idle);
}

} // namespace

Task<IdleTime> XssIdleSource::idleTime()
{
    return Task<IdleTime>::completed(ask());
}

} // namespace tertulia
