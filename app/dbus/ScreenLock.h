// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QString>

namespace tertulia
{

/// Whether the person's session is locked, by logind's LockedHint; then notices show no content (SECURITY
/// A129). False where nobody says.
class ScreenLock : public QObject
{
    Q_OBJECT
public:
    /// `bus`: where logind is, the system bus.
    explicit ScreenLock(const QDBusConnection &bus, QObject *parent = nullptr);

    [[nodiscard]] bool isLocked() const { return m_locked; }

Q_SIGNALS:
    void changed(bool locked);

private Q_SLOTS:
    void onProperties(const QString &interface, const QVariantMap &changed);

private:
    void watch(const QString &session);
    void setLocked(bool locked);

    QDBusConnection m_bus;
    bool m_locked = false;
};

} // namespace tertulia
