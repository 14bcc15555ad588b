// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/SslTransport.h"

#include "core/base/Log.h"
#include "core/net/CertificateVerdict.h"
#include "core/net/TlsFloor.h"

#include <QHostAddress>
#include <QPointer>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QSslSocket>

#include <utility>

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr std::chrono::seconds kConnectTimeout{15}; // SECURITY section (f)

QString protocolName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return u"TLS 1.2"_s;
    case QSsl::TlsV1_3:
        return u"TLS 1.3"_s;
    default:
        return u"TLS"_s;
    }
}

QString proxyText(const QNetworkProxy &proxy)
{
    return proxy.hostName() + u':' + QString::number(proxy.port());
}

QByteArray protocolVersion(QSsl::SslProtocol protocol)
{
    return protocol == QSsl::TlsV1_3 ? "0304" : protocol == QSsl::TlsV1_2 ? "0303" : "";
}

QString issuerOf(const QSslCertificate &certificate)
{
    for (const auto field : {QSslCertificate::Organization, QSslCertificate::CommonName}) {
        const QStringList names = certificate.issuerInfo(field);
        if (!names.isEmpty())
            return shownRemoteText(names.first());
    }
    return {};
}

/// A server that leaves Nagle's algorithm on keeps a small stanza back while the one before it is not
/// acknowledged, for which kernels like to wait 40 ms. Lasts until the kernel changes its mind, so it is said
/// after each reading.
void acknowledgeAtOnce([[maybe_unused]] qintptr descriptor)
{
#ifdef Q_OS_LINUX
    const int on = 1;
    ::setsockopt(int(descriptor), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
#endif
}

QSslConfiguration configurationFor(const TlsPolicy &policy, TransportSecurity security)
{
    QSslConfiguration configuration = tlsConfiguration(policy.extraAuthorities);
    if (security == TransportSecurity::DirectTls)
        configuration.setAllowedNextProtocols({QByteArrayLiteral("xmpp-client")});
    if (security == TransportSecurity::WebSocket)
        configuration.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    return configuration;
}

} // namespace

SslTransport::SslTransport(QObject *parent)
    : Transport(parent)
{
    m_connectTimer.setSingleShot(true);
    m_connectTimer.setInterval(kConnectTimeout);
    connect(&m_connectTimer, &QTimer::timeout, this,
            [this] { fail({ErrorCode::ConnectionTimedOut, m_endpoint.host}); });
}

SslTransport::~SslTransport()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    // Somebody may drop the transport while the socket is telling it something.
    if (m_insideSignal > 0)
        m_socket.release()->deleteLater();
}

void SslTransport::open(const Endpoint &endpoint, const TlsPolicy &policy)
{
    Q_ASSERT(m_state == State::Idle);
    m_endpoint = endpoint;
    m_policy = policy;
    m_state = State::Connecting;
    // Connecting to an address literal may fail at once, and no signal may come from inside a call.
    QMetaObject::invokeMethod(this, &SslTransport::connectSocket, Qt::QueuedConnection);
}

void SslTransport::connectSocket()
{
    if (m_state != State::Connecting)
        return;
    m_socket = std::make_unique<QSslSocket>();
    QSslSocket *socket = m_socket.get();
    connect(socket, &QSslSocket::connected, this, [this] { answer(&SslTransport::onConnected); });
    connect(socket, &QSslSocket::readyRead, this, [this] { answer(&SslTransport::onReadyRead); });
    connect(socket, &QSslSocket::encrypted, this, [this] { answer(&SslTransport::onEncrypted); });
    connect(socket, &QSslSocket::disconnected, this, [this] { answer(&SslTransport::onDisconnected); });
    connect(socket, &QSslSocket::errorOccurred, this, [this] { answer(&SslTransport::onError); });
    connect(socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_errors = errors;
        answer(&SslTransport::onSslErrors);
    });
    connect(socket, &QSslSocket::alertReceived, this,
            [this](QSsl::AlertLevel, QSsl::AlertType type) { onAlert(type); });
    m_connectTimer.start();
    socket->setProxy(m_endpoint.proxy);
    // QSslSocket has a way by name alone; an address in letters is taken as such.
    socket->connectToHost(m_endpoint.address.isNull() ? m_endpoint.host : m_endpoint.address.toString(),
                          m_endpoint.port);
}

void SslTransport::answer(void (SslTransport::*what)())
{
    const QPointer<SslTransport> alive(this);
    ++m_insideSignal;
    (this->*what)();
    if (alive)
        --m_insideSignal;
}

