// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/subscription/Subscription.h"

#include "core/modules/roster/Roster.h"
#include "core/modules/xep0172_nick/NickElement.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr qsizetype kMaxPending = 1'000;
const QString kPreApprovalFeature = u"urn:xmpp:features:pre-approval"_s;

} // namespace

SubscriptionModule::SubscriptionModule(ModuleHost &host, RosterModule &roster, QObject *parent)
    : Module(host, parent)
    , m_roster(roster)
{
    // An approval on another device shows only in the roster.
    connect(&roster, &RosterModule::itemChanged, this, [this](const RosterItem &item) {
        if (m_roster.isContact(item.jid))
            withdraw(item.jid);
    });
}

Manifest SubscriptionModule::manifest()
{
    Manifest manifest;
    manifest.name = u"subscription"_s;
    manifest.presences.append(
        {Sender::Anyone, [this](const Presence &presence) { handlePresence(presence); }});
    return manifest;
}

void SubscriptionModule::streamStarted(StreamStart start)
{
    // The server tells what is pending again after each initial presence (RFC 6121 3.1.3).
    if (start != StreamStart::Resumed)
        m_stream = {};
}

void SubscriptionModule::handlePresence(const Presence &presence)
{
    const Jid bare = presence.from.bare();
    if (bare == host().ownJid().bare())
        return;
    if (presence.type == Presence::Type::Unsubscribe) {
        withdraw(bare);
        return;
    }
    if (presence.type != Presence::Type::Subscribe || m_roster.isContact(bare))
        return;
    const SubscriptionRequest request{bare, nickIn(presence.payload(u"nick", kNickNamespace)),
                                      shownRemoteText(presence.status)};
    const auto known = m_stream.pending.constFind(bare);
    if (known == m_stream.pending.cend() ? m_stream.pending.size() >= kMaxPending : *known == request)
        return;
    m_stream.pending.insert(bare, request);
    Q_EMIT requested(bare, request.nickname, request.text);
}

void SubscriptionModule::withdraw(const Jid &bare)
{
    if (m_stream.pending.remove(bare))
        Q_EMIT requestWithdrawn(bare);
}

void SubscriptionModule::request(const Jid &bare, const QString &text)
{
    Presence presence;
    presence.to = bare.bare(); // RFC 6121 3.1.1: always the bare address
    presence.type = Presence::Type::Subscribe;
    presence.status = text;
    if (!m_ownNickname.isEmpty())
        presence.payloads.append(nickElement(m_ownNickname));
    host().send(presence);
}

void SubscriptionModule::unsubscribe(const Jid &bare)
{
    sendPresence(bare, Presence::Type::Unsubscribe);
}

void SubscriptionModule::approve(const Jid &bare)
{
    const bool asked = m_stream.pending.contains(bare.bare());
    const bool canPreApprove = !host().streamFeatures().child(u"sub", kPreApprovalFeature).isNull();
    if (!asked && !canPreApprove)
        return;
    sendPresence(bare, Presence::Type::Subscribed);
    withdraw(bare.bare());
}

void SubscriptionModule::deny(const Jid &bare)
{
    sendPresence(bare, Presence::Type::Unsubscribed);
    withdraw(bare.bare());
}

void SubscriptionModule::cancel(const Jid &bare)
{
    sendPresence(bare, Presence::Type::Unsubscribed);
}

void SubscriptionModule::sendPresence(const Jid &bare, Presence::Type type)
{
    Presence presence;
    presence.to = bare.bare();
    presence.type = type;
    host().send(presence);
}

} // namespace tertulia
