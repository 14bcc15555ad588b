// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/modules/cards/Profile.h"

#include <QDateTime>
#include <QObject>

#include <optional>

namespace tertulia
{

class ModuleHost;

/// What is asked about a contact only when somebody looks at them: their card, since when they are away
/// (XEP-0012) and what their clock says (XEP-0202). Of people who are no contacts nothing is asked: the
/// question would tell them that we are here (SECURITY A78).
class PersonDetails : public QObject
{
    Q_OBJECT
public:
    /// `peer`: bare; the account's own address has a card, too.
    PersonDetails(ModuleHost &host, const Jid &peer, QObject *parent = nullptr);

    /// Somebody looks: asks what may have changed since they last did, a few minutes ago at the earliest.
    void look();

    [[nodiscard]] const Profile &profile() const { return m_profile; }
    /// When they were last online, UTC; invalid if not known, or while they are.
    [[nodiscard]] QDateTime lastSeen() const { return m_lastSeen; }
    /// Seconds east of UTC where they are; nothing if not known.
    [[nodiscard]] std::optional<int> zone() const { return m_zone; }

Q_SIGNALS:
    void changed();

private:
    void askCard();
    void askLast();
    void askTime();

    ModuleHost &m_host;
    Jid m_peer;
    Profile m_profile;
    QDateTime m_lastSeen;
    std::optional<int> m_zone;
    QDateTime m_cardAsked; ///< UTC
    QDateTime m_lastAsked;
    QDateTime m_timeAsked;
};

} // namespace tertulia
