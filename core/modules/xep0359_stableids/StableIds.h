// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

namespace tertulia
{

class DiscoModule;

/// Unique and stable stanza ids (XEP-0359): gives every outgoing message with a body an origin-id, and reads
/// those of others.
class StableIdsModule : public Module
{
    Q_OBJECT
public:
    StableIdsModule(ModuleHost &host, DiscoModule &disco, QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;

    [[nodiscard]] static QString originIn(const Message &message);
    /// The id that `by` gave the message, or empty; also empty when two claim to be by it. Whether `by` may
    /// be believed is the caller's to know.
    [[nodiscard]] static QString stanzaIdIn(const Message &message, const Jid &by);
    /// The id given by our own account's server, or empty unless the account announces urn:xmpp:sid:0: else
    /// anybody may have written it (SECURITY A65).
    [[nodiscard]] QString ownStanzaId(const Message &message) const;

private:
    void decorate(Message &message) const;

    DiscoModule &m_disco;
};

} // namespace tertulia
