// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TimerSource.h"
#include "core/net/Transport.h"
#include "core/stream/WatchedTraffic.h"
#include "core/xml/XmlElement.h"
#include "core/xml/XmlLimits.h"

#include <QObject>

#include <memory>

namespace tertulia
{

class XmlStreamParser;

/// One connection as a sequence of XML elements in both directions: a transport, and a new parser for each of
/// the streams that follow one another on it. Over a transport of messages (RFC 7395) the header of a stream
/// is <open/>, its end <close/>, and every other element stands alone; nobody above sees a difference.
/// Answers broken XML with the stream error it deserves. Delete it with deleteLater(): its signals come from
/// inside its work.
class StreamChannel : public QObject
{
    Q_OBJECT
public:
    /// The transport is connected, and secured where TLS comes first.
    StreamChannel(std::unique_ptr<Transport> transport, TimerSource &timers, QObject *parent = nullptr);
    ~StreamChannel() override;

    /// Begins TLS; only right after an element behind which no byte was left.
    void startTls();
    /// Begins a new stream: a new parser, and our header.
    void openStream(const QString &from, const QString &to, const XmlLimits &limits);
    void setLimits(const XmlLimits &limits);
    /// One element whose default namespace is jabber:client, or white space.
    void write(const QByteArray &bytes);
    /// Several of them.
    void write(const QByteArrayList &elements);
    void write(const XmlElement &element);
    /// Sends </stream:stream> once, if a stream was opened.
    void closeStream();
    /// Sends a stream error, ends the stream and closes the connection; nothing is signalled any more.
    void refuse(QStringView condition, const XmlElement &detail = {});
    /// Ends the stream and the connection; nothing is signalled any more.
    void shut();
    /// Drops the connection without a word; nothing is signalled any more.
    void abort();

    /// While elementReceived() is being handled: bytes that came along behind it.
    [[nodiscard]] qsizetype bytesBehind() const;
    [[nodiscard]] bool isSecured() const { return m_transport && m_transport->isSecured(); }
    [[nodiscard]] TlsFacts tlsFacts() const { return m_transport ? m_transport->tlsFacts() : TlsFacts(); }
    [[nodiscard]] QList<ChannelBinding> channelBindings() const
    {
        return m_transport ? m_transport->channelBindings() : QList<ChannelBinding>();
    }
    [[nodiscard]] QString peerAddress() const { return m_transport ? m_transport->peerAddress() : QString(); }
    /// While on, traffic() tells nothing of what is said; nor does it ever of what may hold a password.
    void setConfidential(bool confidential) { m_confidential = confidential; }
    /// Whether traffic() is wanted.
    void setTrafficWatched(bool watched);

Q_SIGNALS:
    void secured();
    void headerReceived(const tertulia::XmlElement &header);
    void elementReceived(const tertulia::XmlElement &element);
    void streamClosed();
    /// Some bytes came and were handled.
    void heard();
    void certificateRejected(const tertulia::CertificateProblem &problem);
    /// The connection is gone: lost, or dropped for what the server sent.
    void failed(const tertulia::Error &error);
    /// One element, or the beginning or the end of a stream.
    void traffic(bool outgoing, const QByteArray &xml);

private:
    void showWritten(const QByteArray &element);
    void showReceived(const XmlElement &element);
    void showRest();
    void take(const QByteArray &bytes);
    void takeFramed(const XmlElement &element);
    void openFramed(const QString &from, const QString &to, const XmlLimits &limits);
    void send(const QByteArray &bytes);
    void send(const QByteArrayList &elements);
    void watchStanzaTime();
    void fail(const Error &error);
    void silence();

    std::unique_ptr<Transport> m_transport; ///< null after shut(): it leaves by itself
    TimerSource &m_timers;
    std::unique_ptr<XmlStreamParser> m_parser;
    TimerHandle m_stanzaTime;
    bool m_streamOpen = false;
    bool m_headerDue = false; ///< in a stream of messages: <open/> must come first
    int m_elements = 0; ///< in the message at hand
    bool m_silent = false;
    bool m_confidential = false;
    WatchedTraffic m_traffic;
    bool m_watched = false;
};

} // namespace tertulia
