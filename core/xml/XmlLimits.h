// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tertulia
{

/// Caps on what a peer may send; figures of SECURITY section (f).
struct XmlLimits {
    qsizetype stanzaBytes = 4 * 1024 * 1024;
    qsizetype startTagBytes = 64 * 1024;
    int attributes = 64; ///< per element, namespace declarations included
    int nameLength = 1024; ///< characters
    int depth = 128;
    int children = 50'000; ///< per element
    int rosterChildren = 200'000; ///< per jabber:iq:roster query, which arrives whole

    /// Of one CDATA section. The reader holds it back as a whole, as UTF-16 and more than once, while text
    /// comes out of it in pieces; servers write no such sections.
    [[nodiscard]] qsizetype cdataBytes() const { return stanzaBytes / 8; }

    /// Before authentication a server has nothing long to say.
    static XmlLimits beforeAuthentication()
    {
        XmlLimits limits;
        limits.stanzaBytes = 256 * 1024;
        return limits;
    }
};

} // namespace tertulia
