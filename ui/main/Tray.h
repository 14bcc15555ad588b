// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;
class QSystemTrayIcon;

namespace tertulia
{

class MainWindow;
class XmppSession;

/// The icon in the tray: unread state, and a menu (UI e.10). Left click shows or hides the main window,
/// middle click opens the first unread chat.
class Tray : public QObject
{
    Q_OBJECT
public:
    explicit Tray(MainWindow &window);
    ~Tray() override;

    /// Whether the desktop shows it, and the person wants it.
    [[nodiscard]] bool isAvailable() const;
    [[nodiscard]] QSystemTrayIcon &icon() const { return *m_icon; }

private:
    void update();
    void showIfWanted();
    void fillMenu();
    void addMuting();
    void follow(XmppSession *session);
    void toggle();
    void openFirstUnread();

    MainWindow &m_window;
    QSystemTrayIcon *m_icon;
    QMenu *m_menu;
};

} // namespace tertulia
