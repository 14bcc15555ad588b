// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QString>

namespace tertulia
{

/// Whether the person's session is locked, by logind's LockedHint or by the desktop's screen saver; then
/// notices show no content (SECURITY A129). False where nobody says.
class ScreenLock : public QObject
{
    Q_OBJECT
public:
    /// `system`: where logind is; `session`: where the screen saver is.
    ScreenLock(const QDBusConnection &system, const QDBusConnection &session, QObject *parent = nullptr);

    [[nodiscard]] bool isLocked() const { return m_hinted || m_saving; }

Q_SIGNALS:
    void changed(bool locked);

private Q_SLOTS:
    void onProperties(const QString &interface, const QVariantMap &changed);
    void onSaver(bool active);

private:
    void watch(const QString &session);
    void watchSaver(const QString &service, const QString &path);
    void setHinted(bool locked);
    /// Notes it, and tells if that made a difference.
    void update(bool &fact, bool value);

    QDBusConnection m_system;
    QDBusConnection m_session;
    bool m_hinted = false; ///< what logind says
    bool m_saving = false; ///< what the screen saver says
};

} // namespace tertulia
