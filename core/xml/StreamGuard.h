// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/xml/XmlDeclaration.h"
#include "core/xml/XmlLimits.h"

#include <QByteArrayView>

#include <optional>

namespace tertulia
{

/// Stands in front of the XML reader, which buffers unfinished text without limit, is quadratic in the number
/// of attributes and takes DTDs for ordinary tokens. Follows the bytes just far enough to know where tags and
/// depth-1 elements begin and end, and refuses, before the reader sees them: bytes that are not UTF-8 or no
/// characters of XML, declarations, comments and processing instructions, text outside stanzas, and whatever
/// exceeds the byte, attribute and depth limits. All decisions fall on a byte, so they do not depend on how
/// the bytes were cut. It does not check well-formedness; that is the reader's business, and the reader's
/// error comes first if its byte does.
class StreamGuard
{
public:
    explicit StreamGuard(const XmlLimits &limits);

    /// What may be handed on of some bytes.
    struct Piece {
        qsizetype skipped = 0; ///< white space between stanzas, not worth handing on
        qsizetype length = 0; ///< bytes behind the skipped ones to hand on
        std::optional<Error> error; ///< what is wrong with the byte after them
    };

    /// Looks at `bytes` as far as the end of the stream's start tag, of the next depth-1 element or of the
    /// stream, whichever comes first; call again with what is behind. After an error it must not be called
    /// again.
    Piece next(QByteArrayView bytes);

    void setLimits(const XmlLimits &limits) { m_limits = limits; }

    /// True while a depth-1 element has begun and not ended.
    [[nodiscard]] bool insideStanza() const { return m_level == 1 ? m_state != State::Between : m_level > 1; }
    /// True once the stream's end tag has passed.
    [[nodiscard]] bool isOver() const { return m_over; }
    /// Number of open elements, the stream's included.
    [[nodiscard]] int level() const { return m_level; }

private:
    enum class State {
        Between, ///< outside stanzas: only white space and tags
        Text,
        TagOpen, ///< after <
        StartTag,
        DoubleQuoted,
        SingleQuoted,
        Slash, ///< after / in a start tag
        EndTag,
        Bang, ///< after <!
        CdataStart, ///< inside <![CDATA[
        Cdata,
        Declaration, ///< after <?
    };

    /// UTF-8 across the borders of pieces (RFC 3629 4), and only characters of XML.
    class Utf8
    {
    public:
        /// Index of the first bad byte, or -1.
        qsizetype firstBad(QByteArrayView bytes);

    private:
        uchar m_lead = 0; ///< first byte of the character
        int m_missing = 0; ///< continuation bytes still to come
        uchar m_low = 0x80; ///< range of the next one
        uchar m_high = 0xBF;
    };

    /// Follows the tags; returns how far, and stops behind the end of an element of depth 1.
    qsizetype follow(QByteArrayView bytes, std::optional<Error> &error);
    /// Follows a start tag to what ends it, or to the attribute that is one too many; returns where that is,
    /// or `end`.
    qsizetype followAttributes(QByteArrayView bytes, qsizetype i, qsizetype end);
    /// Follows text to the next tag; returns where it is, or `end`.
    qsizetype followText(QByteArrayView bytes, qsizetype from, qsizetype end, std::optional<Error> &error);
    /// Where a limit ends what may come, counted from the start of the current piece; at most `size`.
    [[nodiscard]] qsizetype allowance(qsizetype size) const;
    static bool isCdata(State state) { return state == State::Cdata; }
    static bool isTag(State state)
    {
        return state != State::Between && state != State::Text && state != State::Cdata;
    }
    /// Where the limit of a tag or a CDATA section holds besides the stanza's.
    static bool isCapped(State state) { return isTag(state) || isCdata(state); }
    std::optional<Error> openTag(char c);
    void followCdata(char c);
    std::optional<Error> beginElement(bool empty);
    void endElement();

    XmlLimits m_limits;
    Utf8 m_utf8;
    XmlDeclaration m_declaration;
    State m_state = State::Between;
    int m_level = 0;
    int m_attributes = 0;
    int m_matched = 0; ///< how much of a delimiter came already
    bool m_declared = false; ///< an XML declaration came, or can come no more
    bool m_ended = false; ///< a piece is complete
    bool m_over = false;
    qsizetype m_stanzaStart = 0; ///< its <, counted from the start of the current piece
    qsizetype m_tagStart = 0;
    qsizetype m_cdataStart = 0; ///< behind its <![CDATA[
};

} // namespace tertulia