void SslTransport::onConnected()
{
    if (m_state != State::Connecting)
        return;
    m_connectTimer.stop();
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_state = State::Plain;
    const QPointer<SslTransport> alive(this);
    if (m_endpoint.security != TransportSecurity::StartTls)
        beginHandshake();
    if (alive && m_state != State::Over)
        Q_EMIT connected();
}

void SslTransport::startTls()
{
    if (m_state != State::Plain)
        return;
    // QSslSocket would hand over after encrypted() what it buffered before (SECURITY A24).
    if (m_socket->bytesAvailable() > 0)
        return fail({ErrorCode::TlsInjection, m_policy.domain});
    beginHandshake();
}

void SslTransport::beginHandshake()
{
    m_state = State::Handshaking;
    m_errors.clear();
    m_socket->setSslConfiguration(configurationFor(m_policy, m_endpoint.security));
    // Sent as the server name too, and never the SRV target (SECURITY A26).
    m_socket->setPeerVerifyName(m_policy.domain);
    m_handshake.watch([this] { m_socket->startClientEncryption(); });
    if (m_policy.clientCertificate)
        m_handshake.offer(m_policy.clientCertificate, [this](const QSslCertificate &server, bool trusted) {
            return mayBeShownOurs(server, trusted, m_policy);
        });
}

void SslTransport::onSslErrors()
{
    if (m_state != State::Handshaking)
        return;
    const CertificateVerdict verdict = judgeCertificate(m_socket->peerCertificateChain(), m_errors, m_policy);
    if (verdict.accepted)
        m_socket->ignoreSslErrors(m_errors); // exactly these, of exactly this certificate
    else
        reject(verdict.problem);
}

void SslTransport::onEncrypted()
{
    if (m_state != State::Handshaking)
        return;
    // Also when the library is content: it takes the common name, we do not (SECURITY A27).
    const CertificateVerdict verdict = judgeCertificate(m_socket->peerCertificateChain(), m_errors, m_policy);
    if (!verdict.accepted)
        return reject(verdict.problem);
    m_state = State::Secured;
    Q_EMIT secured();
}

void SslTransport::onReadyRead()
{
    if (m_state != State::Plain && m_state != State::Secured)
        return;
    const QByteArray bytes = m_socket->readAll();
    acknowledgeAtOnce(m_socket->socketDescriptor());
    if (!bytes.isEmpty())
        Q_EMIT received(bytes);
}

void SslTransport::onAlert(QSsl::AlertType type)
{
    if (type == QSsl::AlertType::CloseNotify)
        m_closeNotified = true;
    if (type == QSsl::AlertType::ProtocolVersion)
        m_versionAlert = true;
}

void SslTransport::onError()
{
    switch (m_state) {
    case State::Idle:
    case State::Over:
        return;
    case State::Connecting:
        return fail(errorWhileConnecting());
    case State::Handshaking:
        return fail(errorInHandshake());
    case State::Closing:
        return endClosed(true);
    case State::Plain:
    case State::Secured:
        break;
    }
    if (m_socket->error() == QAbstractSocket::RemoteHostClosedError)
        return onDisconnected();
    fail({ErrorCode::ConnectionLost, m_endpoint.host, shownRemoteText(m_socket->errorString())});
}

void SslTransport::onDisconnected()
{
    const QPointer<SslTransport> alive(this);
    switch (m_state) {
    case State::Idle:
    case State::Over:
        return;
    case State::Connecting:
        return fail({ErrorCode::ConnectionLost, m_endpoint.host});
    case State::Handshaking:
        return fail(errorInHandshake());
    case State::Closing:
        return endClosed(true);
    case State::Plain:
    case State::Secured:
        onReadyRead(); // what came before the end
        if (alive && m_state != State::Over)
            endClosed(m_state == State::Closing || m_closeNotified);
        return;
    }
}

Error SslTransport::errorWhileConnecting() const
{
    const QString text = shownRemoteText(m_socket->errorString());
    const QString subject = m_endpoint.host + u':' + QString::number(m_endpoint.port);
    const bool proxied = m_endpoint.proxy.type() != QNetworkProxy::NoProxy;
    const Error proxyFailed{ErrorCode::ProxyFailed, proxyText(m_endpoint.proxy), text};
    switch (m_socket->error()) {
    case QAbstractSocket::HostNotFoundError: // all of a SOCKS5's refusals are called so
        return proxied ? proxyFailed : Error{ErrorCode::NameNotFound, m_endpoint.host, text};
    case QAbstractSocket::ConnectionRefusedError:
        return {ErrorCode::ConnectionRefused, subject, text};
    case QAbstractSocket::SocketTimeoutError:
        return {ErrorCode::ConnectionTimedOut, subject, text};
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return {ErrorCode::ProxyAuthenticationFailed, proxyText(m_endpoint.proxy), text};
    default:
        return proxied ? proxyFailed : Error{ErrorCode::NetworkUnreachable, subject, text};
    }
}

