// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/ConnectionSettings.h"
#include "core/stream/StreamChannel.h"
#include "core/stream/XmppStream.h"

#include <QObject>

namespace tertulia
{

class Authentication;
struct Credentials;
class StreamManagement;

/// From a domain to a stream that stanzas can flow on: find the server, connect, secure, authenticate, then
/// resume or bind and enable stream management. Every element counts only in the state that waits for it; any
/// other ends the attempt (SECURITY A22).
class Negotiation : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle,
        FindServer,
        Connect,
        PlainHeader, ///< waits for the server's header, before TLS
        PlainFeatures,
        Proceed, ///< waits for <proceed/>
        Handshake,
        SecureHeader,
        SecureFeatures,
        Authenticate,
        AuthenticatedHeader,
        AuthenticatedFeatures,
        Resume,
        Bind,
        EstablishSession, ///< the request of RFC 3921 that some servers still demand
        EnableManagement,
        Finished,
        Failed,
    };
    Q_ENUM(State)

    /// What came of it.
    struct Outcome {
        StreamStart start = StreamStart::Fresh;
        Jid bound;
        XmlElement features;
        QString mechanism;
        QString bindingType; ///< channel binding of the log-in; empty without
        QList<XmlElement> early; ///< stanzas that came before the end of the negotiation
        QList<QByteArray> again; ///< stanzas to send again on a resumed stream
    };

    /// `resumeAs` is the full address of the stream that `management` may resume.
    Negotiation(const StreamServices &services, const ConnectionSettings &settings, const QString &password,
                StreamManagement &management, const Jid &resumeAs, QObject *parent = nullptr);
    ~Negotiation() override;

    void start();
    /// Ends the attempt politely where there is a stream; nothing is signalled any more.
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] StreamChannel *channel() const { return m_channel; }
    /// After finished(): the channel, which is the caller's from now on.
    [[nodiscard]] StreamChannel *takeChannel();
    [[nodiscard]] const Outcome &outcome() const { return m_outcome; }

Q_SIGNALS:
    void stepChanged(const tertulia::StepReport &report);
    void certificateRejected(const tertulia::CertificateProblem &problem);
    /// A new connection is made; whoever watches the traffic looks here.
    void channelMade(tertulia::StreamChannel *channel);
    void finished();
    void failed(const tertulia::Error &error);

private:
    /// The failure that tells most of those of all candidates.
    struct Setback {
        Error error;
        ConnectionStep step = ConnectionStep::FindServer;
        Endpoint endpoint;
        CertificateProblem problem;
    };

    void findServer();
    void tryNext();
    void openChannel();
    void onConnected();
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
    [[nodiscard]] Credentials credentials() const;
    void onSaslElement(const XmlElement &element);
    void onAuthenticated();
    void onAuthenticatedFeatures(const XmlElement &features);
    void onResumeAnswer(const XmlElement &answer);
    void bind(const QString &resource);
    void onBindAnswer(const XmlElement &answer);
    void continueAfterBind();
    void onSessionAnswer(const XmlElement &answer);
    void enableManagement();
    void onEnableAnswer(const XmlElement &answer);
    void keepEarly(const XmlElement &element);
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
    QString m_password;
    StreamManagement &m_management;
    Jid m_resumeAs;

    State m_state = State::Idle;
    TimerHandle m_limit;
    QList<Endpoint> m_candidates;
    Endpoint m_endpoint;
    int m_redirects = 0;
    std::optional<Setback> m_worst;
    CertificateProblem m_problem;
    StreamChannel *m_channel = nullptr;
    Authentication *m_authentication = nullptr;
    QString m_requestId;
    bool m_resourceWished = false;
    bool m_mayAnswer = false; ///< the server may have read our <starttls/>
    Outcome m_outcome;
};

} // namespace tertulia
