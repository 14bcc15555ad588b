// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TimerSource.h"
#include "core/session/AccountSettings.h"
#include "core/session/ConnectionDetails.h"
#include "core/session/LogInSource.h"
#include "core/session/ReconnectSchedule.h"
#include "core/session/SessionState.h"
#include "core/stream/XmppStream.h"

#include <QObject>

#include <optional>

namespace tertulia
{

/// Keeps one account connected for as long as the person wants it: secrets, attempts, back-off, certificate
/// question, and what to do about each way a stream ends.
class Connection : public QObject
{
    Q_OBJECT
public:
    Connection(const AccountSettings &settings, const StreamServices &services, SecretStore &secrets,
               QObject *parent = nullptr);

    [[nodiscard]] XmppStream &stream() { return m_stream; }
    [[nodiscard]] const XmppStream &stream() const { return m_stream; }
    [[nodiscard]] const AccountSettings &settings() const { return m_settings; }
    /// Takes effect at the next attempt.
    void setSettings(const AccountSettings &settings);

    [[nodiscard]] SessionState state() const { return m_state; }
    [[nodiscard]] const Error &lastError() const { return m_lastError; }
    [[nodiscard]] qint64 msUntilReconnect() const;
    [[nodiscard]] const QList<StepReport> &steps() const { return m_steps; }
    [[nodiscard]] const CertificateProblem &certificateProblem() const { return m_certificateProblem; }
    [[nodiscard]] ConnectionDetails details() const;
    /// What the person is asked for in NeedsPassword.
    [[nodiscard]] SecretPurpose secretWanted() const { return m_logIn.wanted(); }
    [[nodiscard]] LogInSource &logIn() { return m_logIn; }
    /// See AccountSettings.
    void setPasswordChanging(bool changing);
    void setOutageAddresses(const QList<QUrl> &addresses);

    /// Wants to be online. Does nothing when it is or is about to be.
    void connectToServer();
    /// Closes properly; ends in SessionState::Offline.
    void disconnectFromServer();
    /// Tries at once, whatever the schedule or the last error said.
    void reconnectNow();
    void providePassword(const QString &password, bool remember);
    void provideProxyPassword(const QString &password, bool remember);
    void trustCertificate();
    void wake();
    /// The roster is there: the last step is done.
    void contactsLoaded();

Q_SIGNALS:
    void stateChanged(tertulia::SessionState state);
    void stepChanged(const tertulia::StepReport &report);
    void settingsChanged(const tertulia::AccountSettings &settings);
    void certificateRejected(const tertulia::CertificateProblem &problem);
    void passwordNotStored(const tertulia::Error &error);
    /// The server shows another key than at the last log-in, with a certificate that is in order.
    void serverKeyChanged(const tertulia::KeyChange &change);
    /// Log-ins were bound to their connection before; this one is not.
    void bindingLost();
    /// Modules may speak; emitted before stateChanged(Online).
    void online(tertulia::StreamStart start);

private:
    void setState(SessionState state);
    void begin();
    void start(const LogInSecrets &secrets);
    void ensureUserAgentId();
    void report(const StepReport &report);
    void failStep(const Error &error);
    void onOnline(StreamStart start);
    void onEnded(const Error &error);
    /// What this log-in taught of the server; remembered with the account.
    void learn();
    [[nodiscard]] bool isBindingLost() const;
    void onSecretMissing(const Error &error);
    void onCertificateUnusable(const Error &error);
    void retryAfter(std::chrono::milliseconds delay);
    /// The link that ended by this did not survive the sleep, or the change of network, that wake() told of:
    /// then the first try after it is made at once (SECURITY R10).
    [[nodiscard]] bool isBrokenByWaking(ErrorCode code) const;

    AccountSettings m_settings;
    TimerSource &m_timers;
    Clock &m_clock;
    XmppStream m_stream;
    LogInSource m_logIn;
    ReconnectSchedule m_schedule;
    SessionState m_state = SessionState::Offline;
    Error m_lastError;
    QList<StepReport> m_steps;
    CertificateProblem m_certificateProblem;
    TimerHandle m_retry;
    TimerHandle m_stable;
    qint64 m_retryAt = 0; ///< monotonic ms
    qint64 m_begunAt = 0; ///< the present attempt, monotonic ms
    std::optional<qint64> m_wokeAt; ///< while online, since the last attempt; monotonic ms
    bool m_wanted = false;
    bool m_startAfterClose = false;
    bool m_serverChoosesResource = false;
    bool m_wasOnline = false; ///< since connectToServer(): failures before that are shown, not retried
};

} // namespace tertulia