Error SslTransport::errorInHandshake() const
{
    const QString text = m_socket->errorString();
    // OpenSSL's own words; Qt has no error of its own for this.
    const bool version = m_versionAlert || text.contains("unsupported protocol"_L1)
        || text.contains("protocol version"_L1) || text.contains("no protocols available"_L1);
    // Plain bytes where the answer to our hello should be: sent before it, behind <proceed/>.
    // With direct TLS it is whoever answers such a connection in plain words: no server of ours (SECURITY
    // F26).
    if (text.contains("wrong version number"_L1) || text.contains("packet length too long"_L1)
        || text.contains("http request"_L1)) {
        const bool direct = m_endpoint.security != TransportSecurity::StartTls;
        return {direct ? ErrorCode::NotXmpp : ErrorCode::TlsInjection,
                direct ? m_endpoint.host : m_policy.domain, shownRemoteText(text)};
    }
    return {version ? ErrorCode::TlsVersionTooOld : ErrorCode::TlsHandshakeFailed, m_policy.domain,
            shownRemoteText(text)};
}

void SslTransport::signalLater(std::function<void()> signal)
{
    m_state = State::Over;
    m_connectTimer.stop();
    QMetaObject::invokeMethod(
        this,
        [this, signal = std::move(signal)] {
            if (!m_silent)
                signal();
        },
        Qt::QueuedConnection);
    if (m_socket)
        m_socket->abort();
}

void SslTransport::fail(const Error &error)
{
    qCDebug(logNet) << "transport failed" << int(error.code) << error.text;
    signalLater([this, error] { Q_EMIT failed(error); });
}

void SslTransport::reject(const CertificateProblem &problem)
{
    signalLater([this, problem] {
        const QPointer<SslTransport> alive(this);
        Q_EMIT certificateRejected(problem);
        if (alive && !m_silent)
            Q_EMIT failed(problem.error);
    });
}

void SslTransport::endClosed(bool clean)
{
    signalLater([this, clean] { Q_EMIT closed(clean); });
}

void SslTransport::write(const QByteArray &bytes)
{
    // Between startTls() and secured() nothing may leave: it would go out in the clear, or to nobody proven.
    if (m_state == State::Plain || m_state == State::Secured)
        m_socket->write(bytes);
}

void SslTransport::close()
{
    switch (m_state) {
    case State::Closing:
    case State::Over:
        return;
    case State::Idle:
    case State::Connecting:
    case State::Handshaking:
        return endClosed(true);
    case State::Plain:
    case State::Secured:
        m_state = State::Closing;
        m_socket->disconnectFromHost();
    }
}

void SslTransport::abort()
{
    m_silent = true;
    m_state = State::Over;
    m_connectTimer.stop();
    if (m_socket)
        m_socket->abort();
}

TlsFacts SslTransport::tlsFacts() const
{
    TlsFacts facts;
    if (!m_socket || m_state != State::Secured)
        return facts;
    facts.protocol = protocolName(m_socket->sessionProtocol());
    facts.version = protocolVersion(m_socket->sessionProtocol());
    facts.cipher = m_socket->sessionCipher().name();
    facts.chain = m_socket->peerCertificateChain();
    facts.issuer = issuerOf(m_socket->peerCertificate());
    facts.spkiSha256 = spkiSha256(m_socket->peerCertificate());
    return facts;
}

QList<ChannelBinding> SslTransport::channelBindings() const
{
    if (!m_socket || m_state != State::Secured)
        return {};
    QList<ChannelBinding> bindings = m_handshake.bindings();
    const QByteArray endPoint = serverEndPoint(m_socket->peerCertificate());
    if (!endPoint.isEmpty()) // behind tls-exporter
        bindings.insert(std::min<qsizetype>(1, bindings.size()), {"tls-server-end-point", endPoint});
    return bindings;
}

QString SslTransport::peerAddress() const
{
    if (!m_socket || m_socket->peerAddress().isNull() || m_endpoint.proxy.type() != QNetworkProxy::NoProxy)
        return {};
    const QString address = m_socket->peerAddress().toString();
    const QString port = QString::number(m_socket->peerPort());
    return address.contains(u':') ? QString(u'[' + address + u"]:"_s + port) : QString(address + u':' + port);
}

} // namespace tertulia
