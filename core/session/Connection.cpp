// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Connection.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/session/SecretStore.h"
#include "core/stream/Endpoints.h"

#include <QUuid>

namespace tertulia
{

namespace
{

QList<StepReport> waitingSteps()
{
    QList<StepReport> steps;
    for (const auto step :
         {ConnectionStep::FindServer, ConnectionStep::Connect, ConnectionStep::Secure,
          ConnectionStep::Authenticate, ConnectionStep::Bind, ConnectionStep::LoadContacts}) {
        StepReport report;
        report.step = step;
        steps.append(report);
    }
    return steps;
}

} // namespace

Connection::Connection(const AccountSettings &settings, const StreamServices &services, SecretStore &secrets,
                       QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_keychain(secrets)
    , m_timers(services.timers)
    , m_clock(services.clock)
    , m_stream(services)
    , m_password(secrets, settings.id)
    , m_token(secrets, settings.id)
    , m_schedule(services.ids)
    , m_steps(waitingSteps())
    , m_wasOnline(settings.hasConnected)
{
    connect(&m_stream, &XmppStream::stepChanged, this, &Connection::report);
    connect(&m_stream, &XmppStream::online, this, &Connection::onOnline);
    connect(&m_stream, &XmppStream::ended, this, [this](const Error &error) { onEnded(error); });
    connect(&m_stream, &XmppStream::certificateRejected, this, [this](const CertificateProblem &problem) {
        m_certificateProblem = problem;
        Q_EMIT certificateRejected(problem);
    });
    connect(&m_stream, &XmppStream::tokenGiven, this, [this](const HashedToken &token) {
        if (usesTokens())
            m_token.take(token);
    });
    connect(&m_stream, &XmppStream::tokenRefused, &m_token, &TokenSource::refused);
    connect(&m_token, &TokenSource::ready, this, [this](const HashedToken &token) {
        if (std::exchange(m_askingForToken, false))
            start({.password = m_password.known(), .token = token});
    });
    connect(&m_token, &TokenSource::missing, this, &Connection::onTokenMissing);
    connect(&m_password, &PasswordSource::ready, this,
            [this](const QString &password) { start({.password = password}); });
    connect(&m_password, &PasswordSource::missing, this, &Connection::onPasswordMissing);
    connect(&m_password, &PasswordSource::notStored, this, &Connection::passwordNotStored);
}

void Connection::setSettings(const AccountSettings &settings)
{
    m_settings = settings;
    Q_EMIT settingsChanged(m_settings);
}

qint64 Connection::msUntilReconnect() const
{
    if (m_state != SessionState::Waiting)
        return 0;
    return std::max<qint64>(0, m_retryAt - m_clock.monotonicMs());
}

ConnectionDetails Connection::details() const
{
    ConnectionDetails details;
    details.tls = m_stream.tlsFacts();
    details.mechanism = m_stream.mechanism();
    details.bindingType = m_stream.bindingType();
    details.address = m_stream.peerAddress();
    details.isSasl2 = m_stream.isSasl2();
    details.managed = m_stream.isManaged();
    details.resumptions = m_stream.resumptions();
    const Endpoint &endpoint = m_stream.endpoint();
    details.server = endpoint.host.isEmpty() ? QString() : endpointText(endpoint);
    details.security = endpoint.security;
    details.proxy = proxyText(endpoint.proxy);
    return details;
}

void Connection::connectToServer()
{
    m_wanted = true;
    if (m_state == SessionState::Disconnecting) {
        m_startAfterClose = true;
        return;
    }
    if (m_state == SessionState::Offline)
        begin();
}

void Connection::disconnectFromServer()
{
    m_wanted = false;
    m_startAfterClose = false;
    m_retry.stop();
    m_stable.stop();
    switch (m_state) {
    case SessionState::Connecting:
    case SessionState::Online:
        setState(SessionState::Disconnecting);
        m_stream.close();
        break;
    case SessionState::Disconnecting:
        break;
    default:
        setState(SessionState::Offline);
    }
}

void Connection::reconnectNow()
{
    m_wanted = true;
    switch (m_state) {
    case SessionState::Online:
        m_stream.probe();
        break;
    case SessionState::Connecting:
    case SessionState::WaitingForKeychain:
        break;
    case SessionState::Disconnecting:
        m_startAfterClose = true;
        break;
    default:
        begin();
    }
}

void Connection::providePassword(const QString &password, bool remember)
{
    m_password.setTyped(password, remember);
    if (!remember)
        m_token.forget();
    if (m_settings.rememberPassword != remember) {
        m_settings.rememberPassword = remember;
        Q_EMIT settingsChanged(m_settings);
    }
    if (m_state != SessionState::Online && m_state != SessionState::Connecting)
        m_state == SessionState::WaitingForKeychain ? start({.password = password}) : reconnectNow();
}

void Connection::trustCertificate()
{
    const CertificateProblem &problem = m_certificateProblem;
    if (problem.certificate.isNull())
        return;
    CertificatePin pin;
    pin.domain = problem.domain;
    pin.spkiSha256 = problem.spkiSha256();
    pin.accepted = problem.all;
    auto &pins = m_settings.connection.pins;
    pins.removeIf([&](const CertificatePin &old) { return old.domain == pin.domain; });
    pins.append(pin);
    m_certificateProblem = CertificateProblem();
    Q_EMIT settingsChanged(m_settings);
    reconnectNow();
}

void Connection::wake()
{
    if (!m_wanted)
        return;
    if (m_state == SessionState::Online)
        m_stream.probe();
    else if (m_state == SessionState::Waiting)
        begin();
}

void Connection::contactsLoaded()
{
    if (m_state == SessionState::Online) {
        StepReport done;
        done.step = ConnectionStep::LoadContacts;
        done.state = StepState::Done;
        report(done);
    }
}

void Connection::setState(SessionState state)
{
    if (m_state == state)
        return;
    m_state = state;
    qCDebug(logSession) << "account" << m_settings.id << "is" << state;
    Q_EMIT stateChanged(state);
}

void Connection::begin()
{
    m_retry.stop();
    m_steps = waitingSteps();
    m_certificateProblem = CertificateProblem();
    // Where there is a token the password stays where it is.
    m_askingForToken = usesTokens() && !m_password.isUnproven();
    if (m_askingForToken)
        m_token.request();
    else
        m_password.request();
    const bool waiting = m_token.isWaitingForKeychain() || m_password.isWaitingForKeychain();
    setState(waiting ? SessionState::WaitingForKeychain : SessionState::Connecting);
}

bool Connection::usesTokens() const
{
    return m_settings.rememberPassword && m_settings.connection.logInWay == LogInWay::Password;
}

void Connection::onTokenMissing(const Error &error)
{
    if (!std::exchange(m_askingForToken, false) || !m_wanted)
        return;
    // A keychain that cannot be read now is not asked a second time.
    if (error.code == ErrorCode::SecretNotFound || !m_password.known().isEmpty())
        m_password.request();
    else
        onPasswordMissing(error);
}

void Connection::start(LogInSecrets secrets)
{
    m_askingForToken = false;
    if (!m_wanted)
        return;
    m_retry.stop();
    setState(SessionState::Connecting);
    ensureUserAgentId();
    const quint64 attempt = ++m_attempt;
    const ProxyChoice &proxy = m_settings.connection.proxy;
    if (proxy.user.isEmpty() || (proxy.kind != ProxyKind::Socks5 && proxy.kind != ProxyKind::Http)) {
        startStream(std::move(secrets));
        return;
    }
    m_keychain.read(PasswordSource::proxyKeyFor(m_settings.id))
        .then(this, [this, attempt, secrets](const Result<QString> &secret) mutable {
            // Without it the proxy has the word: it may be content with the name.
            secrets.proxyPassword = secret.value_or(QString());
            if (attempt == m_attempt && m_state == SessionState::Connecting)
                startStream(secrets);
            secrets.wipe();
        });
    secrets.wipe();
}

void Connection::startStream(LogInSecrets secrets)
{
    ConnectionSettings wanted = m_settings.connection;
    if (m_serverChoosesResource)
        wanted.resource.clear();
    secrets.wantsToken = usesTokens();
    m_stream.start(wanted, secrets);
    secrets.wipe();
}

void Connection::ensureUserAgentId()
{
    if (!m_settings.connection.userAgentId.isEmpty())
        return;
    // Of this account on this installation, and of nothing else (SECURITY B13).
    AccountSettings settings = m_settings;
    settings.connection.userAgentId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    setSettings(settings);
}

void Connection::report(const StepReport &report)
{
    for (StepReport &known : m_steps) {
        if (known.step == report.step)
            known = report;
    }
    Q_EMIT stepChanged(report);
}

void Connection::failStep(const Error &error)
{
    const auto failed = [](const StepReport &step) { return step.state == StepState::Failed; };
    if (std::any_of(m_steps.cbegin(), m_steps.cend(), failed))
        return;
    // The step that was under way is the one that failed.
    for (StepReport step : std::as_const(m_steps)) {
        if (step.state != StepState::Running)
            continue;
        step.state = StepState::Failed;
        step.error = error;
        report(step);
        return;
    }
}

void Connection::onOnline(StreamStart start)
{
    m_wasOnline = true;
    m_lastError = {};
    if (hashedTokenBinding(m_stream.mechanism()))
        m_token.proven();
    else
        m_password.proven();
    AccountSettings settings = m_settings;
    settings.hasConnected = true;
    ConnectionSettings &learned = settings.connection;
    learned.scramWorked |= m_stream.mechanism().startsWith(QLatin1String("SCRAM-"));
    learned.bindingWorked |= !m_stream.bindingType().isEmpty();
    learned.knownKey = m_stream.tlsFacts().spkiSha256;
    const ConnectionSettings &known = m_settings.connection;
    if (settings.hasConnected != m_settings.hasConnected || learned.scramWorked != known.scramWorked
        || learned.bindingWorked != known.bindingWorked || learned.knownKey != known.knownKey)
        setSettings(settings);
    m_stable = m_timers.after(ReconnectSchedule::kStable, [this] {
        m_schedule.reset();
        m_serverChoosesResource = false;
    });
    StepReport contacts;
    contacts.step = ConnectionStep::LoadContacts;
    contacts.state = start == StreamStart::Resumed ? StepState::Done : StepState::Running;
    Q_EMIT online(start);
    setState(SessionState::Online);
    report(contacts);
}

void Connection::onEnded(const Error &error)
{
    m_stable.stop();
    if (!m_wanted || m_state == SessionState::Disconnecting) {
        setState(SessionState::Offline);
        if (std::exchange(m_startAfterClose, false))
            begin();
        return;
    }
    if (error.code == ErrorCode::PasswordNeeded) {
        begin(); // the token did not do, and is gone by now
        return;
    }
    m_lastError = error;
    failStep(error);
    if (error.code == ErrorCode::WrongPassword || error.code == ErrorCode::CredentialsExpired)
        m_password.refused();
    Recovery recovery = recoveryFrom(error.code);
    if (recovery == Recovery::OtherResource && !std::exchange(m_serverChoosesResource, true)) {
        retryAfter(m_schedule.next(error.code));
        return;
    }
    // An account that never worked is being set up: its person is looking, and wants to know rather than
    // wait.
    if (recovery != Recovery::Retry || !m_wasOnline) {
        setState(SessionState::Stopped);
        return;
    }
    retryAfter(m_schedule.next(error.code));
}

void Connection::onPasswordMissing(const Error &error)
{
    if (!m_wanted)
        return;
    if (m_lastError.code != ErrorCode::WrongPassword || error.code != ErrorCode::PasswordNeeded)
        m_lastError = error;
    setState(SessionState::NeedsPassword);
}

void Connection::retryAfter(std::chrono::milliseconds delay)
{
    m_retryAt = m_clock.monotonicMs() + delay.count();
    m_retry = m_timers.after(delay, [this] { begin(); });
    setState(SessionState::Waiting);
}

} // namespace tertulia
