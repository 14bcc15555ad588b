// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/StreamConditions.h"

#include "core/xml/Namespaces.h"
#include "core/xml/XmlWriter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tertulia
{

namespace
{

using Condition = std::pair<QStringView, ErrorCode>;

constexpr std::array<Condition, 25> kStreamConditions{{
    {u"bad-format", ErrorCode::StreamBadFormat},
    {u"bad-namespace-prefix", ErrorCode::StreamBadNamespacePrefix},
    {u"conflict", ErrorCode::StreamConflict},
    {u"connection-timeout", ErrorCode::StreamConnectionTimeout},
    {u"host-gone", ErrorCode::StreamHostGone},
    {u"host-unknown", ErrorCode::StreamHostUnknown},
    {u"improper-addressing", ErrorCode::StreamImproperAddressing},
    {u"internal-server-error", ErrorCode::StreamInternalServerError},
    {u"invalid-from", ErrorCode::StreamInvalidFrom},
    {u"invalid-namespace", ErrorCode::StreamInvalidNamespace},
    {u"invalid-xml", ErrorCode::StreamInvalidXml},
    {u"not-authorized", ErrorCode::StreamNotAuthorized},
    {u"not-well-formed", ErrorCode::StreamNotWellFormed},
    {u"policy-violation", ErrorCode::StreamPolicyViolation},
    {u"remote-connection-failed", ErrorCode::StreamRemoteConnectionFailed},
    {u"reset", ErrorCode::StreamReset},
    {u"resource-constraint", ErrorCode::StreamResourceConstraint},
    {u"restricted-xml", ErrorCode::StreamRestrictedXml},
    {u"see-other-host", ErrorCode::StreamSeeOtherHost},
    {u"system-shutdown", ErrorCode::StreamSystemShutdown},
    {u"undefined-condition", ErrorCode::StreamUndefinedCondition},
    {u"unsupported-encoding", ErrorCode::StreamUnsupportedEncoding},
    {u"unsupported-feature", ErrorCode::StreamUnsupportedFeature},
    {u"unsupported-stanza-type", ErrorCode::StreamUnsupportedStanzaType},
    {u"unsupported-version", ErrorCode::StreamUnsupportedVersion},
}};

constexpr std::array<Condition, 11> kSaslConditions{{
    {u"aborted", ErrorCode::AuthenticationAborted},
    {u"account-disabled", ErrorCode::AccountDisabled},
    {u"credentials-expired", ErrorCode::CredentialsExpired},
    {u"encryption-required", ErrorCode::EncryptionRequired},
    {u"incorrect-encoding", ErrorCode::MalformedAuthentication},
    {u"invalid-authzid", ErrorCode::InvalidAuthorizationId},
    {u"invalid-mechanism", ErrorCode::NoAcceptableMechanism},
    {u"malformed-request", ErrorCode::MalformedAuthentication},
    {u"mechanism-too-weak", ErrorCode::MechanismTooWeak},
    {u"not-authorized", ErrorCode::WrongPassword},
    {u"temporary-auth-failure", ErrorCode::TemporaryAuthenticationFailure},
}};

template <size_t N>
ErrorCode codeFor(const std::array<Condition, N> &table, QStringView name, ErrorCode otherwise)
{
    const auto found = std::find_if(table.begin(), table.end(),
                                    [name](const Condition &entry) { return entry.first == name; });
    return found == table.end() ? otherwise : found->second;
}

/// The condition, its first child in `namespaceUri` that is not the text, and the text.
Error read(const XmlElement &element, const QString &namespaceUri, auto codeOf)
{
    Error error;
    error.code = codeOf(QStringView());
    bool conditionSeen = false;
    for (const XmlElement &child : element.children()) {
        if (child.namespaceUri() != namespaceUri)
            continue;
        if (child.name() == u"text") {
            error.text = shownRemoteText(child.text());
        } else if (!std::exchange(conditionSeen, true)) {
            error.code = codeOf(child.name());
            if (error.code == ErrorCode::StreamSeeOtherHost)
                error.subject = child.text().trimmed();
        }
    }
    return error;
}

} // namespace

Error readStreamError(const XmlElement &error)
{
    return read(error, ns::kStreamErrors, [](QStringView name) {
        return codeFor(kStreamConditions, name, ErrorCode::StreamUndefinedCondition);
    });
}

QByteArray writeStreamError(QStringView condition, const XmlElement &detail)
{
    XmlWriter writer(ns::kClient);
    writer.start(u"error", ns::kStream);
    writer.emptyElement(condition, ns::kStreamErrors);
    if (!detail.isNull())
        writer.element(detail);
    writer.end();
    return writer.result();
}

Error readSaslFailure(const XmlElement &failure)
{
    const auto codeOf
        = [](QStringView name) { return codeFor(kSaslConditions, name, ErrorCode::MalformedAuthentication); };
    Error error = read(failure, ns::kSasl, codeOf);
    if (failure.namespaceUri() != ns::kSasl2)
        return error;
    // XEP-0388 has the condition of RFC 6120 and a text of its own; mod_sasl2 of 2023 puts both into its own.
    const Error own = read(failure, ns::kSasl2, codeOf);
    if (failure.firstChildIn(ns::kSasl).isNull())
        error.code = own.code;
    error.text = own.text;
    return error;
}

} // namespace tertulia
