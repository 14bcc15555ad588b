// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Manifest.h"

#include <QObject>

namespace tertulia
{

class Clock;
class IdSource;
class TimerSource;

/// Whether the server still knew the previous stream (XEP-0198 5).
enum class StreamStart {
    Fresh,
    Resumed,
    /// It knew the stream of a former process: nothing was lost on the way, but this process starts with
    /// empty hands and has to ask for everything as on Fresh.
    Restored,
};

/// What a module may ask of the stream it lives on. Implemented by Router; a test double is never needed,
/// since ScriptedServer speaks bytes through the real one.
class ModuleHost
{
public:
    ModuleHost() = default;
    virtual ~ModuleHost() = default;
    Q_DISABLE_COPY_MOVE(ModuleHost)

    /// The bound full address; the account's bare one while offline.
    [[nodiscard]] virtual const Jid &ownJid() const = 0;
    [[nodiscard]] virtual bool isOnline() const = 0;
    /// <stream:features/> as of after authentication.
    [[nodiscard]] virtual const XmlElement &streamFeatures() const = 0;

    /// Whether this InlineFeature was granted with the log-in of the last stream that was not resumed.
    [[nodiscard]] virtual bool cameWithLogIn(const QString &inlineFeature) const = 0;

    /// Sends a get or set (id and from are filled in) and gives the payload of the result (null if empty).
    /// Ends with the stanza error, RequestTimedOut after `deadline`, or NotConnected when the stream ends and
    /// is not resumed. Only an answer from `to` counts (for requests to the account: absent or own bare
    /// address; SECURITY A53).
    virtual Task<XmlElement> request(Iq iq, std::chrono::milliseconds deadline = std::chrono::seconds(60))
        = 0;
    /// Like request(), and gives the whole answer, also where it is an error: for protocols that say more in
    /// it.
    virtual Task<Iq> exchange(Iq iq, std::chrono::milliseconds deadline = std::chrono::seconds(60)) = 0;
    /// Sends after running the decorators; an id is filled in when missing. Dropped while offline.
    virtual void send(Message message) = 0;
    virtual void send(Presence presence) = 0;
    /// Sends what is no stanza and is not counted as one; only where the stream's features allow it. Dropped
    /// while offline.
    virtual void sendNonza(const XmlElement &element) = 0;
    /// Like send(), and completes once the server is known to have the message (XEP-0198 acknowledgement;
    /// without stream management, the answer to a later request). NotConnected when the stream ends and is
    /// not resumed; StanzaPolicyViolation, with nothing sent, if it is longer than the server takes
    /// (XEP-0478).
    virtual Task<void> sendTracked(Message message) = 0;

    [[nodiscard]] virtual Clock &clock() const = 0;
    [[nodiscard]] virtual TimerSource &timers() const = 0;
    [[nodiscard]] virtual IdSource &ids() const = 0;
    /// Every feature that some module announces, for disco and caps; sorted, without duplicates. Includes
    /// "node+notify" for PEP routes.
    [[nodiscard]] virtual QStringList announcedFeatures() const = 0;

    /// Another module by type, or null.
    template <class M>
    [[nodiscard]] M *module() const
    {
        for (QObject *candidate : modules())
            if (auto *found = qobject_cast<M *>(candidate))
                return found;
        return nullptr;
    }

protected:
    [[nodiscard]] virtual QList<QObject *> modules() const = 0;
};

/// One protocol feature: names, payloads, parse, write, behaviour, and the state that lives with the stream.
class Module : public QObject
{
    Q_OBJECT
public:
    explicit Module(ModuleHost &host, QObject *parent = nullptr)
        : QObject(parent)
        , m_host(host)
    {
    }

    /// Asked for once, right after all modules were made.
    [[nodiscard]] virtual Manifest manifest() = 0;
    /// The stream is online. Unless Resumed, stream-scoped state must have been reset before anything is
    /// sent.
    virtual void streamStarted(StreamStart) { }
    /// The stream ended; it may still be resumed, so stream-scoped state stays until the next Fresh start.
    virtual void streamSuspended() { }
    /// The stream ended for good: presence is gone, waiting questions have been answered NotConnected.
    virtual void streamEnded() { }

protected:
    [[nodiscard]] ModuleHost &host() const { return m_host; }

private:
    ModuleHost &m_host;
};

} // namespace tertulia
