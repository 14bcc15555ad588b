// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/xml/XmlElement.h"
#include "core/xml/XmlLimits.h"

#include <QByteArrayView>

#include <functional>
#include <memory>

namespace tertulia
{

/// What one stream's bytes say, in order. The parser owns the byte guard and one QXmlStreamReader; after TLS
/// and after authentication a new parser is made (RFC 6120 4.3.3, 5.4.3.3).
class XmlStreamParser
{
public:
    struct Handlers {
        /// The start tag of <stream:stream>, as an element without children.
        std::function<void(const XmlElement &)> streamOpened;
        /// A complete depth-1 element, on the byte that ends it.
        std::function<void(const XmlElement &)> element;
        /// </stream:stream>; nothing is reported after it.
        std::function<void()> streamClosed;
    };

    XmlStreamParser(const XmlLimits &limits, Handlers handlers);
    ~XmlStreamParser();
    Q_DISABLE_COPY_MOVE(XmlStreamParser)

    /// Takes bytes as they arrive, in pieces of any size. Once it returned an error (ErrorCode::PeerXml...,
    /// PeerEncodingUnsupported, PeerLimitExceeded; subject: the stream error condition to send, RFC
    /// 6120 4.9.3) nothing more is interpreted. Bytes that are no stream at all (no < first, or another root)
    /// are ErrorCode::NotXmpp; text or a second stream header where only stanzas may be is
    /// PeerProtocolViolation. A handler may destroy the parser; what is left of the bytes is then dropped.
    Result<void> feed(QByteArrayView bytes);

    /// While a handler runs: how many bytes of this feed() follow the element being reported. After
    /// <proceed/> there must be none (SECURITY A24).
    [[nodiscard]] qsizetype bytesBehind() const;

    /// Once authenticated the larger caps hold.
    void setLimits(const XmlLimits &limits);

    /// True while a stanza has begun and not ended, for the stanza time cap (SECURITY A18).
    [[nodiscard]] bool insideStanza() const;

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace tertulia
