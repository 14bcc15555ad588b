// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QFormLayout;
class QVBoxLayout;

namespace tertulia
{

class MainWindow;

/// What can be chosen so far. Everything applies at once.
class PreferencesWindow : public QDialog
{
    Q_OBJECT
public:
    explicit PreferencesWindow(MainWindow &window);

private:
    QFormLayout *addSection(const QString &title);
    void addAppearance();
    void addChats();
    void addNotifications();
    void addSystem();
    void addAccounts();
    void fillAccounts();

    MainWindow &m_window;
    QVBoxLayout *m_sections;
    QVBoxLayout *m_accountRows = nullptr;
};

} // namespace tertulia
