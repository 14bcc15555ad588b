// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/XmppSession.h"

#include "core/chat/Conversations.h"
#include "core/models/ConversationListModel.h"
#include "core/models/ConversationModel.h"
#include "core/models/RequestsModel.h"
#include "core/models/RosterModel.h"
#include "core/modules/BuiltinModules.h"
#include "core/modules/presence/Presence.h"
#include "core/modules/roster/Roster.h"
#include "core/modules/subscription/Subscription.h"
#include "core/modules/xep0077_register/Register.h"
#include "core/modules/xep0085_chatstates/ChatStates.h"
#include "core/modules/xep0191_blocking/Blocking.h"
#include "core/modules/xep0333_markers/Markers.h"
#include "core/modules/xep0352_csi/ClientState.h"
#include "core/modules/xep0455_outage/Outage.h"
#include "core/session/ArchiveCatchUp.h"
#include "core/session/Connection.h"
#include "core/session/ContactsBinding.h"
#include "core/session/MessagesBinding.h"
#include "core/session/OutageWatch.h"
#include "core/session/OutboxSender.h"
#include "core/session/StreamMemory.h"
#include "core/store/SettingsTable.h"
#include "core/store/Store.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

/// Up edits the last message of ours if it stands among so many.
constexpr int kFarBack = 50;

/// Stream errors by which a server says that it will not have what it was sent.
bool mayBeOfAMessage(ErrorCode code)
{
    switch (code) {
    case ErrorCode::StreamPolicyViolation:
    case ErrorCode::StreamBadFormat:
    case ErrorCode::StreamInvalidXml:
    case ErrorCode::StreamInvalidNamespace:
    case ErrorCode::StreamNotWellFormed:
    case ErrorCode::StreamRestrictedXml:
    case ErrorCode::StreamUnsupportedStanzaType:
        return true;
    default:
        return false;
    }
}

} // namespace

class XmppSession::Private
{
public:
    Private(XmppSession *session, const AccountSettings &settings, const SessionServices &services)
        : q(session)
        , id(settings.id)
        , own(settings.connection.account)
        , roster(id)
        , requests(id)
        , conversations(id, own, services.store, services.stream.clock, services.stream.ids)
        , list(id, conversations, roster)
        , connection(settings, services.stream, services.secrets)
        , host(withModules(connection.stream()))
        , contacts(id, own, host, services.store, roster, requests, services.avatarFolder)
        , messages(conversations, host)
        , outbox(conversations, [this](const OutgoingMessage &message) { return messages.send(message); })
        , memory(id, own, connection.stream(), services.store)
        , catchUp(id, own, host, conversations, services.store)
        , secrets(services.secrets)
        , store(services.store)
        , outages(services.http, services.stream, connection.logIn().proxyPassword())
    {
        for (auto &[originId, arrival] : memory.restore())
            outbox.adopt(originId, std::move(arrival));
    }

    template <class M>
    M &module() const
    {
        return *host.module<M>();
    }

    void connectSignals();
    void onState(SessionState state);
    void sendWaiting();
    /// Hands a change to the outbox, or tells why there is none.
    bool sendChange(qint64 messageId, const Result<qint64> &change);
    void tellSeen(const Jid &peer);
    [[nodiscard]] QString markersKey() const { return u"markers/"_s + id; }
    void tellWhoWaits();
    /// The account's devices that are online beside this one.
    [[nodiscard]] int otherDevices() const;

    XmppSession *q;
    QString id;
    Jid own;
    PresenceChoice choice{Availability::Offline, {}};
    RosterModel roster;
    RequestsModel requests;
    Conversations conversations;
    ConversationListModel list;
    Connection connection;
    ModuleHost &host;
    ContactsBinding contacts;
    MessagesBinding messages;
    OutboxSender outbox;
    StreamMemory memory;
    ArchiveCatchUp catchUp;
    SecretStore &secrets;
    Store &store;
    std::unique_ptr<PasswordChange> passwordChange;
    OutageWatch outages;
    std::vector<Promise<void>> waitingForOffline;

private:
    static ModuleHost &withModules(XmppStream &stream)
    {
        stream.setModules(makeBuiltinModules(stream.host()));
        auto *roster = stream.host().module<RosterModule>();
        stream.setContactTest([roster](const Jid &jid) { return roster->isContact(jid); });
        return stream.host();
    }
};

