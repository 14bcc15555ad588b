// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoredNames.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace tertulia
{

QString storedName(ErrorCode code)
{
    // No default: a new error does not compile until it has a name here.
    switch (code) {
    case ErrorCode::NameNotFound:
        return u"NameNotFound"_s;
    case ErrorCode::NoService:
        return u"NoService"_s;
    case ErrorCode::ConnectionRefused:
        return u"ConnectionRefused"_s;
    case ErrorCode::ConnectionTimedOut:
        return u"ConnectionTimedOut"_s;
    case ErrorCode::NetworkUnreachable:
        return u"NetworkUnreachable"_s;
    case ErrorCode::ProxyFailed:
        return u"ProxyFailed"_s;
    case ErrorCode::ProxyAuthenticationFailed:
        return u"ProxyAuthenticationFailed"_s;
    case ErrorCode::OnionNeedsProxy:
        return u"OnionNeedsProxy"_s;
    case ErrorCode::ConnectionLost:
        return u"ConnectionLost"_s;
    case ErrorCode::LinkDead:
        return u"LinkDead"_s;
    case ErrorCode::NotXmpp:
        return u"NotXmpp"_s;
    case ErrorCode::TlsNotOffered:
        return u"TlsNotOffered"_s;
    case ErrorCode::TlsRefused:
        return u"TlsRefused"_s;
    case ErrorCode::TlsInjection:
        return u"TlsInjection"_s;
    case ErrorCode::TlsVersionTooOld:
        return u"TlsVersionTooOld"_s;
    case ErrorCode::TlsHandshakeFailed:
        return u"TlsHandshakeFailed"_s;
    case ErrorCode::TlsTimedOut:
        return u"TlsTimedOut"_s;
    case ErrorCode::CertificateExpired:
        return u"CertificateExpired"_s;
    case ErrorCode::CertificateNotYetValid:
        return u"CertificateNotYetValid"_s;
    case ErrorCode::CertificateUntrusted:
        return u"CertificateUntrusted"_s;
    case ErrorCode::CertificateWrongName:
        return u"CertificateWrongName"_s;
    case ErrorCode::CertificateInvalid:
        return u"CertificateInvalid"_s;
    case ErrorCode::CertificateChanged:
        return u"CertificateChanged"_s;
    case ErrorCode::CertificateRefused:
        return u"CertificateRefused"_s;
    case ErrorCode::NoAcceptableMechanism:
        return u"NoAcceptableMechanism"_s;
    case ErrorCode::PlainNotAllowed:
        return u"PlainNotAllowed"_s;
    case ErrorCode::WrongPassword:
        return u"WrongPassword"_s;
    case ErrorCode::AccountDisabled:
        return u"AccountDisabled"_s;
    case ErrorCode::CredentialsExpired:
        return u"CredentialsExpired"_s;
    case ErrorCode::EncryptionRequired:
        return u"EncryptionRequired"_s;
    case ErrorCode::InvalidAuthorizationId:
        return u"InvalidAuthorizationId"_s;
    case ErrorCode::MechanismTooWeak:
        return u"MechanismTooWeak"_s;
    case ErrorCode::MalformedAuthentication:
        return u"MalformedAuthentication"_s;
    case ErrorCode::TemporaryAuthenticationFailure:
        return u"TemporaryAuthenticationFailure"_s;
    case ErrorCode::AuthenticationAborted:
        return u"AuthenticationAborted"_s;
    case ErrorCode::AuthenticationTimedOut:
        return u"AuthenticationTimedOut"_s;
    case ErrorCode::AuthenticationMessageInvalid:
        return u"AuthenticationMessageInvalid"_s;
    case ErrorCode::ServerNotProven:
        return u"ServerNotProven"_s;
    case ErrorCode::ChannelBindingFailed:
        return u"ChannelBindingFailed"_s;
    case ErrorCode::ChannelBindingMissing:
        return u"ChannelBindingMissing"_s;
    case ErrorCode::AuthenticationDowngraded:
        return u"AuthenticationDowngraded"_s;
    case ErrorCode::SecondStepUnsupported:
        return u"SecondStepUnsupported"_s;
    case ErrorCode::ClientCertificateUnusable:
        return u"ClientCertificateUnusable"_s;
    case ErrorCode::ClientCertificateMissing:
        return u"ClientCertificateMissing"_s;
    case ErrorCode::ClientCertificateLocked:
        return u"ClientCertificateLocked"_s;
    case ErrorCode::ClientCertificateWithoutKey:
        return u"ClientCertificateWithoutKey"_s;
    case ErrorCode::ClientCertificateExpired:
        return u"ClientCertificateExpired"_s;
    case ErrorCode::ClientCertificateRefused:
        return u"ClientCertificateRefused"_s;
    case ErrorCode::IdentityMismatch:
        return u"IdentityMismatch"_s;
    case ErrorCode::PasswordNotRepresentable:
        return u"PasswordNotRepresentable"_s;
    case ErrorCode::BindRefused:
        return u"BindRefused"_s;
    case ErrorCode::BindConflict:
        return u"BindConflict"_s;
    case ErrorCode::BindTimedOut:
        return u"BindTimedOut"_s;
    case ErrorCode::PasswordNeeded:
        return u"PasswordNeeded"_s;
    case ErrorCode::PasswordNotConfirmed:
        return u"PasswordNotConfirmed"_s;
    case ErrorCode::PasswordChangeNotOffered:
        return u"PasswordChangeNotOffered"_s;
    case ErrorCode::PasswordChangeNeedsMore:
        return u"PasswordChangeNeedsMore"_s;
    case ErrorCode::NewPasswordRefused:
        return u"NewPasswordRefused"_s;
    case ErrorCode::StreamBadFormat:
        return u"StreamBadFormat"_s;
    case ErrorCode::StreamBadNamespacePrefix:
        return u"StreamBadNamespacePrefix"_s;
    case ErrorCode::StreamConflict:
        return u"StreamConflict"_s;
    case ErrorCode::StreamConnectionTimeout:
        return u"StreamConnectionTimeout"_s;
    case ErrorCode::StreamHostGone:
        return u"StreamHostGone"_s;
    case ErrorCode::StreamHostUnknown:
        return u"StreamHostUnknown"_s;
    case ErrorCode::StreamImproperAddressing:
        return u"StreamImproperAddressing"_s;
    case ErrorCode::StreamInternalServerError:
        return u"StreamInternalServerError"_s;
    case ErrorCode::StreamInvalidFrom:
        return u"StreamInvalidFrom"_s;
    case ErrorCode::StreamInvalidNamespace:
        return u"StreamInvalidNamespace"_s;
    case ErrorCode::StreamInvalidXml:
        return u"StreamInvalidXml"_s;
    case ErrorCode::StreamNotAuthorized:
        return u"StreamNotAuthorized"_s;
    case ErrorCode::StreamNotWellFormed:
        return u"StreamNotWellFormed"_s;
    case ErrorCode::StreamPolicyViolation:
        return u"StreamPolicyViolation"_s;
    case ErrorCode::StreamRemoteConnectionFailed:
        return u"StreamRemoteConnectionFailed"_s;
    case ErrorCode::StreamReset:
        return u"StreamReset"_s;
    case ErrorCode::StreamResourceConstraint:
        return u"StreamResourceConstraint"_s;
    case ErrorCode::StreamRestrictedXml:
        return u"StreamRestrictedXml"_s;
    case ErrorCode::StreamSeeOtherHost:
        return u"StreamSeeOtherHost"_s;
    case ErrorCode::StreamSystemShutdown:
        return u"StreamSystemShutdown"_s;
    case ErrorCode::StreamUndefinedCondition:
        return u"StreamUndefinedCondition"_s;
    case ErrorCode::StreamUnsupportedEncoding:
        return u"StreamUnsupportedEncoding"_s;
    case ErrorCode::StreamUnsupportedFeature:
        return u"StreamUnsupportedFeature"_s;
    case ErrorCode::StreamUnsupportedStanzaType:
        return u"StreamUnsupportedStanzaType"_s;
    case ErrorCode::StreamUnsupportedVersion:
        return u"StreamUnsupportedVersion"_s;
    case ErrorCode::PeerXmlNotWellFormed:
        return u"PeerXmlNotWellFormed"_s;
    case ErrorCode::PeerXmlRestricted:
        return u"PeerXmlRestricted"_s;
    case ErrorCode::PeerEncodingUnsupported:
        return u"PeerEncodingUnsupported"_s;
    case ErrorCode::PeerLimitExceeded:
        return u"PeerLimitExceeded"_s;
    case ErrorCode::PeerProtocolViolation:
        return u"PeerProtocolViolation"_s;
    case ErrorCode::StreamTimedOut:
        return u"StreamTimedOut"_s;
    case ErrorCode::StanzaBadRequest:
        return u"StanzaBadRequest"_s;
    case ErrorCode::StanzaConflict:
        return u"StanzaConflict"_s;
    case ErrorCode::StanzaFeatureNotImplemented:
        return u"StanzaFeatureNotImplemented"_s;
    case ErrorCode::StanzaForbidden:
        return u"StanzaForbidden"_s;
    case ErrorCode::StanzaGone:
        return u"StanzaGone"_s;
    case ErrorCode::StanzaInternalServerError:
        return u"StanzaInternalServerError"_s;
    case ErrorCode::StanzaItemNotFound:
        return u"StanzaItemNotFound"_s;
    case ErrorCode::StanzaJidMalformed:
        return u"StanzaJidMalformed"_s;
    case ErrorCode::StanzaNotAcceptable:
        return u"StanzaNotAcceptable"_s;
    case ErrorCode::StanzaNotAllowed:
        return u"StanzaNotAllowed"_s;
    case ErrorCode::StanzaNotAuthorized:
        return u"StanzaNotAuthorized"_s;
    case ErrorCode::StanzaPolicyViolation:
        return u"StanzaPolicyViolation"_s;
    case ErrorCode::StanzaRecipientUnavailable:
        return u"StanzaRecipientUnavailable"_s;
    case ErrorCode::StanzaRedirect:
        return u"StanzaRedirect"_s;
    case ErrorCode::StanzaRegistrationRequired:
        return u"StanzaRegistrationRequired"_s;
    case ErrorCode::StanzaRemoteServerNotFound:
        return u"StanzaRemoteServerNotFound"_s;
    case ErrorCode::StanzaRemoteServerTimeout:
        return u"StanzaRemoteServerTimeout"_s;
    case ErrorCode::StanzaResourceConstraint:
        return u"StanzaResourceConstraint"_s;
    case ErrorCode::StanzaServiceUnavailable:
        return u"StanzaServiceUnavailable"_s;
    case ErrorCode::StanzaSubscriptionRequired:
        return u"StanzaSubscriptionRequired"_s;
    case ErrorCode::StanzaUndefinedCondition:
        return u"StanzaUndefinedCondition"_s;
    case ErrorCode::StanzaUnexpectedRequest:
        return u"StanzaUnexpectedRequest"_s;
    case ErrorCode::RequestTimedOut:
        return u"RequestTimedOut"_s;
    case ErrorCode::NotConnected:
        return u"NotConnected"_s;
    case ErrorCode::Cancelled:
        return u"Cancelled"_s;
    case ErrorCode::MalformedReply:
        return u"MalformedReply"_s;
    case ErrorCode::AddressEmpty:
        return u"AddressEmpty"_s;
    case ErrorCode::AddressWithoutDomain:
        return u"AddressWithoutDomain"_s;
    case ErrorCode::AddressLocalpartInvalid:
        return u"AddressLocalpartInvalid"_s;
    case ErrorCode::AddressDomainInvalid:
        return u"AddressDomainInvalid"_s;
    case ErrorCode::AddressResourceInvalid:
        return u"AddressResourceInvalid"_s;
    case ErrorCode::AddressPartTooLong:
        return u"AddressPartTooLong"_s;
    case ErrorCode::StoreCorrupted:
        return u"StoreCorrupted"_s;
    case ErrorCode::StoreNewer:
        return u"StoreNewer"_s;
    case ErrorCode::StoreLocked:
        return u"StoreLocked"_s;
    case ErrorCode::StoreFull:
        return u"StoreFull"_s;
    case ErrorCode::StoreReadOnly:
        return u"StoreReadOnly"_s;
    case ErrorCode::StoreFailed:
        return u"StoreFailed"_s;
    case ErrorCode::KeychainUnavailable:
        return u"KeychainUnavailable"_s;
    case ErrorCode::KeychainLocked:
        return u"KeychainLocked"_s;
    case ErrorCode::KeychainDenied:
        return u"KeychainDenied"_s;
    case ErrorCode::KeychainFailed:
        return u"KeychainFailed"_s;
    case ErrorCode::SecretNotFound:
        return u"SecretNotFound"_s;
    }
    Q_UNREACHABLE();
}

ErrorCode errorFromStoredName(const QString &name)
{
    static const QHash<QString, ErrorCode> byName = [] {
        QHash<QString, ErrorCode> all;
        for (int i = 0; i <= int(ErrorCode::SecretNotFound); ++i)
            all.insert(storedName(ErrorCode(i)), ErrorCode(i));
        return all;
    }();
    return byName.value(name, ErrorCode::StanzaUndefinedCondition);
}

int storedNumber(DeliveryState state)
{
    switch (state) {
    case DeliveryState::None:
        return 0;
    case DeliveryState::Queued:
        return 1;
    case DeliveryState::Sent:
        return 2;
    case DeliveryState::Delivered:
        return 3;
    case DeliveryState::Displayed:
        return 4;
    case DeliveryState::Failed:
        return 5;
    }
    Q_UNREACHABLE();
}

DeliveryState stateFromStoredNumber(qint64 number)
{
    for (const DeliveryState state : {DeliveryState::Queued, DeliveryState::Sent, DeliveryState::Delivered,
                                      DeliveryState::Displayed, DeliveryState::Failed}) {
        if (storedNumber(state) == number)
            return state;
    }
    return DeliveryState::None;
}

} // namespace tertulia
