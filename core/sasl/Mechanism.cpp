// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/Mechanism.h"

#include "core/sasl/SaslPrep.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

QString mechanismName(Mechanism mechanism)
{
    switch (mechanism) {
    case Mechanism::Plain:
        return u"PLAIN"_s;
    case Mechanism::ScramSha1:
        return u"SCRAM-SHA-1"_s;
    case Mechanism::ScramSha256:
        return u"SCRAM-SHA-256"_s;
    case Mechanism::ScramSha512:
        break;
    }
    return u"SCRAM-SHA-512"_s;
}

Result<Mechanism> chooseMechanism(const QStringList &offered, bool allowPlain, bool scramWorked)
{
    for (const Mechanism mechanism : {Mechanism::ScramSha512, Mechanism::ScramSha256, Mechanism::ScramSha1})
        if (offered.contains(mechanismName(mechanism)))
            return mechanism;
    if (!offered.contains(mechanismName(Mechanism::Plain)))
        return failure(ErrorCode::NoAcceptableMechanism, shownRemoteText(offered.join(u", "_s)));
    if (!allowPlain || scramWorked)
        return failure(ErrorCode::PlainNotAllowed);
    return Mechanism::Plain;
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
