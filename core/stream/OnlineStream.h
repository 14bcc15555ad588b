// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/KeepAlive.h"
#include "core/stream/StreamChannel.h"
#include "core/stream/StreamManagement.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

namespace tertulia
{

class Router;
struct Outgoing;

/// A stream that stanzas flow on, from the end of its negotiation to its own: hands stanzas to the router,
/// counts and acknowledges them, asks whether the server still lives, and closes properly.
class OnlineStream : public QObject
{
    Q_OBJECT
public:
    struct Services {
        Clock &clock;
        TimerSource &timers;
        /// See XmppStream::setKeepSent(); may be empty.
        std::function<void()> keepSent;
    };
    /// Takes over `channel`.
    OnlineStream(StreamChannel *channel, Services services, Router &router, StreamManagement &management,
                 QObject *parent = nullptr);
    ~OnlineStream() override;

    /// See KeepAlive; before begin().
    void setPatienceOfServer(std::chrono::seconds patience) { m_keepAlive.setPatienceOfPeer(patience); }
    /// Begins with what a resumed stream has to send again. `featuresMayFollow`: some servers send them also
    /// after a stream that was resumed along with the log-in, behind stanzas (XEP-0198 forbids it now).
    void begin(const QList<QByteArray> &again, bool featuresMayFollow = false);
    void send(const Outgoing &outgoing);
    /// Says goodbye; ended() follows within 2 s.
    void close();
    /// Drops the connection without a word; nothing is signalled.
    void drop();
    void probe() { m_keepAlive.probe(); }
    /// What waits to leave leaves, and the server learns what was handled.
    void acknowledge();

    [[nodiscard]] StreamChannel *channel() const { return m_channel; }

Q_SIGNALS:
    /// Cancelled after close(). `mayResume`: nothing was said that ends the stream for good.
    void ended(const tertulia::Error &error, bool mayResume);

private:
    void take(const XmlElement &element);
    void takeStanza(const XmlElement &element);
    void takeAcknowledgement(const XmlElement &element);
    void violation(const XmlElement &element);
    /// Asks for the acknowledgement of a message, together with those that follow it soon.
    void wantQuestion();
    void forgetQuestion();
    void scheduleFlush();
    void flush();
    void writeStanzas();
    void ask();
    void askByPing();
    void end(const Error &error, bool mayResume);

    QPointer<StreamChannel> m_channel;
    Services m_services;
    Router &m_router;
    StreamManagement &m_management;
    KeepAlive m_keepAlive;
    TimerHandle m_goodbye;
    TimerHandle m_questionTimer;
    /// Stanzas of this turn: they leave together, after they were written down together.
    QByteArrayList m_leaving;
    bool m_featuresMayFollow = false;
    bool m_closing = false;
    bool m_over = false;
    bool m_flushScheduled = false;
    bool m_answerWanted = false;
    int m_unasked = 0; ///< messages since the last question
    /// Messages to be confirmed by the next ping, where the server has no stream management.
    std::vector<Promise<void>> m_unconfirmed;
};

} // namespace tertulia
