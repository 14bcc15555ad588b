// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace tertulia
{

/// Every way in which something can fail, by name. Closed on purpose: ui/text/ErrorText switches over all of
/// them without a default, so a new one breaks the build until it has a sentence.
enum class ErrorCode {
    // Finding and reaching the server.
    NameNotFound, ///< no SRV record and no address for the domain (subject: the name)
    NoService, ///< the domain says by SRV "." that it offers no such service (RFC 2782)
    ConnectionRefused,
    ConnectionTimedOut,
    NetworkUnreachable,
    ProxyFailed, ///< the proxy cannot be reached or did not connect (subject: the proxy)
    ProxyAuthenticationFailed, ///< the proxy wants another name or password (subject: the proxy)
    OnionNeedsProxy, ///< a name of Tor's, which DNS must never hear of (RFC 7686; subject: the name)
    ConnectionLost, ///< the link broke after it was established
    LinkDead, ///< no answer to a ping or an ack request in time (SECURITY R12)
    NotXmpp, ///< what answered does not speak XMPP (an HTML page, an SMTP banner)

    // TLS and certificates.
    TlsNotOffered, ///< no <starttls/> before authentication (SECURITY A21)
    TlsRefused, ///< <failure/> in answer to <starttls/>
    TlsInjection, ///< bytes behind <proceed/> (SECURITY A24)
    TlsVersionTooOld, ///< nothing in common at TLS 1.2 or later
    TlsHandshakeFailed,
    TlsTimedOut,
    CertificateExpired,
    CertificateNotYetValid,
    CertificateUntrusted, ///< self-signed, or no path to a trusted root
    CertificateWrongName, ///< RFC 9525: no dNSName equals the account's domain
    CertificateInvalid, ///< any other defect of the chain
    CertificateChanged, ///< another certificate than the one pinned for this account
    CertificateRefused, ///< the person chose not to connect

    // Authentication (RFC 6120 6.5) and binding.
    NoAcceptableMechanism, ///< subject: the mechanisms offered
    PlainNotAllowed, ///< only PLAIN is offered, and this account does not allow it
    WrongPassword, ///< not-authorized
    AccountDisabled,
    CredentialsExpired,
    EncryptionRequired,
    InvalidAuthorizationId,
    MechanismTooWeak,
    MalformedAuthentication,
    TemporaryAuthenticationFailure,
    AuthenticationAborted,
    AuthenticationTimedOut,
    AuthenticationMessageInvalid, ///< a SCRAM message that breaks RFC 5802 or our limits (SECURITY A44)
    ServerNotProven, ///< success without a valid server signature (SECURITY A45)
    ChannelBindingFailed, ///< the two ends do not see the same TLS connection (SECURITY A37)
    ChannelBindingMissing, ///< this account demands it, and the server offers none that we have
    AuthenticationDowngraded, ///< what was announced was tampered with (XEP-0440, XEP-0474, XEP-0515)
    SecondStepUnsupported, ///< the server wants a task after the password (XEP-0388; subject: its names)
    // The account's own certificate (subject of each: the file).
    ClientCertificateUnusable, ///< the file holds no certificate that could be read
    ClientCertificateMissing, ///< the file is not there, or may not be read
    ClientCertificateLocked, ///< its passphrase is wrong or not known
    ClientCertificateWithoutKey, ///< no private key that belongs to a certificate in the file
    ClientCertificateExpired, ///< or not valid yet
    ClientCertificateRefused, ///< the server knows no account by it (EXTERNAL, not-authorized)
    IdentityMismatch, ///< the server bound another bare address than the account's (SECURITY A46)
    PasswordNotRepresentable, ///< SASLprep forbids a character of the password
    BindRefused,
    BindConflict,
    BindTimedOut,
    PasswordNeeded, ///< none stored and none typed yet

    // Changing the password (XEP-0077 3.3).
    PasswordNotConfirmed, ///< what was typed as the present password is another one than is in use
    PasswordChangeNotOffered, ///< the server, or the account's way to log in, has no such thing
    PasswordChangeNeedsMore, ///< the server wants to know more than passwords (subject: what, in its words)
    NewPasswordRefused, ///< the server does not take this one; `text` may tell why

    // Stream errors the server sent (RFC 6120 4.9.3), one by one.
    StreamBadFormat,
    StreamBadNamespacePrefix,
    StreamConflict,
    StreamConnectionTimeout,
    StreamHostGone,
    StreamHostUnknown,
    StreamImproperAddressing,
    StreamInternalServerError,
    StreamInvalidFrom,
    StreamInvalidNamespace,
    StreamInvalidXml,
    StreamNotAuthorized,
    StreamNotWellFormed,
    StreamPolicyViolation,
    StreamRemoteConnectionFailed,
    StreamReset,
    StreamResourceConstraint,
    StreamRestrictedXml,
    StreamSeeOtherHost,
    StreamSystemShutdown,
    StreamUndefinedCondition,
    StreamUnsupportedEncoding,
    StreamUnsupportedFeature,
    StreamUnsupportedStanzaType,
    StreamUnsupportedVersion,

    // What we hold against the peer's bytes (SECURITY A.1).
    PeerXmlNotWellFormed,
    PeerXmlRestricted, ///< DTD, comment or processing instruction
    PeerEncodingUnsupported,
    PeerLimitExceeded, ///< a cap of SECURITY section (f)
    PeerProtocolViolation, ///< an element where the stream's state allows none
    StreamTimedOut, ///< no header or features in time

    // Stanza errors (RFC 6120 8.3.3).
    StanzaBadRequest,
    StanzaConflict,
    StanzaFeatureNotImplemented,
    StanzaForbidden,
    StanzaGone,
    StanzaInternalServerError,
    StanzaItemNotFound,
    StanzaJidMalformed,
    StanzaNotAcceptable,
    StanzaNotAllowed,
    StanzaNotAuthorized,
    StanzaPolicyViolation,
    StanzaRecipientUnavailable,
    StanzaRedirect,
    StanzaRegistrationRequired,
    StanzaRemoteServerNotFound,
    StanzaRemoteServerTimeout,
    StanzaResourceConstraint,
    StanzaServiceUnavailable,
    StanzaSubscriptionRequired,
    StanzaUndefinedCondition,
    StanzaUnexpectedRequest,

    // Our own requests.
    RequestTimedOut,
    NotConnected, ///< asked while offline, or the stream ended without being resumed
    Cancelled, ///< the promise was dropped
    MalformedReply, ///< the answer does not have the shape its specification gives

    // Addresses (RFC 7622).
    AddressEmpty,
    AddressWithoutDomain,
    AddressLocalpartInvalid,
    AddressDomainInvalid,
    AddressResourceInvalid,
    AddressPartTooLong,

    // The store (subject: the file).
    StoreCorrupted,
    StoreNewer, ///< written by a newer Tertulia
    StoreLocked,
    StoreFull,
    StoreReadOnly,
    StoreFailed,

    // Secrets.
    KeychainUnavailable,
    KeychainLocked,
    KeychainDenied,
    KeychainFailed,
    SecretNotFound,
};

/// A failure: what, about whom, and what the other side said of it.
struct Error {
    ErrorCode code = ErrorCode::Cancelled;
    /// Host name, mechanism list, address or file that the failure is about; may be empty.
    QString subject = {};
    /// Text sent by a server or reported by the system. Untrusted: at most 500 characters, shown as plain
    /// text.
    QString text = {};

    bool operator==(const Error &) const = default;
};

/// `text` cut to the 500 characters that may be shown of it, control and bidi-override characters removed.
QString shownRemoteText(const QString &text);

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::Error)
