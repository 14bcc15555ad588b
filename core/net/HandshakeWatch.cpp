// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/HandshakeWatch.h"

#include "core/net/ClientCertificate.h"

#include <openssl/ssl.h>

#include <QHash>
#include <QMutex>
#include <QScopeGuard>

#include <algorithm>
#include <tuple>
#include <utility>

namespace tertulia
{

/// Shared between the watch and the register, since the watch or the SSL object may go first.
struct HandshakeWatch::Seen {
    SSL *connection = nullptr;
    std::shared_ptr<const ClientCertificate> certificate;
    std::function<bool(const QSslCertificate &, bool)> isProven;

    /// The server asks for a certificate; its own has been read (SSL_set_cert_cb).
    static int asked(SSL *ssl, void *seen)
    {
        const auto *self = static_cast<const Seen *>(seen);
        const bool trusted = SSL_get_verify_result(ssl) == X509_V_OK;
        if (self->isProven(certificateOf(SSL_get0_peer_certificate(ssl)), trusted))
            std::ignore = self->certificate->show(ssl);
        return 1; // without one the handshake goes on all the same
    }

    static QSslCertificate certificateOf(X509 *x509)
    {
        if (!x509)
            return QSslCertificate();
        QByteArray der(std::max(i2d_X509(x509, nullptr), 0), '\0');
        auto *out = reinterpret_cast<uchar *>(der.data());
        i2d_X509(x509, &out);
        return QSslCertificate(der, QSsl::Der);
    }

    void forgetCertificate()
    {
        if (connection && certificate)
            SSL_set_cert_cb(connection, nullptr, nullptr);
        certificate.reset();
    }

    static void made(void *parent, void *, CRYPTO_EX_DATA *, int, long, void *)
    {
        if (!waiting || waiting->connection)
            return;
        waiting->connection = static_cast<SSL *>(parent);
        const QMutexLocker lock(&registerMutex());
        connections().insert(parent, waiting);
    }

    /// The object's own slot cannot be trusted to bring us here: OpenSSL 3.0 hands out a null value when it
    /// frees an object whose slot was filled while it was made. So what lives is looked up by its address.
    static void gone(void *parent, void *, CRYPTO_EX_DATA *, int, long, void *)
    {
        const QMutexLocker lock(&registerMutex());
        if (const std::shared_ptr<Seen> seen = connections().take(parent).lock())
            seen->connection = nullptr;
    }

    /// Whoever begins a handshake in this thread just now.
    static thread_local std::shared_ptr<Seen> waiting;

private:
    /// Never destroyed: OpenSSL may free the last object when the program ends.
    static QHash<void *, std::weak_ptr<Seen>> &connections()
    {
        static auto *const kept = new QHash<void *, std::weak_ptr<Seen>>;
        return *kept;
    }
    static QBasicMutex &registerMutex()
    {
        static QBasicMutex mutex;
        return mutex;
    }
};

thread_local std::shared_ptr<HandshakeWatch::Seen> HandshakeWatch::Seen::waiting;

HandshakeWatch::HandshakeWatch()
    : m_seen(std::make_shared<Seen>())
{
    static const int kIndex = SSL_get_ex_new_index(0, nullptr, &Seen::made, nullptr, &Seen::gone);
    Q_UNUSED(kIndex)
}

HandshakeWatch::~HandshakeWatch()
{
    m_seen->forgetCertificate();
}

void HandshakeWatch::watch(const std::function<void()> &begin)
{
    m_seen->forgetCertificate();
    m_seen = std::make_shared<Seen>();
    const auto before = std::exchange(Seen::waiting, m_seen);
    const auto restore = qScopeGuard([&before] { Seen::waiting = before; });
    begin();
}

void HandshakeWatch::offer(std::shared_ptr<const ClientCertificate> certificate,
                           std::function<bool(const QSslCertificate &, bool)> isProven)
{
    if (!m_seen->connection)
        return;
    m_seen->certificate = std::move(certificate);
    m_seen->isProven = std::move(isProven);
    SSL_set_cert_cb(m_seen->connection, &Seen::asked, m_seen.get());
}

QList<ChannelBinding> HandshakeWatch::bindings() const
{
    SSL *ssl = m_seen->connection;
    if (!ssl || SSL_is_init_finished(ssl) != 1)
        return {};
    const bool modern = SSL_version(ssl) >= TLS1_3_VERSION;
    if (!modern && SSL_get_extms_support(ssl) != 1)
        return {};
    QList<ChannelBinding> found;
    static constexpr char kLabel[] = "EXPORTER-Channel-Binding";
    QByteArray exported(32, '\0');
    // RFC 9266 4.1: no context, which is not the same as an empty one on TLS 1.2.
    if (SSL_export_keying_material(ssl, reinterpret_cast<uchar *>(exported.data()), size_t(exported.size()),
                                   kLabel, sizeof kLabel - 1, nullptr, 0, 0)
        == 1)
        found.append({"tls-exporter", exported});
    // RFC 5929 3.1: the first Finished message, which in a resumed session of TLS 1.2 is the server's. RFC
    // 8446 leaves this type undefined; servers that use it on TLS 1.3 all the same mean the client's.
    QByteArray finished(EVP_MAX_MD_SIZE, '\0');
    const bool clientsCounts = modern || SSL_session_reused(ssl) != 1;
    const size_t size = clientsCounts == (SSL_is_server(ssl) != 1)
        ? SSL_get_finished(ssl, finished.data(), size_t(finished.size()))
        : SSL_get_peer_finished(ssl, finished.data(), size_t(finished.size()));
    if (size > 0 && size <= size_t(finished.size()))
        found.append({"tls-unique", finished.first(qsizetype(size))});
    return found;
}

} // namespace tertulia
