// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How each error of a connection comes about.
#include "core/net/CertificateVerdict.h"
#include "tests/support/CanonicalXml.h"
#include "tests/support/ProxyServer.h"
#include "tests/support/ScramServer.h"
#include "tests/support/TroubledServer.h"

#include <QTcpServer>

namespace tertulia::test
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

using When = Trouble::When;
using Rig = TroubledServer;

const QString kDomain = u"example.org"_s;
const QByteArray kSasl = "xmlns='urn:ietf:params:xml:ns:xmpp-sasl'";
const QByteArray kTls = "xmlns='urn:ietf:params:xml:ns:xmpp-tls'";
const QByteArray kStreams = "xmlns='urn:ietf:params:xml:ns:xmpp-streams'";

quint16 closedPort()
{
    QTcpServer closed;
    if (!closed.listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
    return closed.serverPort();
}

// The server's part of a log-in, up to a point.

void upToTls(Rig &rig)
{
    rig.script.acceptTcp();
    rig.script.openPlainStream();
}

void upToAuthentication(Rig &rig)
{
    upToTls(rig);
    rig.script.secure();
    rig.script.openSecureStream();
}

void upToBinding(Rig &rig)
{
    upToAuthentication(rig);
    rig.script.authenticate();
    rig.script.openAuthenticatedStream();
}

// Kinds of trouble.

Trouble notFound(ErrorCode code)
{
    return {When::LoggingIn, [code](Rig &rig) { rig.script.resolver.setAnswer(failure(code, kDomain)); }};
}

/// An account that logs in with the certificate in a file with this content; empty: there is no such file.
Trouble ownCertificate(const QByteArray &content)
{
    return {When::Connecting, [content](Rig &rig) {
                rig.addAccount();
                AccountSettings settings = rig.session()->settings();
                settings.connection.logInWay = LogInWay::ClientCertificate;
                settings.connection.certificateFile = rig.fileWith(content);
                rig.session()->setSettings(settings);
            }};
}

/// The server falls silent there, for longer than anybody waits.
Trouble silentAfter(std::function<void(Rig &)> part)
{
    return {When::LoggingIn, {}, [part = std::move(part)](Rig &rig) {
                part(rig);
                rig.script.clock.advance(60s);
            }};
}

/// The server sends these bytes instead of its first features.
Trouble atTheStart(const QByteArray &bytes, bool afterHeader)
{
    return {When::LoggingIn, {}, [=](Rig &rig) {
                rig.script.acceptTcp();
                rig.script.expectHeader();
                if (afterHeader)
                    rig.script.sendHeader();
                rig.script.send(bytes);
            }};
}

Trouble answerToAuth(const QByteArray &answer)
{
    return {When::LoggingIn, {}, [=](Rig &rig) {
                upToAuthentication(rig);
                rig.script.next();
                rig.script.send(answer);
            }};
}

Trouble saslFailure(const char *condition)
{
    return answerToAuth("<failure " + kSasl + "><" + condition + "/></failure>");
}

Trouble offering(const QByteArray &mechanisms)
{
    return {When::LoggingIn, [=](Rig &rig) { rig.script.mechanisms = mechanisms; }, upToAuthentication};
}

Trouble answerToBind(const QByteArray &answer)
{
    return {When::LoggingIn, {}, [=](Rig &rig) {
                upToBinding(rig);
                const ParsedStanza request = parseStanza(rig.script.next().xml);
                rig.script.send(
                    QByteArray(answer).replace("{id}", request.element.attribute(u"id"_s).toUtf8()));
            }};
}

QByteArray bindError(const char *condition)
{
    return QByteArray("<iq type='error' id='{id}'><error type='cancel'><") + condition
        + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>";
}

QByteArray streamError(const QByteArray &condition, const QByteArray &content = {})
{
    return "<stream:error><" + condition + " " + kStreams + ">" + content + "</" + condition
        + "></stream:error></stream:stream>";
}

/// The server refuses to speak at all, as it does to a wrong domain or version.
Trouble refusedStream(const QByteArray &condition, const QByteArray &content = {})
{
    return atTheStart(streamError(condition, content), true);
}

Trouble online(const QByteArray &bytes)
{
    return {When::Online, {}, [=](Rig &rig) { rig.script.send(bytes); }};
}

Trouble endedStream(const QByteArray &condition)
{
    return online(streamError(condition));
}

Trouble certificate(const std::function<void(CertificateWish &)> &defect)
{
    return {When::LoggingIn, [=](Rig &rig) {
                const TestIdentity root = TestIdentity::authority();
                CertificateWish wish;
                wish.commonName = kDomain;
                wish.names = {u"DNS:"_s + kDomain};
                defect(wish);
                rig.showCertificate(root.issue(wish), root);
            }};
}

Trouble untrusted()
{
    return {When::LoggingIn, [](Rig &rig) {
                CertificateWish wish;
                wish.commonName = kDomain;
                wish.names = {u"DNS:"_s + kDomain};
                rig.showCertificate(TestIdentity::selfSigned(wish), {});
            }};
}

/// On a connection that a log-in can be tied to.
Trouble bindingAfter(const QByteArray &features, std::function<void(Rig &)> part)
{
    return {When::LoggingIn, [features](Rig &rig) { rig.script.secureFeatures = features; },
            [part = std::move(part)](Rig &rig) {
                upToTls(rig);
                rig.script.wire()->setChannelBindings({{"tls-exporter", "seen here"}});
                rig.script.secure();
                rig.script.openSecureStream();
                part(rig);
            }};
}

/// Through SOCKS5 on this port; `proxy` is kept for as long.
Trouble byProxy(quint16 port, const std::shared_ptr<ProxyServer> &proxy = {})
{
    return {When::Connecting, [port, proxy](Rig &rig) {
                rig.script.settings.proxy = {ProxyKind::Socks5, u"127.0.0.1"_s, port, u"ana"_s};
                rig.useRealSockets({kDomain, 5222, TransportSecurity::StartTls});
                rig.addAccount();
            }};
}

Trouble keychain(When when, ErrorCode code)
{
    return {when, [code](Rig &rig) { rig.secrets.failWith(code); }};
}

} // namespace

