// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/Negotiation.h"

#include "core/base/CheckedNumber.h"
#include "core/base/IdSource.h"
#include "core/base/Log.h"
#include "core/net/NameResolver.h"
#include "core/stanza/Iq.h"
#include "core/stream/Authentication.h"
#include "core/stream/Endpoints.h"
#include "core/stream/StreamConditions.h"
#include "core/stream/StreamManagement.h"
#include "core/xml/Namespaces.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

// SECURITY section (f).
constexpr std::chrono::seconds kFindLimit{30};
constexpr std::chrono::seconds kConnectLimit{15};
constexpr std::chrono::seconds kTlsLimit{15};
constexpr std::chrono::seconds kFeaturesLimit{20};
constexpr std::chrono::seconds kAuthenticateLimit{60};
constexpr std::chrono::seconds kBindLimit{30};
constexpr int kMostRedirects = 3;
constexpr qsizetype kMostEarly = 1000;

bool isStanza(const XmlElement &element)
{
    return element.is(u"message", ns::kClient) || element.is(u"presence", ns::kClient)
        || element.is(u"iq", ns::kClient);
}

/// XMPP 1.0 or later; a header without a version is a server from before TLS and SASL (SECURITY A23).
bool isVersionOne(const XmlElement &header)
{
    const QString version = header.attribute(u"version");
    const auto major = checkedNumber(QStringView(version).left(version.indexOf(u'.')), 0, 1'000'000);
    return version.contains(u'.') && major && *major >= 1;
}

XmlElement element(const QString &name, const QString &namespaceUri, const QList<XmlElement> &children = {})
{
    QList<XmlElement::Node> nodes;
    for (const XmlElement &child : children)
        nodes.append({child, {}});
    return XmlElement(name, namespaceUri, {}, nodes);
}

XmlElement setRequest(const QString &id, const XmlElement &payload)
{
    return XmlElement(u"iq"_s, ns::kClient, {{u"type"_s, {}, u"set"_s}, {u"id"_s, {}, id}}, {{payload, {}}});
}

} // namespace

