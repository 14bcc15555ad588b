// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/net/HttpsHostMeta.h"
#include "core/net/SystemHttp.h"
#include "core/stream/XmppStream.h"
#include "tests/support/FakeResolver.h"
#include "tests/support/RealServer.h"

#include <QSignalSpy>
#include <QTestEventLoop>

#include <optional>

namespace tertulia::test
{

/// A port nobody listens on.
quint16 freePort();

/// Where a WebSocket is, for who need not look for it.
class KnownWebSocket : public WebSocketFinder
{
public:
    explicit KnownWebSocket(Endpoint endpoint)
        : m_endpoint(std::move(endpoint))
    {
    }
    Task<QList<Endpoint>> find(const TlsPolicy &, const QNetworkProxy &) override
    {
        return Task<QList<Endpoint>>::completed(QList{m_endpoint});
    }

private:
    Endpoint m_endpoint;
};

/// The stream of ana at a real server's domain() over real sockets, with everything told by hand.
class LoginClient
{
public:
    /// Milliseconds that a real server on a busy machine may take.
    static constexpr int kPatience = 30'000;

    /// With `webSocket` the rest is as where only HTTPS gets out: that is where the server is.
    explicit LoginClient(const RealServer &server, SecurityChoice security = SecurityChoice::StartTls,
                         const std::optional<Endpoint> &webSocket = {});

    /// True once online, false once it failed.
    bool logsIn(const QString &password = QStringLiteral("sesame"))
    {
        return logsInWith({.password = password, .wantsToken = true});
    }
    bool logsInWith(const LogInSecrets &secrets);
    /// Ends the stream as the person does; true once the server said so too.
    bool leaves();
    /// The last one given; null if none was.
    [[nodiscard]] HashedToken token() const;
    [[nodiscard]] StreamStart start() const { return online.last()[0].value<StreamStart>(); }
    [[nodiscard]] Error error() const { return ended.isEmpty() ? Error() : ended.last()[0].value<Error>(); }

    FakeResolver resolver; // the network is loopback: no name is looked up
    QByteArray onlyBinding; ///< type of the one binding that this end can do; empty: all

private:
    SystemClock m_clock;
    EventLoopTimers m_timers;
    RandomIds m_ids;
    SystemHttp m_http{m_timers};
    HttpsHostMeta m_hostMeta{m_http};
    KnownWebSocket m_known;
    QTestEventLoop m_loop; // QTest::qWaitFor() sleeps between looks, at each hop

public:
    XmppStream stream;
    ConnectionSettings settings;
    QSignalSpy online{&stream, &XmppStream::online};
    QSignalSpy ended{&stream, &XmppStream::ended};
    QSignalSpy tokens{&stream, &XmppStream::tokenGiven};
    QSignalSpy refused{&stream, &XmppStream::tokenRefused};
};

} // namespace tertulia::test
