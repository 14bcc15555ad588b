// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMenu;

namespace tertulia
{

class MainWindow;

/// The menu bar with its keys, and the same menus behind the side pane's button for when the bar is hidden.
class MainMenus : public QObject
{
    Q_OBJECT
public:
    explicit MainMenus(MainWindow &window);

    /// Everything in one menu, for the button.
    [[nodiscard]] QMenu *combined() const { return m_combined; }

private:
    QMenu *addMenu(const QString &title);
    void makeFile();
    void makeChat();
    void makeContacts();
    void makeView();
    void makeTools();
    void makeWindow();
    void makeHelp();
    void makeHiddenKeys();
    void fillWindows();

    MainWindow &m_window;
    QMenu *m_combined;
    QMenu *m_windows = nullptr;
};

} // namespace tertulia
