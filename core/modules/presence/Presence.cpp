// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/presence/Presence.h"

#include "core/base/Clock.h"
#include "core/modules/presence/Idle.h"
#include "core/modules/roster/Roster.h"
#include "core/modules/xep0203_delay/Delay.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

/// More devices than anybody has; who claims more floods (SECURITY A119).
constexpr qsizetype kMaxResources = 100;

bool isBetter(const ResourcePresence &a, const ResourcePresence &b)
{
    if (a.priority != b.priority)
        return a.priority > b.priority;
    if (a.availability != b.availability)
        return a.availability < b.availability;
    return a.since > b.since;
}

} // namespace

PresenceModule::PresenceModule(ModuleHost &host, RosterModule &roster, QObject *parent)
    : Module(host, parent)
    , m_roster(roster)
{
    connect(&roster, &RosterModule::itemRemoved, this, [this](const Jid &bare) {
        Presence farewell;
        farewell.from = bare;
        farewell.type = Presence::Type::Unavailable;
        handleUnavailable(farewell);
    });
}

Manifest PresenceModule::manifest()
{
    Manifest manifest;
    manifest.name = u"presence"_s;
    // Who is in the roster without seeing us is no Sender::Contact but is shown all the same; strangers are
    // sorted out below.
    manifest.presences.append(
        {Sender::Anyone, [this](const Presence &presence) { handlePresence(presence); }});
    return manifest;
}

void PresenceModule::streamStarted(StreamStart start)
{
    if (start != StreamStart::Resumed) {
        m_stream = {};
        // The server tells who is there after an initial presence only (RFC 6121 4.2.2), and to it we are
        // available all along.
        if (start == StreamStart::Restored) {
            Presence leave;
            leave.type = Presence::Type::Unavailable;
            host().send(leave);
        }
        sendOwn();
    } else if (m_wanted != m_sent) {
        sendOwn();
    }
}

void PresenceModule::streamEnded()
{
    m_stream = {};
    Q_EMIT cleared();
}

void PresenceModule::setPresence(Availability availability, const QString &status, int priority,
                                 const QDateTime &idleSince)
{
    if (availability == Availability::Offline)
        return;
    m_wanted = {availability, status, std::clamp(priority, -128, 127), idleSince};
    if (host().isOnline() && m_wanted != m_sent)
        sendOwn();
}

void PresenceModule::setTellsIdle(bool tells)
{
    if (m_tellsIdle == tells)
        return;
    m_tellsIdle = tells;
    if (m_sent.idleSince.isValid())
        tellAgain();
}

void PresenceModule::tellAgain()
{
    if (m_stream.told && host().isOnline())
        sendOwn();
}

void PresenceModule::sendOwn()
{
    Presence presence;
    presence.availability = m_wanted.availability;
    presence.status = m_wanted.status;
    presence.priority = m_wanted.priority;
    if (m_tellsIdle && m_wanted.idleSince.isValid())
        presence.payloads.append(idleElement(m_wanted.idleSince));
    host().send(presence);
    m_sent = m_wanted;
    m_stream.told = true;
}

void PresenceModule::handlePresence(const Presence &presence)
{
    if (presence.from == host().ownJid())
        return;
    const Jid bare = presence.from.bare();
    const bool own = bare == host().ownJid().bare();
    if (own ? presence.from.isBare() : !m_roster.contains(bare))
        return;
    switch (presence.type) {
    case Presence::Type::Available:
        handleAvailable(presence);
        break;
    case Presence::Type::Unavailable:
    case Presence::Type::Error: // their server cannot say anything of them any more
        handleUnavailable(presence);
        break;
    default:
        break;
    }
}

void PresenceModule::handleAvailable(const Presence &presence)
{
    const Jid bare = presence.from.bare();
    const QDateTime now = host().clock().now();
    const auto delayed = delayedSince(presence.payloads, host().ownJid(), presence.from, now);
    const ResourcePresence fresh{presence.from,         presence.availability,
                                 presence.status,       std::clamp(presence.priority, -128, 127),
                                 delayed.value_or(now), idleSince(presence, now)};
    auto &resources = m_stream.contacts[bare].resources;
    const auto known = std::find_if(resources.begin(), resources.end(),
                                    [&](const ResourcePresence &one) { return one.jid == fresh.jid; });
    if (known != resources.end())
        resources.erase(known);
    else if (resources.size() >= kMaxResources)
        return;
    resources.insert(std::upper_bound(resources.begin(), resources.end(), fresh, isBetter), fresh);
    Q_EMIT resourceAvailable(presence);
    announce(bare);
}

void PresenceModule::handleUnavailable(const Presence &presence)
{
    const auto contact = m_stream.contacts.find(presence.from.bare());
    if (contact == m_stream.contacts.end())
        return;
    QList<Jid> left;
    contact->resources.removeIf([&](const ResourcePresence &one) {
        // From the bare address it is about all of them.
        const bool leaves = presence.from.isBare() || one.jid == presence.from;
        if (leaves)
            left.append(one.jid);
        return leaves;
    });
    if (left.isEmpty())
        return;
    const QDateTime now = host().clock().now();
    contact->farewell = presence.type == Presence::Type::Error ? QString() : presence.status;
    contact->offlineSince
        = delayedSince(presence.payloads, host().ownJid(), presence.from, now).value_or(now);
    for (const Jid &full : left)
        Q_EMIT resourceUnavailable(full);
    announce(presence.from.bare());
}

void PresenceModule::announce(const Jid &bare)
{
    Q_EMIT changed(bare, summary(bare));
}

PresenceSummary PresenceModule::summary(const Jid &bare) const
{
    PresenceSummary summary;
    const auto contact = m_stream.contacts.constFind(bare);
    if (contact == m_stream.contacts.cend())
        return summary;
    if (contact->resources.isEmpty()) {
        summary.status = contact->farewell;
        summary.since = contact->offlineSince;
        return summary;
    }
    const ResourcePresence &best = contact->resources.first();
    summary.availability = best.availability;
    summary.status = best.status;
    summary.since = best.since;
    summary.idleSince = best.idleSince;
    for (const ResourcePresence &one : contact->resources)
        summary.resources.append(one.jid.resource());
    return summary;
}

QList<ResourcePresence> PresenceModule::resources(const Jid &bare) const
{
    return m_stream.contacts.value(bare).resources;
}

} // namespace tertulia
