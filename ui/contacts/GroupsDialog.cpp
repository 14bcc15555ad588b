// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/GroupsDialog.h"

#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace tertulia
{

GroupsDialog::GroupsDialog(const QString &name, const QStringList &all, const QStringList &chosenGroups,
                           QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_new(new QLineEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Groups"));
    auto *title = new QLabel(this);
    title->setTextFormat(Qt::PlainText);
    title->setText(tr("Groups of %1").arg(shownName(name)));
    title->setFont(Theme::current().font(1.1, QFont::Bold));
    m_list->setAccessibleName(tr("Groups"));
    for (const QString &group : all) {
        auto *item = new QListWidgetItem(shownName(group), m_list);
        item->setData(Qt::UserRole, group);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosenGroups.contains(group) ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setVisible(m_list->count() > 0);
    m_list->setMinimumHeight(Theme::current().px(140));
    m_new->setAccessibleName(tr("New group"));
    m_new->setPlaceholderText(tr("New group"));
    m_new->setMaxLength(100);
    auto *add = new QPushButton(tr("Add"), this);
    add->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_new, 1);
    row->addWidget(add);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *done = new PrimaryButton(tr("Save"), this);
    done->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(done);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 18);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(m_list);
    layout->addLayout(row);
    layout->addSpacing(6);
    layout->addLayout(buttons);
    setMinimumWidth(Theme::current().px(340));
    connect(add, &QPushButton::clicked, this, &GroupsDialog::addGroup);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(done, &QPushButton::clicked, this, [this] {
        addGroup();
        QStringList groups;
        for (int i = 0; i < m_list->count(); ++i)
            if (m_list->item(i)->checkState() == Qt::Checked)
                groups.append(m_list->item(i)->data(Qt::UserRole).toString());
        accept();
        Q_EMIT chosen(groups);
    });
}

void GroupsDialog::addGroup()
{
    const QString name = m_new->text().trimmed();
    m_new->clear();
    if (name.isEmpty())
        return;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(Qt::UserRole).toString() == name) {
            m_list->item(i)->setCheckState(Qt::Checked);
            return;
        }
    }
    auto *item = new QListWidgetItem(shownName(name), m_list);
    item->setData(Qt::UserRole, name);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(Qt::Checked);
    m_list->show();
}

} // namespace tertulia