void XmppSession::Private::connectSignals()
{
    connect(&connection, &Connection::online, q, [this](StreamStart start) {
        contacts.streamStarted(start);
        catchUp.streamStarted(start);
        sendWaiting();
    });
    connect(&catchUp, &ArchiveCatchUp::over, q, [this] {
        if (connection.state() == SessionState::Online)
            sendWaiting();
    });
    connect(&messages, &MessagesBinding::kept, &catchUp, &ArchiveCatchUp::noteLive);
    connect(&messages, &MessagesBinding::notKept, &catchUp, &ArchiveCatchUp::lose);
    connect(&connection.stream(), &XmppStream::ended, q, [this](const Error &error) {
        if (mayBeOfAMessage(error.code))
            outbox.suspect();
    });
    connect(&connection, &Connection::stateChanged, q, [this](SessionState state) { onState(state); });
    connect(&connection, &Connection::stepChanged, q, &XmppSession::stepChanged);
    connect(&connection, &Connection::settingsChanged, q, &XmppSession::settingsChanged);
    connect(&connection, &Connection::certificateRejected, q, &XmppSession::certificateRejected);
    connect(&connection, &Connection::passwordNotStored, q, &XmppSession::passwordNotStored);
    connect(&connection.logIn(), &LogInSource::tokensVoid, q, &XmppSession::tokensVoid);
    connect(&connection, &Connection::serverKeyChanged, q, &XmppSession::serverKeyChanged);
    connect(&connection, &Connection::bindingLost, q, &XmppSession::bindingLost);
    connect(&module<OutageModule>(), &OutageModule::addressesKnown, &connection,
            &Connection::setOutageAddresses);
    connect(&outages, &OutageWatch::outageChanged, q, &XmppSession::outageChanged);
    connect(&contacts, &ContactsBinding::loaded, &connection, &Connection::contactsLoaded);
    connect(&contacts, &ContactsBinding::requestArrived, q, &XmppSession::requestArrived);
    connect(&contacts, &ContactsBinding::ownProfileChanged, q, &XmppSession::ownProfileChanged);
    connect(&messages, &MessagesBinding::arrived, q, &XmppSession::messageArrived);
    connect(&messages, &MessagesBinding::notKept, &memory, &StreamMemory::lose);
    connect(&messages, &MessagesBinding::bounced, q, &XmppSession::messageFailed);
    connect(&outbox, &OutboxSender::failed, q, &XmppSession::messageFailed);
    connect(&conversations, &Conversations::read, q, &XmppSession::chatRead);
}

void XmppSession::Private::onState(SessionState state)
{
    if (state != SessionState::Online)
        outbox.stop();
    outages.update(connection.settings(), state, connection.lastError());
    // From the event loop: who waits for our end may delete us, and we are in the middle of telling it.
    if (state == SessionState::Offline && !waitingForOffline.empty())
        QMetaObject::invokeMethod(q, [this] { tellWhoWaits(); }, Qt::QueuedConnection);
    Q_EMIT q->stateChanged(state);
}

bool XmppSession::Private::sendChange(qint64 messageId, const Result<qint64> &change)
{
    if (!change) {
        if (change.error().code != ErrorCode::StanzaBadRequest)
            Q_EMIT q->messageFailed(conversations.peerOf(messageId), messageId, change.error());
        return false;
    }
    if (*change)
        outbox.queued(*change);
    return true;
}

