// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QDialog>

class QLabel;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace tertulia
{

class Accounts;

/// The messages of all accounts that were marked for later, the one marked last first. Enter goes to one.
class MarkedMessages : public QDialog
{
    Q_OBJECT
public:
    MarkedMessages(Accounts &accounts, QWidget *parent);

    static constexpr int kMost = 500; ///< of each account

Q_SIGNALS:
    void chosen(const tertulia::ConversationKey &chat, qint64 messageId);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void goTo();
    void unmark();
    void refresh();

    Accounts &m_accounts;
    QStandardItemModel *m_messages;
    QSortFilterProxyModel *m_found;
    QListView *m_list;
    QLabel *m_empty;
    QPushButton *m_open;
    QPushButton *m_unmark;
};

} // namespace tertulia
