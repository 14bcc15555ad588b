// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace tertulia
{

/// Which groups a contact is in: boxes to tick, and a field for a new group.
class GroupsDialog : public QDialog
{
    Q_OBJECT
public:
    GroupsDialog(const QString &name, const QStringList &all, const QStringList &chosen, QWidget *parent);

Q_SIGNALS:
    void chosen(const QStringList &groups);

private:
    void addGroup();

    QListWidget *m_list;
    QLineEdit *m_new;
};

} // namespace tertulia
