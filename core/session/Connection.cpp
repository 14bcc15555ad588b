// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Connection.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/stream/Endpoints.h"
#include "core/stream/KeepAlive.h"

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

/// An attempt that began so many milliseconds ago at most is of the present network: desktops tell of it more
/// than once.
constexpr qint64 kYoungAttempt = 3000;
/// A link that breaks so many milliseconds after the machine woke, or the network changed, was broken by
/// that.
constexpr qint64 kJustWoke = KeepAlive::kProbeWithin.count() + 5000;

} // namespace

Connection::Connection(const AccountSettings &settings, const StreamServices &services, SecretStore &secrets,
                       QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_timers(services.timers)
    , m_clock(services.clock)
    , m_stream(services)
    , m_logIn(secrets, services.clock, settings)
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
    connect(&m_stream, &XmppStream::tokenGiven, &m_logIn, &LogInSource::takeToken);
    connect(&m_stream, &XmppStream::tokenRefused, &m_logIn, &LogInSource::tokenRefused);
    connect(&m_logIn, &LogInSource::ready, this, &Connection::start);
    connect(&m_logIn, &LogInSource::missing, this, &Connection::onSecretMissing);
    connect(&m_logIn, &LogInSource::unusable, this, &Connection::onCertificateUnusable);
    connect(&m_logIn, &LogInSource::notStored, this, &Connection::passwordNotStored);
    connect(&m_logIn, &LogInSource::waitingForKeychain, this, [this] {
        if (m_wanted && m_state == SessionState::Connecting)
            setState(SessionState::WaitingForKeychain);
    });
    connect(&m_logIn, &LogInSource::changeSettled, this, [this] { setPasswordChanging(false); });
}

void Connection::setSettings(const AccountSettings &settings)
{
    m_settings = settings;
    m_logIn.setSettings(settings);
    Q_EMIT settingsChanged(m_settings);
}

void Connection::setPasswordChanging(bool changing)
{
    if (m_settings.passwordChanging == changing)
        return;
    AccountSettings settings = m_settings;
    settings.passwordChanging = changing;
    setSettings(settings);
}

void Connection::setOutageAddresses(const QList<QUrl> &addresses)
{
    if (m_settings.outageAddresses == addresses)
        return;
    AccountSettings settings = m_settings;
    settings.outageAddresses = addresses;
    setSettings(settings);
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
    details.bindingLost = isBindingLost();
    details.keyChanges = m_settings.keyChanges;
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
    m_logIn.setTyped(password, remember);
    if (remember && !m_settings.rememberPassword) {
        AccountSettings settings = m_settings;
        settings.rememberPassword = true;
        setSettings(settings);
    }
    if (m_state == SessionState::WaitingForKeychain)
        begin(); // what was typed is there now
    else if (m_state != SessionState::Online && m_state != SessionState::Connecting)
        reconnectNow();
}

void Connection::provideProxyPassword(const QString &password, bool remember)
{
    m_logIn.setProxyPassword(password, remember);
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
    if (m_state == SessionState::Online) {
        m_wokeAt = m_clock.monotonicMs();
        m_stream.probe();
    } else if (m_state == SessionState::Waiting) {
        begin();
    } else if (m_state == SessionState::Connecting && m_clock.monotonicMs() - m_begunAt >= kYoungAttempt) {
        // What it waits for may be on the network of before (SECURITY F28).
        m_stream.drop();
        begin();
    }
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
    m_begunAt = m_clock.monotonicMs();
    m_wokeAt.reset();
    m_steps = waitingSteps();
    m_certificateProblem = CertificateProblem();
    m_logIn.request();
    setState(m_logIn.isWaitingForKeychain() ? SessionState::WaitingForKeychain : SessionState::Connecting);
}

void Connection::start(const LogInSecrets &secrets)
{
    if (!m_wanted)
        return;
    m_retry.stop();
    setState(SessionState::Connecting);
    ensureUserAgentId();
    ConnectionSettings wanted = m_settings.connection;
    if (m_serverChoosesResource)
        wanted.resource.clear();
    m_stream.start(wanted, secrets);
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
    m_logIn.proven(m_stream.mechanism());
    learn();
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

void Connection::learn()
{
    AccountSettings settings = m_settings;
    settings.hasConnected = true;
    ConnectionSettings &learned = settings.connection;
    learned.scramWorked |= m_stream.mechanism().startsWith(QLatin1String("SCRAM-"));
    learned.bindingWorked |= !m_stream.bindingType().isEmpty();
    const QByteArray key = m_stream.tlsFacts().spkiSha256;
    if (!key.isEmpty())
        learned.knownKey = key;
    const ConnectionSettings &known = m_settings.connection;
    std::optional<KeyChange> change;
    if (!known.knownKey.isEmpty() && learned.knownKey != known.knownKey) {
        change = KeyChange{m_clock.now(), known.knownKey, learned.knownKey};
        settings.keyChanges.prepend(*change);
        if (settings.keyChanges.size() > kMostKeyChanges)
            settings.keyChanges.resize(kMostKeyChanges);
    }
    if (settings.hasConnected != m_settings.hasConnected || learned.scramWorked != known.scramWorked
        || learned.bindingWorked != known.bindingWorked || learned.knownKey != known.knownKey)
        setSettings(settings);
    if (change)
        Q_EMIT serverKeyChanged(*change);
    if (isBindingLost())
        Q_EMIT bindingLost();
}

bool Connection::isBindingLost() const
{
    // A certificate is bound to its connection by itself; nothing ties who has no name.
    const QString mechanism = m_stream.mechanism();
    return m_settings.connection.bindingWorked && m_stream.bindingType().isEmpty() && !mechanism.isEmpty()
        && mechanism != QLatin1String("EXTERNAL") && mechanism != QLatin1String("ANONYMOUS");
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
    const bool refused
        = error.code == ErrorCode::WrongPassword || error.code == ErrorCode::CredentialsExpired;
    if (refused && m_logIn.refused()) { // there is another password to try
        m_steps = waitingSteps();
        return;
    }
    failStep(error);
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
    const auto delay = m_schedule.next(error.code);
    if (isBrokenByWaking(error.code))
        begin();
    else
        retryAfter(delay);
}

bool Connection::isBrokenByWaking(ErrorCode code) const
{
    return m_wokeAt && m_clock.monotonicMs() - *m_wokeAt < kJustWoke
        && (code == ErrorCode::LinkDead || code == ErrorCode::ConnectionLost);
}

void Connection::onSecretMissing(const Error &error)
{
    if (!m_wanted)
        return;
    if (m_lastError.code != ErrorCode::WrongPassword || error.code != ErrorCode::PasswordNeeded)
        m_lastError = error;
    setState(SessionState::NeedsPassword);
}

void Connection::onCertificateUnusable(const Error &error)
{
    if (!m_wanted)
        return;
    m_lastError = error;
    setState(SessionState::Stopped);
}

void Connection::retryAfter(std::chrono::milliseconds delay)
{
    m_retryAt = m_clock.monotonicMs() + delay.count();
    m_retry = m_timers.after(delay, [this] { begin(); });
    setState(SessionState::Waiting);
}

} // namespace tertulia
