// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QObject>

namespace tertulia
{

/// Sends `call` and hands the reply, or the error message that stands in its place, to `fn` from the event
/// loop; never if `context` is gone by then.
template <class F>
void callAsync(const QDBusConnection &bus, const QDBusMessage &call, QObject *context, F fn,
               int deadlineMs = 10'000)
{
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, deadlineMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [fn = std::move(fn)](QDBusPendingCallWatcher *done) mutable {
                         fn(done->reply());
                         done->deleteLater();
                     });
}

} // namespace tertulia
