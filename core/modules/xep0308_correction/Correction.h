// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Message.h"
#include "core/stream/Module.h"

namespace tertulia
{

/// That a message stands in the place of an earlier one (XEP-0308).
struct Correction {
    QString id = {}; ///< the stanza id of the first of them, however often it was corrected (4)

    /// MalformedReply for another element and for one without an id.
    static Result<Correction> fromXml(const XmlElement &element);
    [[nodiscard]] XmlElement toElement() const;

    bool operator==(const Correction &) const = default;
};

/// Reads and writes corrections. Whether one may be believed is for who knows the message that it names:
/// only of its own sender (SECURITY A61).
class CorrectionModule : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    [[nodiscard]] Manifest manifest() override;

    [[nodiscard]] static std::optional<Correction> correctionIn(const Message &message);
    /// Makes `message`, which has all that the corrected one is to have, its correction.
    static void mark(Message &message, const Correction &correction);
};

} // namespace tertulia
