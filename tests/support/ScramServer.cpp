// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ScramServer.h"

#include <QList>
#include <QMessageAuthenticationCode>
#include <QPasswordDigestor>
#include <QString>

namespace tertulia
{

namespace
{

QByteArray value(const QByteArray &message, char name)
{
    for (const QByteArray &part : message.split(','))
        if (part.size() >= 2 && part[0] == name && part[1] == '=')
            return part.mid(2);
    return {};
}

} // namespace

QByteArray ScramServer::challenge(const QByteArray &clientFirst)
{
    m_clientFirst = clientFirst;
    m_serverFirst = "r=" + value(clientFirst, 'r') + "servernonce,s=" + salt.toBase64()
        + ",i=" + QByteArray::number(iterations) + extension;
    return m_serverFirst;
}

bool ScramServer::accepts(const QByteArray &clientFinal, const QByteArray &password)
{
    const auto mac = [this](const QByteArray &key, const QByteArray &text) {
        return QMessageAuthenticationCode::hash(text, key, m_hash);
    };
    const int size = QCryptographicHash::hashLength(m_hash);
    const QByteArray salted
        = QPasswordDigestor::deriveKeyPbkdf2(m_hash, password, salt, iterations, quint64(size));
    const QByteArray clientKey = mac(salted, "Client Key");
    const QByteArray storedKey = QCryptographicHash::hash(clientKey, m_hash);
    const QByteArray bare = m_clientFirst.mid(m_clientFirst.indexOf("n="));
    const QByteArray withoutProof = clientFinal.left(clientFinal.lastIndexOf(",p="));
    const QByteArray authMessage = bare + ',' + m_serverFirst + ',' + withoutProof;
    QByteArray proof = mac(storedKey, authMessage);
    for (qsizetype i = 0; i < proof.size(); ++i)
        proof[i] = char(proof[i] ^ clientKey[i]);
    m_signature = "v=" + mac(mac(salted, "Server Key"), authMessage).toBase64();
    QByteArray header = m_clientFirst.first(m_clientFirst.indexOf(",,") + 2);
    if (header.startsWith("p="))
        header += binding;
    return QByteArray::fromBase64(value(clientFinal, 'p')) == proof
        && QByteArray::fromBase64(value(clientFinal, 'c')) == header
        && value(clientFinal, 'r') == value(m_serverFirst, 'r');
}

} // namespace tertulia
