// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/OnlineStream.h"

#include "core/base/Log.h"
#include "core/stanza/Presence.h"
#include "core/stream/Router.h"
#include "core/stream/StreamConditions.h"
#include "core/xml/Namespaces.h"
#include "core/xml/XmlWriter.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr std::chrono::seconds kGoodbyeLimit{2};
/// How long a message waits for company before the server is asked whether it has it. Asked at once, its
/// answer would stand in the way of what the message brings about: a server that lets Nagle's algorithm on
/// (Prosody does) keeps the receipt back until our kernel has acknowledged that answer, 40 ms later.
constexpr std::chrono::milliseconds kQuestionDelay{250};
/// So many messages are not left waiting.
constexpr int kMessagesPerQuestion = 20;

/// A server that goes away may know the stream when it is back; one that threw us out does not want us back.
bool mayResumeAfter(ErrorCode streamError)
{
    switch (streamError) {
    case ErrorCode::StreamSystemShutdown:
    case ErrorCode::StreamReset:
    case ErrorCode::StreamConnectionTimeout:
    case ErrorCode::StreamInternalServerError:
    case ErrorCode::StreamRemoteConnectionFailed:
    case ErrorCode::StreamResourceConstraint:
    case ErrorCode::StreamSeeOtherHost:
        return true;
    default:
        return false;
    }
}

QByteArray unavailable()
{
    Presence presence;
    presence.type = Presence::Type::Unavailable;
    XmlWriter writer(ns::kClient);
    presence.toXml(writer);
    return writer.result();
}

} // namespace

OnlineStream::OnlineStream(StreamChannel *channel, Services services, Router &router,
                           StreamManagement &management, QObject *parent)
    : QObject(parent)
    , m_channel(channel)
    , m_services(services)
    , m_router(router)
    , m_management(management)
    , m_keepAlive(services.clock, services.timers,
                  {[this] { ask(); }, [this] { end({ErrorCode::LinkDead}, true); }})
{
    channel->setParent(this);
    connect(channel, &StreamChannel::elementReceived, this, &OnlineStream::take);
    connect(channel, &StreamChannel::heard, this, [this] { m_keepAlive.heard(); });
    connect(channel, &StreamChannel::failed, this, [this](const Error &error) {
        // What we refuse to read has ended the stream for the server too.
        const bool refused
            = error.code >= ErrorCode::PeerXmlNotWellFormed && error.code <= ErrorCode::PeerProtocolViolation;
        end(error, !refused);
    });
    connect(channel, &StreamChannel::streamClosed, this, [this] { end({ErrorCode::ConnectionLost}, false); });
}

OnlineStream::~OnlineStream()
{
    drop();
}

void OnlineStream::begin(const QList<QByteArray> &again, bool featuresMayFollow)
{
    m_featuresMayFollow = featuresMayFollow;
    m_keepAlive.start();
    for (const QByteArray &xml : again)
        m_channel->write(xml);
    if (!again.isEmpty())
        ask();
}

void OnlineStream::send(const Outgoing &outgoing)
{
    if (m_over || m_closing)
        return;
    m_leaving.append(outgoing.xml);
    scheduleFlush();
    if (!outgoing.isStanza)
        return;
    if (m_management.isCounting())
        m_management.sent(outgoing.xml, outgoing.acknowledged, outgoing.messageId);
    else if (outgoing.acknowledged)
        m_unconfirmed.push_back(std::move(*outgoing.acknowledged));
    if (!outgoing.messageId.isNull())
        wantQuestion();
    else if (m_management.isCounting())
        m_keepAlive.sent();
}

void OnlineStream::take(const XmlElement &element)
{
    if (m_over)
        return;
    const QString &space = element.namespaceUri();
    if (space == ns::kClient) {
        // After our goodbye the server keeps what we did not acknowledge.
        if (!m_closing)
            takeStanza(element);
    } else if (space == ns::kStreamManagement) {
        takeAcknowledgement(element);
    } else if (element.is(u"error", ns::kStream)) {
        const Error error = readStreamError(element);
        end(error, mayResumeAfter(error.code));
    } else if (element.is(u"features", ns::kStream) && std::exchange(m_featuresMayFollow, false)) {
        return;
    } else if (space == ns::kStream || space == ns::kTls || space == ns::kSasl || space == ns::kSasl2) {
        violation(element);
    }
}

void OnlineStream::takeStanza(const XmlElement &element)
{
    const QString &name = element.name();
    if (name != u"message" && name != u"presence" && name != u"iq")
        return;
    const QPointer<OnlineStream> alive(this);
    m_router.receive(element);
    if (alive)
        m_management.received();
}

void OnlineStream::takeAcknowledgement(const XmlElement &element)
{
    const bool question = element.name() == u"r";
    if (!m_management.isCounting() || (!question && element.name() != u"a")) {
        violation(element);
        return;
    }
    if (question) {
        // One answer serves all questions of a batch (SECURITY A119).
        m_answerWanted = true;
        scheduleFlush();
        return;
    }
    const QPointer<OnlineStream> alive(this);
    const auto taken = m_management.acknowledged(element);
    if (!alive || m_over)
        return;
    if (!taken) {
        m_channel->refuse(u"undefined-condition", m_management.tooHigh(element));
        end(taken.error(), false);
        return;
    }
    const bool settled = m_management.unacknowledged() == 0;
    if (settled)
        forgetQuestion();
    m_keepAlive.answered(settled);
}

