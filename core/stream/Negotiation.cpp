// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/Negotiation.h"

#include "core/base/CheckedNumber.h"
#include "core/base/Log.h"
#include "core/stream/Endpoints.h"
#include "core/stream/LogIn.h"
#include "core/stream/StreamConditions.h"
#include "core/xml/Namespaces.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

// SECURITY section (f).
constexpr std::chrono::seconds kTlsLimit{15};
constexpr std::chrono::seconds kFeaturesLimit{20};

/// XMPP 1.0 or later; a header without a version is a server from before TLS and SASL (SECURITY A23).
bool isVersionOne(const XmlElement &header)
{
    const QString version = header.attribute(u"version");
    const auto major = checkedNumber(QStringView(version).left(version.indexOf(u'.')), 0, 1'000'000);
    return version.contains(u'.') && major && *major >= 1;
}

} // namespace

Negotiation::Negotiation(const StreamServices &services, const ConnectionSettings &settings,
                         const LogInSecrets &secrets, StreamManagement &management, const Jid &resumeAs,
                         const QList<InlineFeature> &inlineFeatures, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_settings(settings)
    , m_secrets(secrets)
    , m_management(management)
    , m_resumeAs(resumeAs)
    , m_inlineFeatures(inlineFeatures)
    , m_reach(new ServerReach(m_services, m_settings, this))
{
    connect(m_reach, &ServerReach::stepChanged, this, &Negotiation::stepChanged);
    connect(m_reach, &ServerReach::reached, this, &Negotiation::onReached);
    connect(m_reach, &ServerReach::failed, this, qOverload<const Setback &>(&Negotiation::fail));
}

Negotiation::~Negotiation()
{
    m_secrets.wipe();
    if (m_channel)
        m_channel->abort();
}

void Negotiation::start()
{
    Q_ASSERT(m_state == State::Idle);
    m_state = State::Reach;
    m_reach->setProxyPassword(m_secrets.proxyPassword);
    m_reach->setClientCertificate(m_secrets.certificate);
    m_reach->start();
}

void Negotiation::cancel()
{
    m_state = State::Failed;
    m_limit.stop();
    disconnect();
    m_reach->cancel();
    dropChannel(true);
}

StreamChannel *Negotiation::takeChannel()
{
    m_channel->disconnect(this);
    m_channel->setParent(nullptr);
    return std::exchange(m_channel, nullptr);
}

void Negotiation::onReached()
{
    m_problem = CertificateProblem();
    m_channel = new StreamChannel(m_reach->takeTransport(), m_services.timers, this);
    connect(m_channel, &StreamChannel::secured, this, &Negotiation::onSecured);
    connect(m_channel, &StreamChannel::headerReceived, this, &Negotiation::onHeader);
    connect(m_channel, &StreamChannel::elementReceived, this, &Negotiation::onElement);
    connect(m_channel, &StreamChannel::streamClosed, this, &Negotiation::onStreamClosed);
    connect(m_channel, &StreamChannel::failed, this, &Negotiation::setBack);
    connect(m_channel, &StreamChannel::heard, this, [this] { m_mayAnswer = true; });
    connect(m_channel, &StreamChannel::certificateRejected, this,
            [this](const CertificateProblem &problem) { m_problem = problem; });
    Q_EMIT channelMade(m_channel);
    if (m_channel->isSecured())
        onSecured();
    else
        openStream(State::PlainHeader);
}

void Negotiation::onSecured()
{
    if (m_state != State::Reach && m_state != State::Handshake)
        return;
    report(ConnectionStep::Secure, StepState::Done, m_channel->tlsFacts().issuer);
    report(ConnectionStep::Authenticate, StepState::Running);
    openStream(State::SecureHeader);
}

// Headers and features.

void Negotiation::openStream(State next)
{
    setState(next, kFeaturesLimit, ErrorCode::StreamTimedOut);
    // Nothing that identifies the person crosses an open line (SECURITY A21).
    const QString from = next == State::PlainHeader ? QString() : headerAddress(m_settings);
    m_channel->openStream(from, m_settings.account.domain(), XmlLimits::beforeAuthentication());
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
    case State::LogIn:
        m_logIn->takeHeader(header);
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
    case State::LogIn:
        m_logIn->take(element);
        return;
    case State::Idle:
    case State::Reach:
    case State::PlainHeader:
    case State::Handshake:
    case State::SecureHeader:
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
    setState(State::Reach);
    if (m_reach->redirect(error.subject))
        dropChannel(true);
    else
        fail(error);
}

void Negotiation::onPlainFeatures(const XmlElement &features)
{
    if (features.child(u"starttls", ns::kTls).isNull()) {
        setBack({ErrorCode::TlsNotOffered, m_reach->endpoint().host});
        return;
    }
    setState(State::Proceed, kTlsLimit, ErrorCode::TlsTimedOut);
    m_mayAnswer = false;
    m_channel->write(XmlElement(u"starttls"_s, ns::kTls));
}

void Negotiation::onTlsAnswer(const XmlElement &answer)
{
    if (answer.is(u"failure", ns::kTls)) {
        setBack({ErrorCode::TlsRefused, m_reach->endpoint().host});
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
        fail(Error{ErrorCode::TlsInjection, m_reach->endpoint().host});
        return;
    }
    setState(State::Handshake, kTlsLimit, ErrorCode::TlsTimedOut);
    m_channel->startTls();
}

// The rest.

void Negotiation::onSecureFeatures(const XmlElement &features)
{
    setState(State::LogIn);
    m_logIn = new LogIn({*m_channel, m_services.clock, m_services.timers, m_services.ids, m_management,
                         m_resumeAs, m_inlineFeatures},
                        m_settings, m_secrets, this);
    m_secrets.wipe();
    connect(
        m_logIn, &LogIn::stepChanged, this,
        [this](ConnectionStep step, StepState state, const QString &detail) { report(step, state, detail); });
    connect(m_logIn, &LogIn::tokenGiven, this, &Negotiation::tokenGiven);
    connect(m_logIn, &LogIn::tokenRefused, this, &Negotiation::tokenRefused);
    connect(m_logIn, &LogIn::finished, this, &Negotiation::finish);
    connect(m_logIn, &LogIn::failed, this, &Negotiation::onLogInFailed);
    m_logIn->start(features);
}

void Negotiation::onLogInFailed(Error error)
{
    const bool late = error.code == ErrorCode::AuthenticationTimedOut || error.code == ErrorCode::BindTimedOut
        || error.code == ErrorCode::StreamTimedOut;
    if (late)
        error.subject = m_reach->endpoint().host;
    fail(error);
}

void Negotiation::finish()
{
    m_outcome = m_logIn->outcome();
    setState(State::Finished);
    m_outcome.endpoint = m_reach->endpoint();
    m_outcome.endpoint.proxy.setPassword({});
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
    m_limit = m_services.timers.after(limit, [this, late] { setBack({late, m_reach->endpoint().host}); });
}

void Negotiation::violation(const XmlElement &element)
{
    qCWarning(logStream) << "an element came in a state that has no place for it:" << m_state;
    fail(Error{ErrorCode::PeerProtocolViolation, shownRemoteText(element.name())});
}

void Negotiation::setBack(const Error &error)
{
    // Once the password was used another server would not help; an attack is not to be walked around.
    const bool before = m_state >= State::PlainHeader && m_state <= State::SecureFeatures;
    if (!before || error.code == ErrorCode::PeerProtocolViolation || error.code == ErrorCode::TlsInjection) {
        fail(error);
        return;
    }
    const Setback setback{error, currentStep(), m_reach->endpoint(), m_problem};
    setState(State::Reach);
    dropChannel(true);
    m_reach->goOn(setback);
}

void Negotiation::fail(const Error &error)
{
    fail(Setback{error, currentStep(), m_reach->endpoint(), m_problem});
}

void Negotiation::fail(const Setback &setback)
{
    setState(State::Failed);
    dropChannel(true);
    m_reach->cancel();
    const Endpoint &endpoint = setback.endpoint;
    const bool atServer = setback.step == ConnectionStep::Connect || setback.step == ConnectionStep::Secure;
    // Direct TLS tells of the connection and of itself in one.
    if (setback.step == ConnectionStep::Secure && endpoint.security != TransportSecurity::StartTls)
        report(ConnectionStep::Connect, StepState::Done, endpointText(endpoint));
    report(setback.step, StepState::Failed, atServer ? endpointText(endpoint) : QString(), setback.error);
    if (!setback.problem.certificate.isNull() || !setback.problem.all.isEmpty())
        Q_EMIT certificateRejected(setback.problem);
    Q_EMIT failed(setback.error);
}

void Negotiation::dropChannel(bool politely)
{
    if (m_logIn) {
        m_logIn->disconnect(this);
        m_logIn->stop();
        m_logIn->deleteLater();
        m_logIn = nullptr;
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
    case State::Reach:
        return ConnectionStep::FindServer;
    case State::PlainHeader:
    case State::PlainFeatures:
    case State::Proceed:
    case State::Handshake:
        return ConnectionStep::Secure;
    case State::SecureHeader:
    case State::SecureFeatures:
        return ConnectionStep::Authenticate;
    case State::LogIn:
        return m_logIn ? m_logIn->step() : ConnectionStep::Authenticate;
    default:
        return ConnectionStep::Bind;
    }
}

void Negotiation::report(ConnectionStep step, StepState state, const QString &detail, const Error &error)
{
    Q_EMIT stepChanged({step, state, detail, m_reach->endpoint().security, error});
}

} // namespace tertulia
