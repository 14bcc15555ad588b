// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"
#include "core/base/Task.h"
#include "core/chat/MessageVersion.h"
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
class RequestsModel;
class RosterModel;
class Store;

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

    // Connection.
    /// Presence other than Offline connects; Offline closes properly. Remembered.
    void setPresence(const PresenceChoice &choice);
    [[nodiscard]] PresenceChoice presence() const;
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

    // Messages.
    /// As an answer (XEP-0461) to a message of the same chat if `answers` is one.
    void sendMessage(const Jid &peer, const QString &body, qint64 answers = 0);
    void retryMessage(qint64 messageId);
    /// Removes a failed or still queued message here.
    /// False: it has left already, or may have (SECURITY R06).
    bool deleteMessage(qint64 messageId);
    /// Puts another text in the place of one that we said (XEP-0308); one that has not left goes out with the
    /// new text only. False, with nothing changed, for what is not ours, was taken back, failed, or says this
    /// already.
    bool correctMessage(qint64 messageId, const QString &body);
    /// The texts that a message had before the present one, oldest first; empty if it was never corrected.
    [[nodiscard]] QList<MessageVersion> earlierVersions(qint64 messageId) const;
    /// Our last message in a chat if correctMessage() takes it, or 0: what Up edits.
    [[nodiscard]] qint64 lastCorrectable(const Jid &peer) const;
    /// Takes a message of ours back (XEP-0424): its text is gone here at once, and from the disk; the others
    /// are asked to forget it. False for what is not ours, was taken back already, or failed.
    bool retractMessage(qint64 messageId);
    /// What we feel about a message (XEP-0444), all of it: `emojis` take the place of those before; none
    /// takes them back. What is no emoji is left out. False for a message that cannot be named to others or
    /// was taken back.
    bool react(qint64 messageId, const QStringList &emojis);
    /// Adds one to them, or takes it away if it is among them.
    bool toggleReaction(qint64 messageId, const QString &emoji);
    void setDraft(const Jid &peer, const QString &text);
    [[nodiscard]] QString draft(const Jid &peer) const;
    /// Everything in this chat is known to the person, also without having been seen here ("Mark as read").
    void markRead(const Jid &peer);
    /// The person has this message of the chat, and with it all before it, before their eyes: it lies in the
    /// visible part of a window that is in use (R16). Who wrote it is told (XEP-0333), once, if they asked to
    /// be, may see our presence, and markersSent() is on; after a reconnect if it happened offline. Call it
    /// as often as you like.
    void markSeen(const Jid &peer, qint64 messageId);
    /// Whether others are told what was seen; remembered; on from the start.
    [[nodiscard]] bool markersSent() const;
    void setMarkersSent(bool sent);
    /// The person is typing, or stopped (XEP-0085; paused after 10 s by itself).
    void setTyping(const Jid &peer, bool typing);
    void setPinned(const Jid &peer, bool pinned);
    void setMuted(const Jid &peer, bool muted);
    /// Makes the chat show in the list although nothing was said yet.
    void openChat(const Jid &peer);
    /// Takes the chat off the list; messages stay.
    void closeChat(const Jid &peer);

    // Contacts (RFC 6121 2, 3; XEP-0191).
    Task<void> addContact(const Jid &bare, const QString &name, const QStringList &groups,
                          bool askForPresence);
    Task<void> renameContact(const Jid &bare, const QString &name);
    Task<void> setContactGroups(const Jid &bare, const QStringList &groups);
    Task<void> removeContact(const Jid &bare);
    void requestSubscription(const Jid &bare);
    void cancelSubscription(const Jid &bare); ///< stop letting them see us
    void unsubscribe(const Jid &bare); ///< stop seeing them
    void acceptRequest(const Jid &bare);
    void declineRequest(const Jid &bare);
    Task<void> block(const Jid &bare);
    Task<void> unblock(const Jid &bare);

    /// How a person calls an address: roster name, nickname or the address.
    [[nodiscard]] QString displayName(const Jid &bare) const;
    [[nodiscard]] QString ownName() const;
    [[nodiscard]] QString ownAvatarFile() const;

Q_SIGNALS:
    void stateChanged(tertulia::SessionState state);
    void stepChanged(const tertulia::StepReport &report);
    void presenceChanged();
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
    /// A message worth a notification: incoming, live, not a carbon, not catch-up older than the session
    /// (R10).
    void messageArrived(const tertulia::Jid &peer, qint64 messageId, const QString &body);
    void requestArrived(const tertulia::Jid &bare);
    /// The chat's unread count went to zero (read here or on another device): withdraw its bubble.
    void chatRead(const tertulia::Jid &peer);
    /// It could not be sent; of a message that was said, or of one whose correction or reaction it was: those
    /// are undone.
    void messageFailed(const tertulia::Jid &peer, qint64 messageId, const tertulia::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tertulia
