// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/UpgradeTask.h"

#include "core/base/CheckedNumber.h"
#include "core/sasl/SaslPrep.h"
#include "core/sasl/ScramClient.h"
#include "core/xml/Namespaces.h"

using namespace Qt::StringLiterals;

namespace tertulia::upgrade
{

namespace
{

const QString kScramUpgrade = u"urn:xmpp:scram-upgrade:0"_s;
constexpr qsizetype kLongestSalt = 1024;

} // namespace

std::optional<Mechanism> strongest(const QStringList &tasks, Mechanism used)
{
    for (const Mechanism mechanism : {Mechanism::ScramSha512, Mechanism::ScramSha256})
        if (mechanism > used && tasks.contains(taskName(mechanism)))
            return mechanism;
    return std::nullopt;
}

QString taskName(Mechanism mechanism)
{
    return u"UPGR-"_s + mechanismName(mechanism);
}

XmlElement request(Mechanism mechanism)
{
    return XmlElement(u"upgrade"_s, ns::kSaslUpgrade, {}, {{{}, taskName(mechanism)}});
}

XmlElement next(Mechanism mechanism)
{
    return XmlElement(u"next"_s, ns::kSasl2, {{u"task"_s, {}, taskName(mechanism)}});
}

Result<ScramKeyRequest> readSalt(const XmlElement &taskData, Mechanism mechanism, const QString &password)
{
    const XmlElement salt = taskData.child(u"salt", kScramUpgrade);
    const auto iterations = checkedNumber(salt.attribute(u"iterations"), ScramClient::kFewestIterations,
                                          ScramClient::kMostIterations);
    const auto decoded = QByteArray::fromBase64Encoding(salt.text().trimmed().toLatin1(),
                                                        QByteArray::Base64Encoding
                                                            | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray bytes = decoded ? *decoded : QByteArray();
    if (!iterations || bytes.isEmpty() || bytes.size() > kLongestSalt)
        return failure(ErrorCode::AuthenticationMessageInvalid, taskName(mechanism));
    auto secret = saslPrep(password);
    if (!secret)
        return Failure(secret.error());
    return ScramKeyRequest{mechanism, *std::move(secret), bytes, int(*iterations)};
}

XmlElement answer(const SecretBytes &saltedPassword)
{
    const QString hash = QString::fromLatin1(saltedPassword.view().toByteArray().toBase64());
    const XmlElement element(u"hash"_s, kScramUpgrade, {}, {{{}, hash}});
    return XmlElement(u"task-data"_s, ns::kSasl2, {}, {{element, {}}});
}

} // namespace tertulia::upgrade
