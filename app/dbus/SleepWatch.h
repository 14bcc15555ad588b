// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace tertulia
{

/// Says when the machine is about to sleep and when it woke, by logind, and holds the sleep up for a moment,
/// so that what is said at the last minute still leaves (SECURITY R13). Without logind it stays silent.
class SleepWatch : public QObject
{
    Q_OBJECT
public:
    /// `bus`: where logind is, the system bus.
    explicit SleepWatch(const QDBusConnection &bus, QObject *parent = nullptr);

    /// How long the machine is kept awake after aboutToSleep().
    static constexpr std::chrono::milliseconds kDelay{500};

Q_SIGNALS:
    void woke();
    /// The machine sleeps kDelay from now.
    void aboutToSleep();

private Q_SLOTS:
    void onPrepareForSleep(bool starting);

private:
    void inhibit();

    QDBusConnection m_bus;
    QDBusUnixFileDescriptor m_inhibitor; ///< while it is open the machine waits for us
    QTimer m_release;
};

} // namespace tertulia
