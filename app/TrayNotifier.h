// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notifications/Notifier.h"

class QSystemTrayIcon;

namespace tertulia
{

/// Notices as messages of the tray icon, where the desktop has no notification service; nothing where it has
/// no tray either. Only the last one can be clicked.
class TrayNotifier : public Notifier
{
    Q_OBJECT
public:
    explicit TrayNotifier(QSystemTrayIcon &tray, QObject *parent = nullptr);

    void show(const Notice &notice) override;
    void withdraw(const QString &tag) override;
    [[nodiscard]] bool isInhibited() const override { return false; }
    [[nodiscard]] QString description() const override;

private:
    QSystemTrayIcon &m_tray;
    QString m_lastTag;
};

} // namespace tertulia
