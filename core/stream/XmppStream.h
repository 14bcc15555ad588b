// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/net/NameResolver.h"
#include "core/stream/ConnectionSettings.h"
#include "core/stream/LogInSecrets.h"
#include "core/stream/MessageWatch.h"
#include "core/stream/Module.h"
#include "core/stream/StreamManagement.h"

#include <QObject>

#include <memory>
#include <vector>

namespace tertulia
{

class Router;
class WebSocketFinder;

/// What a stream stands on; outlives it.
struct StreamServices {
    Clock &clock;
    TimerSource &timers;
    IdSource &ids;
    NameResolver &resolver;
    TransportFactory transport;
    /// The way that the desktop has set for connections to a host, for ProxyKind::System. Null: straight.
    std::function<Task<QNetworkProxy>(const QString &asciiHost)> systemProxy = {};
    /// For where only HTTPS gets out. Null: nobody is asked.
    WebSocketFinder *webSockets = nullptr;
};

/// One account's stream: finds the server, connects, secures, authenticates, binds or resumes, routes stanzas
/// to modules, acknowledges and pings, and closes properly. One attempt per start(); reconnecting is the
/// session's business, resumption state is kept here between attempts.
class XmppStream : public QObject
{
    Q_OBJECT
public:
    explicit XmppStream(StreamServices services, QObject *parent = nullptr);
    ~XmppStream() override;

    /// Modules are made before the first start(); the router owns them.
    [[nodiscard]] ModuleHost &host();
    void setModules(std::vector<std::unique_ptr<Module>> modules);
    /// Who counts as Sender::Contact and Sender::JoinedRoom.
    void setContactTest(std::function<bool(const Jid &)> isContact);
    void setRoomTest(std::function<bool(const Jid &)> isJoinedRoom);
    void setMessageWatch(MessageWatch watch);
    /// Called before the server is told that its stanzas were handled (XEP-0198 4): puts on disk what they
    /// brought. While it gives false the server is told only of what was on disk before, also when a stream
    /// is resumed: it will send the rest again.
    void setKeep(std::function<bool()> keep);
    /// Called before stanzas of ours leave: puts kept() on disk.
    void setKeepSent(std::function<void()> keepSent);

    // Across a restart of the program (XEP-0198 5).
    /// What a later process needs to take up the present stream, without the stanzas below number `from`; its
    /// id is empty when there is nothing to take up.
    [[nodiscard]] KeptStream kept(qint64 from = 0) const;
    /// The number of the first stanza in kept(), or of the next one.
    [[nodiscard]] qint64 firstKept() const;
    /// What the server of the present stream can do, for the same purpose; empty if that is unknown or unduly
    /// long.
    [[nodiscard]] QByteArray keptFeatures() const;
    /// Takes up a former process's stream at the next start(). Gives its messages that wait for arrival: each
    /// task ends as that of ModuleHost::sendTracked() would. Before the first start(). `features` may be
    /// anything; what is no keptFeatures() is unknown.
    std::vector<std::pair<QString, Task<void>>> restore(const KeptStream &kept,
                                                        const QByteArray &features = {});
    /// What the stanzas after `handled` brought was lost before it was on disk. Ends the connection with
    /// `error`, so that the server sends them again; does nothing if none were lost.
    void takeBackTo(quint32 handled, const Error &error);

    /// Begins an attempt; ends in online() or ended(). The secrets are wiped when the attempt ends.
    void start(const ConnectionSettings &settings, const LogInSecrets &secrets);
    void start(const ConnectionSettings &settings, const QString &password)
    {
        start(settings, LogInSecrets{.password = password});
    }
    /// Proper close: unavailable presence, final ack, </stream:stream>, at most 2 s; then ended(no error).
    void close();
    /// Drops everything at once without a word (a dead link, the end of the process); resumption state stays.
    /// ended() is not signalled.
    void drop();
    /// Tells the server at once what was handled (XEP-0198 4), unasked.
    void acknowledge();
    /// Asks the server for a sign of life now; no answer in 5 s ends the stream with LinkDead.
    void probe();

    [[nodiscard]] bool isOnline() const;
    [[nodiscard]] const Jid &boundJid() const;
    [[nodiscard]] TlsFacts tlsFacts() const;
    [[nodiscard]] QString mechanism() const;
    /// Channel binding of the last log-in, "tls-exporter"; empty without.
    [[nodiscard]] QString bindingType() const;
    [[nodiscard]] QString peerAddress() const;
    /// Whether the last log-in was by XEP-0388, and whether stream management came of it.
    [[nodiscard]] bool isSasl2() const;
    [[nodiscard]] bool isManaged() const;
    /// Where the present or last stream went; without the proxy's password.
    [[nodiscard]] const Endpoint &endpoint() const;
    [[nodiscard]] int resumptions() const;

Q_SIGNALS:
    void stepChanged(const tertulia::StepReport &report);
    /// The first moment at which modules may speak; they have been told already.
    void online(tertulia::StreamStart start);
    void certificateRejected(const tertulia::CertificateProblem &problem);
    /// A token to be kept for later attempts, in place of those before; and: the attempt's token does not do.
    void tokenGiven(const tertulia::HashedToken &token);
    void tokenRefused();
    /// The attempt or the stream is over. `error.code` is Cancelled after our own close(). `resumable`: the
    /// next start() will try to resume.
    void ended(const tertulia::Error &error, bool resumable);
    /// Raw XML as sent and received, only while somebody is connected; authentication is blacked out.
    void xmlTraffic(bool outgoing, const QByteArray &xml);

protected:
    void connectNotify(const QMetaMethod &signal) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tertulia
