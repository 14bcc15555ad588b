// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/WebSocketFrames.h"

#include <QCryptographicHash>
#include <QList>
#include <QRandomGenerator>
#include <QtEndian>

#include <optional>

namespace tertulia
{

namespace
{

constexpr quint8 kFinal = 0x80;
constexpr quint8 kReserved = 0x70;
constexpr quint8 kMasked = 0x80;
constexpr qsizetype kMostControlBytes = 125;

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return bytes;
}

/// The values of a header, by its lower-case name; nullopt for a head that is none.
std::optional<QByteArrayList> valuesOf(const QByteArrayList &lines, QByteArrayView name)
{
    QByteArrayList values;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 1)
            return std::nullopt;
        if (line.first(colon).toLower() == name)
            for (const QByteArray &value : line.mid(colon + 1).split(','))
                values.append(value.trimmed());
    }
    return values;
}

} // namespace

WebSocketHandshake WebSocketHandshake::random()
{
    return {randomBytes(16).toBase64()};
}

QByteArray WebSocketHandshake::request(const QByteArray &host, const QByteArray &path) const
{
    return "GET " + path + " HTTP/1.1\r\nHost: " + host
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: " + key
        + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: xmpp\r\n\r\n";
}

Result<void> WebSocketHandshake::check(const QByteArray &head) const
{
    QByteArrayList lines = head.trimmed().replace("\r\n", "\n").split('\n');
    const QByteArray status = lines.takeFirst().trimmed();
    const auto refused
        = [&status] { return failure(ErrorCode::NotXmpp, {}, shownRemoteText(QString::fromUtf8(status))); };
    if (!status.startsWith("HTTP/1.1 101") || (status.size() > 12 && status[12] != ' '))
        return refused();
    const auto upgrade = valuesOf(lines, "upgrade");
    if (!upgrade || upgrade->size() != 1 || upgrade->first().toLower() != "websocket")
        return refused();
    const auto connection = valuesOf(lines, "connection");
    bool upgraded = false;
    for (const QByteArray &token : *connection)
        upgraded |= token.toLower() == "upgrade";
    const QByteArray asked = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    const QByteArray proof = QCryptographicHash::hash(asked, QCryptographicHash::Sha1).toBase64();
    if (!upgraded || *valuesOf(lines, "sec-websocket-accept") != QByteArrayList{proof}
        || *valuesOf(lines, "sec-websocket-protocol") != QByteArrayList{"xmpp"}
        || !valuesOf(lines, "sec-websocket-extensions")->isEmpty())
        return refused();
    return {};
}

namespace websocket
{

QByteArray frame(Opcode opcode, const QByteArray &payload)
{
    QByteArray bytes(1, char(kFinal | quint8(opcode)));
    if (payload.size() < 126) {
        bytes += char(kMasked | quint8(payload.size()));
    } else if (payload.size() <= 0xFFFF) {
        bytes += char(kMasked | 126);
        bytes.resize(bytes.size() + 2);
        qToBigEndian(quint16(payload.size()), bytes.data() + 2);
    } else {
        bytes += char(kMasked | 127);
        bytes.resize(bytes.size() + 8);
        qToBigEndian(quint64(payload.size()), bytes.data() + 2);
    }
    const QByteArray mask = randomBytes(4);
    bytes += mask;
    const qsizetype begin = bytes.size();
    bytes += payload;
    for (qsizetype i = 0; i < payload.size(); ++i)
        bytes[begin + i] = char(bytes[begin + i] ^ mask[i % 4]);
    return bytes;
}

Reader::Reader(qsizetype mostBytes, Handlers handlers)
    : m_mostBytes(mostBytes)
    , m_handlers(std::make_shared<Handlers>(std::move(handlers)))
{
}

Result<void> Reader::feed(QByteArrayView bytes)
{
    if (m_over)
        return {};
    m_bytes.append(bytes);
    const auto alive = m_alive;
    while (*alive && !m_over) {
        const auto took = takeFrame();
        if (!took) {
            if (*alive)
                m_over = true;
            return std::unexpected(took.error());
        }
        if (!*took)
            break;
    }
    return {};
}

Result<bool> Reader::takeFrame()
{
    if (m_bytes.size() < 2)
        return false;
    const auto first = quint8(m_bytes[0]);
    const auto second = quint8(m_bytes[1]);
    const bool final = (first & kFinal) != 0;
    const auto opcode = Opcode(first & 0x0F);
    const bool control = (first & 0x08) != 0;
    const auto violation = [] { return failure(ErrorCode::PeerProtocolViolation); };
    if ((first & kReserved) != 0 || (second & kMasked) != 0)
        return violation();
    switch (opcode) {
    case Opcode::Continuation:
        if (!m_inMessage)
            return violation();
        break;
    case Opcode::Text:
        if (m_inMessage)
            return violation();
        break;
    case Opcode::Close:
    case Opcode::Ping:
    case Opcode::Pong:
        if (!final || second > kMostControlBytes)
            return violation();
        break;
    default: // binary (RFC 7395 3.2), and what nobody has defined
        return violation();
    }

    qsizetype header = 2;
    quint64 length = second;
    if (length == 126) {
        header += 2;
        if (m_bytes.size() < header)
            return false;
        length = qFromBigEndian<quint16>(m_bytes.constData() + 2);
    } else if (length == 127) {
        header += 8;
        if (m_bytes.size() < header)
            return false;
        length = qFromBigEndian<quint64>(m_bytes.constData() + 2);
    }
    if (!control && length > quint64(m_mostBytes - m_message.size()))
        return failure(ErrorCode::PeerLimitExceeded, QStringLiteral("policy-violation"));
    const auto size = qsizetype(length);
    if (m_bytes.size() - header < size)
        return false;
    const QByteArray payload = m_bytes.mid(header, size);
    m_bytes.remove(0, header + size);

    const auto handlers = m_handlers; // one of them may end us
    if (opcode == Opcode::Ping) {
        handlers->ping(payload);
    } else if (opcode == Opcode::Close) {
        m_over = true;
        handlers->close();
    } else if (!control) {
        m_message += payload;
        m_inMessage = !final;
        if (final)
            handlers->message(std::exchange(m_message, {}));
    }
    return true;
}

} // namespace websocket

} // namespace tertulia
