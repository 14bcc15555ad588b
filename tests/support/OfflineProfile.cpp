// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/OfflineProfile.h"

#include "core/chat/Conversations.h"

namespace tertulia::test
{

using namespace Qt::StringLiterals;

OfflineProfile::OfflineProfile(const QList<Said> &past)
{
    clock.setNow(QDateTime({2026, 6, 3}, {10, 16}, Qt::UTC));
    open(past);
}

OfflineProfile::OfflineProfile(const Elsewhere &where)
    : m_storePath(where.path)
{
    clock.setNow(QDateTime({2026, 6, 3}, {10, 16}, Qt::UTC));
    open({});
}

std::unique_ptr<OfflineProfile> OfflineProfile::at(const QString &storePath)
{
    return std::unique_ptr<OfflineProfile>(new OfflineProfile(Elsewhere{storePath}));
}

OfflineProfile::~OfflineProfile() = default;

void OfflineProfile::open(const QList<Said> &past)
{
    auto opened = Store::open(m_storePath);
    if (!opened)
        qFatal("no store");
    store = std::move(*opened);
    const auto make = [this] {
        return std::make_unique<Accounts>(SessionServices{{clock, clock, ids, resolver, network.factory()},
                                                          secrets,
                                                          *store,
                                                          m_folder.filePath(u"avatars"_s)});
    };
    accounts = make();
    if (!accounts->load())
        qFatal("no accounts");
    if (accounts->sessions().isEmpty()) {
        AccountSettings settings;
        settings.id = QLatin1String(kAccount);
        settings.name = u"Ana"_s;
        settings.connection.account = *Jid::parse(u"ana@example.org"_s);
        if (!accounts->add(settings))
            qFatal("no account");
    }
    if (past.isEmpty())
        return;
    const QString id = session().accountId();
    const Jid own = session().address();
    accounts.reset();
    {
        Conversations conversations(id, own, *store, clock, ids);
        for (const Said &said : past) {
            IncomingMessage message;
            message.peer = *Jid::parse(said.peer);
            message.outgoing = said.outgoing;
            message.sender = said.outgoing ? own : message.peer;
            message.body = said.body;
            message.originId = ids.next();
            message.source
                = said.outgoing ? IncomingMessage::Source::CarbonCopy : IncomingMessage::Source::Live;
            if (said.time.isValid())
                clock.setNow(said.time);
            if (!conversations.incoming(message))
                qFatal("not stored");
        }
    }
    clock.setNow(QDateTime({2026, 6, 3}, {10, 16}, Qt::UTC));
    accounts = make();
    if (!accounts->load())
        qFatal("no accounts");
}

void OfflineProfile::restart()
{
    accounts.reset();
    store.reset();
    open({});
}

XmppSession &OfflineProfile::session() const
{
    return *accounts->sessions().first();
}

ConversationKey OfflineProfile::key(const QString &peer) const
{
    return {session().accountId(), *Jid::parse(peer)};
}

void OfflineProfile::addContact(const QString &address, const QString &name, Availability availability,
                                const QString &status) const
{
    const Jid jid = *Jid::parse(address);
    ContactFacts contact;
    contact.jid = jid;
    contact.name = name;
    contact.groups = {u"Trabajo"_s};
    contact.subscription = SubscriptionState::Both;
    session().roster()->setContact(contact);
    PresenceFacts presence;
    presence.availability = availability;
    presence.status = status;
    presence.resources = {u"phone"_s};
    presence.since = QDateTime::currentDateTimeUtc().addSecs(-600);
    session().roster()->setPresence(jid, presence);
}

} // namespace tertulia::test