void XmppSession::Private::tellSeen(const Jid &peer)
{
    if (connection.state() != SessionState::Online)
        return; // sendWaiting() will
    if (const QString marker = conversations.untoldMarker(peer); !marker.isEmpty())
        std::ignore = module<MarkersModule>().tellDisplayed(peer, marker);
    conversations.markTold(peer);
}

void XmppSession::Private::sendWaiting()
{
    for (const Jid &peer : conversations.peersToTell())
        tellSeen(peer);
    // What may have arrived is looked for in the archive first (SECURITY R01, R02); what was written since
    // waits behind it, for the order's sake.
    if (catchUp.isOver() || !outbox.hasDoubtful())
        outbox.start();
}

int XmppSession::Private::otherDevices() const
{
    const Jid bound = connection.stream().boundJid();
    const auto devices = module<PresenceModule>().resources(own);
    return int(std::count_if(devices.cbegin(), devices.cend(),
                             [&](const ResourcePresence &device) { return device.jid != bound; }));
}

void XmppSession::Private::tellWhoWaits()
{
    if (connection.state() != SessionState::Offline)
        return;
    for (Promise<void> &promise : std::exchange(waitingForOffline, {}))
        promise.finish({});
}

XmppSession::XmppSession(const AccountSettings &settings, SessionServices services, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, settings, services))
{
    d->connectSignals();
    d->contacts.showKept();
    d->module<MarkersModule>().setTelling(markersSent());
}

XmppSession::~XmppSession() = default;

const AccountSettings &XmppSession::settings() const
{
    return d->connection.settings();
}

void XmppSession::setSettings(const AccountSettings &settings)
{
    d->connection.setSettings(settings);
}

QString XmppSession::accountId() const
{
    return d->id;
}

const Jid &XmppSession::address() const
{
    return d->own;
}

Jid XmppSession::boundAddress() const
{
    return d->connection.stream().boundJid();
}

XmppSession::State XmppSession::state() const
{
    return d->connection.state();
}

const Error &XmppSession::lastError() const
{
    return d->connection.lastError();
}

qint64 XmppSession::msUntilReconnect() const
{
    return d->connection.msUntilReconnect();
}

QList<StepReport> XmppSession::steps() const
{
    return d->connection.steps();
}

const CertificateProblem &XmppSession::certificateProblem() const
{
    return d->connection.certificateProblem();
}

ConnectionDetails XmppSession::connectionDetails() const
{
    return d->connection.details();
}

RosterModel *XmppSession::roster() const
{
    return &d->roster;
}

ConversationListModel *XmppSession::conversations() const
{
    return &d->list;
}

RequestsModel *XmppSession::requests() const
{
    return &d->requests;
}

ConversationModel *XmppSession::openTimeline(const Jid &peer, QObject *parent)
{
    return new ConversationModel(d->conversations, d->roster, peer, ownName(), parent);
}

ModuleHost &XmppSession::modules() const
{
    return d->host;
}

void XmppSession::setPresence(const PresenceChoice &choice)
{
    const bool changed = choice != d->choice;
    d->choice = choice;
    if (choice.availability == Availability::Offline) {
        d->connection.disconnectFromServer();
    } else {
        d->module<PresenceModule>().setPresence(choice.availability, choice.status);
        d->connection.connectToServer();
    }
    if (changed)
        Q_EMIT presenceChanged();
}

PresenceChoice XmppSession::presence() const
{
    return d->choice;
}

void XmppSession::reconnectNow()
{
    d->connection.reconnectNow();
}

void XmppSession::providePassword(const QString &password, bool remember)
{
    d->connection.providePassword(password, remember);
}

void XmppSession::provideProxyPassword(const QString &password, bool remember)
{
    d->connection.provideProxyPassword(password, remember);
}

Task<void> XmppSession::forgetTokens()
{
    return d->connection.logIn().forgetTokens().map(this, [](bool) { });
}

SecretPurpose XmppSession::secretWanted() const
{
    return d->connection.secretWanted();
}

