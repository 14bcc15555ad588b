// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/XmppSession.h"

#include <QDialog>
#include <QPointer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace tertulia
{

class Accounts;
class FactsGrid;

/// How an account proves itself: where its password is kept, what is demanded of the connection, what was
/// trusted by hand, and where it is logged in.
class SecurityPage : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive this.
    SecurityPage(Accounts &accounts, XmppSession &session, QWidget *parent = nullptr);

private:
    void refresh();
    void changed(const AccountSettings &settings);
    void reconnect();

    XmppSession &m_session;
    QLabel *m_kept;
    QCheckBox *m_requireBinding;
    QWidget *m_later;
    QWidget *m_trusted;
    FactsGrid *m_pins;
    QString m_keychain; ///< its name; empty without
    QPointer<QDialog> m_change;
    bool m_probed = false;
};

} // namespace tertulia
