// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Message.h"
#include "core/stream/Module.h"

#include <QDateTime>

namespace tertulia
{

/// That a message is taken back (XEP-0424 3).
struct Retraction {
    QString id = {}; ///< its stanza id

    /// MalformedReply for another element and for one without an id.
    static Result<Retraction> fromXml(const XmlElement &element);
    [[nodiscard]] XmlElement toElement() const;

    bool operator==(const Retraction &) const = default;
};

/// What an archive keeps in the place of a message that was taken back (XEP-0424 4).
struct Tombstone {
    QString id = {}; ///< stanza id of the retraction
    QDateTime stamp = {}; ///< UTC, when it was taken back; invalid if not said

    static Result<Tombstone> fromXml(const XmlElement &element);

    bool operator==(const Tombstone &) const = default;
};

/// Reads and writes retractions. Whether one may be believed is for who knows the message that it names: only
/// of its own sender (SECURITY A63).
class RetractionModule : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    [[nodiscard]] Manifest manifest() override;

    [[nodiscard]] static std::optional<Retraction> retractionIn(const Message &message);
    /// Believe it of an archive only: people can write it too.
    [[nodiscard]] static std::optional<Tombstone> tombstoneIn(const Message &message);
    /// The body without what is marked to stand in it for clients that do not know retractions; null if
    /// nothing is left.
    [[nodiscard]] static QString saidBesides(const Message &message);
    /// Makes `message` a retraction, with a sentence for those who do not know of such.
    static void mark(Message &message, const Retraction &retraction);
};

} // namespace tertulia
