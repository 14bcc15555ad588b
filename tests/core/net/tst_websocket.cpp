// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/WebSocketTransport.h"
#include "tests/support/FakeTransport.h"
#include "tests/support/Settle.h"

#include <QCryptographicHash>
#include <QTest>
#include <QtEndian>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

/// A frame as a server writes it.
QByteArray served(int opcode, const QByteArray &payload, bool final = true)
{
    QByteArray bytes(1, char((final ? 0x80 : 0) | opcode));
    if (payload.size() < 126) {
        bytes += char(payload.size());
    } else if (payload.size() < 0x10000) {
        bytes += char(126);
        bytes += char(payload.size() >> 8);
        bytes += char(payload.size() & 0xFF);
    } else {
        bytes += char(127);
        QByteArray length(8, '\0');
        qToBigEndian(quint64(payload.size()), length.data());
        bytes += length;
    }
    return bytes + payload;
}

/// What a client's frames say: opcode and payload, unmasked.
QList<std::pair<int, QByteArray>> read(QByteArray bytes)
{
    QList<std::pair<int, QByteArray>> frames;
    while (!bytes.isEmpty()) {
        const int opcode = quint8(bytes[0]) & 0x7F;
        if ((quint8(bytes[0]) & 0x80) == 0 || (quint8(bytes[1]) & 0x80) == 0)
            return {};
        qsizetype length = quint8(bytes[1]) & 0x7F;
        qsizetype header = 2;
        if (length == 126) {
            length = qFromBigEndian<quint16>(bytes.constData() + 2);
            header = 4;
        } else if (length == 127) {
            length = qsizetype(qFromBigEndian<quint64>(bytes.constData() + 2));
            header = 10;
        }
        const QByteArray mask = bytes.mid(header, 4);
        QByteArray payload = bytes.mid(header + 4, length);
        for (qsizetype i = 0; i < payload.size(); ++i)
            payload[i] = char(payload[i] ^ mask[i % 4]);
        frames.append({opcode, payload});
        bytes.remove(0, header + 4 + length);
    }
    return frames;
}

QByteArray proofOf(const QByteArray &request)
{
    const qsizetype at = request.indexOf("Sec-WebSocket-Key: ") + 19;
    const QByteArray key = request.mid(at, request.indexOf("\r\n", at) - at);
    const QByteArray proven = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    return QCryptographicHash::hash(proven, QCryptographicHash::Sha1).toBase64();
}

QByteArray agreement(const QByteArray &request)
{
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: "
        + proofOf(request) + "\r\nSec-WebSocket-Protocol: xmpp\r\n\r\n";
}

/// A WebSocket over a wire that the test holds.
struct Socket {
    FakeNetwork network;
    std::unique_ptr<WebSocketTransport> transport = std::make_unique<WebSocketTransport>(network.factory()());
    QStringList events;
    QByteArrayList received;
    std::optional<Error> error;

    Socket()
    {
        const auto note = [this](const char *what) { events.append(QString::fromLatin1(what)); };
        QObject::connect(transport.get(), &Transport::connected, transport.get(), [=] { note("connected"); });
        QObject::connect(transport.get(), &Transport::secured, transport.get(), [=] { note("secured"); });
        QObject::connect(transport.get(), &Transport::received, transport.get(),
                         [this](const QByteArray &bytes) { received.append(bytes); });
        QObject::connect(transport.get(), &Transport::failed, transport.get(),
                         [this, note](const Error &why) {
                             error = why;
                             note("failed");
                         });
        QObject::connect(transport.get(), &Transport::closed, transport.get(), [=] { note("closed"); });
        transport->open({u"web.example.org"_s,
                         8443,
                         TransportSecurity::WebSocket,
                         0,
                         {},
                         QNetworkProxy::NoProxy,
                         u"/ws?v=1"_s},
                        {u"example.org"_s, {}, {}});
    }
    [[nodiscard]] FakeTransport *wire() const { return network.last(); }
    QByteArray request()
    {
        wire()->acceptTcp();
        wire()->acceptTls();
        settle();
        return network.takeWritten();
    }
    void begin()
    {
        wire()->deliver(agreement(request()));
        settle();
    }
    void deliver(const QByteArray &bytes)
    {
        wire()->deliver(bytes);
        settle();
    }
};

} // namespace

