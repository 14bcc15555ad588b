// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes as a server's frames: the same comes of them in whatever pieces they arrive. And any bytes as the
// answer to the request for a WebSocket.
#include "core/net/WebSocketFrames.h"

#include <QByteArrayList>

#include <algorithm>
#include <cstdlib>

using namespace tertulia;

namespace
{

constexpr qsizetype kMost = 4096;

void require(bool condition, const char *what)
{
    if (condition)
        return;
    qCritical("%s", what);
    std::abort();
}

QByteArrayList eventsOf(QByteArrayView bytes, qsizetype piece)
{
    QByteArrayList events;
    websocket::Reader reader(kMost,
                             {[&](const QByteArray &message) {
                                  require(message.size() <= kMost, "too long a message");
                                  events.append("message " + message);
                              },
                              [&](const QByteArray &payload) {
                                  require(payload.size() <= 125, "too long a ping");
                                  events.append("ping " + payload);
                              },
                              [&] { events.append("close"); }});
    for (qsizetype i = 0; i < bytes.size(); i += piece) {
        if (!reader.feed(bytes.sliced(i, std::min(piece, bytes.size() - i)))) {
            events.append("error");
            break;
        }
    }
    return events;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    const QByteArrayList whole = eventsOf(bytes, std::max<qsizetype>(bytes.size(), 1));
    require(whole == eventsOf(bytes, 1), "pieces make a difference");
    require(whole.indexOf("error") < 0 || whole.last() == "error", "something came after an error");

    const WebSocketHandshake handshake{"dGhlIHNhbXBsZSBub25jZQ=="};
    if (handshake.check(bytes.toByteArray()))
        require(bytes.toByteArray().contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), "agreed without proof");
    return 0;
}
