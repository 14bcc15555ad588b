// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/base/Task.h"
#include "core/xml/XmlElement.h"

#include <deque>
#include <functional>
#include <utility>
#include <vector>

namespace tertulia
{

/// What is needed to take up a stream of a former process again (XEP-0198 5).
struct KeptStream {
    struct Stanza {
        qint64 number = 0; ///< in the order sent; never used twice by one stream
        /// As it was written. Empty for a request: nobody waits for its answer any more, and it may hold a
        /// secret, which has no place on a disk (SECURITY B16).
        QByteArray xml;
        QString messageId; ///< of a message whose arrival is waited for; else null

        bool operator==(const Stanza &) const = default;
    };
    QString id; ///< the server's name for the stream; empty: there is none to be taken up
    Jid bound;
    QString location;
    quint32 handled = 0;
    quint32 acknowledged = 0;
    QList<Stanza> stanzas; ///< not acknowledged yet, oldest first

    bool operator==(const KeptStream &) const = default;
};

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

    // Across a restart of the program.
    /// The stream as it stands, but for `bound`; only the stanzas from number `from` on.
    [[nodiscard]] KeptStream kept(qint64 from = 0) const;
    /// The number that the oldest unacknowledged stanza has, or the next one will have.
    [[nodiscard]] qint64 firstNumber() const
    {
        return m_queue.empty() ? m_nextNumber : m_queue.front().number;
    }
    [[nodiscard]] qint64 nextNumber() const { return m_nextNumber; }
    /// Takes up what a former process kept.
    void restore(const KeptStream &kept);
    /// What becomes of the restored messages: like the promises of sent(), by their ids, in order. Once.
    [[nodiscard]] std::vector<std::pair<QString, Task<void>>> restoredMessages();
    /// What the last stanzas brought was lost before it was on disk: they count as not handled.
    void takeBackTo(quint32 handled)
    {
        m_handled = handled;
        m_kept = handled;
    }

    // Enabling. enableRequest() starts the count of what we send, enabled() that of what we receive;
    // enabledAlong() starts both, for what was asked for along with a log-in by enableElement().
    [[nodiscard]] static XmlElement enableElement();
    [[nodiscard]] XmlElement enableRequest();
    void enabledAlong(const XmlElement &answer);
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
    void sent(const QByteArray &xml, Promise<void> *acknowledged, const QString &messageId = {});
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
        qint64 number = 0;
        QString messageId; ///< when the promise is somebody's
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
    qint64 m_nextNumber = 1;
};

} // namespace tertulia