Task<PasswordChanged> XmppSession::changePassword(const QString &current, const QString &wanted)
{
    if (state() != State::Online)
        return Task<PasswordChanged>::completed(failure(ErrorCode::NotConnected));
    if (settings().connection.logInWay != LogInWay::Password)
        return Task<PasswordChanged>::completed(failure(ErrorCode::PasswordChangeNotOffered));
    if (d->passwordChange)
        return Task<PasswordChanged>::completed(failure(ErrorCode::Cancelled));
    d->passwordChange
        = std::make_unique<PasswordChange>(PasswordChange::Account{d->id, settings().rememberPassword},
                                           d->connection.logIn(), d->secrets, d->module<RegisterModule>());
    connect(d->passwordChange.get(), &PasswordChange::twoPasswords, &d->connection,
            &Connection::setPasswordChanging);
    connect(d->passwordChange.get(), &PasswordChange::over, this,
            [this] { d->passwordChange.release()->deleteLater(); });
    return d->passwordChange->start(current, wanted)
        .map(this, [others = d->otherDevices()](PasswordChanged changed) {
            changed.otherDevices = others;
            return changed;
        });
}

void XmppSession::setActive(bool active)
{
    d->module<ClientStateModule>().setActive(active);
}

const std::optional<ServiceOutage> &XmppSession::outage() const
{
    return d->outages.outage();
}

void XmppSession::trustCertificate()
{
    d->connection.trustCertificate();
}

void XmppSession::wake()
{
    d->connection.wake();
}

void XmppSession::prepareForSleep()
{
    d->connection.stream().acknowledge();
}

Task<void> XmppSession::shutDown()
{
    if (d->connection.state() == State::Offline)
        return Task<void>::completed({});
    d->waitingForOffline.emplace_back();
    auto task = d->waitingForOffline.back().task();
    d->connection.disconnectFromServer();
    return task;
}

void XmppSession::sendMessage(const Jid &peer, const QString &body, qint64 answers)
{
    const auto id = d->conversations.compose(peer, body, answers);
    if (id)
        d->outbox.queued(*id);
    else
        Q_EMIT messageFailed(peer, 0, id.error());
}

bool XmppSession::correctMessage(qint64 messageId, const QString &body)
{
    return d->sendChange(messageId, d->conversations.correct(messageId, body));
}

QList<MessageVersion> XmppSession::earlierVersions(qint64 messageId) const
{
    return d->conversations.earlierVersions(messageId);
}

qint64 XmppSession::lastCorrectable(const Jid &peer) const
{
    const QList<MessageRecord> last = d->conversations.lastMessages(peer, kFarBack);
    for (auto it = last.crbegin(); it != last.crend(); ++it) {
        if (it->outgoing)
            return Conversations::mayCorrect(*it) ? it->id : 0;
    }
    return 0;
}

bool XmppSession::retractMessage(qint64 messageId)
{
    return d->sendChange(messageId, d->conversations.retract(messageId));
}

bool XmppSession::react(qint64 messageId, const QStringList &emojis)
{
    return d->sendChange(messageId, d->conversations.react(messageId, emojis));
}

bool XmppSession::toggleReaction(qint64 messageId, const QString &emoji)
{
    QStringList emojis = d->conversations.ownReactions(messageId);
    if (!emojis.removeAll(emoji))
        emojis.append(emoji);
    return react(messageId, emojis);
}

void XmppSession::retryMessage(qint64 messageId)
{
    if (d->conversations.retry(messageId))
        d->outbox.queued(messageId);
}

bool XmppSession::deleteMessage(qint64 messageId)
{
    return d->conversations.removeMessage(messageId);
}

void XmppSession::setDraft(const Jid &peer, const QString &text)
{
    d->conversations.setDraft(peer, text);
}

QString XmppSession::draft(const Jid &peer) const
{
    return d->conversations.draft(peer);
}

void XmppSession::markRead(const Jid &peer)
{
    d->conversations.markRead(peer);
}

