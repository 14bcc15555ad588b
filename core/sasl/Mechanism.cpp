// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/Mechanism.h"

#include "core/sasl/SaslPrep.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

QString mechanismName(Mechanism mechanism, bool bound)
{
    const auto scram = [bound](const QString &hash) {
        return QString(u"SCRAM-"_s + hash + (bound ? u"-PLUS"_s : QString()));
    };
    switch (mechanism) {
    case Mechanism::Anonymous:
        return u"ANONYMOUS"_s;
    case Mechanism::External:
        return u"EXTERNAL"_s;
    case Mechanism::Plain:
        return u"PLAIN"_s;
    case Mechanism::ScramSha1:
        return scram(u"SHA-1"_s);
    case Mechanism::ScramSha256:
        return scram(u"SHA-256"_s);
    case Mechanism::ScramSha512:
        break;
    }
    return scram(u"SHA-512"_s);
}

Result<SecretBytes> plainMessage(const QString &username, const QString &password)
{
    const auto name = saslPrep(username);
    if (!name)
        return failure(ErrorCode::InvalidAuthorizationId);
    const auto secret = saslPrep(password);
    if (!secret)
        return Failure(secret.error());
    // SASLprep forbids control characters, so that neither part can hold a NUL of its own.
    QByteArray message;
    message.reserve(name->size() + secret->size() + 2);
    message.append('\0').append(name->view()).append('\0').append(secret->view());
    return SecretBytes(std::move(message));
}

} // namespace tertulia
