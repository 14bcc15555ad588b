// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ContactsBinding.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/models/RequestsModel.h"
#include "core/modules/avatars/Avatars.h"
#include "core/modules/presence/Presence.h"
#include "core/modules/roster/Roster.h"
#include "core/modules/subscription/Subscription.h"
#include "core/modules/xep0084_avatar/AvatarImage.h"
#include "core/modules/xep0085_chatstates/ChatStates.h"
#include "core/modules/xep0118_tune/TuneModule.h"
#include "core/modules/xep0145_notes/RosterNotes.h"
#include "core/modules/xep0172_nick/Nick.h"
#include "core/modules/xep0191_blocking/Blocking.h"
#include "core/store/AvatarsTable.h"
#include "core/store/RosterTable.h"
#include "core/store/Store.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace tertulia
{

namespace
{

RosterRecord toRecord(const RosterItem &item)
{
    return {item.jid, item.name, item.groups, int(item.subscription), item.askPending};
}

RosterItem fromRecord(const RosterRecord &record)
{
    RosterItem item;
    item.jid = record.jid;
    item.name = record.name;
    item.groups = record.groups;
    item.subscription = SubscriptionState(qBound(0, record.subscription, int(SubscriptionState::Both)));
    item.askPending = record.askPending;
    return item;
}

} // namespace

ContactsBinding::ContactsBinding(const QString &account, const Jid &own, ModuleHost &host, Store &store,
                                 RosterModel &roster, RequestsModel &requests, const QString &avatarFolder,
                                 QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_own(own)
    , m_host(host)
    , m_store(store)
    , m_roster(roster)
    , m_requests(requests)
    , m_avatarFolder(avatarFolder)
{
    auto *rosterModule = host.module<RosterModule>();
    connect(rosterModule, &RosterModule::loaded, this, [this](const QList<RosterItem> &items) {
        showRoster(items);
        keepRoster({}, items);
        Q_EMIT loaded();
    });
    connect(rosterModule, &RosterModule::loadFailed, this, &ContactsBinding::loaded);
    connect(rosterModule, &RosterModule::itemChanged, this,
            [this](const RosterItem &item) { m_roster.setContact(toFacts(item)); });
    connect(rosterModule, &RosterModule::itemRemoved, &m_roster, &RosterModel::removeContact);
    connect(rosterModule, &RosterModule::cacheChanged, this, &ContactsBinding::keepRoster);

    auto *presence = host.module<PresenceModule>();
    connect(presence, &PresenceModule::changed, this, &ContactsBinding::showPresence);
    connect(presence, &PresenceModule::cleared, &m_roster, &RosterModel::clearPresence);

    auto *subscription = host.module<SubscriptionModule>();
    connect(subscription, &SubscriptionModule::requested, this,
            [this](const Jid &bare, const QString &nickname, const QString &text) {
                if (isBlocked(bare))
                    return;
                m_requests.add(bare, nickname, text, m_host.clock().now());
                Q_EMIT requestArrived(bare);
            });
    connect(subscription, &SubscriptionModule::requestWithdrawn, &m_requests, &RequestsModel::remove);

    connect(host.module<BlockingModule>(), &BlockingModule::listChanged, this,
            [this, rosterModule](const QList<Jid> &list) {
                const QList<RosterItem> items = rosterModule->items();
                for (const RosterItem &item : items)
                    m_roster.setContact(toFacts(item));
                m_roster.setBlockList(QSet<Jid>(list.cbegin(), list.cend()));
                dropBlockedRequests();
            });
    auto *notes = host.module<RosterNotesModule>();
    connect(notes, &RosterNotesModule::notesChanged, this, [this, notes] {
        QHash<Jid, QString> texts;
        for (auto note = notes->notes().cbegin(); note != notes->notes().cend(); ++note)
            texts.insert(note.key(), note->text);
        m_roster.setNotes(texts);
    });
    connect(host.module<TuneModule>(), &TuneModule::tuneChanged, this,
            [this](const Jid &bare, const Tune &tune) { m_roster.setTune(bare, {tune.artist, tune.title}); });
    connect(host.module<ChatStatesModule>(), &ChatStatesModule::stateChanged, this,
            [this](const Jid &bare, ChatState state) {
                m_roster.setTyping(bare, state == ChatState::Composing);
            });
    connect(host.module<NickModule>(), &NickModule::nicknameChanged, this,
            [this](const Jid &bare, const QString &nickname) {
                if (bare != m_own) {
                    m_roster.setNickname(bare, nickname);
                } else if (m_ownNickname != nickname) {
                    m_ownNickname = nickname;
                    Q_EMIT ownProfileChanged();
                }
            });
    auto *avatars = host.module<AvatarsModule>();
    avatars->setHaveImage([this](const QString &hash) { return QFile::exists(avatarFile(hash)); });
    connect(avatars, &AvatarsModule::avatarChanged, this, &ContactsBinding::showAvatar);
}

void ContactsBinding::showKept()
{
    const RosterCache cache = m_store.roster().load(m_account);
    QList<RosterItem> items;
    items.reserve(cache.items.size());
    for (const RosterRecord &record : cache.items) {
        items.append(fromRecord(record));
        m_kept.insert(record.jid, items.back());
    }
    m_keptVersion = cache.version;
    m_host.module<RosterModule>()->setCache(cache.version, items);
    showRoster(items);
    const QHash<Jid, QString> avatars = m_store.avatars().all(m_account);
    for (auto avatar = avatars.cbegin(); avatar != avatars.cend(); ++avatar) {
        if (!isAvatarHash(avatar.value()))
            continue;
        if (avatar.key() == m_own)
            m_ownAvatar = avatar.value();
        else
            m_roster.setAvatarFile(avatar.key(), avatarFile(avatar.value()));
    }
}

void ContactsBinding::streamStarted(StreamStart start)
{
    // The server asks again for every request that waits (RFC 6121 3.1.3).
    if (start != StreamStart::Resumed)
        m_requests.clear();
}

ContactFacts ContactsBinding::toFacts(const RosterItem &item) const
{
    return {item.jid, item.name, item.groups, item.subscription, item.askPending, isBlocked(item.jid)};
}

void ContactsBinding::showRoster(const QList<RosterItem> &items)
{
    QList<ContactFacts> facts;
    facts.reserve(items.size());
    for (const RosterItem &item : items)
        facts.append(toFacts(item));
    m_roster.setContacts(facts);
}

void ContactsBinding::keepRoster(const QString &version, const QList<RosterItem> &items)
{
    QHash<Jid, RosterItem> now;
    now.reserve(items.size());
    QList<RosterItem> changed;
    for (const RosterItem &item : items) {
        now.insert(item.jid, item);
        const auto known = m_kept.constFind(item.jid);
        if (known == m_kept.cend() || *known != item)
            changed.append(item);
    }
    QList<Jid> gone;
    for (auto known = m_kept.cbegin(); known != m_kept.cend(); ++known) {
        if (!now.contains(known.key()))
            gone.append(known.key());
    }
    const QString newVersion = version.isNull() ? m_keptVersion : version;
    if (changed.isEmpty() && gone.isEmpty() && newVersion == m_keptVersion)
        return;
    // Store::failed tells of what could not be written; the roster comes again from the server.
    if (changed.size() + gone.size() > 50 || m_kept.isEmpty() || (changed.isEmpty() && gone.isEmpty())) {
        QList<RosterRecord> records;
        records.reserve(items.size());
        for (const RosterItem &item : items)
            records.append(toRecord(item));
        std::ignore = m_store.roster().replace(m_account, {newVersion, records});
    } else {
        for (const RosterItem &item : std::as_const(changed))
            std::ignore = m_store.roster().put(m_account, newVersion, toRecord(item));
        for (const Jid &jid : std::as_const(gone))
            std::ignore = m_store.roster().remove(m_account, newVersion, jid);
    }
    m_kept = now;
    m_keptVersion = newVersion;
}

void ContactsBinding::showPresence(const Jid &bare, const PresenceSummary &summary)
{
    if (bare == m_own)
        return;
    PresenceFacts facts;
    facts.availability = summary.availability;
    facts.status = summary.status;
    facts.resources = summary.resources;
    facts.since = summary.idleSince.isValid() ? summary.idleSince : summary.since;
    m_roster.setPresence(bare, facts);
}

void ContactsBinding::showAvatar(const Jid &bare, const QString &hash, const QByteArray &bytes)
{
    if (!hash.isEmpty() && !isAvatarHash(hash))
        return;
    if (!bytes.isEmpty()) {
        QDir().mkpath(m_avatarFolder);
        QSaveFile file(avatarFile(hash));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
            qCWarning(logSession) << "cannot keep an avatar:" << file.errorString();
            return;
        }
    }
    std::ignore = m_store.avatars().set(m_account, bare, hash);
    if (bare != m_own) {
        m_roster.setAvatarFile(bare, avatarFile(hash));
        return;
    }
    m_ownAvatar = hash;
    Q_EMIT ownProfileChanged();
}

QString ContactsBinding::avatarFile(const QString &hash) const
{
    return hash.isEmpty() ? QString() : QString(m_avatarFolder + u'/' + hash);
}

void ContactsBinding::dropBlockedRequests()
{
    for (const SubscriptionRequest &request : m_host.module<SubscriptionModule>()->pending()) {
        if (isBlocked(request.jid))
            m_requests.remove(request.jid);
    }
}

bool ContactsBinding::isBlocked(const Jid &bare) const
{
    return m_host.module<BlockingModule>()->isBlocked(bare);
}

} // namespace tertulia
