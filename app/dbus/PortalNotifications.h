// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notifications/Notifier.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QHash>
#include <QVariantMap>

namespace tertulia
{

/// Notices through org.freedesktop.portal.Notification, which a sandbox has where the service itself is out
/// of reach. No answers are typed into its bubbles. Where there is no portal either, notices go to the
/// fallback.
class PortalNotifications : public Notifier
{
    Q_OBJECT
public:
    explicit PortalNotifications(const QDBusConnection &bus, QObject *parent = nullptr);

    /// Shows what cannot be shown here; not owned, may be null.
    void setFallback(Notifier *fallback);

    void show(const Notice &notice) override;
    void withdraw(const QString &tag) override;
    [[nodiscard]] bool isInhibited() const override { return false; }
    [[nodiscard]] QString description() const override;

private Q_SLOTS:
    void onAction(const QString &id, const QString &action, const QVariantList &parameters);

private:
    void meetPortal();
    void add(const Notice &notice);

    struct Bubble {
        QString tag;
        quint64 number = 0; ///< of the call that added it last
    };
    enum class Portal { Absent, Asked, Known };

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    Notifier *m_fallback = nullptr;
    Portal m_portal = Portal::Asked;
    QHash<QString, Notice> m_waiting; ///< by tag, until it is known whether there is a portal
    QHash<QString, Bubble> m_bubbles; ///< those that may be there, by their id
    quint64 m_lastAdded = 0;
};

} // namespace tertulia
