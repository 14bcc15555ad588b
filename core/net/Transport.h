// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/net/ChannelBinding.h"

#include <QByteArray>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QObject>
#include <QSslCertificate>
#include <QStringList>

#include <functional>
#include <memory>

namespace tertulia
{

class ClientCertificate;

enum class TransportSecurity {
    StartTls,
    DirectTls,
    WebSocket, ///< direct TLS too, and HTTP before the stream (RFC 7395)
};

/// Where to connect, by which way, and how TLS begins there.
struct Endpoint {
    QString host; ///< name or address literal, ASCII
    quint16 port = 5222;
    TransportSecurity security = TransportSecurity::StartTls;
    quint16 priority = 0; ///< of its SRV record; endpoints that share one are raced (XEP-0495)
    QHostAddress address = {}; ///< of the host; null: not asked for yet, or the proxy's to find
    QNetworkProxy proxy = QNetworkProxy::NoProxy; ///< the way there
    QString path = {}; ///< of a WebSocket, "/ws"

    bool operator==(const Endpoint &) const = default;
};

/// What was found wrong with a server's certificate, for the question put to the person (SECURITY B06).
struct CertificateProblem {
    QString domain; ///< the name that should have been certified
    Error error; ///< the first and worst defect: ErrorCode::Certificate...
    QList<ErrorCode> all; ///< every defect, sorted
    QSslCertificate certificate; ///< the leaf
    QList<QSslCertificate> chain;

    /// SHA-256 of the leaf's DER, 64 lower-case hex digits.
    [[nodiscard]] QString fingerprint() const;
    /// SHA-256 of the leaf's SubjectPublicKeyInfo, 32 bytes; what a pin holds.
    [[nodiscard]] QByteArray spkiSha256() const;
};

/// An exception a person made: exactly this key, for this domain, with exactly these defects.
struct CertificatePin {
    QString domain;
    QByteArray spkiSha256; ///< SHA-256 of the SubjectPublicKeyInfo, 32 bytes
    QList<ErrorCode> accepted; ///< sorted

    bool operator==(const CertificatePin &) const = default;
};

/// How a connection must be secured.
struct TlsPolicy {
    QString domain; ///< reference identity (SECURITY B03): the account's domain, A-labels
    QList<QSslCertificate> extraAuthorities; ///< a private CA (tests, the demo); added to the system's
    QList<CertificatePin> pins;
    /// Shown where the server asks for one, and to a server that is proven alone (XEP-0178); may be null.
    std::shared_ptr<const ClientCertificate> clientCertificate = nullptr;
};

/// What was negotiated, for the details pane and the steps list.
struct TlsFacts {
    QString protocol; ///< "TLS 1.3"
    QByteArray version; ///< the same as four hex digits, "0304"
    QString cipher;
    QString issuer; ///< of the leaf, its organisation or common name
    QList<QSslCertificate> chain;
    QByteArray spkiSha256;
};

/// A byte pipe to a server that can turn itself secure. All signals come from the event loop, never from
/// inside a call. After failed() or closed() nothing more is signalled.
class Transport : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Connects; connected() when TCP is up, and unless that is StartTls secured() when TLS is up too. Goes
    /// to the endpoint's address; without one to its name, which only a proxy may be left to resolve.
    virtual void open(const Endpoint &endpoint, const TlsPolicy &policy) = 0;
    /// Begins TLS on a connected StartTls transport. Everything received must have been read before:
    /// left-over bytes end in failed(TlsInjection) (SECURITY A24).
    virtual void startTls() = 0;
    virtual void write(const QByteArray &bytes) = 0;
    /// Flushes and closes; closed() follows. Ends the TLS session properly.
    virtual void close() = 0;
    /// Drops the connection at once; no signal follows.
    virtual void abort() = 0;
    [[nodiscard]] virtual bool isSecured() const = 0;
    [[nodiscard]] virtual TlsFacts tlsFacts() const = 0;
    /// What an authentication can be bound to, strongest first; empty while not secured, and where TLS is out
    /// of our sight.
    [[nodiscard]] virtual QList<ChannelBinding> channelBindings() const { return {}; }
    /// Whether what is written and received is messages of one element each (RFC 7395) instead of bytes of a
    /// stream.
    [[nodiscard]] virtual bool isMessaged() const { return false; }
    /// Address and port reached, for the details pane; empty before, and behind a proxy.
    [[nodiscard]] virtual QString peerAddress() const = 0;

Q_SIGNALS:
    /// TCP is up.
    void connected();
    /// TLS is up and the certificate passed our own check (RFC 9525), or is pinned.
    void secured();
    void received(const QByteArray &bytes);
    /// A certificate defect ended the connection; the person may pin it and try again.
    void certificateRejected(const tertulia::CertificateProblem &problem);
    /// Ended by an error (after certificateRejected for those).
    void failed(const tertulia::Error &error);
    /// Ended by either side without an error of the transport; `clean` if TLS was closed properly.
    void closed(bool clean);
};

using TransportFactory = std::function<std::unique_ptr<Transport>()>;

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::CertificateProblem)
