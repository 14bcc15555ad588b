// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>

#include <functional>
#include <memory>

namespace tertulia
{

/// What a client sends and a server answers to turn an HTTP connection into a WebSocket for XMPP (RFC 6455 4,
/// RFC 7395 3.1).
struct WebSocketHandshake {
    QByteArray key; ///< 16 random bytes in base64

    [[nodiscard]] static WebSocketHandshake random();
    /// `host` with its port where that is not 443.
    [[nodiscard]] QByteArray request(const QByteArray &host, const QByteArray &path) const;
    /// Judges the head of the answer, up to its empty line. NotXmpp (text: its first line) for anything but a
    /// WebSocket that speaks xmpp and no extension.
    [[nodiscard]] Result<void> check(const QByteArray &head) const;
};

/// Frames of a WebSocket as a client writes and reads them (RFC 6455 5).
namespace websocket
{

enum class Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// A whole frame, masked with four bytes that nobody can foresee.
[[nodiscard]] QByteArray frame(Opcode opcode, const QByteArray &payload);

/// Puts together the messages of a server.
class Reader
{
public:
    struct Handlers {
        std::function<void(const QByteArray &)> message; ///< text, whole; not checked to be UTF-8
        std::function<void(const QByteArray &)> ping;
        std::function<void()> close;
    };

    Reader(qsizetype mostBytes, Handlers handlers);
    ~Reader() { *m_alive = false; }
    Q_DISABLE_COPY_MOVE(Reader)

    /// Takes bytes as they come. PeerProtocolViolation for what a server may not send (masked, reserved or
    /// binary frames, fragments out of order), PeerLimitExceeded for a message of more than `mostBytes`, said
    /// by its header alone; nothing is taken after either, nor after a close. A handler may destroy the
    /// reader.
    Result<void> feed(QByteArrayView bytes);

private:
    /// Takes one frame; false if it is not there yet.
    Result<bool> takeFrame();

    qsizetype m_mostBytes;
    std::shared_ptr<Handlers> m_handlers;
    QByteArray m_bytes;
    QByteArray m_message;
    bool m_inMessage = false;
    bool m_over = false;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace websocket

} // namespace tertulia
