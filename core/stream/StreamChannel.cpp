// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/StreamChannel.h"

#include "core/base/Log.h"
#include "core/stream/StreamConditions.h"
#include "core/xml/Namespaces.h"
#include "core/xml/XmlStreamParser.h"
#include "core/xml/XmlWriter.h"

#include <QPointer>
#include <QTimer>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr std::chrono::seconds kStanzaTime{120}; // SECURITY A18
constexpr std::chrono::seconds kLastWords{2};

/// A stanza as it is written into a stream, made to stand alone (RFC 7395 3.3.3). Ours are the only names
/// without a namespace of their own.
QByteArray standingAlone(const QByteArray &element)
{
    struct Name {
        QByteArrayView tag;
        QByteArray declaration;
    };
    static const std::array kNames{Name{"<message", " xmlns='" + ns::kClient.toLatin1() + '\''},
                                   Name{"<presence", " xmlns='" + ns::kClient.toLatin1() + '\''},
                                   Name{"<iq", " xmlns='" + ns::kClient.toLatin1() + '\''},
                                   Name{"<stream:error", " xmlns:stream='" + ns::kStream.toLatin1() + '\''}};
    for (const auto &[tag, declaration] : kNames) {
        const char next = element.size() > tag.size() ? element[tag.size()] : '\0';
        if (element.startsWith(tag) && (next == ' ' || next == '>' || next == '/'))
            return QByteArray(element).insert(tag.size(), declaration);
    }
    return element;
}

} // namespace

StreamChannel::StreamChannel(std::unique_ptr<Transport> transport, TimerSource &timers, QObject *parent)
    : QObject(parent)
    , m_transport(std::move(transport))
    , m_timers(timers)
{
    Transport *wire = m_transport.get();
    connect(wire, &Transport::secured, this, &StreamChannel::secured);
    connect(wire, &Transport::received, this, &StreamChannel::take);
    connect(wire, &Transport::certificateRejected, this, &StreamChannel::certificateRejected);
    connect(wire, &Transport::failed, this, &StreamChannel::fail);
    // Without </stream:stream> before it the end is a cut, however politely TLS was closed (SECURITY A38).
    connect(wire, &Transport::closed, this, [this] { fail({ErrorCode::ConnectionLost}); });
}

StreamChannel::~StreamChannel()
{
    silence();
}

void StreamChannel::startTls()
{
    m_parser.reset();
    m_traffic.forget();
    m_stanzaTime.stop();
    m_streamOpen = false;
    m_transport->startTls();
}

void StreamChannel::openStream(const QString &from, const QString &to, const XmlLimits &limits)
{
    m_stanzaTime.stop();
    if (m_transport->isMessaged())
        return openFramed(from, to, limits);
    XmlStreamParser::Handlers handlers;
    handlers.streamOpened = [this](const XmlElement &header) {
        showReceived(header);
        Q_EMIT headerReceived(header);
    };
    handlers.element = [this](const XmlElement &element) {
        m_stanzaTime.stop();
        showReceived(element);
        Q_EMIT elementReceived(element);
    };
    handlers.streamClosed = [this] {
        showReceived({});
        Q_EMIT streamClosed();
    };
    m_parser = std::make_unique<XmlStreamParser>(limits, std::move(handlers));
    m_traffic.forget();
    m_streamOpen = true;
    send(XmlWriter::streamHeader(from, to, u"en"_s));
}

/// The messages of the server are read as elements of a stream whose header is ours, so that the same parser
/// with the same limits judges them.
void StreamChannel::openFramed(const QString &from, const QString &to, const XmlLimits &limits)
{
    XmlStreamParser::Handlers handlers;
    handlers.streamOpened = [](const XmlElement &) { };
    handlers.element = [this](const XmlElement &element) { takeFramed(element); };
    handlers.streamClosed = [this] { Q_EMIT streamClosed(); };
    m_parser = std::make_unique<XmlStreamParser>(limits, std::move(handlers));
    m_traffic.forget();
    if (!m_parser->feed(XmlWriter::streamHeader({}, {}, {})))
        Q_UNREACHABLE();
    m_streamOpen = true;
    m_headerDue = true;
    QList<XmlAttribute> attributes{{u"to"_s, {}, to}, {u"version"_s, {}, u"1.0"_s}};
    if (!from.isEmpty())
        attributes.append({u"from"_s, {}, from});
    attributes.append({u"lang"_s, ns::kXml, u"en"_s});
    write(XmlElement(u"open"_s, ns::kFraming, attributes));
}

void StreamChannel::takeFramed(const XmlElement &element)
{
    showReceived(element);
    if (++m_elements > 1) { // RFC 7395 3.3.3
        refuse(u"policy-violation");
        Q_EMIT failed({ErrorCode::PeerProtocolViolation, shownRemoteText(element.name())});
        return;
    }
    if (element.is(u"close", ns::kFraming)) // wherever it points (SECURITY A34)
        Q_EMIT streamClosed();
    else if (element.is(u"open", ns::kFraming) && std::exchange(m_headerDue, false))
        Q_EMIT headerReceived(XmlElement(u"stream"_s, ns::kStream, element.attributes()));
    else
        Q_EMIT elementReceived(element);
}

