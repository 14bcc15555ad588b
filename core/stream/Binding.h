// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TimerSource.h"
#include "core/stream/StreamOutcome.h"

#include <QObject>

namespace tertulia
{

class IdSource;
class StreamChannel;
class StreamManagement;

/// From the features after authentication to a stream that stanzas can flow on: resumes (XEP-0198 5), or
/// binds a resource (RFC 6120 7) and enables stream management. Ends in finished() or failed() once.
class Binding : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle,
        Resume,
        Bind,
        EstablishSession, ///< the request of RFC 3921 that some servers still demand
        EnableManagement,
        Over,
    };
    Q_ENUM(State)

    struct Context {
        StreamChannel &channel;
        TimerSource &timers;
        IdSource &ids;
        StreamManagement &management;
        Jid account; ///< bare
        QString resource; ///< wish; empty: the server chooses
        Jid resumeAs; ///< full address of the stream that `management` may resume
        /// The one case in which the server says who we are: somebody of its own (XEP-0175).
        bool isAnonymous = false;
    };
    /// What it finds out goes to `outcome`, which outlives it.
    Binding(const Context &context, StreamOutcome &outcome, QObject *parent = nullptr);

    /// By outcome.features. `mayResume`: that was not tried along with the log-in.
    void start(bool mayResume);
    /// The stream was resumed along with the log-in: <resumed/>.
    void startResumed(const XmlElement &resumed);
    /// outcome.bound was bound along with the log-in; `enabled` is null without stream management.
    void startBound(const XmlElement &enabled);
    void take(const XmlElement &element);

    /// True if `jid` is of the account and has the form it must; else failed() has been signalled (SECURITY
    /// A46).
    bool acceptIdentity(const Jid &jid, bool hasForm);
    /// A stanza that came early is kept for later; anything else ends in failed().
    void keepEarly(const XmlElement &element);

Q_SIGNALS:
    void finished();
    void failed(const tertulia::Error &error);

private:
    void bind(const QString &resource);
    void onResumed(const XmlElement &answer);
    void onResumeAnswer(const XmlElement &answer);
    void onBindAnswer(const XmlElement &answer);
    void continueAfterBind();
    void onSessionAnswer(const XmlElement &answer);
    void enableManagement();
    void onEnableAnswer(const XmlElement &answer);
    [[nodiscard]] bool managementOffered() const;
    void violation(const XmlElement &element);
    void setState(State state);
    void finish();
    void fail(const Error &error);

    Context m_context;
    StreamOutcome &m_outcome;
    State m_state = State::Idle;
    TimerHandle m_limit;
    QString m_requestId;
    bool m_resourceWished = false;
};

} // namespace tertulia
