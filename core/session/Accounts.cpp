// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Accounts.h"

#include "core/base/IdSource.h"
#include "core/models/ChatListModel.h"
#include "core/models/ContactTreeModel.h"
#include "core/models/ConversationListModel.h"
#include "core/models/RosterModel.h"
#include "core/session/AccountStorage.h"
#include "core/session/History.h"
#include "core/session/PresenceTerm.h"
#include "core/session/SecretStore.h"
#include "core/session/TokenRevocation.h"
#include "core/store/Store.h"

#include <QUuid>

#include <functional>

namespace tertulia
{

namespace
{

/// What log-ins taught of the account does not go when somebody types its password anew.
void keepLearned(const AccountSettings &known, AccountSettings &changed)
{
    changed.passwordChanging = known.passwordChanging;
    changed.keyChanges = known.keyChanges;
    changed.outageAddresses = known.outageAddresses;
    changed.hasConnected = known.hasConnected;
    changed.ownPresence = known.ownPresence;
    changed.color = known.color;
    changed.connection.scramWorked = known.connection.scramWorked;
    changed.connection.bindingWorked = known.connection.bindingWorked;
    changed.connection.knownKey = known.connection.knownKey;
    changed.connection.userAgentId = known.connection.userAgentId;
}

} // namespace

class Accounts::Private
{
public:
    Private(Accounts *accounts, const SessionServices &sessionServices)
        : q(accounts)
        , services(sessionServices)
        , storage(sessionServices.store)
        , term(sessionServices.stream.clock, sessionServices.stream.timers, sessionServices.store)
        , chatList(new ChatListModel(accounts))
        , contactTree(new ContactTreeModel(accounts))
    {
    }

    XmppSession *adopt(const AccountSettings &settings, const PresenceChoice &presence);
    /// Those that are what was chosen for all.
    [[nodiscard]] QList<XmppSession *> followers() const;
    static void setFollows(XmppSession &session, bool follows);
    void save(XmppSession *session);
    /// Deletes what the keychain has of an account.
    Task<void> forgetSecrets(const QString &accountId);
    /// The end of removing one: what is left of it here is its session.
    void forget(XmppSession *leaving, const std::function<void(const Result<void> &)> &done);

