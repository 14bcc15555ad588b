// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionContacts.h"

#include "core/modules/roster/Roster.h"
#include "core/modules/subscription/Subscription.h"
#include "core/modules/xep0191_blocking/Blocking.h"

namespace tertulia
{

SessionContacts::SessionContacts(const QString &account, const Jid &own, ModuleHost &host,
                                 Conversations &conversations, Store &store, const QString &avatarFolder,
                                 QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_roster(account, own)
    , m_requests(account)
    , m_binding(account, own, host, store, m_roster, m_requests, avatarFolder)
    , m_strangers(conversations, m_roster, m_requests, host)
{
    connect(&m_binding, &ContactsBinding::loaded, this, &SessionContacts::loaded);
    connect(&m_binding, &ContactsBinding::requestArrived, this, &SessionContacts::requestArrived);
    connect(&m_binding, &ContactsBinding::ownProfileChanged, this, &SessionContacts::ownProfileChanged);
}

Task<void> SessionContacts::add(const Jid &bare, const QString &name, const QStringList &groups,
                                bool askForPresence)
{
    RosterItem item;
    item.jid = bare;
    item.name = name;
    item.groups = groups;
    return m_host.module<RosterModule>()->setItem(item).map(this, [this, bare, askForPresence] {
        if (!askForPresence)
            return;
        // Whoever adds a person expects the acquaintance to be mutual: their own request is let in.
        m_host.module<SubscriptionModule>()->approve(bare);
        m_host.module<SubscriptionModule>()->request(bare);
    });
}

Task<void> SessionContacts::rename(const Jid &bare, const QString &name)
{
    auto *roster = m_host.module<RosterModule>();
    RosterItem item = roster->item(bare).value_or(RosterItem{.jid = bare});
    item.name = name;
    return roster->setItem(item);
}

Task<void> SessionContacts::setGroups(const Jid &bare, const QStringList &groups)
{
    auto *roster = m_host.module<RosterModule>();
    RosterItem item = roster->item(bare).value_or(RosterItem{.jid = bare});
    item.groups = groups;
    return roster->setItem(item);
}

Task<void> SessionContacts::remove(const Jid &bare)
{
    return m_host.module<RosterModule>()->remove(bare);
}

void SessionContacts::requestSubscription(const Jid &bare)
{
    m_host.module<SubscriptionModule>()->request(bare);
}

void SessionContacts::cancelSubscription(const Jid &bare)
{
    m_host.module<SubscriptionModule>()->cancel(bare);
}

void SessionContacts::unsubscribe(const Jid &bare)
{
    m_host.module<SubscriptionModule>()->unsubscribe(bare);
}

void SessionContacts::acceptRequest(const Jid &bare)
{
    auto *subscription = m_host.module<SubscriptionModule>();
    subscription->approve(bare);
    const auto item = m_host.module<RosterModule>()->item(bare);
    const bool seesThem = item
        && (item->subscription == SubscriptionState::To || item->subscription == SubscriptionState::Both
            || item->askPending);
    if (!seesThem)
        subscription->request(bare);
}

void SessionContacts::declineRequest(const Jid &bare)
{
    m_host.module<SubscriptionModule>()->deny(bare);
}

Task<void> SessionContacts::block(const QList<Jid> &addresses)
{
    return m_host.module<BlockingModule>()->block(addresses);
}

Task<void> SessionContacts::unblock(const Jid &bare)
{
    return m_host.module<BlockingModule>()->unblock(bare);
}

} // namespace tertulia
