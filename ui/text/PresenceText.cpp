// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/PresenceText.h"

#include "core/models/Roles.h"
#include "core/stanza/Subscription.h"
#include "ui/text/PlainText.h"
#include "ui/text/TimeText.h"

#include <QCoreApplication>
#include <QModelIndex>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

struct PresenceText {
    Q_DECLARE_TR_FUNCTIONS(PresenceText)
};

} // namespace

QString availabilityName(Availability availability)
{
    switch (availability) {
    case Availability::Chat:
        return PresenceText::tr("Free for chat");
    case Availability::Available:
        return PresenceText::tr("Available");
    case Availability::Away:
        return PresenceText::tr("Away");
    case Availability::ExtendedAway:
        return PresenceText::tr("Not available");
    case Availability::DoNotDisturb:
        return PresenceText::tr("Do not disturb");
    case Availability::Offline:
        return PresenceText::tr("Offline");
    }
    return {};
}

QString presenceLine(Availability availability, const QString &status, const QDateTime &since)
{
    QString line = availabilityName(availability);
    const bool away = availability == Availability::Away || availability == Availability::ExtendedAway;
    if (since.isValid() && away && since.secsTo(QDateTime::currentDateTimeUtc()) >= 60)
        line = PresenceText::tr("%1, %2", "state, how long").arg(line, elapsedTime(since));
    if (since.isValid() && availability == Availability::Offline)
        line = PresenceText::tr("Last seen: %1", "when").arg(listTime(since));
    const QString said = shownLine(status);
    if (!said.isEmpty())
        line += u" · "_s + said;
    return line;
}

QString presenceLine(const QModelIndex &row)
{
    if (row.data(roles::Typing).toBool())
        return PresenceText::tr("is typing…");
    const QVariant subscription = row.data(roles::Subscription);
    if (subscription.isValid()) {
        const auto state = static_cast<SubscriptionState>(subscription.toInt());
        if (state == SubscriptionState::None || state == SubscriptionState::From)
            return row.data(roles::AskPending).toBool() ? PresenceText::tr("Waiting for their answer")
                                                        : PresenceText::tr("Does not show you their status");
    }
    return presenceLine(static_cast<Availability>(row.data(roles::Availability).toInt()),
                        row.data(roles::StatusText).toString(), row.data(roles::LastAway).toDateTime());
}

} // namespace tertulia
