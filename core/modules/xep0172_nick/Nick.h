// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

namespace tertulia
{

class RosterModule;

/// User nicknames (XEP-0172) over PEP; those of subscription requests are read by SubscriptionModule.
class NickModule : public Module
{
    Q_OBJECT
public:
    NickModule(ModuleHost &host, RosterModule &roster, QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;

    /// Publishes the own nickname; empty removes it.
    [[nodiscard]] Task<void> publish(const QString &nickname);

Q_SIGNALS:
    /// How a contact, or the account's own person, wants to be called; untrusted, at most 200 characters,
    /// empty when taken back.
    void nicknameChanged(const tertulia::Jid &bare, const QString &nickname);

private:
    void handleEvent(const PepEvent &event);

    RosterModule &m_roster;
};

} // namespace tertulia
