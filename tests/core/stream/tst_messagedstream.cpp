// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/StreamChannel.h"
#include "core/xml/Namespaces.h"
#include "tests/support/CanonicalXml.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FakeTransport.h"
#include "tests/support/Settle.h"

#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray kOpen
    = "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' version='1.0' id='s1' from='example.org'/>";

/// As difference() does, of documents that need nothing around them.
QString differenceAlone(const QByteArray &expected, const QByteArray &actual)
{
    QDomDocument wanted;
    QDomDocument given;
    if (!wanted.setContent(expected, true) || !given.setContent(actual, true))
        return u"no document: "_s + QString::fromUtf8(actual);
    return difference(wanted.documentElement(), given.documentElement());
}

/// A stream of messages (RFC 7395) whose other end is the test.
struct Messages {
    FakeClock clock;
    FakeNetwork network;
    StreamChannel *channel;
    QList<XmlElement> headers;
    QList<XmlElement> elements;
    std::optional<Error> error;
    int closed = 0;

    explicit Messages(const XmlLimits &limits = XmlLimits::beforeAuthentication())
    {
        auto transport = network.factory()();
        network.last()->setMessaged();
        channel = new StreamChannel(std::move(transport), clock);
        QObject::connect(channel, &StreamChannel::headerReceived, channel,
                         [this](const XmlElement &header) { headers.append(header); });
        QObject::connect(channel, &StreamChannel::elementReceived, channel,
                         [this](const XmlElement &element) { elements.append(element); });
        QObject::connect(channel, &StreamChannel::failed, channel, [this](const Error &why) { error = why; });
        QObject::connect(channel, &StreamChannel::streamClosed, channel, [this] { ++closed; });
        channel->openStream(u"ana@example.org"_s, u"example.org"_s, limits);
    }
    ~Messages()
    {
        delete channel;
        settle();
    }
    Q_DISABLE_COPY_MOVE(Messages)

    void deliver(const QByteArray &message)
    {
        if (network.last())
            network.last()->deliver(message);
        settle();
    }
};

} // namespace

class MessagedStreamTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opens()
    {
        Messages stream;
        const QByteArrayList written = stream.network.takeWrites();
        QCOMPARE(written.size(), 1);
        QCOMPARE(differenceAlone("<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='example.org' "
                                 "from='ana@example.org' version='1.0' xml:lang='en'/>",
                                 written[0]),
                 QString());
        stream.deliver(kOpen);
        QCOMPARE(stream.headers.size(), 1);
        QVERIFY(stream.headers[0].is(u"stream", ns::kStream));
        QCOMPARE(stream.headers[0].attribute(u"version"), u"1.0"_s);
        QCOMPARE(stream.headers[0].attribute(u"id"), u"s1"_s);
        stream.deliver("<stream:features xmlns:stream='http://etherx.jabber.org/streams'/>");
        QVERIFY(stream.elements.value(0).is(u"features", ns::kStream));
        stream.deliver("<features xmlns='http://etherx.jabber.org/streams'/>");
        QVERIFY(stream.elements.value(1).is(u"features", ns::kStream));
        stream.deliver("<message xmlns='jabber:client'><body>x</body></message>");
        QVERIFY(stream.elements.value(2).is(u"message", ns::kClient));
        QVERIFY(!stream.error);
    }

    void beginsAnew()
    {
        Messages stream;
        stream.deliver(kOpen);
        stream.channel->openStream(u"ana@example.org"_s, u"example.org"_s, XmlLimits());
        QCOMPARE(stream.network.takeWrites().size(), 2);
        stream.deliver(kOpen);
        QCOMPARE(stream.headers.size(), 2);
    }

    /// Only the first is a header; who waits for none refuses what comes as an element.
    void opensOnce()
    {
        Messages stream;
        stream.deliver(kOpen);
        stream.deliver(kOpen);
        QCOMPARE(stream.headers.size(), 1);
        QVERIFY(stream.elements.value(0).is(u"open", ns::kFraming));
    }

    void anElementBeforeTheHeader()
    {
        Messages stream;
        stream.deliver("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        QCOMPARE(stream.headers.size(), 0);
        QCOMPARE(stream.elements.size(), 1);
    }

    void closes_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("close") << QByteArray("<close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>");
        // Where it points is nobody's business (RFC 7395 3.6.1).
        QTest::newRow("elsewhere") << QByteArray(
            "<close xmlns='urn:ietf:params:xml:ns:xmpp-framing' see-other-uri='wss://evil.example/'/>");
        QTest::newRow("the end of a stream") << QByteArray("</stream:stream>");
    }

    void closes()
    {
        QFETCH(QByteArray, message);
        Messages stream;
        stream.deliver(kOpen);
        stream.deliver(message);
        QCOMPARE(stream.closed, 1);
        QVERIFY(!stream.error);
    }

    void messagesThatMayNotCome_data() // SECURITY A01, A05, A14, A17, A18
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, const QByteArray &message, ErrorCode code) {
            QTest::newRow(name) << message << code;
        };
        row("two elements", "<message xmlns='jabber:client'/><message xmlns='jabber:client'/>",
            ErrorCode::PeerProtocolViolation);
        row("half an element", "<message xmlns='jabber:client'><bo", ErrorCode::PeerXmlNotWellFormed);
        row("text", "hello", ErrorCode::PeerProtocolViolation);
        row("a comment", "<!-- x -->", ErrorCode::PeerXmlRestricted);
        row("a DTD", "<!DOCTYPE x [<!ENTITY e 'x'>]><x xmlns='u'>&e;</x>", ErrorCode::PeerXmlRestricted);
        row("a header", "<stream:stream xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>",
            ErrorCode::PeerProtocolViolation);
        row("no XML", "<a xmlns='u'></b>", ErrorCode::PeerXmlNotWellFormed);
        row("too much", "<a xmlns='u'>" + QByteArray(300'000, 'x') + "</a>", ErrorCode::PeerLimitExceeded);
        row("too deep", QByteArray("<a xmlns='u'>").repeated(200), ErrorCode::PeerLimitExceeded);
    }

    void messagesThatMayNotCome()
    {
        QFETCH(QByteArray, message);
        QFETCH(ErrorCode, code);
        Messages stream;
        stream.deliver(kOpen);
        stream.deliver(message);
        QVERIFY(stream.error);
        QCOMPARE(stream.error->code, code);
        QVERIFY(stream.elements.size() <= 1); // the first of two
        QVERIFY(stream.network.lastIsGone());
    }

    void standsAlone_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("sent");
        const auto row = [](const char *name, const QByteArray &written, const QByteArray &sent) {
            QTest::newRow(name) << written << sent;
        };
        row("message", "<message to=\"bruno@example.org\"><body>xmlns=''</body></message>",
            "<message xmlns='jabber:client' to='bruno@example.org'><body>xmlns=''</body></message>");
        row("presence", "<presence/>", "<presence xmlns='jabber:client'/>");
        row("iq", "<iq type=\"get\" id=\"1\"><ping xmlns=\"urn:xmpp:ping\"/></iq>",
            "<iq xmlns='jabber:client' type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>");
        row("its own", "<r xmlns=\"urn:xmpp:sm:3\"/>", "<r xmlns='urn:xmpp:sm:3'/>");
        row("a longer name", "<iqs xmlns=\"urn:x\"/>", "<iqs xmlns='urn:x'/>");
    }

    void standsAlone()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, sent);
        Messages stream;
        static_cast<void>(stream.network.takeWrites());
        stream.channel->write(written);
        QCOMPARE(differenceAlone(sent, stream.network.takeWrites().value(0)), QString());
    }

    void severalElementsAreSeveralMessages()
    {
        Messages stream;
        static_cast<void>(stream.network.takeWrites());
        stream.channel->write(QByteArrayList{"<presence/>", "<message/>"});
        stream.channel->write(QByteArray(" "));
        QCOMPARE(stream.network.takeWrites(),
                 QByteArrayList({"<presence xmlns='jabber:client'/>", "<message xmlns='jabber:client'/>"}));
    }

    void weClose()
    {
        Messages stream;
        static_cast<void>(stream.network.takeWrites());
        stream.channel->shut();
        const QByteArrayList written = stream.network.takeWrites();
        QCOMPARE(written.size(), 1);
        QCOMPARE(differenceAlone("<close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>", written[0]),
                 QString());
    }

    void weRefuse()
    {
        Messages stream;
        static_cast<void>(stream.network.takeWrites());
        stream.channel->refuse(u"policy-violation");
        const QByteArrayList written = stream.network.takeWrites();
        QCOMPARE(written.size(), 2);
        QCOMPARE(
            differenceAlone("<stream:error xmlns:stream='http://etherx.jabber.org/streams'>"
                            "<policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>",
                            written[0]),
            QString());
        QVERIFY(written[1].startsWith("<close "));
    }
};

QTEST_GUILESS_MAIN(MessagedStreamTest)
#include "tst_messagedstream.moc"