void StreamChannel::setLimits(const XmlLimits &limits)
{
    if (m_parser)
        m_parser->setLimits(limits);
}

void StreamChannel::setTrafficWatched(bool watched)
{
    if (std::exchange(m_watched, watched) != watched)
        m_traffic.forget();
}

void StreamChannel::showWritten(const QByteArray &element)
{
    if (m_watched)
        Q_EMIT traffic(true, WatchedTraffic::written(element, m_confidential));
}

void StreamChannel::showReceived(const XmlElement &element)
{
    if (!m_watched)
        return;
    if (const QByteArray xml = m_traffic.completed(element, bytesBehind(), m_confidential); !xml.isEmpty())
        Q_EMIT traffic(false, xml);
}

void StreamChannel::showRest()
{
    if (const QByteArray rest = m_traffic.givenUp(m_confidential); !rest.isEmpty())
        Q_EMIT traffic(false, rest);
}

void StreamChannel::write(const QByteArray &bytes)
{
    if (!m_transport || !m_transport->isMessaged())
        send(bytes);
    else if (!bytes.trimmed().isEmpty()) // white space would be an empty message
        send(standingAlone(bytes));
}

void StreamChannel::write(const QByteArrayList &elements)
{
    if (m_transport && m_transport->isMessaged())
        for (const QByteArray &element : elements)
            write(element);
    else
        send(elements);
}

void StreamChannel::send(const QByteArray &bytes)
{
    send(QByteArrayList{bytes});
}

void StreamChannel::send(const QByteArrayList &elements)
{
    if (m_silent)
        return;
    for (const QByteArray &element : elements)
        showWritten(element);
    m_transport->write(elements.join());
}

void StreamChannel::write(const XmlElement &element)
{
    XmlWriter writer(ns::kClient);
    writer.element(element);
    write(writer.result());
}

void StreamChannel::closeStream()
{
    if (std::exchange(m_streamOpen, false))
        m_transport->isMessaged() ? write(XmlElement(u"close"_s, ns::kFraming))
                                  : send(XmlWriter::streamFooter());
}

void StreamChannel::refuse(QStringView condition, const XmlElement &detail)
{
    if (m_streamOpen)
        write(writeStreamError(condition, detail));
    shut();
}

void StreamChannel::shut()
{
    closeStream();
    if (m_silent)
        return;
    silence();
    // The last words must still go out when this object is gone.
    Transport *leaving = m_transport.release();
    connect(leaving, &Transport::closed, leaving, &QObject::deleteLater);
    connect(leaving, &Transport::failed, leaving, &QObject::deleteLater);
    QTimer::singleShot(kLastWords, leaving, &QObject::deleteLater);
    leaving->close();
}

void StreamChannel::abort()
{
    if (m_silent)
        return;
    silence();
    m_transport->abort();
}

void StreamChannel::silence()
{
    m_silent = true;
    m_stanzaTime.stop();
    m_parser.reset();
    if (m_transport)
        m_transport->disconnect(this);
}

qsizetype StreamChannel::bytesBehind() const
{
    return m_parser ? m_parser->bytesBehind() : 0;
}

void StreamChannel::take(const QByteArray &bytes)
{
    if (m_watched)
        m_traffic.arrived(bytes);
    if (!m_parser)
        return;
    m_elements = 0;
    const QPointer<StreamChannel> alive(this);
    const XmlStreamParser *parser = m_parser.get();
    const auto fed = m_parser->feed(bytes);
    if (!alive || m_silent || parser != m_parser.get())
        return;
    if (!fed) {
        showRest();
        const Error error = fed.error();
        refuse(error.subject.isEmpty() ? u"not-well-formed"_s : error.subject);
        Q_EMIT failed(error);
        return;
    }
    if (m_transport->isMessaged() && m_parser->insideStanza()) {
        refuse(u"not-well-formed");
        Q_EMIT failed({ErrorCode::PeerXmlNotWellFormed, u"not-well-formed"_s});
        return;
    }
    watchStanzaTime();
    Q_EMIT heard();
}

void StreamChannel::watchStanzaTime()
{
    if (!m_parser->insideStanza()) {
        m_stanzaTime.stop();
    } else if (!m_stanzaTime.isActive()) {
        m_stanzaTime = m_timers.after(kStanzaTime, [this] {
            refuse(u"policy-violation");
            Q_EMIT failed({ErrorCode::PeerLimitExceeded, u"policy-violation"_s});
        });
    }
}

void StreamChannel::fail(const Error &error)
{
    if (m_silent)
        return;
    showRest();
    silence();
    Q_EMIT failed(error);
}

} // namespace tertulia
