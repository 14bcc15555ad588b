// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TimerSource.h"

namespace tertulia
{

class Clock;

/// Finds out whether the link still lives (SECURITY R12): asks the server when something sent waits for its
/// acknowledgement or nothing came for long, and calls the link dead when no answer comes.
class KeepAlive
{
public:
    static constexpr std::chrono::milliseconds kAnswerWithin{15'000};
    /// Less than 5 s, so that a new connection is there by then too (SECURITY R11).
    static constexpr std::chrono::milliseconds kProbeWithin{4'000};
    /// Something unacknowledged may wait this long for other traffic to confirm it.
    static constexpr std::chrono::milliseconds kAskAfterSending{3'000};
    /// The server is asked so long after its last answer, so that a dead link is found after 90 s; also while
    /// it talks, since what we hear does not tell that we are heard (SECURITY F04).
    static constexpr std::chrono::milliseconds kAskWhenIdle{75'000};

    struct Handlers {
        std::function<void()> ask; ///< send the question
        std::function<void()> dead;
    };
    KeepAlive(Clock &clock, TimerSource &timers, Handlers handlers);

    void start();
    void stop();

    /// Bytes came.
    void heard();
    /// A stanza went out whose arrival is not known yet.
    void sent();
    /// A question went out (by ask() or otherwise).
    void asked();
    /// The question was answered; `settled` if nothing waits for acknowledgement any more.
    void answered(bool settled);
    /// The other side takes so long a silence of ours for the end (XEP-0478): it is asked in time. 0: no
    /// limit.
    void setPatienceOfPeer(std::chrono::milliseconds patience);
    /// Asks now; the answer must come within kProbeWithin.
    void probe();

private:
    void schedule();
    void check();
    [[nodiscard]] qint64 nextAt() const;

    Clock &m_clock;
    TimerSource &m_timers;
    Handlers m_handlers;
    TimerHandle m_timer;
    bool m_running = false;
    qint64 m_heardAt = 0;
    qint64 m_answeredAt = 0;
    qint64 m_sentAt = -1; ///< of the oldest stanza sent since the last answer; -1: none
    qint64 m_askedAt = -1; ///< of the oldest unanswered question; -1: none
    qint64 m_answerWithin = 0;
    qint64 m_askWhenIdle = kAskWhenIdle.count();
    qint64 m_timerAt = -1;
};

} // namespace tertulia
