// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ReconnectSchedule.h"

#include "core/base/IdSource.h"

#include <algorithm>

namespace tertulia
{

Recovery recoveryFrom(ErrorCode code)
{
    switch (code) {
    case ErrorCode::StreamConflict:
    case ErrorCode::BindConflict:
        return Recovery::OtherResource;
    case ErrorCode::NoService:
    case ErrorCode::ProxyAuthenticationFailed:
    case ErrorCode::OnionNeedsProxy:
    case ErrorCode::TlsNotOffered:
    case ErrorCode::TlsRefused:
    case ErrorCode::TlsInjection:
    case ErrorCode::TlsVersionTooOld:
    case ErrorCode::CertificateExpired:
    case ErrorCode::CertificateNotYetValid:
    case ErrorCode::CertificateUntrusted:
    case ErrorCode::CertificateWrongName:
    case ErrorCode::CertificateInvalid:
    case ErrorCode::CertificateChanged:
    case ErrorCode::CertificateRefused:
    case ErrorCode::NoAcceptableMechanism:
    case ErrorCode::PlainNotAllowed:
    case ErrorCode::WrongPassword:
    case ErrorCode::AccountDisabled:
    case ErrorCode::CredentialsExpired:
    case ErrorCode::EncryptionRequired:
    case ErrorCode::InvalidAuthorizationId:
    case ErrorCode::MechanismTooWeak:
    case ErrorCode::MalformedAuthentication:
    case ErrorCode::AuthenticationMessageInvalid:
    case ErrorCode::ServerNotProven:
    case ErrorCode::ChannelBindingFailed:
    case ErrorCode::ChannelBindingMissing:
    case ErrorCode::AuthenticationDowngraded:
    case ErrorCode::SecondStepUnsupported:
    case ErrorCode::ClientCertificateUnusable:
    case ErrorCode::ClientCertificateMissing:
    case ErrorCode::ClientCertificateLocked:
    case ErrorCode::ClientCertificateWithoutKey:
    case ErrorCode::ClientCertificateExpired:
    case ErrorCode::ClientCertificateRefused:
    case ErrorCode::IdentityMismatch:
    case ErrorCode::PasswordNotRepresentable:
    case ErrorCode::PasswordNeeded:
    case ErrorCode::PasswordNotConfirmed:
    case ErrorCode::PasswordChangeNotOffered:
    case ErrorCode::PasswordChangeNeedsMore:
    case ErrorCode::NewPasswordRefused:
    case ErrorCode::BindRefused:
    case ErrorCode::StreamHostGone:
    case ErrorCode::StreamHostUnknown:
    case ErrorCode::StreamNotAuthorized:
    case ErrorCode::StreamInvalidFrom:
    case ErrorCode::StreamUnsupportedVersion:
    case ErrorCode::Cancelled:
        return Recovery::AskPerson;
    default:
        return Recovery::Retry;
    }
}

ReconnectSchedule::ReconnectSchedule(IdSource &ids)
    : m_ids(ids)
{
}

std::chrono::milliseconds ReconnectSchedule::next(ErrorCode code)
{
    using std::chrono::milliseconds;
    using std::chrono::seconds;
    constexpr seconds kOwnCut{3};
    constexpr seconds kServerAway{60};
    constexpr seconds kMost{300};

    if (code == ErrorCode::TemporaryAuthenticationFailure)
        return afterRefusedLogin();
    const bool serverAway = code == ErrorCode::StreamSystemShutdown || code == ErrorCode::StreamReset
        || code == ErrorCode::StreamResourceConstraint || code == ErrorCode::StreamInternalServerError;
    const int doublings = std::min(std::max(m_failures - 1, 0), 4);
    const seconds window
        = m_failures == 0 && !serverAway ? kOwnCut : std::min(kMost, kServerAway * (1 << doublings));
    ++m_failures;
    return milliseconds(qint64(double(milliseconds(window).count()) * m_ids.fraction()));
}

std::chrono::milliseconds ReconnectSchedule::afterRefusedLogin()
{
    using std::chrono::milliseconds;
    constexpr std::chrono::seconds kFirst{60};
    constexpr std::chrono::seconds kMost{900};
    // Never less than half: a server counts log-ins and locks out who hammers, however lucky the draw was.
    const milliseconds window = std::min(kMost, kFirst * (1 << std::min(m_refusedLogins, 4)));
    ++m_refusedLogins;
    return milliseconds(qint64(double(window.count()) * (1 + m_ids.fraction()) / 2));
}

void ReconnectSchedule::reset()
{
    m_failures = 0;
    m_refusedLogins = 0;
}

} // namespace tertulia
