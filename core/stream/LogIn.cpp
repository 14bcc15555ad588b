// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/LogIn.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/sasl/External.h"
#include "core/stream/StreamChannel.h"
#include "core/stream/StreamManagement.h"
#include "core/xml/Namespaces.h"

#include <utility>

namespace tertulia
{

namespace
{

// SECURITY section (f).
constexpr std::chrono::seconds kAuthenticateLimit{60};
constexpr std::chrono::seconds kFeaturesLimit{20};

} // namespace

LogIn::LogIn(const Context &context, const ConnectionSettings &settings, const LogInSecrets &secrets,
             QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_settings(settings)
    , m_secrets(secrets)
    , m_binding({context.channel, context.timers, context.ids, context.management, settings.account,
                 settings.resource, context.resumeAs, settings.logInWay == LogInWay::Anonymous},
                m_outcome)
{
    connect(&m_binding, &Binding::finished, this, [this] {
        setState(State::Over);
        Q_EMIT finished();
    });
    connect(&m_binding, &Binding::failed, this, &LogIn::fail);
}

LogIn::~LogIn()
{
    m_secrets.wipe();
}

// Authentication.

void LogIn::start(const XmlElement &features)
{
    Q_ASSERT(m_context.channel.isSecured());
    m_context.channel.setConfidential(true);
    setState(State::Authenticate, kAuthenticateLimit, ErrorCode::AuthenticationTimedOut);
    m_offer = InlineOffer::fromFeatures(features);
    if (mayUseToken(features)) {
        m_framing = SaslFraming(SaslFraming::Profile::Sasl2);
        makeAuthentication(m_framing);
        if (m_authentication->choose(m_secrets.token)) {
            m_usesToken = true;
            if (const auto begun = begin(m_framing); !begun)
                fail(begun.error());
            return;
        }
    }
    if (!m_secrets.token.isNull())
        Q_EMIT tokenRefused();
    if (m_secrets.revokesToken
        || (m_settings.logInWay == LogInWay::Password && m_secrets.password.isNull())) {
        fail({ErrorCode::PasswordNeeded});
        return;
    }
    const auto isOffered
        = [&](SaslFraming::Profile profile) { return SaslFraming(profile).isOffered(features); };
    const bool newer = isOffered(SaslFraming::Profile::Sasl2);
    Result<void> begun = failure(ErrorCode::NoAcceptableMechanism);
    if (newer)
        begun = startWith(SaslFraming::Profile::Sasl2, features);
    // What is announced inconsistently is not walked around by the older list.
    const bool nothingFound = !begun
        && (begun.error().code == ErrorCode::NoAcceptableMechanism
            || begun.error().code == ErrorCode::PlainNotAllowed);
    if (nothingFound && (!newer || isOffered(SaslFraming::Profile::Rfc6120)))
        begun = startWith(SaslFraming::Profile::Rfc6120, features);
    if (!begun)
        fail(begun.error());
}

bool LogIn::mayUseToken(const XmlElement &features) const
{
    const HashedToken &token = m_secrets.token;
    const auto binding = hashedTokenBinding(token.mechanism);
    // A token without binding is worth less than the log-ins that this account has had since.
    const bool tooWeak = binding && binding->isEmpty() && m_settings.bindingWorked;
    return !token.isNull() && binding && !tooWeak && m_settings.logInWay == LogInWay::Password
        && !m_settings.userAgentId.isEmpty() && token.expiry > m_context.clock.now()
        && SaslFraming(SaslFraming::Profile::Sasl2).isOffered(features)
        && m_offer.tokenMechanisms.contains(token.mechanism);
}

Result<void> LogIn::startWith(SaslFraming::Profile profile, const XmlElement &features)
{
    m_framing = SaslFraming(profile);
    makeAuthentication(m_framing);
    if (const auto chosen = m_authentication->choose(m_framing.offer(features)); !chosen)
        return chosen;
    return begin(m_framing);
}

void LogIn::makeAuthentication(const SaslFraming &framing)
{
    delete m_authentication;
    m_authentication = new Authentication(credentials(), framing, m_context.ids, this);
    connect(m_authentication, &Authentication::respond, this,
            [this](const XmlElement &response) { m_context.channel.write(response); });
    connect(m_authentication, &Authentication::succeeded, this, &LogIn::onSucceeded);
    connect(m_authentication, &Authentication::failed, this, &LogIn::onSaslFailed);
}

Result<void> LogIn::begin(const SaslFraming &framing)
{
    const bool sasl2 = framing.profile() == SaslFraming::Profile::Sasl2;
    const auto begun = m_authentication->begin(sasl2 ? inlined() : QList<XmlElement>());
    if (begun)
        Q_EMIT stepChanged(ConnectionStep::Authenticate, StepState::Running, m_authentication->mechanism());
    return begun;
}

Credentials LogIn::credentials() const
{
    const TlsFacts facts = m_context.channel.tlsFacts();
    Credentials credentials;
    credentials.username = m_settings.account.localpart();
    credentials.password = m_secrets.password;
    credentials.allowPlain = m_settings.allowPlain;
    credentials.scramWorked = m_settings.scramWorked;
    credentials.requireBinding = m_settings.requireBinding;
    if (m_settings.logInWay == LogInWay::Anonymous)
        credentials.only = Mechanism::Anonymous;
    if (m_settings.logInWay == LogInWay::ClientCertificate) {
        credentials.only = Mechanism::External;
        if (m_secrets.certificate)
            credentials.authorizationId
                = authorizationIdentity(m_secrets.certificate->addresses(), m_settings.account);
    }
    credentials.bindings = m_context.channel.channelBindings();
    credentials.tlsVersion = facts.version;
    credentials.keyChanged = !m_settings.knownKey.isEmpty() && m_settings.knownKey != facts.spkiSha256;
    return credentials;
}

QList<XmlElement> LogIn::inlined()
{
    // One who has no name is not to be known again by a number.
    QList<XmlElement> elements{userAgent(isAnonymous() ? QString() : m_settings.userAgentId)};
    if (m_usesToken) {
        m_tokenMechanism = m_secrets.token.mechanism;
        elements.append(tokenUse(m_secrets.revokesToken));
    } else if (m_secrets.wantsToken && !m_settings.userAgentId.isEmpty()) {
        QList<QByteArray> types;
        for (const ChannelBinding &binding : m_context.channel.channelBindings())
            types.append(binding.type);
        // Never a token that would make later log-ins weaker than this one.
        const bool mayBeUnbound = m_authentication->bindingType().isEmpty() && !m_settings.bindingWorked;
        m_tokenMechanism = chooseHashedToken(m_offer.tokenMechanisms, types, mayBeUnbound);
        if (!m_tokenMechanism.isEmpty())
            elements.append(tokenRequest(m_tokenMechanism));
    }
    if (m_secrets.revokesToken)
        return elements;
    const bool wouldResume
        = !isAnonymous() && m_context.management.canResume() && !m_context.resumeAs.isNull();
    if (wouldResume && m_offer.resume) {
        m_resumeAsked = true;
        elements.append(m_context.management.resumeRequest());
    }
    // Without a way to ask for both at once the old stream is worth more than a round trip.
    if (m_offer.bind && (m_resumeAsked || !wouldResume))
        elements.append(inlineBind(m_offer, m_context.inlineFeatures, m_inlineWanted));
    return elements;
}

void LogIn::onSaslFailed(Error error)
{
    // What we hold against the server is no matter of which secret was used.
    const bool ours = error.code == ErrorCode::ServerNotProven
        || error.code == ErrorCode::PeerProtocolViolation
        || error.code == ErrorCode::AuthenticationMessageInvalid
        || error.code == ErrorCode::SecondStepUnsupported;
    const bool refused = m_usesToken && error.code != ErrorCode::TemporaryAuthenticationFailure;
    if (refused)
        Q_EMIT tokenRefused();
    // By a new connection: some servers go on to know only tokens where one was tried.
    if (refused && !ours)
        error = {ErrorCode::PasswordNeeded};
    else if (error.code == ErrorCode::WrongPassword)
        error.subject = m_settings.account.toString();
    fail(error);
}

void LogIn::onSucceeded(const XmlElement &success)
{
    m_outcome.mechanism = m_authentication->mechanism();
    m_outcome.bindingType = QString::fromLatin1(m_authentication->bindingType());
    m_outcome.isSasl2 = m_framing.profile() == SaslFraming::Profile::Sasl2;
    m_authentication->deleteLater();
    m_authentication = nullptr;
    const bool revoked = m_secrets.revokesToken;
    m_secrets.wipe();
    m_context.channel.setConfidential(false);
    Q_EMIT stepChanged(ConnectionStep::Authenticate, StepState::Done, m_outcome.mechanism);
    Q_EMIT stepChanged(ConnectionStep::Bind, StepState::Running, {});
    if (revoked)
        fail({ErrorCode::Cancelled});
    else if (m_outcome.isSasl2)
        onInlineResult(InlineResult::fromSuccess(success));
    else
        startNewStream();
}

// What comes after.

void LogIn::startNewStream()
{
    setState(State::Header, kFeaturesLimit);
    m_context.channel.openStream(headerAddress(m_settings), m_settings.account.domain(), XmlLimits());
}

void LogIn::onInlineResult(const InlineResult &result)
{
    // There is no new stream (XEP-0388 "Success"); the limits of the old one go.
    m_context.channel.setLimits(XmlLimits());
    if (!m_binding.acceptIdentity(result.identity, !result.isBound || !result.identity.isBare()))
        return;
    if (!result.token.isNull() && !m_tokenMechanism.isEmpty()) {
        HashedToken token = result.token;
        token.mechanism = m_tokenMechanism;
        Q_EMIT tokenGiven(token);
    }
    if (!result.resumed.isNull() && m_resumeAsked) {
        const bool sameStream = result.identity.isBare() || result.identity == m_context.resumeAs;
        if (m_binding.acceptIdentity(result.identity, sameStream)) {
            setState(State::Bind);
            m_binding.startResumed(result.resumed);
        }
        return;
    }
    if (m_resumeAsked && !result.notResumed.isNull())
        m_context.management.resumeFailed(result.notResumed);
    m_inline = result;
    m_inline.token.wipe();
    setState(State::Features, kFeaturesLimit);
}

void LogIn::onFeatures(const XmlElement &features)
{
    m_outcome.features = features;
    setState(State::Bind);
    if (!m_inline.isBound) {
        // Who is nobody now is another nobody than before (XEP-0175 3).
        m_binding.start(!isAnonymous());
        return;
    }
    m_outcome.bound = m_inline.identity;
    m_outcome.inlined = m_inlineWanted;
    m_binding.startBound(m_inline.enabled);
}

void LogIn::takeHeader(const XmlElement &header)
{
    if (m_state == State::Header)
        m_state = State::Features; // the limit of the header goes on for the features
    else
        violation(header);
}

void LogIn::take(const XmlElement &element)
{
    switch (m_state) {
    case State::Authenticate: {
        // The server has nothing to say before it was answered (RFC 6120 6.4). After a <success/> it waits
        // for our new header, or goes on with features (XEP-0388).
        const bool mayGoOn
            = m_framing.profile() == SaslFraming::Profile::Sasl2 && element.name() == u"success";
        if (element.namespaceUri() != m_framing.namespaceUri()
            || (m_context.channel.bytesBehind() > 0 && !mayGoOn))
            violation(element);
        else
            m_authentication->take(element);
        return;
    }
    case State::Features:
        if (element.is(u"features", ns::kStream))
            onFeatures(element);
        else if (m_inline.isBound)
            m_binding.keepEarly(element);
        else
            violation(element);
        return;
    case State::Bind:
        m_binding.take(element);
        return;
    case State::Idle:
    case State::Header:
    case State::Over:
        violation(element);
    }
}

ConnectionStep LogIn::step() const
{
    return m_state == State::Features || m_state == State::Bind || m_state == State::Over
        ? ConnectionStep::Bind
        : ConnectionStep::Authenticate;
}

// Ends.

void LogIn::setState(State state, std::chrono::milliseconds limit, ErrorCode late)
{
    m_state = state;
    m_limit.stop();
    if (limit.count() > 0)
        m_limit = m_context.timers.after(limit, [this, late] { fail({late}); });
}

void LogIn::violation(const XmlElement &element)
{
    qCWarning(logStream) << "an element came in a state that has no place for it:" << m_state;
    fail({ErrorCode::PeerProtocolViolation, shownRemoteText(element.name())});
}

void LogIn::stop()
{
    m_limit.stop();
    if (m_authentication) {
        m_authentication->disconnect(this);
        m_authentication->deleteLater();
        m_authentication = nullptr;
    }
}

void LogIn::fail(const Error &error)
{
    // The state stays: it tells which step failed.
    stop();
    Q_EMIT failed(error);
}

} // namespace tertulia
