// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Message.h"
#include "core/stream/Module.h"

namespace tertulia
{

/// Which message another one answers (XEP-0461).
struct Reply {
    QString id = {}; ///< its origin-id, or its id where it has none (3.1)
    Jid to = {}; ///< who wrote it; null if not said or unreadable

    /// MalformedReply for another element and for one without an id.
    static Result<Reply> fromXml(const XmlElement &element);
    [[nodiscard]] XmlElement toElement() const;

    bool operator==(const Reply &) const = default;
};

/// Marks answers, and puts what they answer in front of the words, for clients that know no such marks.
class ReplyModule : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    [[nodiscard]] Manifest manifest() override;

    [[nodiscard]] static std::optional<Reply> replyIn(const Message &message);
    /// What a message with a reply says, and what it quotes (without the signs of quotation), each taken from
    /// what is marked as fallback. Where nothing but fallback is in it, all of it is said.
    struct Said {
        QString text; ///< null if there is no body
        QString quoted;
    };
    [[nodiscard]] static Said saidIn(const Message &message);

    /// Makes `message`, whose body is what the person wrote, an answer; `quoted` is the text that it answers,
    /// of which the first lines go into the body.
    static void mark(Message &message, const Reply &reply, const QString &quoted);
};

} // namespace tertulia
