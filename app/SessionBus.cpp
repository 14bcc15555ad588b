// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SessionBus.h"

#include <QObject>

#include <atomic>
#include <memory>

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include <QDBusConnection>
#include <QLibrary>
#include <QThreadPool>
#endif

namespace tertulia::sessionbus
{

using namespace Qt::StringLiterals;

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)

namespace
{

std::atomic<bool> s_known = false;

/// GLib, which libsecret speaks to the bus with, ends a program whose bus goes away; ours has other things to
/// do (SECURITY F36).
void outliveTheBus()
{
    QLibrary gio(u"gio-2.0"_s, 0);
    using BusGet = void *(*)(int, void *, void **);
    using SetExitOnClose = void (*)(void *, int);
    const auto busGet = reinterpret_cast<BusGet>(gio.resolve("g_bus_get_sync"));
    const auto setExitOnClose
        = reinterpret_cast<SetExitOnClose>(gio.resolve("g_dbus_connection_set_exit_on_close"));
    if (!busGet || !setExitOnClose)
        return;
    constexpr int kSession = 2; // G_BUS_TYPE_SESSION
    // The one connection that all of the process share; kept, so that it is the one libsecret gets.
    if (void *connection = busGet(kSession, nullptr, nullptr))
        setExitOnClose(connection, 0);
}

bool connected()
{
    return QDBusConnection::sessionBus().isConnected();
}

} // namespace

Task<bool> known()
{
    if (s_known)
        return Task<bool>::completed(connected());
    auto promise = std::make_shared<Promise<bool>>();
    auto task = promise->task();
    // Brings the answer back to this thread; deletes itself with it.
    auto *messenger = new QObject;
    QThreadPool::globalInstance()->start([messenger, promise]() mutable {
        if (connected() && !s_known)
            outliveTheBus();
        s_known = true;
        QMetaObject::invokeMethod(messenger, [messenger, promise = std::move(promise)] {
            promise->finish(connected());
            messenger->deleteLater();
        });
    });
    return task;
}

#else

Task<bool> known()
{
    return Task<bool>::completed(true);
}

#endif

} // namespace tertulia::sessionbus
