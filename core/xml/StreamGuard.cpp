// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/xml/StreamGuard.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr QByteArrayView kCdata = "[CDATA[";

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

Error notWellFormed()
{
    return {ErrorCode::PeerXmlNotWellFormed, u"not-well-formed"_s};
}

Error restricted()
{
    return {ErrorCode::PeerXmlRestricted, u"restricted-xml"_s};
}

Error foreignEncoding()
{
    return {ErrorCode::PeerEncodingUnsupported, u"unsupported-encoding"_s};
}

Error limitExceeded()
{
    return {ErrorCode::PeerLimitExceeded, u"policy-violation"_s};
}

/// True for the few bytes that mean something inside a start tag.
bool endsRun(char c)
{
    static constexpr auto kTable = [] {
        std::array<bool, 256> table{};
        for (const char meaning : {'>', '"', '\'', '/', '<', '='})
            table[uchar(meaning)] = true;
        return table;
    }();
    return kTable[uchar(c)];
}

/// Index of `c` in [from, end), or `end`.
qsizetype find(QByteArrayView bytes, char c, qsizetype from, qsizetype end)
{
    const void *found = std::memchr(bytes.data() + from, c, size_t(end - from));
    return found ? static_cast<const char *>(found) - bytes.data() : end;
}

} // namespace

StreamGuard::StreamGuard(const XmlLimits &limits)
    : m_limits(limits)
{
}

StreamGuard::Piece StreamGuard::next(QByteArrayView bytes)
{
    Piece piece;
    if (m_state == State::Between) {
        while (piece.skipped < bytes.size() && isSpace(bytes[piece.skipped]))
            ++piece.skipped;
        bytes = bytes.sliced(piece.skipped);
    }
    if (bytes.isEmpty())
        return piece;
    piece.length = follow(bytes, piece.error);
    const qsizetype bad = m_utf8.firstBad(bytes.first(piece.length));
    if (bad >= 0) {
        piece.length = bad;
        piece.error = notWellFormed();
    }
    m_stanzaStart -= piece.length;
    m_tagStart -= piece.length;
    m_cdataStart -= piece.length;
    return piece;
}

qsizetype StreamGuard::follow(QByteArrayView bytes, std::optional<Error> &error)
{
    qsizetype i = 0;
    qsizetype end = allowance(bytes.size());
    m_ended = false;
    while (!m_ended && !error) {
        if (i == end) {
            if (end < bytes.size())
                error = limitExceeded();
            break;
        }
        const char c = bytes[i];
        const State before = m_state;
        switch (m_state) {
        case State::Between:
            if (c == '<') {
                m_state = State::TagOpen;
                m_tagStart = m_stanzaStart = i;
                end = allowance(bytes.size());
            } else if (m_level == 0 && !m_declared && (c == '\xFE' || c == '\xFF' || c == '\0')) {
                error = foreignEncoding(); // a byte order mark, or a first half of a wide <
            } else if (m_level == 0) {
                error = Error{ErrorCode::NotXmpp, u"not-well-formed"_s};
            } else if (!isSpace(c)) {
                error = Error{ErrorCode::PeerProtocolViolation, u"bad-format"_s};
            }
            break;
        case State::Text:
            i = followText(bytes, i, end, error);
            if (i == end || error)
                continue;
            m_state = State::TagOpen;
            m_tagStart = i;
            end = allowance(bytes.size());
            break;
        case State::TagOpen:
            error = openTag(c);
            break;
        case State::StartTag:
            i = followAttributes(bytes, i, end);
            if (i == end)
                continue;
            if (bytes[i] == '>')
                error = beginElement(false);
            else if (bytes[i] == '/')
                m_state = State::Slash;
            else if (bytes[i] == '<')
                error = notWellFormed();
            else
                error = limitExceeded();
            break;
        case State::DoubleQuoted:
        case State::SingleQuoted:
            i = find(bytes, m_state == State::DoubleQuoted ? '"' : '\'', i, end);
            if (i == end)
                continue;
            m_state = State::StartTag;
            break;
        case State::Slash:
            if (c == '>')
                error = beginElement(true);
            else
                error = notWellFormed();
            break;
        case State::EndTag:
            i = find(bytes, '>', i, end);
            if (i == end)
                continue;
            endElement();
            break;
        case State::Bang:
        case State::CdataStart:
            // Nothing but CDATA may begin with <! in a stream (RFC 6120 11.1).
            if (c != kCdata[m_matched]) {
                error = restricted();
                break;
            }
            m_state = State::CdataStart;
            if (++m_matched == kCdata.size()) {
                m_state = State::Cdata;
                m_cdataStart = i + 1;
                m_matched = 0;
            }
            break;
        case State::Cdata:
            if (m_matched == 0) {
                i = find(bytes, ']', i, end);
                if (i == end)
                    continue;
                m_matched = 1;
            } else {
                followCdata(c);
            }
            break;
        case State::Declaration:
            error = m_declaration.take(c);
            if (m_declaration.isComplete())
                m_state = State::Between;
            break;
        }
        if (error)
            break;
        ++i;
        if (isCapped(before) && (!isCapped(m_state) || isCdata(before) != isCdata(m_state)))
            end = allowance(bytes.size()); // other limits hold now
    }
    return i;
}

