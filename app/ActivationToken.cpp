// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ActivationToken.h"

#include "ui/widgets/BringForward.h"

#include <QGuiApplication>
#include <QRegularExpression>
#include <QWindow>

#include <utility>

// Its macros are common words: behind everything of ours.
#include <X11/Xlib.h>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

QString &lastToken()
{
    static QString token;
    return token;
}

/// When the click was, in the X server's milliseconds: what stands behind "_TIME" (Startup Notification 0.1);
/// 0, which is now, where the token does not say.
long timeOf(const QString &token)
{
    static const QRegularExpression pattern(u"_TIME([0-9]{1,10})$"_s);
    return pattern.match(token).captured(1).toLong();
}

/// Asks the window manager as one who shows windows in the person's stead (EWMH 1.5, _NET_ACTIVE_WINDOW,
/// source 2). Qt asks as a program that wants attention, and with the time of its own last event: the click
/// was elsewhere, so that this may be refused as stealing the focus.
void activateOnX11(QWindow &window)
{
    const QString token = std::exchange(lastToken(), {});
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    Display *display = x11 ? x11->display() : nullptr;
    if (token.isEmpty() || !display)
        return;
    XEvent event = {};
    event.xclient.type = ClientMessage;
    event.xclient.window = Window(window.winId());
    event.xclient.message_type = XInternAtom(display, "_NET_ACTIVE_WINDOW", False);
    event.xclient.format = 32;
    event.xclient.data.l[0] = 2;
    event.xclient.data.l[1] = timeOf(token);
    XSendEvent(display, DefaultRootWindow(display), False, SubstructureNotifyMask | SubstructureRedirectMask,
               &event);
    XFlush(display);
}

} // namespace

void useActivationToken(const QString &token)
{
    // Qt 6.4's Wayland plugin takes the token from the environment when a window asks to be activated, and
    // clears it.
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
    lastToken() = token;
}

void takeTokensOnX11()
{
    if (qGuiApp->nativeInterface<QNativeInterface::QX11Application>())
        setForwardHook(&activateOnX11);
}

} // namespace tertulia
