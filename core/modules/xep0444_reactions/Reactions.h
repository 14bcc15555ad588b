// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Message.h"
#include "core/stream/Module.h"

namespace tertulia
{

/// All that somebody feels about a message, from now on (XEP-0444).
struct Reactions {
    QString id = {}; ///< of the message: its origin-id, or its id where it has none (4.2)
    QStringList emojis = {}; ///< each once; empty: what was there is taken back

    /// MalformedReply for another element and for one without an id. What is no emoji, or there twice, is
    /// left out, and so is what one person cannot mean any more.
    static Result<Reactions> fromXml(const XmlElement &element);
    [[nodiscard]] XmlElement toElement() const;

    bool operator==(const Reactions &) const = default;

    static constexpr qsizetype kMost = 20; ///< of one person for one message
};

/// Reads and writes reactions, with the hint to keep them.
class ReactionsModule : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    [[nodiscard]] Manifest manifest() override;

    /// Of a chat message with exactly one set of them (4).
    [[nodiscard]] static std::optional<Reactions> reactionsIn(const Message &message);
    /// The body without what stands in it for clients that do not know reactions; null if nothing is left.
    [[nodiscard]] static QString saidBesides(const Message &message);
    static void mark(Message &message, const Reactions &reactions);
};

} // namespace tertulia
