// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/XmppSession.h"

#include <QObject>

#include <memory>

namespace tertulia
{

class ChatListModel;
class ContactTreeModel;
class History;

/// All accounts of a profile, their sessions, and the models that show them merged.
class Accounts : public QObject
{
    Q_OBJECT
public:
    explicit Accounts(SessionServices services, QObject *parent = nullptr);
    ~Accounts() override;

    /// Reads the accounts from the store and makes their sessions; none is connected yet.
    Result<void> load();
    [[nodiscard]] QList<XmppSession *> sessions() const;
    [[nodiscard]] XmppSession *session(const QString &accountId) const;
    /// By bare address, or null.
    [[nodiscard]] XmppSession *sessionOf(const Jid &bare) const;

    /// A new account, with an id of its own if `settings` has none; where one with that address exists, it
    /// takes these settings instead. A Store... error if it cannot be written.
    Result<XmppSession *> add(const AccountSettings &settings);
    /// Closes the session, deletes what is stored of it and its keychain entries; KeychainFailed (subject:
    /// the key) if the latter did not work.
    Task<void> remove(const QString &accountId);

    /// Whether passwords can be remembered: the keychain's name, or why not (SecretStore::probe()).
    [[nodiscard]] Task<QString> probeKeychain();

    /// Connects every enabled account, as chosen last or Available; those without a presence of their own as
    /// `common`, if there is one.
    void connectAll(const std::optional<PresenceChoice> &common = {});
    /// The presence of all accounts at once, but for those that have their own; if each has, they follow it
    /// again.
    void setPresence(const PresenceChoice &choice);
    /// That of the accounts that have none of their own; the most reachable speaks for all.
    [[nodiscard]] PresenceChoice presence() const;
    /// The presence of one account, whatever the others are; nothing: what the others are.
    void setOwnPresence(const QString &accountId, const std::optional<PresenceChoice> &choice);
    /// When the choice for all ends: then they are Available again, without a message, unless they are
    /// Offline. Invalid: it does not end. A new choice does not end either, until this is called again.
    void setPresenceEnd(const QDateTime &end);
    [[nodiscard]] QDateTime presenceEnd() const;
    /// How far away the person is; see XmppSession::setAbsence(). Later accounts know too.
    void setAbsence(const Absence &absence);
    /// The machine sleeps in a moment: servers are told what arrived, and the disk has it (SECURITY R13).
    void prepareForSleep();
    /// The machine woke, or its network is back or another one.
    void wake();
    /// Whether a window of the program is in use; see XmppSession::setActive(). Later accounts know too.
    void setActive(bool active);
    /// Closes all properly; completes within 2 s.
    Task<void> shutDown();

    [[nodiscard]] ChatListModel *chatList() const;
    [[nodiscard]] ContactTreeModel *contactTree() const;
    [[nodiscard]] Store &store() const;
    [[nodiscard]] History &history() const;
    [[nodiscard]] int unreadTotal() const;

Q_SIGNALS:
    void added(tertulia::XmppSession *session);
    void aboutToRemove(tertulia::XmppSession *session);
    void presenceChanged();
    void unreadTotalChanged(int total);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tertulia
