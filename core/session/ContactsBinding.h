// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/models/RosterModel.h"
#include "core/modules/roster/RosterItem.h"
#include "core/stream/Module.h"

#include <QObject>

namespace tertulia
{

class RequestsModel;
class Store;
struct PresenceSummary;

/// Carries what the roster, presence, subscription, avatar, nickname, blocking and chat state modules tell
/// into the models, and keeps the roster and avatars for the next start.
class ContactsBinding : public QObject
{
    Q_OBJECT
public:
    ContactsBinding(const QString &account, const Jid &own, ModuleHost &host, Store &store,
                    RosterModel &roster, RequestsModel &requests, const QString &avatarFolder,
                    QObject *parent = nullptr);

    /// Shows what is kept from an earlier run, before anything is connected.
    void showKept();
    /// The stream is online.
    void streamStarted(StreamStart start);

    [[nodiscard]] QString ownNickname() const { return m_ownNickname; }
    [[nodiscard]] QString ownAvatarFile() const { return avatarFile(m_ownAvatar); }

Q_SIGNALS:
    /// The whole roster came after a fresh start.
    void loaded();
    void requestArrived(const tertulia::Jid &bare);
    void ownProfileChanged();

private:
    [[nodiscard]] ContactFacts toFacts(const RosterItem &item) const;
    void showRoster(const QList<RosterItem> &items);
    void keepRoster(const QString &version, const QList<RosterItem> &items);
    void showPresence(const Jid &bare, const PresenceSummary &summary);
    void showAvatar(const Jid &bare, const QString &hash, const QByteArray &bytes);
    [[nodiscard]] QString avatarFile(const QString &hash) const;
    void dropBlockedRequests();
    [[nodiscard]] bool isBlocked(const Jid &bare) const;

    QString m_account;
    Jid m_own;
    ModuleHost &m_host;
    Store &m_store;
    RosterModel &m_roster;
    RequestsModel &m_requests;
    QString m_avatarFolder;
    QString m_ownNickname;
    QString m_ownAvatar; ///< hash
    QHash<Jid, RosterItem> m_kept; ///< the roster as it is on disk
    QString m_keptVersion;
};

} // namespace tertulia
