// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TrayNotifier.h"

#include <QSystemTrayIcon>

namespace tertulia
{

TrayNotifier::TrayNotifier(QSystemTrayIcon &tray, QObject *parent)
    : Notifier(parent)
    , m_tray(tray)
{
    connect(&m_tray, &QSystemTrayIcon::messageClicked, this, [this] {
        if (!m_lastTag.isEmpty())
            Q_EMIT activated(m_lastTag, {});
    });
}

void TrayNotifier::show(const Notice &notice)
{
    if (!m_tray.isVisible() || !QSystemTrayIcon::supportsMessages())
        return;
    m_lastTag = notice.tag;
    m_tray.showMessage(notice.title, notice.body, m_tray.icon());
}

void TrayNotifier::withdraw(const QString &tag)
{
    if (m_lastTag == tag)
        m_lastTag.clear();
}

QString TrayNotifier::description() const
{
    return m_tray.isVisible() ? tr("Messages of the tray icon") : tr("No notification service was found.");
}

} // namespace tertulia
