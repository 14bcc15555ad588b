// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/LoginClient.h"

#include "core/net/SslTransport.h"

#include <QTcpServer>
#include <QUuid>

namespace tertulia::test
{

namespace
{

/// The program's own transport, which pretends to have no binding but one.
class BindingTransport : public SslTransport
{
public:
    explicit BindingTransport(QByteArray only)
        : m_only(std::move(only))
    {
    }
    [[nodiscard]] QList<ChannelBinding> channelBindings() const override
    {
        auto bindings = SslTransport::channelBindings();
        bindings.removeIf(
            [this](const ChannelBinding &each) { return !m_only.isEmpty() && each.type != m_only; });
        return bindings;
    }

private:
    QByteArray m_only;
};

} // namespace

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

LoginClient::LoginClient(const RealServer &server, SecurityChoice security,
                         const std::optional<Endpoint> &webSocket)
    : m_known(webSocket.value_or(Endpoint()))
    , stream({m_clock,
              m_timers,
              m_ids,
              resolver,
              [this] { return std::make_unique<BindingTransport>(onlyBinding); },
              {},
              webSocket ? static_cast<WebSocketFinder *>(&m_known) : &m_hostMeta})
{
    QObject::connect(&stream, &XmppStream::online, &m_loop, &QTestEventLoop::exitLoop);
    QObject::connect(&stream, &XmppStream::ended, &m_loop, &QTestEventLoop::exitLoop);
    settings.account = *Jid::parse(QStringLiteral("ana@") + server.domain());
    settings.resource = QStringLiteral("desk");
    settings.extraAuthorities = {server.authority()};
    settings.userAgentId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (webSocket) {
        resolver.setAddresses(webSocket->host, QList{QHostAddress(QHostAddress::LocalHost)});
        resolver.setAnswer(QList<Endpoint>{{webSocket->host, freePort(), TransportSecurity::StartTls}});
        return;
    }
    settings.host = server.host();
    settings.security = security;
    settings.port = security == SecurityChoice::DirectTls ? server.directTlsPort() : server.port();
}

bool LoginClient::logsInWith(const LogInSecrets &secrets)
{
    stream.start(settings, secrets);
    m_loop.enterLoopMSecs(kPatience);
    if (!stream.isOnline())
        qInfo() << "ended by" << int(error().code) << error().subject << error().text;
    return stream.isOnline();
}

bool LoginClient::leaves()
{
    stream.close();
    m_loop.enterLoopMSecs(kPatience);
    return !m_loop.timeout();
}

HashedToken LoginClient::token() const
{
    return tokens.isEmpty() ? HashedToken() : tokens.last()[0].value<HashedToken>();
}

} // namespace tertulia::test
