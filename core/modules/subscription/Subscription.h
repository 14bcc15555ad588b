// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

#include <QHash>
#include <QList>

namespace tertulia
{

class RosterModule;

/// Somebody wants to see our presence.
struct SubscriptionRequest {
    Jid jid = {}; ///< bare
    QString nickname = {}; ///< untrusted, by XEP-0172
    QString text = {}; ///< untrusted, what they wrote with it

    bool operator==(const SubscriptionRequest &) const = default;
};

/// Who may see whose presence (RFC 6121 3). Nothing is ever approved by itself. The outcome of what is asked
/// for here arrives as a change of the roster.
class SubscriptionModule : public Module
{
    Q_OBJECT
public:
    SubscriptionModule(ModuleHost &host, RosterModule &roster, QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;
    void streamStarted(StreamStart start) override;

    /// How the account's person calls themselves, told with a request (XEP-0172 4.2); empty: nothing is told.
    void setOwnNickname(const QString &nickname) { m_ownNickname = nickname; }

    /// Requests that wait for an answer, one per address however often they ask, at most 1,000.
    [[nodiscard]] QList<SubscriptionRequest> pending() const { return m_stream.pending.values(); }

    /// Asks to see them.
    void request(const Jid &bare, const QString &text = {});
    /// Stops seeing them, or takes back a request that was not answered.
    void unsubscribe(const Jid &bare);
    /// Lets them see us: answers their request, or promises the answer beforehand where the server can
    /// (RFC 6121 3.4). Without a request and without such a server nothing is sent.
    void approve(const Jid &bare);
    /// Refuses their request.
    void deny(const Jid &bare);
    /// Stops letting them see us.
    void cancel(const Jid &bare);

Q_SIGNALS:
    /// Once per address; again only with another text or name.
    void requested(const tertulia::Jid &bare, const QString &nickname, const QString &text);
    /// They took it back, or it was answered here or on another device.
    void requestWithdrawn(const tertulia::Jid &bare);

private:
    void handlePresence(const Presence &presence);
    void withdraw(const Jid &bare);
    void sendPresence(const Jid &bare, Presence::Type type);

    struct StreamState {
        QHash<Jid, SubscriptionRequest> pending;
    };

    RosterModule &m_roster;
    StreamState m_stream;
    QString m_ownNickname;
};

} // namespace tertulia
