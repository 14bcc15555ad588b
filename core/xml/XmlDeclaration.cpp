// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/xml/XmlDeclaration.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr QByteArrayView kTarget = "xml";
constexpr QByteArrayView kVersion = "1.0";
constexpr std::array<QByteArrayView, 3> kNames = {"version", "encoding", "standalone"};
/// IANA's longest name of an encoding has 45 characters.
constexpr qsizetype kMaxValueLength = 64;

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isEncodingCharacter(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

Error notWellFormed()
{
    return {ErrorCode::PeerXmlNotWellFormed, u"not-well-formed"_s};
}

} // namespace

std::optional<Error> XmlDeclaration::take(char c)
{
    switch (m_state) {
    case State::Target:
        if (m_text.size() < kTarget.size() && c == kTarget[m_text.size()]) {
            m_text += c;
            return {};
        }
        // Any other target is a processing instruction, which has no place in a stream (RFC 6120 11.1).
        if (m_text != kTarget || !isSpace(c))
            return Error{ErrorCode::PeerXmlRestricted, u"restricted-xml"_s};
        m_state = State::Gap;
        m_spaced = true;
        return {};
    case State::Gap:
        return inGap(c);
    case State::Name:
        return inName(c);
    case State::BeforeEquals:
        if (c == '=')
            m_state = State::AfterEquals;
        else if (!isSpace(c))
            return notWellFormed();
        return {};
    case State::AfterEquals:
        if (c == '"' || c == '\'') {
            m_state = State::Value;
            m_quote = c;
            m_text.clear();
        } else if (!isSpace(c)) {
            return notWellFormed();
        }
        return {};
    case State::Value:
        return inValue(c);
    case State::QuestionMark:
        if (c != '>')
            return notWellFormed();
        m_state = State::Complete;
        return {};
    case State::Complete:
        break;
    }
    return notWellFormed();
}

std::optional<Error> XmlDeclaration::inGap(char c)
{
    if (isSpace(c)) {
        m_spaced = true;
        return {};
    }
    if (c == '?' && m_versionGiven) {
        m_state = State::QuestionMark;
        return {};
    }
    if (!m_spaced)
        return notWellFormed();
    m_state = State::Name;
    m_text.clear();
    return inName(c);
}

std::optional<Error> XmlDeclaration::inName(char c)
{
    const bool ends = c == '=' || isSpace(c);
    if (!ends) {
        m_text += c;
        for (const QByteArrayView name : kNames)
            if (name.startsWith(m_text))
                return {};
        return notWellFormed();
    }
    if (!nameIsKnown())
        return notWellFormed();
    m_state = c == '=' ? State::AfterEquals : State::BeforeEquals;
    return {};
}

bool XmlDeclaration::nameIsKnown()
{
    // The version comes first, and none comes twice or too late.
    const int first = m_versionGiven ? int(m_attribute) + 1 : 0;
    const int last = m_versionGiven ? int(Attribute::Standalone) : 0;
    for (int i = first; i <= last; ++i) {
        if (m_text == kNames[size_t(i)]) {
            m_attribute = Attribute(i);
            return true;
        }
    }
    return false;
}

std::optional<Error> XmlDeclaration::inValue(char c)
{
    if (c != m_quote) {
        m_text += c;
        const bool good = m_attribute == Attribute::Version ? kVersion.startsWith(m_text)
            : m_attribute == Attribute::Encoding
            ? isEncodingCharacter(c) && isLetter(m_text[0])
            : QByteArrayView("yes").startsWith(m_text) || QByteArrayView("no").startsWith(m_text);
        return good && m_text.size() <= kMaxValueLength ? std::nullopt : std::optional(notWellFormed());
    }
    m_state = State::Gap;
    m_spaced = false;
    switch (m_attribute) {
    case Attribute::Version:
        m_versionGiven = true;
        return m_text == kVersion ? std::nullopt : std::optional(notWellFormed());
    case Attribute::Encoding:
        if (m_text.isEmpty())
            return notWellFormed();
        if (m_text.compare("UTF-8", Qt::CaseInsensitive) != 0)
            return Error{ErrorCode::PeerEncodingUnsupported, u"unsupported-encoding"_s};
        return {};
    case Attribute::Standalone:
        return m_text == "yes" || m_text == "no" ? std::nullopt : std::optional(notWellFormed());
    }
    return notWellFormed();
}

} // namespace tertulia