void XmppSession::markSeen(const Jid &peer, qint64 messageId)
{
    d->conversations.markSeen(peer, messageId);
    d->tellSeen(peer);
}

bool XmppSession::markersSent() const
{
    return d->store.settings().value(d->markersKey(), true).toBool();
}

void XmppSession::setMarkersSent(bool sent)
{
    std::ignore = d->store.settings().setValue(d->markersKey(), sent);
    d->module<MarkersModule>().setTelling(sent);
}

void XmppSession::setTyping(const Jid &peer, bool typing)
{
    d->module<ChatStatesModule>().setTyping(peer, typing);
}

void XmppSession::setPinned(const Jid &peer, bool pinned)
{
    d->conversations.setPinned(peer, pinned);
}

void XmppSession::setMuted(const Jid &peer, bool muted)
{
    d->conversations.setMuted(peer, muted);
}

void XmppSession::openChat(const Jid &peer)
{
    d->conversations.open(peer);
}

void XmppSession::closeChat(const Jid &peer)
{
    d->conversations.close(peer);
}

Task<void> XmppSession::addContact(const Jid &bare, const QString &name, const QStringList &groups,
                                   bool askForPresence)
{
    RosterItem item;
    item.jid = bare;
    item.name = name;
    item.groups = groups;
    return d->module<RosterModule>().setItem(item).map(this, [this, bare, askForPresence] {
        if (!askForPresence)
            return;
        // Whoever adds a person expects the acquaintance to be mutual: their own request is let in.
        d->module<SubscriptionModule>().approve(bare);
        d->module<SubscriptionModule>().request(bare);
    });
}

Task<void> XmppSession::renameContact(const Jid &bare, const QString &name)
{
    RosterItem item = d->module<RosterModule>().item(bare).value_or(RosterItem{.jid = bare});
    item.name = name;
    return d->module<RosterModule>().setItem(item);
}

Task<void> XmppSession::setContactGroups(const Jid &bare, const QStringList &groups)
{
    RosterItem item = d->module<RosterModule>().item(bare).value_or(RosterItem{.jid = bare});
    item.groups = groups;
    return d->module<RosterModule>().setItem(item);
}

Task<void> XmppSession::removeContact(const Jid &bare)
{
    return d->module<RosterModule>().remove(bare);
}

void XmppSession::requestSubscription(const Jid &bare)
{
    d->module<SubscriptionModule>().request(bare);
}

void XmppSession::cancelSubscription(const Jid &bare)
{
    d->module<SubscriptionModule>().cancel(bare);
}

void XmppSession::unsubscribe(const Jid &bare)
{
    d->module<SubscriptionModule>().unsubscribe(bare);
}

void XmppSession::acceptRequest(const Jid &bare)
{
    auto &subscription = d->module<SubscriptionModule>();
    subscription.approve(bare);
    const auto item = d->module<RosterModule>().item(bare);
    const bool seesThem = item
        && (item->subscription == SubscriptionState::To || item->subscription == SubscriptionState::Both
            || item->askPending);
    if (!seesThem)
        subscription.request(bare);
}

void XmppSession::declineRequest(const Jid &bare)
{
    d->module<SubscriptionModule>().deny(bare);
}

Task<void> XmppSession::block(const Jid &bare)
{
    return d->module<BlockingModule>().block(bare);
}

Task<void> XmppSession::unblock(const Jid &bare)
{
    return d->module<BlockingModule>().unblock(bare);
}

QString XmppSession::displayName(const Jid &bare) const
{
    return bare == d->own ? ownName() : d->roster.nameOf(bare);
}

QString XmppSession::ownName() const
{
    if (!settings().name.isEmpty())
        return settings().name;
    const QString nickname = d->contacts.ownNickname();
    if (!nickname.isEmpty())
        return nickname;
    return d->own.localpart().isEmpty() ? d->own.toString() : d->own.localpart();
}

QString XmppSession::ownAvatarFile() const
{
    return d->contacts.ownAvatarFile();
}

} // namespace tertulia
