// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Authentication.h"
#include "core/stream/Binding.h"
#include "core/stream/ConnectionSettings.h"
#include "core/stream/InlineStart.h"
#include "core/stream/LogInSecrets.h"

#include <QObject>

namespace tertulia
{

class Clock;

/// From the features of a secure stream to one that stanzas can flow on. Where the server has XEP-0388,
/// authenticates with a token (XEP-0484) or the password and starts the stream along with that: resumed, or
/// bound with all that modules want of it (XEP-0386). Elsewhere, or where only the older list holds a
/// mechanism that will do, authenticates by RFC 6120 and lets Binding do the rest. Ends in finished() or
/// failed() once.
class LogIn : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle,
        Authenticate,
        Header, ///< waits for the header of the new stream of RFC 6120
        Features, ///< waits for the features after authentication
        Bind, ///< Binding has the word
        Over,
    };
    Q_ENUM(State)

    struct Context {
        StreamChannel &channel;
        Clock &clock;
        TimerSource &timers;
        IdSource &ids;
        StreamManagement &management;
        Jid resumeAs; ///< full address of the stream that `management` may resume
        QList<InlineFeature> inlineFeatures;
    };
    LogIn(const Context &context, const ConnectionSettings &settings, const LogInSecrets &secrets,
          QObject *parent = nullptr);
    ~LogIn() override;

    /// With the features that offer authentication. The channel is secured by verified TLS.
    void start(const XmlElement &features);
    /// The header of a new stream, which was found to be of XMPP 1.0.
    void takeHeader(const XmlElement &header);
    void take(const XmlElement &element);

    /// Says nothing more.
    void stop();

    [[nodiscard]] ConnectionStep step() const;
    /// After finished().
    [[nodiscard]] const StreamOutcome &outcome() const { return m_outcome; }

Q_SIGNALS:
    void stepChanged(tertulia::ConnectionStep step, tertulia::StepState state, const QString &detail);
    /// A token to be kept for later; it came from the account's server over verified TLS.
    void tokenGiven(const tertulia::HashedToken &token);
    /// The token of the secrets does not do, and will not do another time.
    void tokenRefused();
    void finished();
    void failed(const tertulia::Error &error);

private:
    [[nodiscard]] Credentials credentials() const;
    [[nodiscard]] bool isAnonymous() const { return m_settings.logInWay == LogInWay::Anonymous; }
    [[nodiscard]] bool mayUseToken(const XmlElement &features) const;
    Result<void> startWith(SaslFraming::Profile profile, const XmlElement &features);
    void makeAuthentication(const SaslFraming &framing);
    Result<void> begin(const SaslFraming &framing);
    [[nodiscard]] QList<XmlElement> inlined();
    void onSucceeded(const XmlElement &success);
    void onSaslFailed(Error error);
    void startNewStream();
    void onInlineResult(const InlineResult &result);
    void onFeatures(const XmlElement &features);
    void setState(State state, std::chrono::milliseconds limit = {},
                  ErrorCode late = ErrorCode::StreamTimedOut);
    void violation(const XmlElement &element);
    void fail(const Error &error);

    Context m_context;
    ConnectionSettings m_settings;
    LogInSecrets m_secrets;
    State m_state = State::Idle;
    TimerHandle m_limit;
    SaslFraming m_framing;
    InlineOffer m_offer;
    bool m_usesToken = false;
    QString m_tokenMechanism; ///< of the token in use or asked for
    QStringList m_inlineWanted; ///< names of what was asked for
    bool m_resumeAsked = false;
    InlineResult m_inline; ///< what the success said
    Authentication *m_authentication = nullptr;
    StreamOutcome m_outcome;
    Binding m_binding;
};

} // namespace tertulia
