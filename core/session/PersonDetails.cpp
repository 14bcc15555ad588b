// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/PersonDetails.h"

#include "core/base/Clock.h"
#include "core/modules/presence/Presence.h"
#include "core/modules/profile/ProfileModule.h"
#include "core/modules/roster/Roster.h"
#include "core/modules/xep0012_last/LastActivity.h"
#include "core/modules/xep0115_caps/Caps.h"
#include "core/modules/xep0202_time/Time.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr qint64 kAgainAfterSeconds = 5 * 60;
/// Nobody's clock is further away than that (RFC 3339 allows more than there is).
constexpr int kFarthestZone = 14 * 60 * 60;

} // namespace

PersonDetails::PersonDetails(ModuleHost &host, const Jid &peer, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_peer(peer)
{
    connect(host.module<PresenceModule>(), &PresenceModule::changed, this,
            [this](const Jid &bare, const PresenceSummary &summary) {
                if (bare != m_peer || summary.availability == Availability::Offline)
                    return;
                if (std::exchange(m_lastSeen, QDateTime()).isValid())
                    Q_EMIT changed();
            });
}

void PersonDetails::look()
{
    if (!m_host.isOnline())
        return;
    const bool own = m_peer == m_host.ownJid().bare();
    const auto item = m_host.module<RosterModule>()->item(m_peer);
    if (!own && !item)
        return;
    const auto due = [this](QDateTime &asked) {
        const QDateTime now = m_host.clock().now();
        if (asked.isValid() && asked.secsTo(now) < kAgainAfterSeconds)
            return false;
        asked = now;
        return true;
    };
    if (due(m_cardAsked))
        askCard();
    const bool seesThem = item
        && (item->subscription == SubscriptionState::To || item->subscription == SubscriptionState::Both);
    if (own || !seesThem)
        return;
    const bool online
        = m_host.module<PresenceModule>()->summary(m_peer).availability != Availability::Offline;
    if (online ? due(m_timeAsked) : due(m_lastAsked))
        online ? askTime() : askLast();
}

void PersonDetails::askCard()
{
    m_host.module<ProfileModule>()->fetch(m_peer).then(this, [this](const Result<Profile> &profile) {
        if (!profile || *profile == m_profile)
            return;
        m_profile = *profile;
        Q_EMIT changed();
    });
}

void PersonDetails::askLast()
{
    m_host.module<LastActivityModule>()->ask(m_peer).then(this, [this](const Result<LastActivity> &last) {
        // 0: they are there, or came back meanwhile.
        if (!last || last->seconds == 0
            || m_host.module<PresenceModule>()->summary(m_peer).availability != Availability::Offline)
            return;
        m_lastSeen = m_host.clock().now().addSecs(-last->seconds);
        Q_EMIT changed();
    });
}

void PersonDetails::askTime()
{
    const QString feature = u"urn:xmpp:time"_s;
    const QList<ResourcePresence> devices = m_host.module<PresenceModule>()->resources(m_peer);
    if (devices.isEmpty() || !m_host.module<CapsModule>()->anyDeviceHas(m_peer, feature))
        return;
    m_host.module<TimeModule>()
        ->ask(devices.constFirst().jid)
        .then(this, [this](const Result<EntityTime> &time) {
            if (!time || std::abs(time->offsetSeconds) > kFarthestZone || m_zone == time->offsetSeconds)
                return;
            m_zone = time->offsetSeconds;
            Q_EMIT changed();
        });
}

} // namespace tertulia