    Accounts *q;
    SessionServices services;
    AccountStorage storage;
    PresenceTerm term;
    ChatListModel *chatList;
    ContactTreeModel *contactTree;
    std::unique_ptr<History> history;
    QList<XmppSession *> sessions;
    bool active = true;
    Absence absence;
    /// What each account is to be when it connects; Offline is remembered too.
    QHash<QString, PresenceChoice> lastChoice;
};

XmppSession *Accounts::Private::adopt(const AccountSettings &settings, const PresenceChoice &presence)
{
    auto *session = new XmppSession(settings, services, q);
    session->setActive(active);
    session->setAbsence(absence);
    sessions.append(session);
    lastChoice.insert(settings.id, presence);
    chatList->addSource(session->conversations());
    contactTree->addRoster(session->roster());
    connect(session->conversations(), &ConversationListModel::unreadTotalChanged, q,
            [this] { Q_EMIT q->unreadTotalChanged(q->unreadTotal()); });
    connect(session, &XmppSession::settingsChanged, q, [this, session] { save(session); });
    // Ours, so that it outlives the session.
    connect(session, &XmppSession::tokensVoid, q,
            [this](const VoidTokens &order) { new TokenRevocation(order, services.stream, q); });
    connect(session, &XmppSession::presenceChanged, q, [this, session] {
        lastChoice.insert(session->accountId(), session->presence());
        save(session);
        Q_EMIT q->presenceChanged();
    });
    Q_EMIT q->added(session);
    return session;
}

QList<XmppSession *> Accounts::Private::followers() const
{
    QList<XmppSession *> all;
    for (XmppSession *session : sessions) {
        if (session->settings().enabled && !session->settings().ownPresence)
            all.append(session);
    }
    return all;
}

void Accounts::Private::setFollows(XmppSession &session, bool follows)
{
    if (session.settings().ownPresence != follows)
        return;
    AccountSettings settings = session.settings();
    settings.ownPresence = !follows;
    session.setSettings(settings);
}

void Accounts::Private::save(XmppSession *session)
{
    if (!sessions.contains(session))
        return; // removed
    // A failure is announced by Store::failed.
    std::ignore = storage.save(session->settings(), lastChoice.value(session->accountId()));
}

void Accounts::Private::forget(XmppSession *leaving, const std::function<void(const Result<void> &)> &done)
{
    // The token is worth as much as the password until the server has forgotten it (SECURITY B14); the way
    // there may be by a proxy whose password goes, too.
    leaving->forgetTokens().then(q, [this, leaving, done](const Result<void> &) {
        forgetSecrets(leaving->accountId()).then(q, done);
        leaving->deleteLater();
    });
}

Task<void> Accounts::Private::forgetSecrets(const QString &accountId)
{
    struct Count {
        Promise<void> promise;
        qsizetype left = qsizetype(kSecretPurposes.size());
        Result<void> outcome;
    };
    auto count = std::make_shared<Count>();
    auto task = count->promise.task();
    for (const SecretPurpose purpose : kSecretPurposes) {
        const QString key = secretKey(accountId, purpose);
        services.secrets.remove(key).then(q, [count, key](const Result<void> &removed) {
            if (!removed && removed.error().code != ErrorCode::SecretNotFound && count->outcome)
                count->outcome = failure(removed.error().code, key, removed.error().text);
            if (--count->left == 0)
                count->promise.finish(count->outcome);
        });
    }
    return task;
}

Accounts::Accounts(SessionServices services, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, services))
{
    d->history = std::make_unique<History>(*this);
    connect(&d->term, &PresenceTerm::ended, this, [this] {
        // Of accounts that are not connected yet too: what they are to be is kept.
        for (XmppSession *session : d->followers()) {
            PresenceChoice &last = d->lastChoice[session->accountId()];
            last = {last.availability == Availability::Offline ? Availability::Offline
                                                               : Availability::Available,
                    {}};
            if (session->presence().availability != Availability::Offline)
                session->setPresence(last);
            else
                d->save(session);
        }
        Q_EMIT presenceChanged();
    });
}

Accounts::~Accounts()
{
    // Sessions go before the merged models they feed.
    for (XmppSession *session : std::as_const(d->sessions)) {
        d->chatList->removeSource(session->conversations());
        d->contactTree->removeRoster(session->roster());
        delete session;
    }
}

Result<void> Accounts::load()
{
    const auto stored = d->storage.all();
    if (!stored)
        return Failure(stored.error());
    for (const StoredAccount &account : *stored)
        d->adopt(account.settings, account.presence);
    return {};
}

QList<XmppSession *> Accounts::sessions() const
{
    return d->sessions;
}

XmppSession *Accounts::session(const QString &accountId) const
{
    for (XmppSession *session : std::as_const(d->sessions)) {
        if (session->accountId() == accountId)
            return session;
    }
    return nullptr;
}

XmppSession *Accounts::sessionOf(const Jid &bare) const
{
    for (XmppSession *session : std::as_const(d->sessions)) {
        if (session->address() == bare)
            return session;
    }
    return nullptr;
}

Result<XmppSession *> Accounts::add(const AccountSettings &settings)
{
    if (XmppSession *existing = sessionOf(settings.connection.account)) {
        AccountSettings changed = settings;
        changed.id = existing->accountId();
        keepLearned(existing->settings(), changed);
        existing->setSettings(changed);
        return existing;
    }
    AccountSettings fresh = settings;
    if (fresh.id.isEmpty())
        fresh.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    // On disk first: conversations and the outbox hang from the account's row.
    if (auto saved = d->storage.save(fresh, {}); !saved)
        return Failure(saved.error());
    return d->adopt(fresh, {});
}