/// RFC 6455 as far as RFC 7395 needs it.
class WebSocketTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksForXmpp()
    {
        Socket socket;
        const QByteArray request = socket.request();
        QVERIFY(request.startsWith("GET /ws?v=1 HTTP/1.1\r\nHost: web.example.org:8443\r\n"));
        QVERIFY(request.contains("\r\nSec-WebSocket-Protocol: xmpp\r\n"));
        QVERIFY(request.contains("\r\nSec-WebSocket-Version: 13\r\n"));
        QVERIFY(!request.contains("Extensions"));
        QVERIFY(!request.contains("Origin"));
        // Proven is the account's domain, wherever the WebSocket is (SECURITY B03).
        QCOMPARE(socket.wire()->policy().domain, u"example.org"_s);
        QCOMPARE(socket.events, QStringList{u"connected"_s});
        QVERIFY(!socket.transport->isSecured());
        socket.transport->write("<open/>");
        QVERIFY(socket.network.takeWritten().isEmpty());
        socket.deliver(agreement(request));
        QCOMPARE(socket.events, QStringList({u"connected"_s, u"secured"_s}));
        QVERIFY(socket.transport->isSecured());
        QVERIFY(socket.transport->isMessaged());
    }

    void answersThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const auto row = [](const char *name, const char *from, const char *to) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to);
        };
        row("not found", "101 Switching Protocols", "404 Not Found");
        row("a page", "101 Switching Protocols", "200 OK");
        row("elsewhere", "101 Switching Protocols", "302 Found\r\nLocation: wss://evil.example/");
        row("1010", "HTTP/1.1 101 ", "HTTP/1.1 1010 ");
        row("HTTP 1.0", "HTTP/1.1 101", "HTTP/1.0 101");
        row("not HTTP", "HTTP/1.1 101", "SSH-2.0");
        row("no upgrade", "Upgrade: websocket\r\n", "");
        row("another upgrade", "Upgrade: websocket", "Upgrade: h2c");
        row("no connection", "Connection: Upgrade", "Connection: keep-alive");
        row("another proof", "Sec-WebSocket-Accept: ", "Sec-WebSocket-Accept: x");
        row("no proof", "Sec-WebSocket-Accept: ", "X: ");
        row("another protocol", "Protocol: xmpp", "Protocol: mqtt");
        row("no protocol", "Sec-WebSocket-Protocol: xmpp\r\n", "");
        row("an extension", "\r\n\r\n", "\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n");
        row("a broken header", "\r\n\r\n", "\r\nnonsense\r\n\r\n");
    }

    void answersThatAreNone()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        Socket socket;
        QByteArray answer = agreement(socket.request());
        QVERIFY(answer.contains(from));
        socket.deliver(answer.replace(from, to));
        QCOMPARE(socket.events.last(), u"failed"_s);
        QCOMPARE(socket.error->code, ErrorCode::NotXmpp);
        QCOMPARE(socket.error->subject, u"web.example.org"_s);
        QVERIFY(socket.network.lastWasAborted());
    }

    void headersInAnyCase()
    {
        Socket socket;
        const QByteArray request = socket.request();
        socket.deliver("HTTP/1.1 101 \r\nupgrade: WebSocket\r\nCONNECTION: keep-alive, upgrade\r\n"
                       "sec-websocket-accept:"
                       + proofOf(request) + "\r\nSEC-WEBSOCKET-PROTOCOL: xmpp\r\n\r\n");
        QVERIFY(socket.transport->isSecured());
    }

    void anAnswerInPieces()
    {
        Socket socket;
        for (const char byte : agreement(socket.request()))
            socket.wire()->deliver(QByteArray(1, byte));
        settle();
        QVERIFY(socket.transport->isSecured());
    }

    void anAnswerThatNeverEnds()
    {
        Socket socket;
        socket.request();
        for (int i = 0; i < 20; ++i)
            socket.wire()->deliver("X-Header: " + QByteArray(1000, 'x') + "\r\n");
        settle();
        QCOMPARE(socket.error->code, ErrorCode::NotXmpp);
    }

    /// Nothing may come before it was asked for; it would be read as if it answered us.
    void bytesBehindTheAnswer()
    {
        Socket socket;
        socket.deliver(agreement(socket.request()) + served(1, "<message/>"));
        QCOMPARE(socket.error->code, ErrorCode::PeerProtocolViolation);
        QVERIFY(socket.received.isEmpty());
    }

    void messagesGoOutMasked_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 125, 126, 65535, 65536, 300'000})
            QTest::addRow("%d", size) << size;
    }

    void messagesGoOutMasked()
    {
        QFETCH(int, size);
        Socket socket;
        socket.begin();
        const QByteArray message(size, 'm');
        socket.transport->write(message);
        const QByteArray sent = socket.network.takeWritten();
        QCOMPARE(read(sent), (QList<std::pair<int, QByteArray>>{{1, message}}));
        if (size > 8)
            QVERIFY(!sent.contains("mmmmmmmm"));
    }

    void messagesComeIn_data()
    {
        QTest::addColumn<int>("piece");
        QTest::newRow("whole") << 1'000'000;
        QTest::newRow("in twos") << 2;
        QTest::newRow("in ones") << 1;
    }

    void messagesComeIn()
    {
        QFETCH(int, piece);
        Socket socket;
        socket.begin();
        const QByteArray large(1000, 'x');
        const QByteArray bytes = served(1, "<a/>") + served(1, "<b>", false) + served(9, "are you there?")
            + served(0, "ñ", false) + served(10, "") + served(0, "</b>") + served(1, large) + served(1, "");
        for (qsizetype i = 0; i < bytes.size(); i += piece)
            socket.wire()->deliver(bytes.mid(i, piece));
        settle();
        QCOMPARE(socket.received, QByteArrayList({"<a/>", "<b>ñ</b>", large, ""}));
        QCOMPARE(read(socket.network.takeWritten()),
                 (QList<std::pair<int, QByteArray>>{{10, "are you there?"}}));
        QVERIFY(!socket.error);
    }

    /// SECURITY R34: a megabyte of the smallest frames costs no more than any other.
    void manySmallFrames()
    {
        Socket socket;
        socket.begin();
        socket.deliver(served(1, "x").repeated(350'000));
        QCOMPARE(socket.received.size(), 350'000);
    }

    void framesThatMayNotCome_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        const auto violation = ErrorCode::PeerProtocolViolation;
        const auto limit = ErrorCode::PeerLimitExceeded;
        QTest::newRow("binary") << served(2, "<a/>") << violation;
        QTest::newRow("undefined") << served(3, "<a/>") << violation;
        QTest::newRow("undefined control") << served(11, "") << violation;
        QTest::newRow("continues nothing") << served(0, "<a/>") << violation;
        QTest::newRow("begins within") << served(1, "<a", false) + served(1, "/>") << violation;
        QTest::newRow("masked") << QByteArray("\x81\x84mask<a/>", 10) << violation;
        QTest::newRow("compressed") << QByteArray("\xC1\x04<a/>", 6) << violation;
        QTest::newRow("a ping in fragments") << served(9, "", false) << violation;
        QTest::newRow("a long ping") << served(9, QByteArray(126, 'p')) << violation;
        QTest::newRow("5 MB") << served(1, QByteArray(5 * 1024 * 1024, 'x')).first(10) << limit;
        QTest::newRow("more than there is")
            << QByteArray("\x81\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 10) << limit;
        QTest::newRow("5 MB in fragments") << served(1, QByteArray(3 * 1024 * 1024, 'x'), false)
                + served(0, QByteArray(2 * 1024 * 1024, 'x'))
                                           << limit;
    }

    void framesThatMayNotCome() // SECURITY A18
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        Socket socket;
        socket.begin();
        socket.deliver(bytes + served(1, "<forged/>"));
        QCOMPARE(socket.events.last(), u"failed"_s);
        QCOMPARE(socket.error->code, code);
        QVERIFY(socket.received.isEmpty());
        QVERIFY(socket.network.lastWasAborted());
    }

    void theServerCloses()
    {
        Socket socket;
        socket.begin();
        socket.deliver(served(8, QByteArray::fromHex("03e9")) + served(1, "<late/>"));
        QVERIFY(socket.received.isEmpty());
        QCOMPARE(read(socket.network.takeWritten()).value(0).first, 8);
        QCOMPARE(socket.events.last(), u"closed"_s);
    }

    void weClose()
    {
        Socket socket;
        socket.begin();
        socket.transport->write("<close/>");
        socket.transport->close();
        const auto said = read(socket.network.takeWritten());
        QCOMPARE(said.size(), 2);
        QCOMPARE(said[1], (std::pair<int, QByteArray>{8, QByteArray::fromHex("03e8")}));
        settle();
        QCOMPARE(socket.events.last(), u"closed"_s);
    }

    void theWireBreaks()
    {
        Socket early;
        early.request();
        early.wire()->hangUp(true);
        settle();
        QCOMPARE(early.error->code, ErrorCode::ConnectionLost);

        Socket socket;
        socket.begin();
        socket.wire()->breakDown({ErrorCode::ConnectionLost});
        settle();
        QCOMPARE(socket.error->code, ErrorCode::ConnectionLost);
    }

    void certificatesAreJudgedBelow()
    {
        Socket socket;
        socket.wire()->acceptTcp();
        CertificateProblem problem;
        problem.error = {ErrorCode::CertificateWrongName};
        socket.wire()->rejectCertificate(problem);
        settle();
        QCOMPARE(socket.error->code, ErrorCode::CertificateWrongName);
        QVERIFY(socket.network.takeWritten().isEmpty());
    }

    void bindingsOfTheWire()
    {
        Socket socket;
        socket.wire()->setChannelBindings({{"tls-exporter", "x"}});
        socket.begin();
        QCOMPARE(socket.transport->channelBindings().size(), 1);
    }

    void mayBeDestroyedByAMessage()
    {
        Socket socket;
        socket.begin();
        QObject::connect(socket.transport.get(), &Transport::received, QCoreApplication::instance(), [&] {
            socket.transport->abort();
            socket.transport.release()->deleteLater();
        });
        socket.deliver(served(1, "<a/>") + served(1, "<b/>"));
        QVERIFY(!socket.transport);
        QCOMPARE(socket.received, QByteArrayList{"<a/>"});
    }
};

QTEST_GUILESS_MAIN(WebSocketTest)
#include "tst_websocket.moc"
