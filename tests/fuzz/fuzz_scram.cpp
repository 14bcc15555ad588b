// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any two messages as a server's side of SCRAM: nothing but the right signature proves it.
#include "core/sasl/MechanismChoice.h"
#include "core/sasl/SaslPrep.h"
#include "core/sasl/ScramClient.h"

#include <cstdlib>

using namespace tertulia;

namespace
{

const QString kUser = QStringLiteral("user");
const QString kPassword = QStringLiteral("pencil");

[[noreturn]] void found(const char *what)
{
    qCritical("%s", what);
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype newline = bytes.indexOf('\n');
    const QByteArray first = newline < 0 ? bytes : bytes.first(newline);
    const QByteArray last = newline < 0 ? QByteArray() : bytes.sliced(newline + 1);

    for (const Mechanism mechanism : {Mechanism::ScramSha1, Mechanism::ScramSha256, Mechanism::ScramSha512}) {
        ScramClient client(mechanism, kUser, "abc");
        if (!client.clientFirst())
            found("no first message");
        const auto request = client.challenge(first, kPassword);
        if (!request) {
            if (client.finish(last).has_value() || client.isServerProven())
                found("proven without a challenge");
            continue;
        }
        if (request->iterations < ScramClient::kFewestIterations
            || request->iterations > ScramClient::kMostIterations || request->salt.isEmpty()
            || !first.startsWith("r=abc"))
            found("an unacceptable challenge was accepted");
        // Keys that nobody could have guessed; deriving them would only slow this down.
        ScramKeys keys{SecretBytes(QByteArray(20, 'k')), SecretBytes(QByteArray("a secret of this run"))};
        [[maybe_unused]] const auto proof = client.clientFinal(keys);
        if (client.finish(last).has_value() || client.isServerProven())
            found("proven without the key");
    }
    [[maybe_unused]] const auto prepared = saslPrep(QString::fromUtf8(bytes));
    MechanismOffer offer;
    offer.mechanisms = QString::fromUtf8(first).split(QChar(u' '));
    if (!last.isEmpty())
        offer.bindingTypes = QString::fromUtf8(last).split(QChar(u' '));
    offer.sasl2 = size % 2 == 0;
    MechanismPolicy policy;
    policy.bindingTypes = {"tls-exporter", "tls-server-end-point"};
    policy.allowPlain = true;
    policy.scramWorked = true;
    const auto chosen = chooseMechanism(offer, policy);
    if (chosen && chosen->mechanism == Mechanism::Plain)
        found("PLAIN after SCRAM");
    if (chosen && chosen->flag == Gs2Binding::Flag::NotSupported && !chosen->needsProvenOffer)
        found("a client that can bind says that it cannot");
    return 0;
}