Negotiation::Negotiation(const StreamServices &services, const ConnectionSettings &settings,
                         const QString &password, StreamManagement &management, const Jid &resumeAs,
                         QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_settings(settings)
    , m_password(password)
    , m_management(management)
    , m_resumeAs(resumeAs)
{
}

Negotiation::~Negotiation()
{
    m_password.fill(u'\0');
    if (m_channel)
        m_channel->abort();
}

void Negotiation::start()
{
    Q_ASSERT(m_state == State::Idle);
    findServer();
}

void Negotiation::cancel()
{
    m_state = State::Failed;
    m_limit.stop();
    disconnect();
    dropChannel(true);
}

StreamChannel *Negotiation::takeChannel()
{
    m_channel->disconnect(this);
    m_channel->setParent(nullptr);
    return std::exchange(m_channel, nullptr);
}

// Finding and reaching the server.

void Negotiation::findServer()
{
    setState(State::FindServer, kFindLimit, ErrorCode::ConnectionTimedOut);
    report(ConnectionStep::FindServer, StepState::Running);
    if (const auto manual = manualEndpoint(m_settings)) {
        m_candidates = {*manual};
        tryNext();
        return;
    }
    m_services.resolver.resolve(m_settings.account.asciiDomain()).then(this, [this](auto found) {
        if (m_state != State::FindServer)
            return;
        if (!found) {
            fail(found.error());
            return;
        }
        m_candidates = wantedEndpoints(*found, m_settings);
        if (m_candidates.isEmpty())
            fail(Error{ErrorCode::NameNotFound, m_settings.account.domain()});
        else
            tryNext();
    });
}

void Negotiation::tryNext()
{
    if (m_candidates.isEmpty()) {
        Q_ASSERT(m_worst);
        fail(*m_worst);
        return;
    }
    m_endpoint = m_candidates.takeFirst();
    m_problem = CertificateProblem();
    openChannel();
}

void Negotiation::openChannel()
{
    setState(State::Connect, kConnectLimit, ErrorCode::ConnectionTimedOut);
    report(ConnectionStep::FindServer, StepState::Done, endpointText(m_endpoint));
    report(ConnectionStep::Connect, StepState::Running, endpointText(m_endpoint));
    if (m_worst)
        report(ConnectionStep::Secure, StepState::Waiting);

    m_channel = new StreamChannel(m_services.transport(), m_services.timers, this);
    connect(m_channel, &StreamChannel::connected, this, &Negotiation::onConnected);
    connect(m_channel, &StreamChannel::secured, this, &Negotiation::onSecured);
    connect(m_channel, &StreamChannel::headerReceived, this, &Negotiation::onHeader);
    connect(m_channel, &StreamChannel::elementReceived, this, &Negotiation::onElement);
    connect(m_channel, &StreamChannel::streamClosed, this, &Negotiation::onStreamClosed);
    connect(m_channel, &StreamChannel::failed, this, &Negotiation::setBack);
    connect(m_channel, &StreamChannel::heard, this, [this] { m_mayAnswer = true; });
    connect(m_channel, &StreamChannel::certificateRejected, this,
            [this](const CertificateProblem &problem) { m_problem = problem; });
    Q_EMIT channelMade(m_channel);

    TlsPolicy policy;
    policy.domain = m_settings.account.asciiDomain();
    policy.extraAuthorities = m_settings.extraAuthorities;
    policy.pins = m_settings.pins;
    m_channel->open(m_endpoint, policy);
}

void Negotiation::onConnected()
{
    if (m_state != State::Connect || m_endpoint.security != TransportSecurity::StartTls)
        return;
    report(ConnectionStep::Connect, StepState::Done, endpointText(m_endpoint));
    report(ConnectionStep::Secure, StepState::Running);
    openStream(State::PlainHeader);
}

void Negotiation::onSecured()
{
    const bool direct = m_state == State::Connect && m_endpoint.security == TransportSecurity::DirectTls;
    if (!direct && m_state != State::Handshake)
        return;
    if (direct)
        report(ConnectionStep::Connect, StepState::Done, endpointText(m_endpoint));
    report(ConnectionStep::Secure, StepState::Done, m_channel->tlsFacts().issuer);
    report(ConnectionStep::Authenticate, StepState::Running);
    openStream(State::SecureHeader);
}

// Headers and features.

void Negotiation::openStream(State next)
{
    setState(next, kFeaturesLimit, ErrorCode::StreamTimedOut);
    // Nothing that identifies the person crosses an open line (SECURITY A21).
    const QString from = next == State::PlainHeader ? QString() : m_settings.account.toString();
    const bool authenticated = next == State::AuthenticatedHeader;
    m_channel->openStream(from, m_settings.account.domain(),
                          authenticated ? XmlLimits() : XmlLimits::beforeAuthentication());
}

void Negotiation::onHeader(const XmlElement &header)
{
    if (!isVersionOne(header)) {
        setBack({ErrorCode::StreamUnsupportedVersion, header.attribute(u"version")});
        return;
    }
    // The limit of the header goes on for the features.
    switch (m_state) {
    case State::PlainHeader:
        m_state = State::PlainFeatures;
        return;
    case State::SecureHeader:
        m_state = State::SecureFeatures;
        return;
    case State::AuthenticatedHeader:
        m_state = State::AuthenticatedFeatures;
        return;
    default:
        violation(header);
    }
}

void Negotiation::onElement(const XmlElement &element)
{
    if (element.is(u"error", ns::kStream)) {
        onStreamError(element);
        return;
    }
    const bool features = element.is(u"features", ns::kStream);
    switch (m_state) {
    case State::PlainFeatures:
        features ? onPlainFeatures(element) : violation(element);
        return;
    case State::Proceed:
        onTlsAnswer(element);
        return;
    case State::SecureFeatures:
        features ? onSecureFeatures(element) : violation(element);
        return;
    case State::Authenticate:
        onSaslElement(element);
        return;
    case State::AuthenticatedFeatures:
        features ? onAuthenticatedFeatures(element) : violation(element);
        return;
    case State::Resume:
        onResumeAnswer(element);
        return;
    case State::Bind:
        onBindAnswer(element);
        return;
    case State::EstablishSession:
        onSessionAnswer(element);
        return;
    case State::EnableManagement:
        onEnableAnswer(element);
        return;
    case State::Idle:
    case State::FindServer:
    case State::Connect:
    case State::PlainHeader:
    case State::Handshake:
    case State::SecureHeader:
    case State::AuthenticatedHeader:
    case State::Finished:
    case State::Failed:
        violation(element);
    }
}

void Negotiation::onStreamClosed()
{
    setBack({ErrorCode::ConnectionLost});
}

void Negotiation::onStreamError(const XmlElement &element)
{
    Error error = readStreamError(element);
    if (error.code == ErrorCode::StreamHostUnknown || error.code == ErrorCode::StreamHostGone)
        error.subject = m_settings.account.domain();
    if (error.code == ErrorCode::StreamSeeOtherHost && m_channel->isSecured())
        followRedirect(error);
    else
        setBack(error);
}

void Negotiation::followRedirect(const Error &error)
{
    const auto target = redirectedEndpoint(error.subject, m_endpoint.security);
    if (!target || m_redirects >= kMostRedirects) {
        fail(error);
        return;
    }
    // The same account, the same certificate name, the same rules: only the address differs (SECURITY A34).
    ++m_redirects;
    dropChannel(true);
    m_candidates = {*target};
    tryNext();
}

void Negotiation::onPlainFeatures(const XmlElement &features)
{
    if (features.child(u"starttls", ns::kTls).isNull()) {
        setBack({ErrorCode::TlsNotOffered, m_endpoint.host});
        return;
    }
    setState(State::Proceed, kTlsLimit, ErrorCode::TlsTimedOut);
    m_mayAnswer = false;
    m_channel->write(element(u"starttls"_s, ns::kTls));
}

void Negotiation::onTlsAnswer(const XmlElement &answer)
{
    if (answer.is(u"failure", ns::kTls)) {
        setBack({ErrorCode::TlsRefused, m_endpoint.host});
        return;
    }
    // What came along with the offer was said before our question could be read (SECURITY A22).
    if (!answer.is(u"proceed", ns::kTls) || !m_mayAnswer) {
        violation(answer);
        return;
    }
    // What somebody put behind <proceed/> would be read as if it had come through TLS (SECURITY A24).
    if (m_channel->bytesBehind() > 0) {
        m_channel->abort();
        fail(Error{ErrorCode::TlsInjection, m_endpoint.host});
        return;
    }
    setState(State::Handshake, kTlsLimit, ErrorCode::TlsTimedOut);
    m_channel->startTls();
}

// Authentication.

void Negotiation::onSecureFeatures(const XmlElement &features)
{
    const SaslFraming framing;
    m_authentication = new Authentication(credentials(), framing, m_services.ids, this);
    connect(m_authentication, &Authentication::respond, this,
            [this](const XmlElement &response) { m_channel->write(response); });
    connect(m_authentication, &Authentication::succeeded, this, &Negotiation::onAuthenticated);
    connect(m_authentication, &Authentication::failed, this, [this](Error error) {
        if (error.code == ErrorCode::WrongPassword)
            error.subject = m_settings.account.toString();
        fail(error);
    });

    setState(State::Authenticate, kAuthenticateLimit, ErrorCode::AuthenticationTimedOut);
    m_channel->setConfidential(true);
    const auto started = m_authentication->start(framing.offer(features));
    if (!started)
        fail(started.error());
    else
        report(ConnectionStep::Authenticate, StepState::Running, m_authentication->mechanism());
}

Credentials Negotiation::credentials() const
{
    const TlsFacts facts = m_channel->tlsFacts();
    Credentials credentials;
    credentials.username = m_settings.account.localpart();
    credentials.password = m_password;
    credentials.allowPlain = m_settings.allowPlain;
    credentials.scramWorked = m_settings.scramWorked;
    credentials.requireBinding = m_settings.requireBinding;
    credentials.bindings = m_channel->channelBindings();
    credentials.tlsVersion = facts.version;
    credentials.keyChanged = !m_settings.knownKey.isEmpty() && m_settings.knownKey != facts.spkiSha256;
    return credentials;
}

void Negotiation::onSaslElement(const XmlElement &element)
{
    // The server has nothing to say before it was answered (RFC 6120 6.4), and after <success/> not before
    // our new header.
    if (element.namespaceUri() != ns::kSasl || m_channel->bytesBehind() > 0)
        violation(element);
    else
        m_authentication->take(element);
}

void Negotiation::onAuthenticated()
{
    m_outcome.mechanism = m_authentication->mechanism();
    m_outcome.bindingType = QString::fromLatin1(m_authentication->bindingType());
    m_authentication->deleteLater();
    m_authentication = nullptr;
    m_password.fill(u'\0');
    m_channel->setConfidential(false);
    report(ConnectionStep::Authenticate, StepState::Done, m_outcome.mechanism);
    report(ConnectionStep::Bind, StepState::Running);
    openStream(State::AuthenticatedHeader);
}

// Resuming or binding.

void Negotiation::onAuthenticatedFeatures(const XmlElement &features)
{
    m_outcome.features = features;
    const bool managed = !features.child(u"sm", ns::kStreamManagement).isNull();
    if (managed && m_management.canResume() && !m_resumeAs.isNull()) {
        setState(State::Resume, kBindLimit, ErrorCode::BindTimedOut);
        m_channel->write(m_management.resumeRequest());
        return;
    }
    m_management.reset();
    bind(m_settings.resource);
}

void Negotiation::onResumeAnswer(const XmlElement &answer)
{
    if (answer.is(u"resumed", ns::kStreamManagement)) {
        auto again = m_management.resumed(answer);
        if (!again) {
            // We cannot agree with the server on what was sent: that stream is over, and its unsent stanzas
            // go back to whoever keeps them.
            const XmlElement detail = m_management.tooHigh(answer);
            m_channel->refuse(u"undefined-condition", detail);
            m_management.reset();
            fail(again.error());
            return;
        }
        m_outcome.start = StreamStart::Resumed;
        m_outcome.bound = m_resumeAs;
        m_outcome.again = std::move(*again);
        finish();
    } else if (answer.is(u"failed", ns::kStreamManagement)) {
        m_management.resumeFailed(answer);
        bind(m_settings.resource);
    } else {
        violation(answer);
    }
}

void Negotiation::bind(const QString &resource)
{
    m_resourceWished = !resource.isEmpty();
    m_requestId = m_services.ids.next();
    QList<XmlElement> wish;
    if (m_resourceWished)
        wish.append(XmlElement(u"resource"_s, ns::kBind, {}, {{{}, resource}}));
    setState(State::Bind, kBindLimit, ErrorCode::BindTimedOut);
    m_channel->write(setRequest(m_requestId, element(u"bind"_s, ns::kBind, wish)));
}

void Negotiation::onBindAnswer(const XmlElement &answer)
{
    const auto iq = Iq::fromXml(answer);
    const bool answered
        = iq && iq->id == m_requestId && (iq->type == Iq::Type::Result || iq->type == Iq::Type::Error);
    if (!answered) {
        violation(answer);
        return;
    }
    if (iq->type == Iq::Type::Error) {
        const Error error = iq->error.value_or(StanzaError()).toError();
        const bool conflict = error.code == ErrorCode::StanzaConflict;
        if (conflict && m_resourceWished)
            bind({}); // the name is taken: the server finds one
        else
            fail(Error{conflict ? ErrorCode::BindConflict : ErrorCode::BindRefused, {}, error.text});
        return;
    }
    const auto bound = Jid::parse(iq->payload.childText(u"jid", ns::kBind));
    if (!iq->payload.is(u"bind", ns::kBind) || !bound || bound->isBare()
        || bound->bare() != m_settings.account) {
        fail(Error{ErrorCode::IdentityMismatch, bound ? bound->toString() : QString()});
        return;
    }
    m_outcome.bound = *bound;
    continueAfterBind();
}

void Negotiation::continueAfterBind()
{
    const XmlElement session = m_outcome.features.child(u"session", ns::kSession);
    if (session.isNull() || !session.child(u"optional", ns::kSession).isNull()) {
        enableManagement();
        return;
    }
    m_requestId = m_services.ids.next();
    m_state = State::EstablishSession;
    m_channel->write(setRequest(m_requestId, element(u"session"_s, ns::kSession)));
}

void Negotiation::onSessionAnswer(const XmlElement &answer)
{
    const auto iq = Iq::fromXml(answer);
    if (!iq || iq->id != m_requestId || (iq->type != Iq::Type::Result && iq->type != Iq::Type::Error)) {
        keepEarly(answer);
        return;
    }
    if (iq->type == Iq::Type::Error)
        fail(Error{ErrorCode::BindRefused, {}, iq->error.value_or(StanzaError()).text});
    else
        enableManagement();
}

void Negotiation::enableManagement()
{
    if (m_outcome.features.child(u"sm", ns::kStreamManagement).isNull()) {
        finish();
        return;
    }
    m_state = State::EnableManagement;
    m_channel->write(m_management.enableRequest());
}

void Negotiation::onEnableAnswer(const XmlElement &answer)
{
    if (answer.is(u"enabled", ns::kStreamManagement)) {
        m_management.enabled(answer);
        finish();
    } else if (answer.is(u"failed", ns::kStreamManagement)) {
        m_management.enableFailed();
        finish();
    } else {
        keepEarly(answer);
    }
}

void Negotiation::keepEarly(const XmlElement &element)
{
    if (isStanza(element) && m_outcome.early.size() < kMostEarly)
        m_outcome.early.append(element);
    else
        violation(element);
}

void Negotiation::finish()
{
    setState(State::Finished);
    report(ConnectionStep::Bind, StepState::Done, m_outcome.bound.toString());
    Q_EMIT finished();
}

// Ends.

void Negotiation::setState(State state, std::chrono::milliseconds limit, ErrorCode late)
{
    m_state = state;
    m_limit.stop();
    if (limit.count() == 0)
        return;
    m_limit = m_services.timers.after(limit, [this, late] {
        const bool handshake = m_state == State::Connect && m_channel && !m_channel->peerAddress().isEmpty();
        setBack({handshake ? ErrorCode::TlsTimedOut : late, m_endpoint.host});
    });
}

void Negotiation::violation(const XmlElement &element)
{
    qCWarning(logStream) << "an element came in a state that has no place for it:" << m_state;
    fail(Error{ErrorCode::PeerProtocolViolation, shownRemoteText(element.name())});
}

void Negotiation::setBack(const Error &error)
{
    // Once the password was used another server would not help; an attack is not to be walked around.
    const bool before
        = m_state == State::Connect || (m_state >= State::PlainHeader && m_state <= State::SecureFeatures);
    if (!before || error.code == ErrorCode::PeerProtocolViolation || error.code == ErrorCode::TlsInjection) {
        fail(error);
        return;
    }
    Setback setback{error, currentStep(), m_endpoint, m_problem};
    if (error.code == ErrorCode::NotXmpp) // the parser named what it refuses; a person wants to know who
        setback.error.subject = m_endpoint.host;
    if (!m_worst || tellingness(error.code) > tellingness(m_worst->error.code))
        m_worst = setback;
    dropChannel(true);
    tryNext();
}

void Negotiation::fail(const Error &error)
{
    fail(Setback{error, currentStep(), m_endpoint, m_problem});
}

void Negotiation::fail(const Setback &setback)
{
    setState(State::Failed);
    dropChannel(true);
    m_endpoint = setback.endpoint;
    const bool atServer = setback.step == ConnectionStep::Connect || setback.step == ConnectionStep::Secure;
    // Direct TLS tells of the connection and of itself in one.
    if (setback.step == ConnectionStep::Secure && m_endpoint.security == TransportSecurity::DirectTls)
        report(ConnectionStep::Connect, StepState::Done, endpointText(m_endpoint));
    report(setback.step, StepState::Failed, atServer ? endpointText(m_endpoint) : QString(), setback.error);
    if (!setback.problem.certificate.isNull() || !setback.problem.all.isEmpty())
        Q_EMIT certificateRejected(setback.problem);
    Q_EMIT failed(setback.error);
}

void Negotiation::dropChannel(bool politely)
{
    if (m_authentication) {
        m_authentication->disconnect(this);
        m_authentication->deleteLater();
        m_authentication = nullptr;
    }
    if (!m_channel)
        return;
    m_channel->disconnect(this);
    if (politely)
        m_channel->shut();
    else
        m_channel->abort();
    m_channel->deleteLater();
    m_channel = nullptr;
}

ConnectionStep Negotiation::currentStep() const
{
    switch (m_state) {
    case State::Idle:
    case State::FindServer:
        return ConnectionStep::FindServer;
    case State::Connect:
        // With direct TLS the connection stands before TLS does.
        return m_problem.all.isEmpty() && (!m_channel || m_channel->peerAddress().isEmpty())
            ? ConnectionStep::Connect
            : ConnectionStep::Secure;
    case State::PlainHeader:
    case State::PlainFeatures:
    case State::Proceed:
    case State::Handshake:
        return ConnectionStep::Secure;
    case State::SecureHeader:
    case State::SecureFeatures:
    case State::Authenticate:
    case State::AuthenticatedHeader:
        return ConnectionStep::Authenticate;
    default:
        return ConnectionStep::Bind;
    }
}

void Negotiation::report(ConnectionStep step, StepState state, const QString &detail, const Error &error)
{
    Q_EMIT stepChanged({step, state, detail, m_endpoint.security, error});
}

} // namespace tertulia
