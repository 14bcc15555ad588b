// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/presence/ResourcePresence.h"
#include "core/stream/Module.h"

#include <QHash>

namespace tertulia
{

class RosterModule;

/// Who is there (RFC 6121 4): contacts and the other devices of the account. Presence of strangers is
/// ignored. Sends our own on a fresh start, after the roster was asked for (RFC 6121 2.2).
class PresenceModule : public Module
{
    Q_OBJECT
public:
    PresenceModule(ModuleHost &host, RosterModule &roster, QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;
    void streamStarted(StreamStart start) override;
    void streamEnded() override;

    /// Remembered, and sent when online and different from what was sent last. `priority` is cut to
    /// -128..127. Offline sends nothing: going offline is closing the stream, which says goodbye by itself.
    /// `idleSince`: the last sign of the person, told as XEP-0319 has it; invalid: they are there.
    void setPresence(Availability availability, const QString &status, int priority = 0,
                     const QDateTime &idleSince = {});

    /// Whether others learn since when the person is away (XEP-0319); from the start they do.
    void setTellsIdle(bool tells);
    [[nodiscard]] bool tellsIdle() const { return m_tellsIdle; }
    /// The last sign of the person as it was told last; invalid if they are there, or nothing is told.
    [[nodiscard]] QDateTime toldIdleSince() const { return m_tellsIdle ? m_sent.idleSince : QDateTime(); }
    /// Sends what was sent last once more: something that goes along with it has changed.
    void tellAgain();

    /// Of a bare address; Offline without devices for who is not there.
    [[nodiscard]] PresenceSummary summary(const Jid &bare) const;
    /// Best first.
    [[nodiscard]] QList<ResourcePresence> resources(const Jid &bare) const;

Q_SIGNALS:
    /// Also for the own bare address, about the account's other devices.
    void changed(const tertulia::Jid &bare, const tertulia::PresenceSummary &summary);
    /// A device came or sent news; `presence` with all its payloads, for modules that read them.
    void resourceAvailable(const tertulia::Presence &presence);
    /// A device left.
    void resourceUnavailable(const tertulia::Jid &full);
    /// The stream ended for good: nobody is known to be there.
    void cleared();

private:
    struct Contact {
        QList<ResourcePresence> resources; ///< best first
        QString farewell; ///< status of the last unavailable presence
        QDateTime offlineSince;
    };
    struct StreamState {
        QHash<Jid, Contact> contacts;
        bool told = false; ///< our presence was sent
    };
    struct Own {
        Availability availability = Availability::Available;
        QString status;
        int priority = 0;
        QDateTime idleSince;

        bool operator==(const Own &) const = default;
    };

    void handlePresence(const Presence &presence);
    void handleAvailable(const Presence &presence);
    void handleUnavailable(const Presence &presence);
    void announce(const Jid &bare);
    void sendOwn();

    RosterModule &m_roster;
    StreamState m_stream;
    Own m_wanted;
    Own m_sent;
    bool m_tellsIdle = true;
};

} // namespace tertulia
