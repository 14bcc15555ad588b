// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCryptographicHash>

namespace tertulia
{

/// The server's side of SCRAM (RFC 5802), written with Qt's own primitives so that it shares nothing with the
/// program's.
class ScramServer
{
public:
    explicit ScramServer(QCryptographicHash::Algorithm hash = QCryptographicHash::Sha1)
        : m_hash(hash)
    {
    }

    /// server-first-message for the client's first.
    QByteArray challenge(const QByteArray &clientFirst);
    /// Whether the client's final message proves this password; then signature() is the answer.
    bool accepts(const QByteArray &clientFinal, const QByteArray &password);
    /// server-final-message.
    [[nodiscard]] const QByteArray &signature() const { return m_signature; }

    /// Data of the channel binding as this end of the connection sees it; accepts() wants it after p=.
    QByteArray binding;
    /// Added to server-first-message: ",h=..." (XEP-0474).
    QByteArray extension;
    QByteArray salt = "pepper and salt";
    int iterations = 4096;

private:
    QCryptographicHash::Algorithm m_hash;
    QByteArray m_clientFirst;
    QByteArray m_serverFirst;
    QByteArray m_signature;
};

} // namespace tertulia