Task<void> Accounts::remove(const QString &accountId)
{
    XmppSession *leaving = session(accountId);
    if (!leaving)
        return Task<void>::completed({});
    Q_EMIT aboutToRemove(leaving);
    d->sessions.removeOne(leaving);
    d->lastChoice.remove(accountId);
    d->chatList->removeSource(leaving->conversations());
    d->contactTree->removeRoster(leaving->roster());

    auto promise = std::make_shared<Promise<void>>();
    auto task = promise->task();
    leaving->shutDown().then(this, [this, leaving, accountId, promise](Result<void>) {
        const auto removed = d->storage.remove(accountId);
        d->forget(leaving, [promise, removed](const Result<void> &forgotten) {
            promise->finish(removed ? forgotten : removed);
        });
    });
    Q_EMIT unreadTotalChanged(unreadTotal());
    return task;
}

Task<QString> Accounts::probeKeychain()
{
    return d->services.secrets.probe();
}

void Accounts::connectAll(const std::optional<PresenceChoice> &common)
{
    for (XmppSession *session : std::as_const(d->sessions)) {
        const PresenceChoice last = d->lastChoice.value(session->accountId());
        if (session->settings().enabled)
            session->setPresence(session->settings().ownPresence ? last : common.value_or(last));
    }
}

void Accounts::setPresence(const PresenceChoice &choice)
{
    d->term.setEnd({});
    if (d->followers().isEmpty()) {
        for (XmppSession *session : std::as_const(d->sessions))
            Private::setFollows(*session, true);
    }
    for (XmppSession *session : d->followers())
        session->setPresence(choice);
}

void Accounts::setOwnPresence(const QString &accountId, const std::optional<PresenceChoice> &choice)
{
    XmppSession *chosen = session(accountId);
    if (!chosen)
        return;
    const PresenceChoice common = presence();
    Private::setFollows(*chosen, !choice);
    if (chosen->settings().enabled)
        chosen->setPresence(choice.value_or(common));
    Q_EMIT presenceChanged();
}

void Accounts::setPresenceEnd(const QDateTime &end)
{
    d->term.setEnd(end);
    Q_EMIT presenceChanged();
}

QDateTime Accounts::presenceEnd() const
{
    return d->term.end();
}

void Accounts::setAbsence(const Absence &absence)
{
    d->absence = absence;
    for (XmppSession *session : std::as_const(d->sessions))
        session->setAbsence(absence);
}

PresenceChoice Accounts::presence() const
{
    const QList<XmppSession *> followers = d->followers();
    PresenceChoice best{Availability::Offline, {}};
    for (XmppSession *session : followers.isEmpty() ? d->sessions : followers) {
        if (session->presence().availability < best.availability)
            best = session->presence();
    }
    return best;
}

void Accounts::setActive(bool active)
{
    d->active = active;
    for (XmppSession *session : std::as_const(d->sessions))
        session->setActive(active);
}

void Accounts::prepareForSleep()
{
    for (XmppSession *session : std::as_const(d->sessions))
        session->prepareForSleep();
    std::ignore = d->services.store.commit();
}

void Accounts::wake()
{
    d->term.check();
    for (XmppSession *session : std::as_const(d->sessions))
        session->wake();
}

Task<void> Accounts::shutDown()
{
    auto promise = std::make_shared<Promise<void>>();
    auto task = promise->task();
    auto left = std::make_shared<qsizetype>(d->sessions.size());
    if (*left == 0)
        promise->finish({});
    for (XmppSession *session : std::as_const(d->sessions)) {
        session->shutDown().then(this, [promise, left](Result<void>) {
            if (--*left == 0)
                promise->finish({});
        });
    }
    return task;
}

ChatListModel *Accounts::chatList() const
{
    return d->chatList;
}

ContactTreeModel *Accounts::contactTree() const
{
    return d->contactTree;
}

History &Accounts::history() const
{
    return *d->history;
}

Store &Accounts::store() const
{
    return d->services.store;
}

int Accounts::unreadTotal() const
{
    int total = 0;
    for (XmppSession *session : std::as_const(d->sessions))
        total += session->conversations()->unreadTotal();
    return total;
}

} // namespace tertulia
