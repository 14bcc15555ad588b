// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/ConnectionSettings.h"
#include "core/stream/LogInSecrets.h"
#include "core/stream/ServerReach.h"
#include "core/stream/StreamChannel.h"
#include "core/stream/StreamOutcome.h"
#include "core/stream/XmppStream.h"

#include <QObject>

namespace tertulia
{

class LogIn;
class StreamManagement;

/// From a domain to a stream that stanzas can flow on: reach the server (ServerReach), secure; the rest is
/// LogIn's. Every element counts only in the state that waits for it; any other ends the attempt (SECURITY
/// A22).
class Negotiation : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle,
        Reach, ///< ServerReach is at work
        PlainHeader, ///< waits for the server's header, before TLS
        PlainFeatures,
        Proceed, ///< waits for <proceed/>
        Handshake,
        SecureHeader,
        SecureFeatures,
        LogIn,
        Finished,
        Failed,
    };
    Q_ENUM(State)

    /// `resumeAs` is the full address of the stream that `management` may resume; `inlineFeatures` are wanted
    /// of a new one.
    Negotiation(const StreamServices &services, const ConnectionSettings &settings,
                const LogInSecrets &secrets, StreamManagement &management, const Jid &resumeAs,
                const QList<InlineFeature> &inlineFeatures, QObject *parent = nullptr);
    ~Negotiation() override;

    /// How the server is found; to be told more before start().
    [[nodiscard]] ServerReach &reach() { return *m_reach; }
    void start();
    /// Ends the attempt politely where there is a stream; nothing is signalled any more.
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] StreamChannel *channel() const { return m_channel; }
    /// After finished(): the channel, which is the caller's from now on.
    [[nodiscard]] StreamChannel *takeChannel();
    [[nodiscard]] const StreamOutcome &outcome() const { return m_outcome; }

Q_SIGNALS:
    void stepChanged(const tertulia::StepReport &report);
    void certificateRejected(const tertulia::CertificateProblem &problem);
    /// A new connection is made; whoever watches the traffic looks here.
    void channelMade(tertulia::StreamChannel *channel);
    /// See LogIn.
    void tokenGiven(const tertulia::HashedToken &token);
    void tokenRefused();
    void finished();
    void failed(const tertulia::Error &error);

private:
    void onReached();
    void onSecured();
    void openStream(State next);
    void onHeader(const XmlElement &header);
    void onElement(const XmlElement &element);
    void onStreamClosed();
    void onStreamError(const XmlElement &element);
    void followRedirect(const Error &error);
    void onPlainFeatures(const XmlElement &features);
    void onTlsAnswer(const XmlElement &answer);
    void onSecureFeatures(const XmlElement &features);
    void onLogInFailed(Error error);
    void finish();

    void setState(State state, std::chrono::milliseconds limit = {},
                  ErrorCode late = ErrorCode::StreamTimedOut);
    void violation(const XmlElement &element);
    /// A setback of this candidate; the next one is tried unless it is too late for that.
    void setBack(const Error &error);
    /// The end of the attempt.
    void fail(const Error &error);
    void fail(const Setback &setback);
    void dropChannel(bool politely);
    [[nodiscard]] ConnectionStep currentStep() const;
    void report(ConnectionStep step, StepState state, const QString &detail = {}, const Error &error = {});

    StreamServices m_services;
    ConnectionSettings m_settings;
    LogInSecrets m_secrets;
    StreamManagement &m_management;
    Jid m_resumeAs;
    QList<InlineFeature> m_inlineFeatures;

    State m_state = State::Idle;
    TimerHandle m_limit;
    ServerReach *m_reach;
    CertificateProblem m_problem;
    StreamChannel *m_channel = nullptr;
    LogIn *m_logIn = nullptr;
    bool m_mayAnswer = false; ///< the server may have read our <starttls/>
    StreamOutcome m_outcome;
};

} // namespace tertulia
