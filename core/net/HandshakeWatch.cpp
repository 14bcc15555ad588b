// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/HandshakeWatch.h"

#include <openssl/ssl.h>

#include <QScopeGuard>

#include <utility>

namespace tertulia
{

/// Shared between the watch and the SSL object, since either may go first.
struct HandshakeWatch::Seen {
    SSL *connection = nullptr;

    static void made(void *parent, void *, CRYPTO_EX_DATA *data, int index, long, void *)
    {
        if (!waiting || waiting->connection)
            return;
        auto *kept = new std::shared_ptr<Seen>(waiting);
        if (CRYPTO_set_ex_data(data, index, kept) == 1)
            waiting->connection = static_cast<SSL *>(parent);
        else
            delete kept;
    }

    static void gone(void *, void *value, CRYPTO_EX_DATA *, int, long, void *)
    {
        auto *kept = static_cast<std::shared_ptr<Seen> *>(value);
        if (!kept)
            return;
        (*kept)->connection = nullptr;
        delete kept;
    }

    /// A copy of the SSL object is none of ours.
    static int copied(CRYPTO_EX_DATA *, const CRYPTO_EX_DATA *, void **value, int, long, void *)
    {
        *value = nullptr;
        return 1;
    }

    /// Whoever begins a handshake in this thread just now.
    static thread_local std::shared_ptr<Seen> waiting;
};

thread_local std::shared_ptr<HandshakeWatch::Seen> HandshakeWatch::Seen::waiting;

HandshakeWatch::HandshakeWatch()
    : m_seen(std::make_shared<Seen>())
{
    static const int kIndex = SSL_get_ex_new_index(0, nullptr, &Seen::made, &Seen::copied, &Seen::gone);
    Q_UNUSED(kIndex)
}

HandshakeWatch::~HandshakeWatch() = default;

void HandshakeWatch::watch(const std::function<void()> &begin)
{
    m_seen = std::make_shared<Seen>();
    const auto before = std::exchange(Seen::waiting, m_seen);
    const auto restore = qScopeGuard([&before] { Seen::waiting = before; });
    begin();
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
