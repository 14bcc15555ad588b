// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/XmppSession.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace tertulia
{

class Accounts;

/// What an account is called and told from others by, whether it is used, and how to log in again or be rid
/// of it.
class GeneralPage : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive this.
    GeneralPage(Accounts &accounts, XmppSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void logInRequested();
    /// The person agreed to it.
    void removalRequested();

private:
    void setEnabledAccount(bool enabled);
    void rename();
    void recolor(int choice);
    void askToRemove();
    void refresh();
    void paintSwatches();

    Accounts &m_accounts;
    XmppSession &m_session;
    QLineEdit *m_name;
    QComboBox *m_color;
    QCheckBox *m_enabled;
};

} // namespace tertulia
