// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/modules/xep0455_outage/ServiceOutage.h"
#include "core/session/AccountSettings.h"
#include "core/session/ConnectionDetails.h"
#include "core/session/PasswordChange.h"
#include "core/session/SecretStore.h"
#include "core/session/SessionState.h"
#include "core/session/TokenRevocation.h"
#include "core/stream/XmppStream.h"

#include <QObject>

#include <memory>

namespace tertulia
{

class ConversationListModel;
class ConversationModel;
class HttpSource;
class MessageSources;
class RequestsModel;
class RosterModel;
class SessionChats;
class SessionContacts;
class SessionMessages;
class Store;
class XmlTraffic;

/// What sessions stand on; outlives them.
struct SessionServices {
    StreamServices stream;
    SecretStore &secrets;
    Store &store;
    QString avatarFolder; ///< where checked avatar images are kept, by hash
    HttpSource *http = nullptr; ///< null: nothing is fetched
};

/// One account: its stream, modules, conversations and models, and what a person can do with them. Views bind
/// to the models and call the commands; nothing here knows a window.
class XmppSession : public QObject
{
    Q_OBJECT
public:
    using State = SessionState;

    XmppSession(const AccountSettings &settings, SessionServices services, QObject *parent = nullptr);
    ~XmppSession() override;

    [[nodiscard]] const AccountSettings &settings() const;
    /// Takes effect at the next connection. What the keychain has of an account that is not to be remembered
    /// any more goes at once, and so does the server's token.
    void setSettings(const AccountSettings &settings);
    [[nodiscard]] QString accountId() const;
    /// The account's bare address. Of one that logs in anonymously only a domain.
    [[nodiscard]] const Jid &address() const;
    /// The full address given to the present connection, or to the last one; null before. Only an anonymous
    /// log-in is given another bare address than address() (XEP-0175).
    [[nodiscard]] Jid boundAddress() const;

    [[nodiscard]] State state() const;
    /// Why the last attempt or connection ended.
    [[nodiscard]] const Error &lastError() const;
    /// Milliseconds to the next attempt; 0 unless Waiting.
    [[nodiscard]] qint64 msUntilReconnect() const;
    /// The steps of the present or last attempt, all of them, in order.
    [[nodiscard]] QList<StepReport> steps() const;
    /// Set when the last attempt ended on its certificate.
    [[nodiscard]] const CertificateProblem &certificateProblem() const;
    [[nodiscard]] ConnectionDetails connectionDetails() const;

    // Models. Owned by the session.
    [[nodiscard]] RosterModel *roster() const;
    [[nodiscard]] ConversationListModel *conversations() const;
    [[nodiscard]] RequestsModel *requests() const;
    /// A timeline over one chat; the caller's to delete (or `parent`'s).
    [[nodiscard]] ConversationModel *openTimeline(const Jid &peer, QObject *parent);
    [[nodiscard]] ModuleHost &modules() const;
    /// What goes over the wire, for who looks for a fault.
    [[nodiscard]] XmlTraffic &xml() const;
    [[nodiscard]] MessageSources &sources() const;

    // What a person does, by what it is about. Owned by the session.
    [[nodiscard]] SessionMessages &messages() const;
    [[nodiscard]] SessionChats &chats() const;
    [[nodiscard]] SessionContacts &contacts() const;

    // Connection.
    /// Presence other than Offline connects; Offline closes properly. Remembered.
    void setPresence(const PresenceChoice &choice);
    [[nodiscard]] PresenceChoice presence() const;
    /// Others see seenChoice() of the two, and since when; the choice stays.
    void setAbsence(const Absence &absence);
    void reconnectNow();
    /// What NeedsPassword waits for: the password, or the passphrase of the account's certificate.
    [[nodiscard]] SecretPurpose secretWanted() const;
    /// secretWanted(), for this session; stored in the keychain too if `remember`, which is then what the
    /// account does from now on. Not to store it this time takes nothing back: see setSettings().
    void providePassword(const QString &password, bool remember);
    /// Of ProxyChoice::user, from the next connection on; stored in the keychain too if `remember`.
    void provideProxyPassword(const QString &password, bool remember);
    /// The tokens that stand for the password (XEP-0484) are of no more use. Completes once the keychain has
    /// none, or cannot be asked, and tokensVoid() was told.
    Task<void> forgetTokens();
    /// Changes the account's password at its server and in the keychain; see PasswordChange::start() for what
    /// can go wrong. NotConnected while not online, PasswordChangeNotOffered for an account that logs in
    /// without one, Cancelled while another change is under way.
    Task<PasswordChanged> changePassword(const QString &current, const QString &wanted);
    /// Whether a window of the program is in use. The server is told (XEP-0352), of the end of it after a
    /// while only, so that it can keep back what nobody looks at.
    void setActive(bool active);
    /// What the people who run the server say of its being away (XEP-0455); only while it cannot be reached.
    [[nodiscard]] const std::optional<ServiceOutage> &outage() const;
    /// Accepts exactly the certificate and defects of certificateProblem() and tries again.
    void trustCertificate();
    /// The network came back, or the machine woke: probe or reconnect at once.
    void wake();
    /// Tells the server what arrived, before there is silence.
    void prepareForSleep();
    /// Closes properly for the end of the program; the task completes within 2 s.
    Task<void> shutDown();

    /// How a person calls an address: roster name, nickname or the address.
    [[nodiscard]] QString displayName(const Jid &bare) const;
    [[nodiscard]] QString ownName() const;
    [[nodiscard]] QString ownAvatarFile() const;

Q_SIGNALS:
    void stateChanged(tertulia::SessionState state);
    void stepChanged(const tertulia::StepReport &report);
    void presenceChanged();
    /// ownName() or ownAvatarFile().
    void ownProfileChanged();
    void settingsChanged(const tertulia::AccountSettings &settings);
    void certificateRejected(const tertulia::CertificateProblem &problem);
    /// The password could not be kept; it is used for this session all the same.
    void passwordNotStored(const tertulia::Error &error);
    /// The server should forget these tokens, by a TokenRevocation.
    void tokensVoid(const tertulia::VoidTokens &order);
    /// Another key than at the last log-in, with a certificate that is in order; not by itself alarming, and
    /// kept in ConnectionDetails::keyChanges (SECURITY B07).
    void serverKeyChanged(const tertulia::KeyChange &change);
    /// Log-ins were tied to their connection before; this one is not (SECURITY B17).
    void bindingLost();
    void outageChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tertulia
