// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/stanza/StanzaError.h"
#include "core/xml/XmlElement.h"

#include <optional>

namespace tertulia
{

class XmlWriter;

/// An <iq/> (RFC 6120 8.2.3).
struct Iq {
    enum class Type { Get, Set, Result, Error };

    Jid from = {};
    Jid to = {};
    QString id = {};
    Type type = Type::Get;
    /// Exactly one for get and set; null or one for a result, and for an error what came beside it.
    XmlElement payload = {};
    std::optional<StanzaError> error = {};

    static Result<Iq> fromXml(const XmlElement &element);
    void toXml(XmlWriter &writer) const;
};

} // namespace tertulia
