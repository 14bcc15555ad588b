// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/AnswerBudget.h"
#include "core/stream/MessageWatch.h"
#include "core/stream/Module.h"
#include "core/stream/RequestTracker.h"

#include <QHash>

#include <memory>
#include <vector>

namespace tertulia
{

/// An element of ours on its way out.
struct Outgoing {
    QByteArray xml;
    bool isStanza = true; ///< else it is not counted (XEP-0198 4)
    QString messageId = {}; ///< null for what is no message
    /// If not null, it may be moved from and completes once the server has the stanza.
    Promise<void> *acknowledged = nullptr;
};

/// Stands between the stream and the modules: decides who sent a stanza, hands it only to routes that accept
/// that sender, answers requests, matches answers to questions, and decorates what goes out. Owns the
/// modules.
class Router : public ModuleHost
{
public:
    struct Services {
        Clock &clock;
        TimerSource &timers;
        IdSource &ids;
    };
    /// Takes what is to be sent.
    using Outlet = std::function<void(const Outgoing &outgoing)>;

    Router(Services services, Outlet outlet);
    ~Router() override;

    /// Once, before the first stream.
    void setModules(std::vector<std::unique_ptr<Module>> modules);
    void setContactTest(std::function<bool(const Jid &)> isContact);
    void setRoomTest(std::function<bool(const Jid &)> isJoinedRoom);
    void setMessageWatch(MessageWatch watch) { m_watch = std::move(watch); }
    /// What modules want of a new stream from its first moment on.
    [[nodiscard]] const QList<InlineFeature> &inlineFeatures() const { return m_inlineFeatures; }
    /// What a former process knew of the server whose stream may be taken up.
    void restoreFeatures(const XmlElement &features) { m_features = features; }
    /// The account of the streams to come; ends what waits when it is another one than before.
    void setAccount(const Jid &bare);

    /// The stream is online. A Fresh one ends what the one before left.
    void begin(StreamStart start, const Jid &bound, const XmlElement &features,
               const QStringList &inlined = {});
    /// The stream is away but may be resumed: questions wait on.
    void suspend();
    /// The stream is over: questions end as NotConnected. Does nothing when it was over already.
    void end();

    /// Takes a depth-1 element of the stream; anything but a stanza in jabber:client is ignored (SECURITY
    /// A10).
    void receive(const XmlElement &stanza);

    // ModuleHost
    [[nodiscard]] const Jid &ownJid() const override { return m_online ? m_bound : m_account; }
    [[nodiscard]] bool isOnline() const override { return m_online; }
    [[nodiscard]] const XmlElement &streamFeatures() const override { return m_features; }
    [[nodiscard]] bool cameWithLogIn(const QString &inlineFeature) const override
    {
        return m_inlined.contains(inlineFeature);
    }
    Task<XmlElement> request(Iq iq, std::chrono::milliseconds deadline = std::chrono::seconds(60)) override;
    Task<Iq> exchange(Iq iq, std::chrono::milliseconds deadline = std::chrono::seconds(60)) override;
    void send(Message message) override;
    void send(Presence presence) override;
    void sendNonza(const XmlElement &element) override;
    Task<void> sendTracked(Message message) override;
    [[nodiscard]] Clock &clock() const override { return m_services.clock; }
    [[nodiscard]] TimerSource &timers() const override { return m_services.timers; }
    [[nodiscard]] IdSource &ids() const override { return m_services.ids; }
    [[nodiscard]] QStringList announcedFeatures() const override { return m_announced; }

protected:
    [[nodiscard]] QList<QObject *> modules() const override { return m_moduleObjects; }

private:
    struct Origin {
        Senders senders;
        bool wasAbsent = false;
    };
    /// A payload's name and namespace; an empty name stands for any.
    using PayloadName = std::pair<QString, QString>;

    [[nodiscard]] Origin originOf(const Jid &from) const;
    void receiveIq(const XmlElement &element);
    void receiveMalformedIq(const XmlElement &element);
    void answer(const Iq &request, const Origin &origin);
    void reply(const Iq &request, const Origin &origin, const IqRoute::Answer &answer);
    void receiveMessage(const XmlElement &element);
    [[nodiscard]] bool receivePepEvent(const Message &message, const Origin &origin);
    void receivePresence(const XmlElement &element);
    void addManifest(const Manifest &manifest);
    [[nodiscard]] QByteArray outgoing(Message &message);
    [[nodiscard]] bool isTooLong(const QByteArray &xml) const;

    Services m_services;
    Outlet m_outlet;
    std::vector<std::unique_ptr<Module>> m_modules;
    QList<QObject *> m_moduleObjects;
    std::function<bool(const Jid &)> m_isContact;
    std::function<bool(const Jid &)> m_isJoinedRoom;
    MessageWatch m_watch;

    QHash<PayloadName, QList<IqRoute>> m_iqRoutes;
    QList<MessageRoute> m_messageRoutes; ///< in ascending order
    QList<PresenceRoute> m_presenceRoutes;
    QHash<QString, QList<PepRoute>> m_pepRoutes;
    QList<Decorator<Message>> m_messageDecorators;
    QList<Decorator<Presence>> m_presenceDecorators;
    QStringList m_announced;
    QList<InlineFeature> m_inlineFeatures;

    Jid m_account;
    Jid m_server;
    Jid m_bound;
    XmlElement m_features;
    QStringList m_inlined; ///< names of inline features granted
    qint64 m_mostBytes = 0; ///< that the server takes at once (XEP-0478); 0: it does not say
    bool m_online = false;
    bool m_suspended = false;
    RequestTracker m_requests;
    AnswerBudget m_budget;
};

} // namespace tertulia