void OnlineStream::violation(const XmlElement &element)
{
    qCWarning(logStream) << "an element that has no place in an open stream";
    const Error error{ErrorCode::PeerProtocolViolation, shownRemoteText(element.name())};
    m_channel->refuse(u"policy-violation");
    end(error, false);
}

void OnlineStream::scheduleFlush()
{
    if (std::exchange(m_flushScheduled, true))
        return;
    QMetaObject::invokeMethod(this, &OnlineStream::flush, Qt::QueuedConnection);
}

void OnlineStream::wantQuestion()
{
    if (++m_unasked >= kMessagesPerQuestion)
        scheduleFlush();
    else if (!m_questionTimer.isActive())
        m_questionTimer = m_services.timers.after(kQuestionDelay, [this] { ask(); });
}

void OnlineStream::forgetQuestion()
{
    m_unasked = 0;
    m_questionTimer.stop();
}

void OnlineStream::flush()
{
    m_flushScheduled = false;
    if (m_over || m_closing)
        return;
    writeStanzas();
    if (std::exchange(m_answerWanted, false))
        m_channel->write(m_management.answer());
    if (m_unasked >= kMessagesPerQuestion)
        ask();
}

void OnlineStream::acknowledge()
{
    m_answerWanted = m_management.isCounting();
    flush();
}

void OnlineStream::writeStanzas()
{
    if (m_leaving.isEmpty())
        return;
    // A process that does not know what it sent could not take up the stream again, or would send it twice.
    if (m_services.keepSent)
        m_services.keepSent();
    m_channel->write(std::exchange(m_leaving, {}));
}

void OnlineStream::ask()
{
    if (m_over)
        return;
    forgetQuestion();
    writeStanzas();
    m_keepAlive.asked();
    if (m_management.isCounting())
        m_channel->write(StreamManagement::question());
    else if (!m_closing)
        askByPing();
}

void OnlineStream::askByPing()
{
    // A server handles stanzas in order: once it answers, it has had all messages before (XEP-0199).
    struct Batch {
        std::vector<Promise<void>> messages;
    };
    auto batch = std::make_shared<Batch>();
    batch->messages = std::exchange(m_unconfirmed, {});
    Iq ping;
    ping.to = m_router.ownJid().domainOnly();
    ping.payload = XmlElement(u"ping"_s, u"urn:xmpp:ping"_s);
    m_router.request(ping).then(this, [this, batch](const Result<XmlElement> &answer) {
        const bool lost = !answer
            && (answer.error().code == ErrorCode::NotConnected || answer.error().code == ErrorCode::Cancelled
                || answer.error().code == ErrorCode::RequestTimedOut);
        // Even "no such service" is an answer.
        if (!lost)
            m_keepAlive.answered(true);
        for (Promise<void> &message : batch->messages)
            message.finish(lost ? Result<void>(failure(ErrorCode::NotConnected)) : Result<void>());
    });
}

void OnlineStream::close()
{
    if (m_over || std::exchange(m_closing, true))
        return;
    m_keepAlive.stop();
    forgetQuestion();
    const QByteArray goodbye = unavailable();
    m_management.sent(goodbye, nullptr);
    m_leaving.append(goodbye);
    writeStanzas();
    if (m_management.isCounting()) {
        m_channel->write(StreamManagement::question());
        m_channel->write(m_management.answer());
    }
    m_channel->closeStream();
    m_goodbye = m_services.timers.after(kGoodbyeLimit, [this] { end({ErrorCode::Cancelled}, false); });
}

void OnlineStream::drop()
{
    m_over = true;
    m_keepAlive.stop();
    forgetQuestion();
    m_goodbye.stop();
    if (m_channel)
        m_channel->abort();
    for (Promise<void> &message : std::exchange(m_unconfirmed, {}))
        message.finish(failure(ErrorCode::NotConnected));
}

void OnlineStream::end(const Error &error, bool mayResume)
{
    if (std::exchange(m_over, true))
        return;
    m_keepAlive.stop();
    forgetQuestion();
    m_goodbye.stop();
    m_channel->disconnect(this);
    if (error.code == ErrorCode::LinkDead)
        m_channel->abort();
    else
        m_channel->shut();
    // Whose message ends as not connected would try it again at once: the stream is to be over by then. We
    // may be gone too.
    auto unconfirmed = std::exchange(m_unconfirmed, {});
    if (m_closing)
        Q_EMIT ended({ErrorCode::Cancelled}, false);
    else
        Q_EMIT ended(error, mayResume);
    for (Promise<void> &message : unconfirmed)
        message.finish(failure(ErrorCode::NotConnected));
}

} // namespace tertulia
