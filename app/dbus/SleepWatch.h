// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>

namespace tertulia
{

/// Says when connections are worth looking at: the machine woke (logind) or the network came back. Without
/// either source it stays silent.
class SleepWatch : public QObject
{
    Q_OBJECT
public:
    /// `bus`: where logind is, the system bus.
    explicit SleepWatch(const QDBusConnection &bus, QObject *parent = nullptr);

Q_SIGNALS:
    void woke();
    /// The machine is about to sleep; there is about a second.
    void aboutToSleep();

private Q_SLOTS:
    void onPrepareForSleep(bool starting);

private:
    void watchNetwork();
};

} // namespace tertulia
