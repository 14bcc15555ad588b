// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/messaging/ReceivedMessage.h"
#include "core/stream/Module.h"

namespace tertulia
{

struct ArchivedMessage;
struct CarbonCopy;
class BlockingModule;
class CarbonsModule;
class StableIdsModule;

/// One-to-one messages (RFC 6121 5), direct ones and carbon copies. Groupchat messages are not its business,
/// and those of blocked addresses nobody's.
class MessagingModule : public Module
{
    Q_OBJECT
public:
    MessagingModule(ModuleHost &host, CarbonsModule &carbons, StableIdsModule &stableIds,
                    BlockingModule &blocking, QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;

    /// Sends and completes once the server is known to have it; NotConnected when the stream ended before
    /// that and was not resumed: it may or may not have arrived. Give it an id, which is the key to
    /// receipts, errors and duplicates.
    [[nodiscard]] Task<void> send(const Message &message);
    /// A message that the account's archive gave: told like one that comes now, as far as it concerns us.
    void takeArchived(const ArchivedMessage &archived);

Q_SIGNALS:
    /// Every message between the account and one other, with a body or without. May be a duplicate of one
    /// that is known: by stanzaId, originId or id, in this order, within the same peer, sender and kind of id
    /// (SECURITY A65).
    void received(const tertulia::ReceivedMessage &received);
    /// An error in answer to a message of ours. `peer` (bare) is who it comes from: it concerns the message
    /// with this id in the chat with that peer, and no other (SECURITY A67).
    void failed(const QString &id, const tertulia::Jid &peer, const tertulia::StanzaError &error);

private:
    bool handleMessage(const Message &message);
    void handleCarbon(const CarbonCopy &copy);
    void report(ReceivedMessage received);

    StableIdsModule &m_stableIds;
    BlockingModule &m_blocking;
};

} // namespace tertulia
