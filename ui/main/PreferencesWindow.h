// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/AccountsPage.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QListWidget;
class QStackedWidget;
class QVBoxLayout;

namespace tertulia
{

class MainWindow;

/// What can be chosen so far, a page for each matter. Everything applies at once.
class PreferencesWindow : public QDialog
{
    Q_OBJECT
public:
    explicit PreferencesWindow(MainWindow &window);

    void openAccount(const QString &accountId, AccountsPage::Tab tab);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QVBoxLayout *addPage(const QString &title);
    QFormLayout *addForm(const QString &title);
    void addAppearance();
    void addChats();
    void addNotifications();
    void addSystem();

    MainWindow &m_window;
    QListWidget *m_list;
    QComboBox *m_choice; ///< in place of the list in a narrow window
    QStackedWidget *m_pages;
    AccountsPage *m_accounts;
};

} // namespace tertulia
