// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/XmppSession.h"

#include "core/chat/Conversations.h"
#include "core/models/ConversationListModel.h"
#include "core/models/ConversationModel.h"
#include "core/modules/BuiltinModules.h"
#include "core/modules/presence/Presence.h"
#include "core/modules/roster/Roster.h"
#include "core/modules/xep0077_register/Register.h"
#include "core/modules/xep0118_tune/TuneModule.h"
#include "core/modules/xep0352_csi/ClientState.h"
#include "core/modules/xep0455_outage/Outage.h"
#include "core/session/Connection.h"
#include "core/session/MessageSources.h"
#include "core/session/OutageWatch.h"
#include "core/session/SessionChats.h"
#include "core/session/SessionContacts.h"
#include "core/session/SessionMessages.h"
#include "core/session/StreamMemory.h"
#include "core/session/XmlTraffic.h"

namespace tertulia
{

class XmppSession::Private
{
public:
    Private(XmppSession *session, const AccountSettings &settings, const SessionServices &services)
        : q(session)
        , id(settings.id)
        , own(settings.connection.account)
        , conversations(id, own, services.store, services.stream.clock, services.stream.ids)
        , sources(conversations)
        , connection(settings, services.stream, services.secrets)
        , host(withModules(connection.stream()))
        , contacts(id, own, host, conversations, services.store, services.avatarFolder)
        , list(id, conversations, contacts.roster())
        , chats(id, conversations, host, services.store)
        , messages(id, own, conversations, chats, host, services.store,
                   [session](const Jid &bare) { return session->displayName(bare); })
        , memory(id, own, connection.stream(), services.store)
        , xml(connection.stream())
        , secrets(services.secrets)
        , outages(services.http, services.stream, connection.logIn().proxyPassword())
    {
        for (auto &[originId, arrival] : memory.restore())
            messages.adopt(originId, std::move(arrival));
        connection.stream().setMessageWatch(sources.watch());
        messages.archive().setPeople([this] { return contacts.roster().addresses(); });
    }

    template <class M>
    M &module() const
    {
        return *host.module<M>();
    }

    void connectSignals();
    void onState(SessionState state);
    void tellPresence();
    void tellWhoWaits();
    /// The account's devices that are online beside this one.
    [[nodiscard]] int otherDevices() const;

    XmppSession *q;
    QString id;
    Jid own;
    PresenceChoice choice{Availability::Offline, {}};
    Absence absence;
    Conversations conversations;
    MessageSources sources;
    Connection connection;
    ModuleHost &host;
    SessionContacts contacts;
    ConversationListModel list;
    SessionChats chats;
    SessionMessages messages;
    StreamMemory memory;
    XmlTraffic xml;
    SecretStore &secrets;
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
        messages.streamStarted(start);
    });
    connect(&connection.stream(), &XmppStream::ended, &messages, &SessionMessages::streamEnded);
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
    connect(&contacts, &SessionContacts::loaded, &connection, &Connection::contactsLoaded);
    connect(&contacts, &SessionContacts::ownProfileChanged, q, &XmppSession::ownProfileChanged);
    connect(&messages, &SessionMessages::notKept, &memory, &StreamMemory::lose);
    list.setFolders(
        [this](const Jid &peer) { return chats.choices().value(peer, SessionChats::kFolder).toString(); });
    connect(&chats.choices(), &ChatChoices::changed, q, [this](const Jid &peer, const QString &key) {
        if (key == SessionChats::kFolder)
            list.folderChanged(peer);
    });
}

void XmppSession::Private::onState(SessionState state)
{
    if (state != SessionState::Online)
        messages.stop();
    outages.update(connection.settings(), state, connection.lastError());
    // From the event loop: who waits for our end may delete us, and we are in the middle of telling it.
    if (state == SessionState::Offline && !waitingForOffline.empty())
        QMetaObject::invokeMethod(q, [this] { tellWhoWaits(); }, Qt::QueuedConnection);
    Q_EMIT q->stateChanged(state);
}

void XmppSession::Private::tellPresence()
{
    const PresenceChoice seen = seenChoice(choice, absence);
    // Offline is not said by a stanza.
    module<PresenceModule>().setPresence(seen.availability, seen.status, 0,
                                         seen == choice ? QDateTime() : absence.since);
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
    return &d->contacts.roster();
}

ConversationListModel *XmppSession::conversations() const
{
    return &d->list;
}

RequestsModel *XmppSession::requests() const
{
    return &d->contacts.requests();
}

ConversationModel *XmppSession::openTimeline(const Jid &peer, QObject *parent)
{
    auto *timeline = new ConversationModel(d->conversations, d->contacts.roster(), peer, ownName(), parent);
    timeline->setLedger(&d->messages.ledger());
    return timeline;
}

ModuleHost &XmppSession::modules() const
{
    return d->host;
}

XmlTraffic &XmppSession::xml() const
{
    return d->xml;
}

MessageSources &XmppSession::sources() const
{
    return d->sources;
}

SessionMessages &XmppSession::messages() const
{
    return d->messages;
}

SessionChats &XmppSession::chats() const
{
    return d->chats;
}

SessionContacts &XmppSession::contacts() const
{
    return d->contacts;
}

void XmppSession::setPresence(const PresenceChoice &choice)
{
    const bool changed = choice != d->choice;
    d->choice = choice;
    if (choice.availability == Availability::Offline) {
        d->module<TuneModule>().leave();
        d->connection.disconnectFromServer();
    } else {
        d->tellPresence();
        d->connection.connectToServer();
    }
    if (changed)
        Q_EMIT presenceChanged();
}

PresenceChoice XmppSession::presence() const
{
    return d->choice;
}

void XmppSession::setAbsence(const Absence &absence)
{
    d->absence = absence;
    d->tellPresence();
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
    d->module<TuneModule>().leave();
    d->connection.disconnectFromServer();
    return task;
}

QString XmppSession::displayName(const Jid &bare) const
{
    return bare == d->own ? ownName() : d->contacts.roster().nameOf(bare);
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