qsizetype StreamGuard::followAttributes(QByteArrayView bytes, qsizetype i, qsizetype end)
{
    while (i < end) {
        const char c = bytes[i];
        if (c == '"' || c == '\'') {
            i = find(bytes, c, i + 1, end);
            if (i == end)
                m_state = c == '"' ? State::DoubleQuoted : State::SingleQuoted;
            else
                ++i;
        } else if (!endsRun(c)) {
            ++i;
        } else if (c == '=' && ++m_attributes <= m_limits.attributes) {
            ++i;
        } else {
            break;
        }
    }
    return i;
}

qsizetype StreamGuard::followText(QByteArrayView bytes, qsizetype from, qsizetype end,
                                  std::optional<Error> &error)
{
    const qsizetype textEnd = find(bytes, '<', from, end);
    const auto bracketsBefore = [&](qsizetype position) {
        int count = 0;
        while (count < 2 && position - count > from && bytes[position - count - 1] == ']')
            ++count;
        return position - count > from ? count : std::min(2, count + m_matched);
    };
    // ]]> may not stand in text (XML 1.0 2.4); the reader overlooks it where the bytes were cut inside.
    for (qsizetype i = find(bytes, '>', from, textEnd); i < textEnd; i = find(bytes, '>', i + 1, textEnd)) {
        if (bracketsBefore(i) == 2) {
            error = notWellFormed();
            return i;
        }
    }
    m_matched = bracketsBefore(textEnd);
    return textEnd;
}

qsizetype StreamGuard::allowance(qsizetype size) const
{
    qsizetype end = size;
    if (insideStanza())
        end = std::min(end, m_stanzaStart + m_limits.stanzaBytes);
    if (isTag(m_state))
        end = std::min(end, m_tagStart + m_limits.startTagBytes);
    if (isCdata(m_state))
        end = std::min(end, m_cdataStart + m_limits.cdataBytes());
    return std::max<qsizetype>(end, 0); // the limits may have been lowered meanwhile
}

std::optional<Error> StreamGuard::openTag(char c)
{
    m_matched = 0;
    const bool mayDeclare = !m_declared && m_level == 0;
    if (c == '\0' && mayDeclare)
        return foreignEncoding(); // the second half of a wide <
    m_declared = true;
    switch (c) {
    case '/':
        m_state = State::EndTag;
        return m_level == 0 ? std::optional(notWellFormed()) : std::nullopt;
    case '!':
        m_state = State::Bang;
        return m_level < 2 ? std::optional(restricted()) : std::nullopt;
    case '?':
        m_state = State::Declaration;
        return mayDeclare ? std::nullopt : std::optional(restricted());
    case '<':
    case '>':
        return notWellFormed();
    default:
        m_state = State::StartTag;
        m_attributes = 0;
        return {};
    }
}

void StreamGuard::followCdata(char c)
{
    if (c == ']') {
        m_matched = 2;
        return;
    }
    if (c == '>' && m_matched == 2)
        m_state = State::Text;
    m_matched = 0;
}

std::optional<Error> StreamGuard::beginElement(bool empty)
{
    if (m_level + 1 > m_limits.depth)
        return limitExceeded();
    ++m_level;
    if (empty) {
        endElement();
        return {};
    }
    m_matched = 0;
    m_ended = m_level == 1;
    m_state = m_level == 1 ? State::Between : State::Text;
    return {};
}

void StreamGuard::endElement()
{
    --m_level;
    m_matched = 0;
    m_over = m_level == 0;
    m_ended = m_level <= 1;
    m_state = m_ended ? State::Between : State::Text;
}

qsizetype StreamGuard::Utf8::firstBad(QByteArrayView bytes)
{
    const auto *data = reinterpret_cast<const uchar *>(bytes.data());
    const qsizetype size = bytes.size();
    qsizetype i = 0;
    while (i < size) {
        if (m_missing == 0) {
            // Eight bytes at a time while all are ASCII and none is below the space (the usual trick for
            // less-than).
            constexpr std::uint64_t kOnes = 0x0101010101010101U;
            while (i + 8 <= size) {
                std::uint64_t word = 0;
                std::memcpy(&word, data + i, 8);
                if (((word | (word - kOnes * 0x20)) & (kOnes * 0x80)) != 0)
                    break;
                i += 8;
            }
            if (i == size)
                break;
        }
        const uchar c = data[i];
        if (m_missing > 0) {
            if (c < m_low || c > m_high)
                return i;
            --m_missing;
            m_low = 0x80;
            // U+FFFE and U+FFFF are no characters of XML (XML 1.0 2.2).
            m_high = m_lead == 0xEF && m_missing == 1 && c == 0xBF ? 0xBD : 0xBF;
        } else if (c >= 0x80) {
            if (c < 0xC2 || c > 0xF4) // stray continuations, overlong C0 and C1, beyond U+10FFFF
                return i;
            m_lead = c;
            m_missing = c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
            // The second byte's range keeps out overlong forms, surrogates and what is beyond U+10FFFF.
            m_low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
            m_high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
        } else if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') {
            return i; // no characters of XML either; the reader overlooks them in names
        }
        ++i;
    }
    return -1;
}

} // namespace tertulia
