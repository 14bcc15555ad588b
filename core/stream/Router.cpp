// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/Router.h"

#include "core/base/IdSource.h"
#include "core/base/Log.h"
#include "core/stream/PubsubEvent.h"
#include "core/stream/StreamLimits.h"
#include "core/xml/Namespaces.h"
#include "core/xml/XmlWriter.h"

#include <algorithm>

namespace tertulia
{

namespace
{

template <class Stanza>
QByteArray serialized(const Stanza &stanza)
{
    XmlWriter writer(ns::kClient);
    stanza.toXml(writer);
    return writer.result();
}

template <class Entry>
void insertByOrder(QList<Entry> &list, const Entry &entry)
{
    const auto after = std::upper_bound(list.cbegin(), list.cend(), entry,
                                        [](const Entry &a, const Entry &b) { return a.order < b.order; });
    list.insert(after, entry);
}

const Error kNotConnected{ErrorCode::NotConnected};

} // namespace

Router::Router(Services services, Outlet outlet)
    : m_services(services)
    , m_outlet(std::move(outlet))
    , m_requests(services.timers)
    , m_budget(services.clock)
{
}

Router::~Router()
{
    // Modules first: their continuations die with them, and nobody is called back half destroyed.
    m_moduleObjects.clear();
    while (!m_modules.empty())
        m_modules.pop_back();
}

void Router::setModules(std::vector<std::unique_ptr<Module>> modules)
{
    Q_ASSERT(m_modules.empty());
    m_modules = std::move(modules);
    for (const auto &module : m_modules)
        m_moduleObjects.append(module.get());
    for (const auto &module : m_modules)
        addManifest(module->manifest());
    m_announced.sort();
    m_announced.removeDuplicates();
}

void Router::addManifest(const Manifest &manifest)
{
    for (const IqRoute &route : manifest.iqs)
        m_iqRoutes[{route.name, route.namespaceUri}].append(route);
    for (const MessageRoute &route : manifest.messages)
        insertByOrder(m_messageRoutes, route);
    m_presenceRoutes.append(manifest.presences);
    for (const PepRoute &route : manifest.pepNodes) {
        m_pepRoutes[route.node].append(route);
        m_announced.append(route.node + QLatin1String("+notify"));
    }
    for (const auto &decorator : manifest.messageDecorators)
        insertByOrder(m_messageDecorators, decorator);
    for (const auto &decorator : manifest.presenceDecorators)
        insertByOrder(m_presenceDecorators, decorator);
    m_inlineFeatures.append(manifest.inlineFeatures);
    m_announced.append(manifest.features);
}

void Router::setContactTest(std::function<bool(const Jid &)> isContact)
{
    m_isContact = std::move(isContact);
}

void Router::setRoomTest(std::function<bool(const Jid &)> isJoinedRoom)
{
    m_isJoinedRoom = std::move(isJoinedRoom);
}

void Router::setAccount(const Jid &bare)
{
    if (m_account == bare)
        return;
    end();
    m_account = bare;
    m_server = bare.domainOnly();
    m_bound = {};
    m_features = {};
}

void Router::begin(StreamStart start, const Jid &bound, const XmlElement &features,
                   const QStringList &inlined)
{
    if (start != StreamStart::Resumed)
        end();
    m_bound = bound;
    // The account's own, but for one that logs in anonymously: then the session's (XEP-0175).
    if (!bound.isNull())
        m_account = bound.bare();
    // A resumed stream keeps what the first one was told: resumption is offered before the rest.
    if (start != StreamStart::Resumed) {
        // None follow a log-in that resumes (XEP-0198 "Inline Stream Resumption").
        if (start == StreamStart::Fresh || !features.isNull())
            m_features = features;
        m_inlined = inlined;
        m_mostBytes = StreamLimits::fromFeatures(m_features).maxBytes;
    }
    m_suspended = false;
    m_online = true;
    for (size_t i = 0; i < m_modules.size() && m_online; ++i)
        m_modules[i]->streamStarted(start);
}

void Router::suspend()
{
    if (!m_online)
        return;
    m_online = false;
    m_suspended = true;
    for (const auto &module : m_modules)
        module->streamSuspended();
}

void Router::end()
{
    suspend();
    if (!m_suspended)
        return;
    m_suspended = false;
    m_requests.endAll(kNotConnected);
    for (const auto &module : m_modules)
        module->streamEnded();
}

Router::Origin Router::originOf(const Jid &from) const
{
    Origin origin;
    origin.senders = Sender::Anyone;
    if (from.isNull()) {
        origin.wasAbsent = true;
        origin.senders |= Sender::OwnAccount;
    } else if (from == m_account) {
        origin.senders |= Sender::OwnAccount;
    } else if (from == m_server) {
        origin.senders |= Sender::OwnServer;
    } else {
        const Jid bare = from.bare();
        if (bare == m_account)
            origin.senders |= Sender::OwnResource;
        else if (m_isContact && m_isContact(bare))
            origin.senders |= Sender::Contact;
        if (m_isJoinedRoom && m_isJoinedRoom(bare))
            origin.senders |= Sender::JoinedRoom;
    }
    return origin;
}

void Router::receive(const XmlElement &stanza)
{
    if (stanza.namespaceUri() != ns::kClient)
        return;
    const QString &name = stanza.name();
    if (name == u"message")
        receiveMessage(stanza);
    else if (name == u"presence")
        receivePresence(stanza);
    else if (name == u"iq")
        receiveIq(stanza);
}

void Router::receiveIq(const XmlElement &element)
{
    auto iq = Iq::fromXml(element);
    if (!iq) {
        receiveMalformedIq(element);
        return;
    }
    const Origin origin = originOf(iq->from);
    if (origin.wasAbsent)
        iq->from = m_account;
    if (iq->type == Iq::Type::Result || iq->type == Iq::Type::Error)
        m_requests.take(*iq); // unasked ones are ignored: an error is never answered
    else
        answer(*iq, origin);
}

void Router::receiveMalformedIq(const XmlElement &element)
{
    qCDebug(logStream) << "a malformed iq was refused";
    Iq envelope;
    envelope.id = element.attribute(u"id");
    if (const QString from = element.attribute(u"from"); !from.isNull()) {
        const auto parsed = Jid::parse(from);
        if (!parsed)
            return;
        envelope.from = *parsed;
    }
    if (envelope.id.isEmpty())
        return;
    const Origin origin = originOf(envelope.from);
    if (origin.wasAbsent)
        envelope.from = m_account;
    const QString type = element.attribute(u"type");
    if (type == u"result" || type == u"error") {
        m_requests.takeMalformed(envelope.id, envelope.from);
    } else if (type == u"get" || type == u"set") {
        // A stranger learns nothing but what the server says of an absent resource (SECURITY A78).
        if (!origin.senders.testFlag(Sender::OwnAccount) && !m_budget.spend(envelope.from))
            return;
        constexpr Senders kTrusted = Sender::OwnAccount | Sender::OwnServer | Sender::Contact;
        const bool trusted = bool(origin.senders & kTrusted);
        reply(envelope, origin,
              std::unexpected(trusted ? StanzaError::badRequest() : StanzaError::serviceUnavailable()));
    }
}

void Router::answer(const Iq &request, const Origin &origin)
{
    // The account itself is our own server pushing changes, which must be taken and answered however many.
    if (!origin.senders.testFlag(Sender::OwnAccount) && !m_budget.spend(request.from))
        return;
    const auto routes = m_iqRoutes.value({request.payload.name(), request.payload.namespaceUri()});
    for (const IqRoute &route : routes) {
        if (route.type == request.type && (route.from & origin.senders)) {
            reply(request, origin, route.handler(request));
            return;
        }
    }
    reply(request, origin, std::unexpected(StanzaError::serviceUnavailable()));
}

void Router::reply(const Iq &request, const Origin &origin, const IqRoute::Answer &answer)
{
    if (!m_online)
        return;
    Iq result;
    result.id = request.id;
    if (!origin.wasAbsent)
        result.to = request.from;
    if (answer) {
        result.type = Iq::Type::Result;
        result.payload = *answer;
    } else {
        result.type = Iq::Type::Error;
        result.error = answer.error();
    }
    m_outlet({serialized(result)});
}

void Router::receiveMessage(const XmlElement &element)
{
    auto message = Message::fromXml(element);
    if (!message) {
        qCDebug(logStream) << "a malformed message was ignored";
        return;
    }
    if (m_watch.received)
        m_watch.received(element);
    const Origin origin = originOf(message->from);
    if (origin.wasAbsent)
        message->from = m_account;
    if (receivePepEvent(*message, origin))
        return;
    for (qsizetype i = 0; i < m_messageRoutes.size(); ++i) {
        const MessageRoute &route = m_messageRoutes.at(i);
        if (!(route.from & origin.senders))
            continue;
        if (!route.name.isEmpty() && !message->hasPayload(route.name, route.namespaceUri))
            continue;
        if (route.handler(*message))
            return;
    }
}

bool Router::receivePepEvent(const Message &message, const Origin &origin)
{
    if (message.type != Message::Type::Headline && message.type != Message::Type::Normal)
        return false;
    const auto event = readPubsubEvent(message.payload(u"event", kPubsubEvent));
    if (!event)
        return false;
    const auto routes = m_pepRoutes.constFind(event->node);
    if (routes == m_pepRoutes.cend())
        return false;
    PepEvent known = *event;
    known.sender = message.from;
    // The service of an account speaks with the bare address (XEP-0163 4.3); a resource cannot speak for it.
    if (!message.from.isBare())
        return true;
    for (const PepRoute &route : *routes)
        if (route.from & origin.senders)
            route.handler(known);
    return true;
}

void Router::receivePresence(const XmlElement &element)
{
    auto presence = Presence::fromXml(element);
    if (!presence) {
        qCDebug(logStream) << "a malformed presence was ignored";
        return;
    }
    const Origin origin = originOf(presence->from);
    if (origin.wasAbsent)
        presence->from = m_account;
    for (qsizetype i = 0; i < m_presenceRoutes.size(); ++i) {
        const PresenceRoute &route = m_presenceRoutes.at(i);
        if (route.from & origin.senders)
            route.handler(*presence);
    }
}

Task<XmlElement> Router::request(Iq iq, std::chrono::milliseconds deadline)
{
    if (!m_online)
        return Task<XmlElement>::completed(Failure(kNotConnected));
    iq.id = m_services.ids.next();
    iq.from = {};
    const QByteArray xml = serialized(iq);
    if (isTooLong(xml))
        return Task<XmlElement>::completed(failure(ErrorCode::StanzaPolicyViolation));
    auto task = m_requests.expect(iq.id, iq.to.isNull() ? m_account : iq.to, deadline);
    m_outlet({xml});
    return task;
}

Task<Iq> Router::exchange(Iq iq, std::chrono::milliseconds deadline)
{
    if (!m_online)
        return Task<Iq>::completed(Failure(kNotConnected));
    iq.id = m_services.ids.next();
    iq.from = {};
    const QByteArray xml = serialized(iq);
    if (isTooLong(xml))
        return Task<Iq>::completed(failure(ErrorCode::StanzaPolicyViolation));
    auto task = m_requests.expectWhole(iq.id, iq.to.isNull() ? m_account : iq.to, deadline);
    m_outlet({xml});
    return task;
}

bool Router::isTooLong(const QByteArray &xml) const
{
    return m_mostBytes > 0 && xml.size() > m_mostBytes;
}

QByteArray Router::outgoing(Message &message)
{
    // Decorators may want the id (XEP-0359 repeats it).
    if (message.id.isEmpty())
        message.id = m_services.ids.next();
    for (const auto &decorator : m_messageDecorators)
        decorator.decorate(message);
    return serialized(message);
}

void Router::send(Message message)
{
    if (!m_online)
        return;
    const QByteArray xml = outgoing(message);
    if (isTooLong(xml))
        return;
    if (m_watch.sent)
        m_watch.sent(message, xml);
    m_outlet({xml, true, message.id});
}

void Router::send(Presence presence)
{
    if (!m_online)
        return;
    for (const auto &decorator : m_presenceDecorators)
        decorator.decorate(presence);
    m_outlet({serialized(presence)});
}

void Router::sendNonza(const XmlElement &element)
{
    if (!m_online)
        return;
    XmlWriter writer(ns::kClient);
    writer.element(element);
    m_outlet({writer.result(), false});
}

Task<void> Router::sendTracked(Message message)
{
    if (!m_online)
        return Task<void>::completed(Failure(kNotConnected));
    const QByteArray xml = outgoing(message);
    if (isTooLong(xml))
        return Task<void>::completed(failure(ErrorCode::StanzaPolicyViolation));
    if (m_watch.sent)
        m_watch.sent(message, xml);
    Promise<void> acknowledged;
    auto task = acknowledged.task();
    m_outlet({xml, true, message.id, &acknowledged});
    return task;
}

} // namespace tertulia
