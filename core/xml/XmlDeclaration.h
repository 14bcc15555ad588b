// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QByteArray>

#include <optional>

namespace tertulia
{

/// The XML declaration that may stand before a stream (RFC 6120 11.4, XML 1.0 2.8), byte by byte behind `<?`.
/// Accepts version 1.0 and no encoding but UTF-8 (RFC 6120 11.6); the reader behind never hears of another,
/// and so never asks ICU for one of its converters.
class XmlDeclaration
{
public:
    /// Takes the next byte, or says what is wrong with it.
    std::optional<Error> take(char c);
    /// True once `?>` has passed.
    [[nodiscard]] bool isComplete() const { return m_state == State::Complete; }

private:
    enum class State {
        Target,
        Gap, ///< between two pseudo-attributes
        Name,
        BeforeEquals,
        AfterEquals,
        Value,
        QuestionMark,
        Complete,
    };
    /// In the order in which they may come.
    enum class Attribute { Version, Encoding, Standalone };

    std::optional<Error> inGap(char c);
    std::optional<Error> inName(char c);
    std::optional<Error> inValue(char c);
    [[nodiscard]] bool nameIsKnown();

    State m_state = State::Target;
    Attribute m_attribute = Attribute::Version;
    bool m_versionGiven = false;
    bool m_spaced = false; ///< white space came since the last value
    char m_quote = '\0';
    QByteArray m_text; ///< target, name or value so far
};

} // namespace tertulia
