// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QDialog>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace tertulia
{

class XmppSession;

/// Asks for the chat that messages are passed on to: those of the account, what was talked in last first,
/// then its other contacts; what is typed narrows them. Deletes itself.
class ForwardDialog : public QDialog
{
    Q_OBJECT
public:
    ForwardDialog(const XmppSession &session, int messages, QWidget *parent);

Q_SIGNALS:
    void chosen(const tertulia::Jid &peer);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const XmppSession &session);
    void choose();

    QLineEdit *m_search;
    QListView *m_list;
    QStandardItemModel *m_chats;
    QSortFilterProxyModel *m_found;
};

} // namespace tertulia
