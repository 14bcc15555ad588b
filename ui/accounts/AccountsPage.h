// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/XmppSession.h"

#include <QPointer>
#include <QWidget>

class QListWidget;
class QStackedWidget;
class QTabBar;

namespace tertulia
{

class Accounts;

/// The accounts and, of the one chosen, its pages (UI e.7).
class AccountsPage : public QWidget
{
    Q_OBJECT
public:
    enum class Tab { General, Security, Connection, Privacy, Archive };

    /// `accounts` must outlive this.
    explicit AccountsPage(Accounts &accounts, QWidget *parent = nullptr);

    void open(const QString &accountId, Tab tab);

Q_SIGNALS:
    void addRequested();
    void logInRequested(tertulia::XmppSession *session);
    /// Something did not work, in words.
    void failed(const QString &sentence);

private:
    void fill();
    void tellState(const QString &accountId);
    void choose();
    void remove(const QString &accountId);

    Accounts &m_accounts;
    QListWidget *m_list;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QPointer<XmppSession> m_shown;
};

} // namespace tertulia
