// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"
#include "core/session/AccountSettings.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace tertulia
{

class Accounts;

/// The program in the tray (UI e.10): its icon tells unread messages and one's status by shape; its menu
/// shows or hides the main window, sets the status and opens unread chats. Says what the person wants; others
/// do it.
class TrayIcon : public QObject
{
    Q_OBJECT
public:
    explicit TrayIcon(Accounts &accounts, QObject *parent = nullptr);

    /// Whether the desktop has a tray at all. Where it has none, nothing must hide there (R7).
    [[nodiscard]] static bool isAvailable() { return QSystemTrayIcon::isSystemTrayAvailable(); }
    void show() { m_icon.show(); }
    [[nodiscard]] QSystemTrayIcon &icon() { return m_icon; }
    [[nodiscard]] QMenu &menu() { return m_menu; }

Q_SIGNALS:
    /// Show the main window, or hide it.
    void toggleRequested();
    void chatRequested(const tertulia::ConversationKey &key);
    void newChatRequested();
    void quitRequested();

private:
    void updateIcon();
    void fillMenu();
    void addStatusMenu();
    void addUnreadChats();
    void openFirstUnread();

    Accounts &m_accounts;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
};

} // namespace tertulia
