// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/SpokenContacts.h"

#include "core/models/ContactRoles.h"
#include "ui/text/PlainText.h"
#include "ui/text/PresenceText.h"

namespace tertulia
{

using namespace Qt::StringLiterals;

QString groupTitle(const QModelIndex &group)
{
    const QString name = shownName(group.data(roles::Name).toString());
    const QString title = name.isEmpty() ? SpokenContacts::tr("Not in a group") : name;
    // Of one account's section.
    const QString owner = group.data(roles::AccountAddress).toString();
    return owner.isEmpty() ? title : QString(title + u" · "_s + shownAddress(owner));
}

QVariant SpokenContacts::data(const QModelIndex &index, int role) const
{
    if (role != Qt::AccessibleTextRole)
        return QIdentityProxyModel::data(index, role);
    if (index.data(roles::IsGroup).toBool())
        return tr("%1, %2 of %3 online", "group name, numbers")
            .arg(groupTitle(index))
            .arg(index.data(roles::OnlineCount).toInt())
            .arg(index.data(roles::TotalCount).toInt());
    QString text = shownName(index.data(roles::Name).toString()) + u", "_s + presenceLine(index);
    if (index.data(roles::Blocked).toBool())
        text += u", "_s + tr("blocked");
    return text;
}

} // namespace tertulia
