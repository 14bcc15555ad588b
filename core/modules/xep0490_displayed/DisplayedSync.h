// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0060_pubsub/PrivateNode.h"

#include <QHash>

#include <optional>

namespace tertulia
{

class DiscoModule;

/// How far a chat was read by one of the account's devices.
struct DisplayedUpTo {
    Jid chat; ///< bare address of the other one
    QString stanzaId; ///< XEP-0359, of the last message that was seen, as `by` numbers them
    Jid by; ///< the account; of a room, the room

    /// MalformedReply for another payload, an item that is named after no address, no id.
    static Result<DisplayedUpTo> fromItem(const PepEvent::Item &item);
    [[nodiscard]] XmlElement toPayload() const;

    bool operator==(const DisplayedUpTo &) const = default;
};

/// What was read, shared among the devices of an account by a private node of its own (XEP-0490). Asks for
/// all of it at each start that is not a resumption, and tells of what comes; sends one item at a time, and
/// of each chat only the last.
///
/// Nothing is published where the server does not promise to keep it private: without publish-options, or
/// with a node of other access that it does not let us change (SECURITY A60).
class DisplayedSyncModule : public Module
{
    Q_OBJECT
public:
    DisplayedSyncModule(ModuleHost &host, DiscoModule &disco, QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;
    void streamStarted(StreamStart start) override;

    /// Whether tell() does anything: what the server has is known, and what we give it stays private.
    [[nodiscard]] bool isReady() const;
    /// Tells our other devices; told() says when the server has it. What cannot be told now is dropped.
    void tell(const DisplayedUpTo &displayed);

Q_SIGNALS:
    /// isReady() has become true.
    void ready();
    /// A device of ours saw everything up to there; it may be this one, and may be older than what is known.
    void displayed(const tertulia::DisplayedUpTo &displayed);
    void told(const tertulia::DisplayedUpTo &displayed);

private:
    struct StreamState {
        bool fetched = false;
        bool refused = false; ///< it cannot be kept private
        bool configured = false; ///< the node's access was set by us
        NodePromise promise = NodePromise::Whole; ///< all that the server can be asked for
        std::optional<DisplayedUpTo> onTheWire;
        QList<DisplayedUpTo> waiting;
    };

    void fetch();
    void take(const PepEvent::Item &item);
    void sendNext();
    void published(const Result<void> &result);
    void configure(bool forPrivacy);

    DiscoModule &m_disco;
    StreamState m_stream;
    quint64 m_streams = 0; ///< counts them: answers of an earlier one come too late
    bool m_wasReady = false;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::DisplayedUpTo)
