// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorText.h"

#include "ui/text/PlainText.h"

#include <QCoreApplication>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

} // namespace

ErrorText errorText(const Error &error)
{
    const QString subject = shownAddress(shownLine(error.subject));
    // The sentence that names the subject, or the one for when none is known.
    const auto about = [&subject](const QString &named, const QString &unnamed) {
        return subject.isEmpty() ? unnamed : named.arg(subject);
    };
    // No default: a new ErrorCode must not compile before it has its sentence.
    switch (error.code) {
    case ErrorCode::NameNotFound:
        return {about(Sentences::tr("No server was found for %1."),
                      Sentences::tr("No server was found for this address.")),
                Sentences::tr("Check the spelling behind the @. If it is right, your own name service may be "
                              "out of order.")};
    case ErrorCode::NoService:
        return {about(Sentences::tr("%1 says that it offers no XMPP service."),
                      Sentences::tr("This domain says that it offers no XMPP service.")),
                Sentences::tr("Check the spelling behind the @, or ask whoever runs the server.")};
    case ErrorCode::ConnectionRefused:
        return {about(Sentences::tr("%1 refused the connection."),
                      Sentences::tr("The server refused the connection.")),
                Sentences::tr("The server may be down, or a firewall stands between. Try again later, or set "
                              "host and port under Connection options.")};
    case ErrorCode::ConnectionTimedOut:
        return {about(Sentences::tr("%1 did not answer in time."),
                      Sentences::tr("The server did not answer in time.")),
                Sentences::tr("Check your network. A firewall may block the port; direct TLS on port 443 or "
                              "5223 often works.")};
    case ErrorCode::NetworkUnreachable:
        return {Sentences::tr("The network cannot be reached."),
                Sentences::tr("Check that this computer is connected.")};
    case ErrorCode::ProxyFailed:
        return {about(Sentences::tr("The proxy %1 did not make the connection."),
                      Sentences::tr("The proxy did not make the connection.")),
                Sentences::tr("Check the proxy settings under Connection options, or those of your system.")};
    case ErrorCode::ProxyAuthenticationFailed:
        return {about(Sentences::tr("The proxy %1 does not accept user name and password."),
                      Sentences::tr("The proxy does not accept user name and password.")),
                Sentences::tr("Type them again under Connection options, or ask whoever runs the proxy.")};
    case ErrorCode::OnionNeedsProxy:
        return {about(Sentences::tr("%1 can only be reached through Tor."),
                      Sentences::tr("This address can only be reached through Tor.")),
                Sentences::tr("Set Tor as the SOCKS5 proxy under Connection options: 127.0.0.1, port 9050.")};
    case ErrorCode::ConnectionLost:
        return {Sentences::tr("The connection was lost."),
                Sentences::tr("Tertulia connects again by itself.")};
    case ErrorCode::LinkDead:
        return {Sentences::tr("The server stopped answering."),
                Sentences::tr("Tertulia connects again by itself.")};
    case ErrorCode::NotXmpp:
        return {about(Sentences::tr("What answered at %1 is not an XMPP server."),
                      Sentences::tr("What answered is not an XMPP server.")),
                Sentences::tr("Check host and port under Connection options.")};
    case ErrorCode::TlsNotOffered:
        return {Sentences::tr("The server offers no encryption."),
                Sentences::tr("Nothing was sent to it. Ask whoever runs it to switch TLS on.")};
    case ErrorCode::TlsRefused:
        return {Sentences::tr("The server refused to begin encryption."),
                Sentences::tr("Try again later, or choose direct TLS under Connection options.")};
    case ErrorCode::TlsInjection:
        return {Sentences::tr("Something between you and the server put text into the connection."),
                Sentences::tr("Nothing was sent. Try another network, and tell whoever runs the server.")};
    case ErrorCode::TlsVersionTooOld:
        return {Sentences::tr("The server only knows encryption that is too old."),
                Sentences::tr("It needs TLS 1.2 or later. Ask whoever runs it to update it.")};
    case ErrorCode::TlsHandshakeFailed:
        return {Sentences::tr("The encrypted connection could not be made."),
                Sentences::tr("Try the other choice of Security under Connection options.")};
    case ErrorCode::TlsTimedOut:
        return {Sentences::tr("The server did not finish the encryption in time."),
                Sentences::tr(
                    "Try again. If it stays so, something on the way may block encrypted connections.")};
    case ErrorCode::CertificateExpired:
        return {
            about(Sentences::tr("The certificate of %1 has expired."),
                  Sentences::tr("The certificate of the server has expired.")),
            Sentences::tr("Whoever runs the server must renew it. Also check the date of this computer.")};
    case ErrorCode::CertificateNotYetValid:
        return {about(Sentences::tr("The certificate of %1 is not valid yet."),
                      Sentences::tr("The certificate of the server is not valid yet.")),
                Sentences::tr("Check the date and time of this computer.")};
    case ErrorCode::CertificateUntrusted:
        return {
            about(Sentences::tr("Nobody this computer trusts vouches for the certificate of %1."),
                  Sentences::tr("Nobody this computer trusts vouches for the certificate of the server.")),
            Sentences::tr("It may be the server's own, or somebody else's in between. Compare its "
                          "fingerprint with whoever runs the server.")};
    case ErrorCode::CertificateWrongName:
        return {about(Sentences::tr("The certificate is for another name than %1."),
                      Sentences::tr("The certificate is for another name than the server's.")),
                Sentences::tr("You may have reached the wrong server. Check the address.")};
    case ErrorCode::CertificateInvalid:
        return {about(Sentences::tr("The certificate of %1 is not in order."),
                      Sentences::tr("The certificate of the server is not in order.")),
                Sentences::tr("Whoever runs the server must mend it.")};
    case ErrorCode::CertificateChanged:
        return {about(Sentences::tr("%1 shows another certificate than the one you trusted."),
                      Sentences::tr("The server shows another certificate than the one you trusted.")),
                Sentences::tr("Somebody may be in between. Do not connect before whoever runs the server "
                              "confirms the change.")};
    case ErrorCode::CertificateRefused:
        return {Sentences::tr("You chose not to connect."),
                Sentences::tr("Log in again if you want to see the certificate once more.")};
    case ErrorCode::NoAcceptableMechanism:
        return {
            Sentences::tr("The server offers no safe way to log in that this account may use."),
            about(Sentences::tr("It offers: %1. Ask whoever runs it to allow SCRAM, or choose another way "
                                "to log in."),
                  Sentences::tr("Ask whoever runs the server to allow SCRAM, or choose another way to log "
                                "in."))};
    case ErrorCode::PlainNotAllowed:
        return {
            Sentences::tr("The server wants the password itself, not a proof of it."),
            Sentences::tr("This account does not allow that. Ask whoever runs the server to allow SCRAM.")};
    case ErrorCode::WrongPassword:
        return {Sentences::tr("The server did not accept the password."),
                about(Sentences::tr("Check it and try again; the address is %1."),
                      Sentences::tr("Check the password and the address, and try again."))};
    case ErrorCode::AccountDisabled:
        return {Sentences::tr("This account is disabled."),
                Sentences::tr("Ask whoever runs the server why.")};
    case ErrorCode::CredentialsExpired:
        return {Sentences::tr("The password of this account has expired."),
                Sentences::tr("Set a new one on the web page of your server.")};
    case ErrorCode::EncryptionRequired:
        return {Sentences::tr("The server wants encryption before the log-in."),
                Sentences::tr("Choose Automatic as Security under Connection options.")};
    case ErrorCode::InvalidAuthorizationId:
        return {Sentences::tr("The server does not let this log-in act for this address."),
                Sentences::tr("Check the address.")};
    case ErrorCode::MechanismTooWeak:
        return {Sentences::tr("The server finds this way to log in too weak for the account."),
                Sentences::tr("Set a new password on the web page of your server, then try again.")};
    case ErrorCode::MalformedAuthentication:
        return {Sentences::tr("The server could not read the log-in."),
                Sentences::tr("This is a fault in one of the two programs. Please report it.")};
    case ErrorCode::TemporaryAuthenticationFailure:
        return {Sentences::tr("The server cannot check passwords at the moment."),
                Sentences::tr("Try again in a few minutes.")};
    case ErrorCode::AuthenticationAborted:
        return {Sentences::tr("The log-in was interrupted."), Sentences::tr("Try again.")};
    case ErrorCode::AuthenticationTimedOut:
        return {Sentences::tr("The server did not answer the log-in in time."),
                Sentences::tr("Try again later.")};
    case ErrorCode::AuthenticationMessageInvalid:
        return {Sentences::tr("The server's part of the log-in breaks the rules."),
                Sentences::tr("The password was not given away. Tell whoever runs the server.")};
    case ErrorCode::ServerNotProven:
        return {Sentences::tr("The server could not prove that it knows this account."),
                Sentences::tr("It may be an impostor. Nothing was sent. Try another network.")};
    case ErrorCode::ChannelBindingFailed:
        return {Sentences::tr("Somebody may be intercepting this connection."),
                Sentences::tr("Your computer and the server do not see the same encrypted connection, so "
                              "the log-in was stopped. The password was not given away. Try another network; "
                              "if it happens there too, tell whoever runs the server.")};
    case ErrorCode::ChannelBindingMissing:
        return {
            Sentences::tr("The server cannot tie the log-in to this connection."),
            Sentences::tr("This account demands channel binding. Ask whoever runs the server to offer it, "
                          "or stop demanding it under Connection options.")};
    case ErrorCode::AuthenticationDowngraded:
        return {Sentences::tr("Somebody may have changed what the server offers for logging in."),
                Sentences::tr("The log-in was stopped, and the password was not given away. Try another "
                              "network; if it happens there too, tell whoever runs the server.")};
    case ErrorCode::SecondStepUnsupported:
        return {Sentences::tr("The server asks for a second step that Tertulia does not know."),
                about(Sentences::tr("It wants: %1. Turn that off on the web page of your server."),
                      Sentences::tr("Turn that off on the web page of your server."))};
    case ErrorCode::ClientCertificateUnusable:
        return {about(Sentences::tr("The certificate file %1 cannot be used."),
                      Sentences::tr("The certificate file cannot be used.")),
                Sentences::tr("It should be a PKCS #12 file (.p12, .pfx), or a PEM file with the "
                              "certificate and its key.")};
    case ErrorCode::ClientCertificateMissing:
        return {about(Sentences::tr("The certificate file %1 could not be opened."),
                      Sentences::tr("The certificate file could not be opened.")),
                Sentences::tr("Check that it is still there, or choose another one.")};
    case ErrorCode::ClientCertificateLocked:
        return {about(Sentences::tr("The certificate file %1 does not open with this passphrase."),
                      Sentences::tr("The certificate file does not open with this passphrase.")),
                Sentences::tr("Type the passphrase that the file was protected with.")};
    case ErrorCode::ClientCertificateWithoutKey:
        return {about(Sentences::tr("The file %1 holds no private key for its certificate."),
                      Sentences::tr("The file holds no private key for its certificate.")),
                Sentences::tr("Export the certificate again, together with its private key.")};
    case ErrorCode::ClientCertificateExpired:
        return {about(Sentences::tr("Your certificate in %1 has expired, or is not valid yet."),
                      Sentences::tr("Your certificate has expired, or is not valid yet.")),
                Sentences::tr("Ask whoever gave it to you for a new one. Also check the date of this "
                              "computer.")};
    case ErrorCode::ClientCertificateRefused:
        return {Sentences::tr("The server did not accept your certificate."),
                Sentences::tr("It may belong to another account, or the server may not know it yet.")};
    case ErrorCode::IdentityMismatch:
        return {Sentences::tr("The server logged you in under another address."),
                Sentences::tr("Check the address. If it is right, tell whoever runs the server.")};
    case ErrorCode::PasswordNotRepresentable:
        return {Sentences::tr("The password holds a character that XMPP does not allow."),
                Sentences::tr("Set a password without it on the web page of your server.")};
    case ErrorCode::BindRefused:
        return {Sentences::tr("The server gave this connection no address."),
                Sentences::tr("Try again later, or ask whoever runs the server.")};
    case ErrorCode::BindConflict:
        return {Sentences::tr("Another program is logged in under the same resource name."),
                Sentences::tr("Change the resource name, or leave it empty.")};
    case ErrorCode::BindTimedOut:
        return {Sentences::tr("The server did not give this connection an address in time."),
                Sentences::tr("Try again later.")};
    case ErrorCode::PasswordNeeded:
        return {Sentences::tr("The password is needed."), Sentences::tr("Type it to connect.")};
    case ErrorCode::PasswordNotConfirmed:
        return {Sentences::tr("That is not the present password of this account."),
                Sentences::tr("Type the password that you log in with now.")};
    case ErrorCode::PasswordChangeNotOffered:
        return {Sentences::tr("The server does not let you change the password here."),
                Sentences::tr("Change it on the web page of your server, or ask whoever runs it.")};
    case ErrorCode::PasswordChangeNeedsMore:
        return {Sentences::tr("The server wants to know more before it changes the password."),
                about(Sentences::tr("It asks for: %1. Change it on the web page of your server."),
                      Sentences::tr("Change it on the web page of your server."))};
    case ErrorCode::NewPasswordRefused:
        return {Sentences::tr("The server does not accept this new password."),
                Sentences::tr("Choose a longer one, or one that is harder to guess.")};
    case ErrorCode::StreamBadFormat:
        return {Sentences::tr("The server could not read what Tertulia sent."),
                Sentences::tr("This is a fault in one of the two programs. Please report it.")};
    case ErrorCode::StreamBadNamespacePrefix:
        return {Sentences::tr("The server did not accept a name prefix that Tertulia used."),
                Sentences::tr("This is a fault in one of the two programs. Please report it.")};
    case ErrorCode::StreamConflict:
        return {Sentences::tr("The same account connected somewhere else in place of this connection."),
                Sentences::tr("Connect again to take it back. If that was not you, change the password.")};
    case ErrorCode::StreamConnectionTimeout:
        return {Sentences::tr("The server closed the connection because nothing was heard for too long."),
                Sentences::tr("Tertulia connects again by itself.")};
    case ErrorCode::StreamHostGone:
        return {about(Sentences::tr("The server no longer serves %1."),
                      Sentences::tr("The server no longer serves this domain.")),
                Sentences::tr("Ask whoever runs the server where it has moved.")};
    case ErrorCode::StreamHostUnknown:
        return {about(Sentences::tr("The server does not know %1."),
                      Sentences::tr("The server does not know this domain.")),
                Sentences::tr("Check the address, and the host under Connection options.")};
    case ErrorCode::StreamImproperAddressing:
        return {Sentences::tr("The server found an address missing or wrong."),
                Sentences::tr("This is a fault in one of the two programs. Please report it.")};
    case ErrorCode::StreamInternalServerError:
        return {Sentences::tr("Something went wrong inside the server."),
                Sentences::tr("Tertulia tries again by itself.")};
    case ErrorCode::StreamInvalidFrom:
        return {Sentences::tr("The server did not accept the sender's address."),
                Sentences::tr("Check the address of this account.")};
    case ErrorCode::StreamInvalidNamespace:
        return {Sentences::tr("The server speaks another kind of XMPP than expected."),
                Sentences::tr("Check host and port under Connection options.")};
    case ErrorCode::StreamInvalidXml:
        return {Sentences::tr("The server found a mistake in what Tertulia sent."),
                Sentences::tr("This is a fault in one of the two programs. Please report it.")};
    case ErrorCode::StreamNotAuthorized:
        return {Sentences::tr("The server says that this connection has not logged in."),
                Sentences::tr("Connect again.")};
    case ErrorCode::StreamNotWellFormed:
        return {Sentences::tr("The server received broken text."),
                Sentences::tr("Something on the way may have damaged it. Connect again.")};
    case ErrorCode::StreamPolicyViolation:
        return {Sentences::tr("The server closed the connection because of its rules."),
                Sentences::tr(
                    "Something may have been too large or too much. Wait a little before connecting again.")};
    case ErrorCode::StreamRemoteConnectionFailed:
        return {Sentences::tr("The server could not reach another server that it needs."),
                Sentences::tr("Try again later.")};
    case ErrorCode::StreamReset:
        return {Sentences::tr("The server wants the connection to begin anew."),
                Sentences::tr("Tertulia connects again by itself.")};
    case ErrorCode::StreamResourceConstraint:
        return {Sentences::tr("The server has too much to do."), Sentences::tr("Try again later.")};
    case ErrorCode::StreamRestrictedXml:
        return {Sentences::tr("The server received a kind of text that XMPP forbids."),
                Sentences::tr("Something on the way may have put it there. Connect again.")};
    case ErrorCode::StreamSeeOtherHost:
        return {Sentences::tr("The server sends this account to another one."),
                about(Sentences::tr("Tertulia does not follow to %1 without a secure connection. Set it as "
                                    "host under Connection options if you trust it."),
                      Sentences::tr("Ask whoever runs the server for the new host."))};
    case ErrorCode::StreamSystemShutdown:
        return {Sentences::tr("The server is shutting down."),
                Sentences::tr("Tertulia connects again by itself once it is back.")};
    case ErrorCode::StreamUndefinedCondition:
        return {Sentences::tr("The server ended the connection without saying why."),
                Sentences::tr("Try again later.")};
    case ErrorCode::StreamUnsupportedEncoding:
        return {Sentences::tr("The server does not accept the text encoding."),
                Sentences::tr("This is a fault in one of the two programs. Please report it.")};
    case ErrorCode::StreamUnsupportedFeature:
        return {Sentences::tr("The server insists on something that Tertulia cannot do."),
                Sentences::tr("Ask whoever runs the server what it demands.")};
    case ErrorCode::StreamUnsupportedStanzaType:
        return {Sentences::tr("The server does not know a kind of message that Tertulia sent."),
                Sentences::tr("This is a fault in one of the two programs. Please report it.")};
    case ErrorCode::StreamUnsupportedVersion:
        return {Sentences::tr("The server speaks a version of XMPP that is too old."),
                Sentences::tr("Ask whoever runs it to update it.")};
    case ErrorCode::PeerXmlNotWellFormed:
        return {Sentences::tr("The server sent broken text."),
                Sentences::tr("Tertulia closed the connection to be safe and connects again.")};
    case ErrorCode::PeerXmlRestricted:
        return {Sentences::tr("The server sent a kind of text that XMPP forbids."),
                Sentences::tr("Tertulia closed the connection to be safe.")};
    case ErrorCode::PeerEncodingUnsupported:
        return {Sentences::tr("The server sent text in an unknown encoding."),
                Sentences::tr("Ask whoever runs the server.")};
    case ErrorCode::PeerLimitExceeded:
        return {Sentences::tr("The server sent more at once than is safe to read."),
                Sentences::tr("Tertulia closed the connection to be safe and connects again.")};
    case ErrorCode::PeerProtocolViolation:
        return {
            Sentences::tr("The server answered out of turn."),
            Sentences::tr(
                "Tertulia closed the connection to be safe. Check host and port under Connection options.")};
    case ErrorCode::StreamTimedOut:
        return {Sentences::tr("The server opened no conversation in time."),
                Sentences::tr("Check host, port and Security under Connection options.")};
    case ErrorCode::StanzaBadRequest:
        return {Sentences::tr("The request was not understood."),
                Sentences::tr("This is a fault in one of the programs. Please report it.")};
    case ErrorCode::StanzaConflict:
        return {Sentences::tr("Something of that name exists already."),
                Sentences::tr("Choose another name.")};
    case ErrorCode::StanzaFeatureNotImplemented:
        return {Sentences::tr("The other side cannot do this."), QString()};
    case ErrorCode::StanzaForbidden:
        return {Sentences::tr("You are not allowed to do this."),
                Sentences::tr("Ask whoever runs the server or the room.")};
    case ErrorCode::StanzaGone:
        return {about(Sentences::tr("%1 does not exist any more."),
                      Sentences::tr("This address does not exist any more.")),
                Sentences::tr("Ask for the new address.")};
    case ErrorCode::StanzaInternalServerError:
        return {Sentences::tr("Something went wrong inside the server while it did this."),
                Sentences::tr("Try again later.")};
    case ErrorCode::StanzaItemNotFound:
        return {about(Sentences::tr("%1 was not found."), Sentences::tr("This was not found.")),
                Sentences::tr("Check the address.")};
    case ErrorCode::StanzaJidMalformed:
        return {Sentences::tr("The server does not accept this address."),
                Sentences::tr("Check its spelling.")};
    case ErrorCode::StanzaNotAcceptable:
        return {Sentences::tr("The server does not accept this."),
                Sentences::tr("It may be too long, or against the rules there.")};
    case ErrorCode::StanzaNotAllowed:
        return {Sentences::tr("Nobody may do this there."), QString()};
    case ErrorCode::StanzaNotAuthorized:
        return {Sentences::tr("You must log in or have permission first."),
                Sentences::tr("Ask for permission, then try again.")};
    case ErrorCode::StanzaPolicyViolation:
        return {Sentences::tr("This is against the rules of the server."),
                Sentences::tr("It may have been too large or too much. Wait a little and try again.")};
    case ErrorCode::StanzaRecipientUnavailable:
        return {about(Sentences::tr("%1 cannot be reached right now."),
                      Sentences::tr("The other side cannot be reached right now.")),
                Sentences::tr("Try again when they are online.")};
    case ErrorCode::StanzaRedirect:
        return {about(Sentences::tr("%1 can be reached under another address."),
                      Sentences::tr("The other side can be reached under another address.")),
                Sentences::tr("Ask for it.")};
    case ErrorCode::StanzaRegistrationRequired:
        return {Sentences::tr("You must be a member first."), Sentences::tr("Ask to be admitted.")};
    case ErrorCode::StanzaRemoteServerNotFound:
        return {about(Sentences::tr("The server of %1 was not found."),
                      Sentences::tr("The server of that address was not found.")),
                Sentences::tr("Check the spelling behind the @.")};
    case ErrorCode::StanzaRemoteServerTimeout:
        return {about(Sentences::tr("The server of %1 did not answer."),
                      Sentences::tr("The server of that address did not answer.")),
                Sentences::tr("Try again later.")};
    case ErrorCode::StanzaResourceConstraint:
        return {Sentences::tr("The server has too much to do for this."), Sentences::tr("Try again later.")};
    case ErrorCode::StanzaServiceUnavailable:
        return {
            about(Sentences::tr("%1 does not offer this, or does not accept messages from you."),
                  Sentences::tr("The other side does not offer this, or does not accept messages from you.")),
            Sentences::tr("Check the address. They may also have blocked you.")};
    case ErrorCode::StanzaSubscriptionRequired:
        return {Sentences::tr("You must see each other's status first."), Sentences::tr("Ask them for it.")};
    case ErrorCode::StanzaUndefinedCondition:
        return {Sentences::tr("The server refused this without saying why."),
                Sentences::tr("Try again later.")};
    case ErrorCode::StanzaUnexpectedRequest:
        return {Sentences::tr("The server did not expect this now."), Sentences::tr("Try again.")};
    case ErrorCode::RequestTimedOut:
        return {Sentences::tr("There was no answer in time."), Sentences::tr("Try again later.")};
    case ErrorCode::NotConnected:
        return {Sentences::tr("There is no connection."),
                Sentences::tr("This works again when you are online.")};
    case ErrorCode::Cancelled:
        return {Sentences::tr("This was cancelled."), QString()};
    case ErrorCode::MalformedReply:
        return {Sentences::tr("The answer makes no sense."),
                Sentences::tr("This is a fault in the other program. Try again later.")};
    case ErrorCode::AddressEmpty:
        return {Sentences::tr("There is no address."), Sentences::tr("Type one, like ana@example.org.")};
    case ErrorCode::AddressWithoutDomain:
        return {Sentences::tr("There is nothing behind the @."),
                Sentences::tr("An address ends in the name of a server, like ana@example.org.")};
    case ErrorCode::AddressLocalpartInvalid:
        return {Sentences::tr("The part before the @ has a character that is not allowed."),
                Sentences::tr("Spaces, quotation marks and / : < > @ & cannot be used there.")};
    case ErrorCode::AddressDomainInvalid:
        return {Sentences::tr("The part behind the @ is not the name of a server."),
                Sentences::tr("It looks like example.org.")};
    case ErrorCode::AddressResourceInvalid:
        return {Sentences::tr("The part behind the / has a character that is not allowed."),
                Sentences::tr("Leave that part out.")};
    case ErrorCode::AddressPartTooLong:
        return {Sentences::tr("The address is too long."),
                Sentences::tr("No part may have more than 1023 bytes.")};
    case ErrorCode::StoreCorrupted:
        return {about(Sentences::tr("The history file is damaged: %1"),
                      Sentences::tr("The history file is damaged.")),
                Sentences::tr("It was left as it is. Put back a copy of it, or move it away to begin anew.")};
    case ErrorCode::StoreNewer:
        return {about(Sentences::tr("The history was written by a newer Tertulia: %1"),
                      Sentences::tr("The history was written by a newer Tertulia.")),
                Sentences::tr("Install the newer version. The file was left as it is.")};
    case ErrorCode::StoreLocked:
        return {about(Sentences::tr("Another program holds the history file: %1"),
                      Sentences::tr("Another program holds the history file.")),
                Sentences::tr("Close the other program, then try again.")};
    case ErrorCode::StoreFull:
        return {Sentences::tr("The disk is full."),
                Sentences::tr("Make room; new messages cannot be kept until then.")};
    case ErrorCode::StoreReadOnly:
        return {about(Sentences::tr("The history file cannot be written: %1"),
                      Sentences::tr("The history file cannot be written.")),
                Sentences::tr("Check its permissions and those of its folder.")};
    case ErrorCode::StoreFailed:
        return {about(Sentences::tr("The history file could not be used: %1"),
                      Sentences::tr("The history file could not be used.")),
                Sentences::tr("Check its permissions and the disk.")};
    case ErrorCode::KeychainUnavailable:
        return {Sentences::tr("There is no keychain on this computer."),
                Sentences::tr("Tertulia asks for the password each time. Install GNOME Keyring or KWallet to "
                              "have it remembered.")};
    case ErrorCode::KeychainLocked:
        return {Sentences::tr("The keychain is locked."),
                Sentences::tr("Unlock it, or type the password once.")};
    case ErrorCode::KeychainDenied:
        return {Sentences::tr("Keychain access was refused."),
                Sentences::tr("Try again, or type the password once.")};
    case ErrorCode::KeychainFailed:
        // Not the entry's name: it is an id that nobody knows by sight.
        return {Sentences::tr("The keychain did not work."),
                Sentences::tr("The password is kept until you quit, and asked for again then.")};
    case ErrorCode::SecretNotFound:
        if (!error.text.isEmpty())
            return {Sentences::tr("The password was saved in %1, and now another keychain answers.")
                        .arg(shownName(error.text)),
                    Sentences::tr("It is still there. Start that one and try again, or type the password to "
                                  "save it here too.")};
        return {Sentences::tr("The keychain holds no password for this account."),
                Sentences::tr("Type it to connect.")};
    }
    return {};
}

QString removalFailure(const Error &error)
{
    const bool keychain
        = error.code >= ErrorCode::KeychainUnavailable && error.code <= ErrorCode::KeychainFailed;
    if (!keychain || error.subject.isEmpty())
        return errorLine(error);
    return errorText(error).sentence + u' '
        + Sentences::tr(
              "The account is gone, but its password is still in the keychain. Delete the entry “%1” of "
              "im.tertulia.Tertulia there by hand.")
              .arg(shownAddress(shownLine(error.subject)));
}

QString serverSays(const Error &error)
{
    using enum ErrorCode;
    const auto between
        = [&error](ErrorCode first, ErrorCode last) { return error.code >= first && error.code <= last; };
    const bool itsOwn = between(NoAcceptableMechanism, BindConflict)
        || between(StreamBadFormat, StreamUnsupportedVersion)
        || between(StanzaBadRequest, StanzaUnexpectedRequest);
    const QString said = itsOwn ? shownLine(shownRemoteText(error.text)) : QString();
    return said.isEmpty() ? QString() : Sentences::tr("The server says: %1").arg(said);
}

QString errorLine(const Error &error)
{
    const ErrorText text = errorText(error);
    QStringList parts{text.sentence, text.remedy, serverSays(error)};
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace tertulia
