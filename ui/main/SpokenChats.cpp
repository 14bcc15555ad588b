// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/SpokenChats.h"

#include "core/base/DeliveryState.h"
#include "core/models/Roles.h"
#include "ui/accounts/AccountMarks.h"
#include "ui/text/ChatTitle.h"
#include "ui/text/PlainText.h"
#include "ui/text/PresenceText.h"
#include "ui/text/SpoilerText.h"
#include "ui/text/TimeText.h"
#include "ui/widgets/RowPainter.h"

#include <QStringList>

namespace tertulia
{

using namespace Qt::StringLiterals;

QString chatPreview(const QModelIndex &row)
{
    const QString draft = shownLine(row.data(roles::Draft).toString());
    if (!draft.isEmpty())
        return SpokenChats::tr("Draft: %1").arg(draft);
    if (row.data(roles::Typing).toBool())
        return SpokenChats::tr("is typing…");
    if (row.data(roles::LastRetracted).toBool())
        return SpokenChats::tr("message retracted");
    if (row.data(roles::LastSpoiler).toBool())
        return spoilerText(row.data(roles::LastText).toString());
    return shownLine(row.data(roles::LastText).toString());
}

void SpokenChats::setMarks(const AccountMarks &marks)
{
    m_marks = &marks;
    const auto tell = [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0),
                               {RowPainter::kStripe, Qt::ToolTipRole, Qt::AccessibleTextRole});
    };
    connect(&marks, &AccountMarks::changed, this, tell);
    tell();
}

QVariant SpokenChats::data(const QModelIndex &index, int role) const
{
    const auto mark
        = [&] { return m_marks ? m_marks->mark(index.data(roles::Account).toString()) : AccountMark(); };
    if (role == RowPainter::kStripe)
        return int(mark().color);
    if (role == Qt::ToolTipRole)
        return shownToolTip(accountLine(mark()));
    if (role != Qt::AccessibleTextRole)
        return QIdentityProxyModel::data(index, role);
    QStringList parts{chatTitle(index)};
    const QVariant availability = index.data(roles::Availability);
    if (availability.isValid() && !index.data(roles::OwnAddress).toBool())
        parts.append(availabilityName(static_cast<Availability>(availability.toInt())));
    const QDateTime time = index.data(roles::LastTime).toDateTime();
    if (time.isValid())
        parts.append(listTime(time));
    const QString preview = chatPreview(index);
    if (!preview.isEmpty())
        parts.append(preview);
    if (index.data(roles::LastState).toInt() == static_cast<int>(DeliveryState::Failed))
        parts.append(tr("not sent"));
    if (const int unread = index.data(roles::Unread).toInt(); unread > 0)
        parts.append(tr("%n unread message(s)", nullptr, unread));
    else if (index.data(roles::MarkedUnread).toBool())
        parts.append(tr("marked as unread"));
    if (index.data(roles::Pinned).toBool())
        parts.append(tr("pinned"));
    if (index.data(roles::Muted).toBool())
        parts.append(tr("muted"));
    if (index.data(roles::Archived).toBool())
        parts.append(tr("archived"));
    if (const QString account = accountLine(mark()); !account.isEmpty())
        parts.append(account);
    return parts.join(u", "_s);
}

} // namespace tertulia
