// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/base/Task.h"
#include "core/models/RequestsModel.h"
#include "core/models/RosterModel.h"
#include "core/session/ContactsBinding.h"
#include "core/session/SessionStrangers.h"

#include <QObject>

namespace tertulia
{

/// What a person does with the contacts of one account: their models and the commands (RFC 6121 2 and 3;
/// XEP-0191). A task ends with what the server answered, NotConnected offline.
class SessionContacts : public QObject
{
    Q_OBJECT
public:
    SessionContacts(const QString &account, const Jid &own, ModuleHost &host, Conversations &conversations,
                    Store &store, const QString &avatarFolder, QObject *parent = nullptr);

    [[nodiscard]] RosterModel &roster() { return m_roster; }
    [[nodiscard]] RequestsModel &requests() { return m_requests; }
    /// Who wrote without being a contact.
    [[nodiscard]] SessionStrangers &strangers() { return m_strangers; }
    /// As published (XEP-0172); empty if there is none.
    [[nodiscard]] QString ownNickname() const { return m_binding.ownNickname(); }
    [[nodiscard]] QString ownAvatarFile() const { return m_binding.ownAvatarFile(); }

    /// Shows what is kept from an earlier run, before anything is connected.
    void showKept() { m_binding.showKept(); }
    void streamStarted(StreamStart start) { m_binding.streamStarted(start); }

    /// `askForPresence`: asks to see them, and lets them see us.
    Task<void> add(const Jid &bare, const QString &name, const QStringList &groups, bool askForPresence);
    Task<void> rename(const Jid &bare, const QString &name);
    Task<void> setGroups(const Jid &bare, const QStringList &groups);
    Task<void> remove(const Jid &bare);
    void requestSubscription(const Jid &bare);
    void cancelSubscription(const Jid &bare); ///< stop letting them see us
    void unsubscribe(const Jid &bare); ///< stop seeing them
    /// Whether they ask to see us and wait for the answer.
    [[nodiscard]] bool asksToBeContact(const Jid &bare) const { return m_requests.asks(bare); }
    void acceptRequest(const Jid &bare);
    void declineRequest(const Jid &bare);
    Task<void> block(const Jid &bare) { return block(QList<Jid>{bare}); }
    /// All of them in one step.
    Task<void> block(const QList<Jid> &addresses);
    Task<void> unblock(const Jid &bare);

Q_SIGNALS:
    /// The whole roster came after a fresh start.
    void loaded();
    void requestArrived(const tertulia::Jid &bare);
    void ownProfileChanged();

private:
    ModuleHost &m_host;
    RosterModel m_roster;
    RequestsModel m_requests;
    ContactsBinding m_binding;
    SessionStrangers m_strangers;
};

} // namespace tertulia
