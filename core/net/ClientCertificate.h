// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/base/Task.h"

#include <QDateTime>
#include <QSslCertificate>

#include <openssl/types.h>

#include <memory>
#include <vector>

namespace tertulia
{

/// An account's own certificate, with its private key and the certificates that lead to its root: what proves
/// who it is by EXTERNAL (XEP-0178). Never changes once loaded.
class ClientCertificate
{
public:
    using Pointer = std::shared_ptr<const ClientCertificate>;

    /// From a file in PKCS #12, or in PEM with the key in it; `now` decides whether it is valid. The five
    /// errors of ClientCertificate..., each with the file as subject; Locked also where a passphrase is
    /// needed and `passphrase` is empty.
    static Result<Pointer> load(const QString &file, const QString &passphrase, const QDateTime &now);
    /// The same on a worker: the key that opens the file is meant to be slow to derive.
    static Task<Pointer> loadOnWorker(const QString &file, const QString &passphrase, const QDateTime &now);

    [[nodiscard]] QSslCertificate certificate() const;
    /// Whom it names: its xmppAddr entries (RFC 6120 13.7.1.4), in order.
    [[nodiscard]] QList<Jid> addresses() const;
    /// Lets this connection show it; called when the server asks.
    [[nodiscard]] bool show(SSL *connection) const;

private:
    struct Parts;
    explicit ClientCertificate(std::unique_ptr<Parts> parts);

    std::shared_ptr<const Parts> m_parts;
};

} // namespace tertulia