std::optional<Trouble> troubleOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NameNotFound:
    case ErrorCode::NoService:
        return notFound(code);
    case ErrorCode::ConnectionRefused:
        return Trouble{When::LoggingIn, [](Rig &rig) {
                           rig.useRealSockets({u"127.0.0.1"_s, closedPort(), TransportSecurity::StartTls});
                       }};
    case ErrorCode::ConnectionTimedOut:
        return silentAfter([](Rig &) { });
    case ErrorCode::NetworkUnreachable:
        return Trouble{When::LoggingIn, {}, [code](Rig &rig) { rig.script.wire()->breakDown({code}); }};
    case ErrorCode::ProxyFailed:
        return byProxy(closedPort());
    case ErrorCode::ProxyAuthenticationFailed: {
        const auto proxy = std::make_shared<ProxyServer>(ProxyServer::Kind::Socks5);
        proxy->user = u"ana"_s;
        proxy->password = u"let me through"_s;
        return byProxy(proxy->serverPort(), proxy);
    }
    case ErrorCode::OnionNeedsProxy:
        return Trouble{When::Connecting, [](Rig &rig) {
                           rig.script.settings.host = u"tertuliaexample.onion"_s;
                           rig.addAccount();
                       }};
    case ErrorCode::ConnectionLost:
        return Trouble{When::Online, {}, [](Rig &rig) { rig.script.cut(); }};
    case ErrorCode::LinkDead:
        return Trouble{When::Online, {}, [](Rig &rig) {
                           for (int second = 0;
                                second < 120 && rig.session()->state() == SessionState::Online; ++second)
                               rig.script.clock.advance(1s);
                       }};
    case ErrorCode::NotXmpp:
        return Trouble{When::LoggingIn, [](Rig &rig) {
                           rig.answerWith("HTTP/1.1 400 Bad Request\r\nServer: example\r\n\r\n",
                                          TransportSecurity::StartTls);
                       }};
    case ErrorCode::TlsNotOffered:
        return atTheStart("<stream:features><mechanisms " + kSasl + "/></stream:features>", true);
    case ErrorCode::TlsRefused:
        return Trouble{When::LoggingIn, {}, [](Rig &rig) {
                           upToTls(rig);
                           rig.script.send("<failure " + kTls + "/>");
                       }};
    case ErrorCode::TlsInjection:
        return Trouble{When::LoggingIn, {}, [](Rig &rig) {
                           upToTls(rig);
                           rig.script.send("<proceed " + kTls + "/><message from='mallory@example.net'/>");
                       }};
    case ErrorCode::TlsVersionTooOld: // the alert protocol_version
        return Trouble{When::LoggingIn, [](Rig &rig) {
                           rig.answerWith(QByteArray::fromHex("15030100020246"),
                                          TransportSecurity::DirectTls);
                       }};
    case ErrorCode::TlsHandshakeFailed: // the alert handshake_failure
        return Trouble{When::LoggingIn, [](Rig &rig) {
                           rig.answerWith(QByteArray::fromHex("15030300020228"),
                                          TransportSecurity::DirectTls);
                       }};
    case ErrorCode::TlsTimedOut:
        return silentAfter([](Rig &rig) {
            upToTls(rig);
            rig.script.send("<proceed " + kTls + "/>");
        });
    case ErrorCode::CertificateExpired:
        return certificate([](CertificateWish &wish) {
            wish.notBefore = QDateTime::currentDateTimeUtc().addDays(-90);
            wish.notAfter = QDateTime::currentDateTimeUtc().addDays(-2);
        });
    case ErrorCode::CertificateNotYetValid:
        return certificate(
            [](CertificateWish &wish) { wish.notBefore = QDateTime::currentDateTimeUtc().addDays(2); });
    case ErrorCode::CertificateUntrusted:
        return untrusted();
    case ErrorCode::CertificateWrongName:
        return certificate([](CertificateWish &wish) { wish.names = {u"DNS:mail.example.net"_s}; });
    case ErrorCode::CertificateInvalid:
        return certificate([](CertificateWish &wish) { wish.unknownCriticalExtension = true; });
    case ErrorCode::CertificateChanged:
        return Trouble{When::Connecting, [](Rig &rig) {
                           CertificatePin pin;
                           pin.domain = kDomain;
                           pin.spkiSha256 = spkiSha256(TestIdentity::selfSigned({}).certificate());
                           pin.accepted = {ErrorCode::CertificateUntrusted};
                           rig.addAccount({pin});
                           untrusted().prepare(rig);
                       }};
    case ErrorCode::CertificateRefused: {
        Trouble trouble = untrusted();
        trouble.refuseCertificate = true;
        return trouble;
    }
    case ErrorCode::NoAcceptableMechanism:
        return offering("<mechanism>EXTERNAL</mechanism><mechanism>X-OAUTH2</mechanism>");
    case ErrorCode::PlainNotAllowed:
        return offering("<mechanism>PLAIN</mechanism>");
    case ErrorCode::WrongPassword: // by the server's own arithmetic
        return Trouble{When::LoggingIn, [](Rig &rig) { rig.password = u"sesame"_s; },
                       [](Rig &rig) {
                           upToAuthentication(rig);
                           rig.script.authenticate();
                       }};
    case ErrorCode::AccountDisabled:
        return saslFailure("account-disabled");
    case ErrorCode::CredentialsExpired:
        return saslFailure("credentials-expired");
    case ErrorCode::EncryptionRequired:
        return saslFailure("encryption-required");
    case ErrorCode::InvalidAuthorizationId:
        return saslFailure("invalid-authzid");
    case ErrorCode::MechanismTooWeak:
        return saslFailure("mechanism-too-weak");
    case ErrorCode::MalformedAuthentication:
        return saslFailure("malformed-request");
    case ErrorCode::TemporaryAuthenticationFailure:
        return answerToAuth("<failure " + kSasl
                            + "><temporary-auth-failure/><text xml:lang='en'>The database is being moved."
                              "</text></failure>");
    case ErrorCode::AuthenticationAborted:
        return saslFailure("aborted");
    case ErrorCode::AuthenticationTimedOut:
        return silentAfter(upToAuthentication);
    case ErrorCode::AuthenticationMessageInvalid:
        return answerToAuth("<challenge " + kSasl + ">" + QByteArray("r=,s=,i=0").toBase64()
                            + "</challenge>");
    case ErrorCode::ServerNotProven:
        return answerToAuth("<success " + kSasl + "/>");
    case ErrorCode::ChannelBindingFailed: // it says that it did offer what did not arrive
        return bindingAfter({}, [](Rig &rig) {
            rig.script.next();
            rig.script.send("<failure " + kSasl + "><malformed-request/></failure>");
        });
    case ErrorCode::ChannelBindingMissing:
        return Trouble{When::Connecting,
                       [](Rig &rig) {
                           rig.addAccount();
                           AccountSettings settings = rig.session()->settings();
                           settings.connection.requireBinding = true;
                           rig.session()->setSettings(settings);
                       },
                       upToAuthentication};
    case ErrorCode::AuthenticationDowngraded: // types without a mechanism for them
        return bindingAfter("<sasl-channel-binding xmlns='urn:xmpp:sasl-cb:0'>"
                            "<channel-binding type='tls-exporter'/></sasl-channel-binding>",
                            [](Rig &) { });
    case ErrorCode::SecondStepUnsupported:
        return Trouble{When::LoggingIn, [](Rig &rig) { rig.script.authentication = rig.script.mechanisms; },
                       [](Rig &rig) {
                           upToAuthentication(rig);
                           rig.script.next();
                           rig.script.send("<continue xmlns='urn:xmpp:sasl:2'><tasks>"
                                           "<task>TOTP-EXAMPLE</task></tasks></continue>");
                       }};
    case ErrorCode::ClientCertificateUnusable:
        return ownCertificate("Dear Ana,");
    case ErrorCode::ClientCertificateMissing:
        return ownCertificate({});
    case ErrorCode::ClientCertificateWithoutKey:
        return ownCertificate(TestIdentity::selfSigned({}).certificatePem());
    case ErrorCode::ClientCertificateExpired: {
        CertificateWish late;
        late.notAfter = QDateTime({2026, 1, 1}, {0, 0}, Qt::UTC);
        late.notBefore = late.notAfter.addDays(-90);
        return ownCertificate(TestIdentity::selfSigned(late).pkcs12(""));
    }
    case ErrorCode::ClientCertificateRefused: {
        CertificateWish fresh;
        fresh.notBefore = QDateTime({2000, 1, 1}, {0, 0}, Qt::UTC);
        Trouble trouble = ownCertificate(TestIdentity::selfSigned(fresh).pkcs12(""));
        trouble.happen = [](Rig &rig) {
            settleUntil([&] { return rig.script.network.made() > 0; });
            rig.script.mechanisms = "<mechanism>EXTERNAL</mechanism>";
            upToAuthentication(rig);
            rig.script.next();
            rig.script.send("<failure " + kSasl + "><not-authorized/></failure>");
        };
        return trouble;
    }
    case ErrorCode::IdentityMismatch:
        return answerToBind("<iq type='result' id='{id}'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
                            "<jid>mallory@example.org/desk</jid></bind></iq>");
    case ErrorCode::PasswordNotRepresentable: // from the private use area
        return Trouble{When::LoggingIn, [](Rig &rig) { rig.password = u"se\uE000same"_s; },
                       [](Rig &rig) {
                           upToAuthentication(rig);
                           const ParsedStanza auth = parseStanza(rig.script.next().xml);
                           ScramServer scram;
                           const QByteArray first = QByteArray::fromBase64(auth.element.text().toLatin1());
                           rig.script.send("<challenge " + kSasl + ">" + scram.challenge(first).toBase64()
                                           + "</challenge>");
                       }};
    case ErrorCode::BindRefused:
        return answerToBind(bindError("not-allowed"));
    case ErrorCode::BindConflict:
        return answerToBind(bindError("conflict"));
    case ErrorCode::BindTimedOut:
        return silentAfter(upToBinding);
    case ErrorCode::PasswordNeeded: // the keychain still has the one that the server refused
        return std::nullopt;
    case ErrorCode::StreamBadFormat:
        return endedStream("bad-format");
    case ErrorCode::StreamBadNamespacePrefix:
        return refusedStream("bad-namespace-prefix");
    case ErrorCode::StreamConflict:
        return endedStream("conflict");
    case ErrorCode::StreamConnectionTimeout:
        return endedStream("connection-timeout");
    case ErrorCode::StreamHostGone:
        return refusedStream("host-gone");
    case ErrorCode::StreamHostUnknown:
        return refusedStream("host-unknown");
    case ErrorCode::StreamImproperAddressing:
        return endedStream("improper-addressing");
    case ErrorCode::StreamInternalServerError:
        return endedStream("internal-server-error");
    case ErrorCode::StreamInvalidFrom:
        return endedStream("invalid-from");
    case ErrorCode::StreamInvalidNamespace:
        return refusedStream("invalid-namespace");
    case ErrorCode::StreamInvalidXml:
        return endedStream("invalid-xml");
    case ErrorCode::StreamNotAuthorized:
        return endedStream("not-authorized");
    case ErrorCode::StreamNotWellFormed:
        return endedStream("not-well-formed");
    case ErrorCode::StreamPolicyViolation:
        return online("<stream:error><policy-violation " + kStreams + "/><text " + kStreams
                      + " xml:lang='en'>Too many messages in a minute</text></stream:error></stream:stream>");
    case ErrorCode::StreamRemoteConnectionFailed:
        return endedStream("remote-connection-failed");
    case ErrorCode::StreamReset:
        return endedStream("reset");
    case ErrorCode::StreamResourceConstraint:
        return endedStream("resource-constraint");
    case ErrorCode::StreamRestrictedXml:
        return endedStream("restricted-xml");
    case ErrorCode::StreamSeeOtherHost:
        return refusedStream("see-other-host", "other.example.net:5222");
    case ErrorCode::StreamSystemShutdown:
        return endedStream("system-shutdown");
    case ErrorCode::StreamUndefinedCondition:
        return endedStream("undefined-condition");
    case ErrorCode::StreamUnsupportedEncoding:
        return refusedStream("unsupported-encoding");
    case ErrorCode::StreamUnsupportedFeature:
        return refusedStream("unsupported-feature");
    case ErrorCode::StreamUnsupportedStanzaType:
        return endedStream("unsupported-stanza-type");
    case ErrorCode::StreamUnsupportedVersion:
        return refusedStream("unsupported-version");
    case ErrorCode::PeerXmlNotWellFormed:
        return online("<message><body></message>");
    case ErrorCode::PeerXmlRestricted:
        return online("<!-- nothing to see -->");
    case ErrorCode::PeerEncodingUnsupported:
        return atTheStart("<?xml version='1.0' encoding='iso-8859-1'?>", false);
    case ErrorCode::PeerLimitExceeded:
        return atTheStart("<stream:features>" + QByteArray(300'000, ' '), true);
    case ErrorCode::PeerProtocolViolation:
        return atTheStart("<message xmlns='jabber:client'/>", true);
    case ErrorCode::StreamTimedOut:
        return silentAfter([](Rig &rig) { rig.script.acceptTcp(); });
    case ErrorCode::KeychainDenied:
        return Trouble{When::Connecting, [code](Rig &rig) {
                           rig.addAccount();
                           rig.secrets.failWith(code);
                       }};
    case ErrorCode::KeychainLocked:
    case ErrorCode::KeychainFailed:
        return keychain(When::Storing, code);

    // The bar that asks for the password or the passphrase says these by asking, in words of its own.
    case ErrorCode::KeychainUnavailable:
    case ErrorCode::SecretNotFound:
    case ErrorCode::ClientCertificateLocked:
    // Said where the password is changed.
    case ErrorCode::PasswordNotConfirmed:
    case ErrorCode::PasswordChangeNotOffered:
    case ErrorCode::PasswordChangeNeedsMore:
    case ErrorCode::NewPasswordRefused:
    // Answers to single requests, and what an address, a file or the program itself is at fault with.
    case ErrorCode::StanzaBadRequest:
    case ErrorCode::StanzaConflict:
    case ErrorCode::StanzaFeatureNotImplemented:
    case ErrorCode::StanzaForbidden:
    case ErrorCode::StanzaGone:
    case ErrorCode::StanzaInternalServerError:
    case ErrorCode::StanzaItemNotFound:
    case ErrorCode::StanzaJidMalformed:
    case ErrorCode::StanzaNotAcceptable:
    case ErrorCode::StanzaNotAllowed:
    case ErrorCode::StanzaNotAuthorized:
    case ErrorCode::StanzaPolicyViolation:
    case ErrorCode::StanzaRecipientUnavailable:
    case ErrorCode::StanzaRedirect:
    case ErrorCode::StanzaRegistrationRequired:
    case ErrorCode::StanzaRemoteServerNotFound:
    case ErrorCode::StanzaRemoteServerTimeout:
    case ErrorCode::StanzaResourceConstraint:
    case ErrorCode::StanzaServiceUnavailable:
    case ErrorCode::StanzaSubscriptionRequired:
    case ErrorCode::StanzaUndefinedCondition:
    case ErrorCode::StanzaUnexpectedRequest:
    case ErrorCode::RequestTimedOut:
    case ErrorCode::NotConnected:
    case ErrorCode::Cancelled:
    case ErrorCode::MalformedReply:
    case ErrorCode::AddressEmpty:
    case ErrorCode::AddressWithoutDomain:
    case ErrorCode::AddressLocalpartInvalid:
    case ErrorCode::AddressDomainInvalid:
    case ErrorCode::AddressResourceInvalid:
    case ErrorCode::AddressPartTooLong:
    case ErrorCode::StoreCorrupted:
    case ErrorCode::StoreNewer:
    case ErrorCode::StoreLocked:
    case ErrorCode::StoreFull:
    case ErrorCode::StoreReadOnly:
    case ErrorCode::StoreFailed:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace tertulia::test
