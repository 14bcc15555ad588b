// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/xml/XmlElement.h"

#include <deque>
#include <functional>

namespace tertulia
{

/// Counters, unacknowledged stanzas and resumption of XEP-0198. Writes nothing itself: it makes the elements
/// and judges those of the server. What it keeps outlives a connection, until the server refuses to resume.
class StreamManagement
{
public:
    /// Whether stanzas are being counted on the present connection.
    [[nodiscard]] bool isCounting() const { return m_counting; }
    /// Whether the server promised to keep the stream for us.
    [[nodiscard]] bool canResume() const { return !m_id.isEmpty(); }
    [[nodiscard]] qsizetype unacknowledged() const { return qsizetype(m_queue.size()); }
    [[nodiscard]] quint32 handled() const { return m_handled; }
    /// Where the server would like to be found again (XEP-0198 5); a hint (SECURITY A35).
    [[nodiscard]] const QString &location() const { return m_location; }

    /// See XmppStream::setKeep(). Without it what was handled counts as kept.
    void setKeep(std::function<bool()> keep) { m_keep = std::move(keep); }

    /// The connection is gone; the state stays.
    void suspend() { m_counting = false; }
    /// Forgets everything; what was not acknowledged ends as NotConnected.
    void reset();

    // Enabling. enableRequest() starts the count of what we send, enabled() that of what we receive.
    [[nodiscard]] XmlElement enableRequest();
    void enabled(const XmlElement &answer);
    void enableFailed();

    // Resuming.
    /// Goes back to what could be kept: the server sends again what came after it.
    [[nodiscard]] XmlElement resumeRequest();
    /// Judges <resumed/>: PeerProtocolViolation for another stream than ours or more stanzas than were sent
    /// (then nothing is dropped). Gives the stanzas to send again.
    [[nodiscard]] Result<QList<QByteArray>> resumed(const XmlElement &answer);
    /// <failed/>: what the server says it still had handled is acknowledged, the rest ends as NotConnected.
    void resumeFailed(const XmlElement &answer);

    // Stanzas. sent() before each is written, received() after each was handled; both only count while
    // counting.
    void sent(const QByteArray &xml, Promise<void> *acknowledged);
    void received();

    /// An <a/>. A lower count than before, or one that is no number, is ignored; a higher one than was sent
    /// is PeerProtocolViolation and drops nothing (SECURITY A121). The error's subject is
    /// "handled-count-too-high".
    [[nodiscard]] Result<void> acknowledged(const XmlElement &answer);

    /// As if this many stanzas had gone both ways already; for the turn of the counters at 2^32.
    void startCountsAt(quint32 count)
    {
        m_handled = count;
        m_kept = count;
        m_acknowledged = count;
    }

    [[nodiscard]] XmlElement answer(); ///< <a/> for what could be kept
    [[nodiscard]] static XmlElement question(); ///< <r/>
    /// The application condition for a count that is too high.
    [[nodiscard]] XmlElement tooHigh(const XmlElement &answer) const;

private:
    struct Unacknowledged {
        QByteArray xml;
        Promise<void> promise;
    };
    [[nodiscard]] quint32 sentCount() const { return m_acknowledged + quint32(m_queue.size()); }
    [[nodiscard]] Result<void> acknowledge(quint32 count);
    void keep();

    std::function<bool()> m_keep;
    bool m_counting = false;
    QString m_id;
    QString m_location;
    quint32 m_handled = 0; ///< stanzas of the server that we handled
    quint32 m_kept = 0; ///< of them, those that a crash of ours cannot lose
    quint32 m_acknowledged = 0; ///< stanzas of ours that the server handled
    std::deque<Unacknowledged> m_queue;
};

} // namespace tertulia
