// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a server, or whoever sits in the middle, may do to a whole stream: the attack rows of sections A.1 to
// A.3 whose oracle is what the program says and whom it still talks to afterwards.
#include "tests/support/ResidentMemory.h"
#include "tests/support/ScriptedServer.h"

#include <QFile>
#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <sys/inotify.h>
#include <time.h>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const QByteArray kHeader = "<?xml version='1.0'?><stream:stream xmlns='jabber:client' "
                           "xmlns:stream='http://etherx.jabber.org/streams' id='1' version='1.0'>";
const QByteArray kStartTls = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";
const QByteArray kForged = "<message from='example.org'><body>forged</body></message>";

class Listener : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    Manifest manifest() override
    {
        Manifest manifest;
        manifest.messages = {{0, {}, {}, Sender::Anyone, [this](const Message &message) {
                                  heard.append(message.body);
                                  return true;
                              }}};
        return manifest;
    }

    QStringList heard;
};

/// Sees every opening of one file.
class OpenWatch
{
public:
    explicit OpenWatch(const QString &file)
        : m_descriptor(inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        if (inotify_add_watch(m_descriptor, QFile::encodeName(file).constData(), IN_OPEN | IN_ACCESS) < 0)
            qFatal("cannot watch");
    }
    ~OpenWatch() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(OpenWatch)

    [[nodiscard]] bool wasOpened() const
    {
        char events[4096];
        return ::read(m_descriptor, events, sizeof events) > 0;
    }

private:
    int m_descriptor;
};

/// Milliseconds of processor time that this thread has used.
qint64 cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

constexpr int kSlower = kMemoryTells ? 1 : 6;

/// Where in a stream something is put.
enum class Place { BeforeHeader, AfterHeader, BetweenStanzas, InStanza };

struct Attacked {
    ScriptedServer server;
    Listener *listener = server.add<Listener>();
    QSignalSpy ended{&server.stream, &XmppStream::ended};

    /// Plays the server up to the place, then sends the attack with something forged behind it.
    void at(Place place, const QByteArray &attack)
    {
        if (place == Place::BetweenStanzas || place == Place::InStanza) {
            server.bringOnline();
            server.skip();
        } else {
            server.start();
            server.acceptTcp();
            server.expectHeader();
        }
        const QByteArray header = place == Place::AfterHeader ? kHeader : QByteArray();
        const QByteArray open = place == Place::InStanza ? "<message><body>x" : QByteArray();
        const QByteArray close = place == Place::InStanza ? "</body></message>" : QByteArray();
        const qint64 cpu = cpuMs();
        // Not send(), which would parse it too.
        server.wire()->deliver(header + open + attack + close + kForged);
        settle();
        used = cpuMs() - cpu;
    }

    [[nodiscard]] Error error() const { return ended.isEmpty() ? Error() : ended[0][0].value<Error>(); }
    /// The stream error was said, the stream ended, the connection dropped, and nothing behind it counted.
    void verifyRefused(const QByteArray &condition)
    {
        server.expect("<stream:error><" + condition
                      + " xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>");
        server.expectFooter();
        server.expectNothing();
        QCOMPARE(ended.count(), 1);
        QVERIFY(server.network.lastIsGone());
        QCOMPARE(listener->heard, QStringList());
        // Nobody else was talked to.
        QCOMPARE(server.network.made(), 1);
        QCOMPARE(server.resolver.asked().size(), 1);
        if (QTest::currentTestFailed())
            return;
        // And the next, legitimate stream works.
        server.bringOnline();
        server.send("<message><body>legitimate</body></message>");
        QCOMPARE(listener->heard, QStringList{u"legitimate"_s});
    }

    qint64 used = 0; ///< milliseconds of processor time
};

constexpr Place kPlaces[] = {Place::BeforeHeader, Place::AfterHeader, Place::BetweenStanzas, Place::InStanza};

} // namespace

class HostileStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(u"tertulia.*=false"_s);
        Attacked warm; // what is made once does not count as growth
        warm.at(Place::InStanza, "<!-- -->");
    }

    /// SECURITY A01, A02, A03, A04, A05: at four places.
    void restrictedXml_data()
    {
        QTest::addColumn<QByteArray>("attack");
        QByteArray laughs = "<!DOCTYPE l [<!ENTITY a0 'ha'>";
        for (int i = 1; i < 10; ++i) {
            const QByteArray inner = "&a" + QByteArray::number(i - 1) + ";";
            laughs += "<!ENTITY a" + QByteArray::number(i) + " '" + inner.repeated(10) + "'>";
        }
        QTest::newRow("billion laughs") << QByteArray(laughs + "]>&a9;");
        QTest::newRow("external file") << QByteArray("<!DOCTYPE x [<!ENTITY e SYSTEM '{file}'>]>&e;");
        QTest::newRow("external subset") << QByteArray("<!DOCTYPE x SYSTEM '{file}'>");
        QTest::newRow("external http")
            << QByteArray("<!DOCTYPE x [<!ENTITY e SYSTEM 'http://evil.example/'>]>&e;");
        QTest::newRow("parameter entity") << QByteArray("<!DOCTYPE x [<!ENTITY % p SYSTEM '{file}'>%p;]>");
        QTest::newRow("quadratic blow-up") << QByteArray("<!DOCTYPE x [<!ENTITY a '" + QByteArray(60'000, 'a')
                                                         + "'>]>" + QByteArray("&a;").repeated(60'000));
        QTest::newRow("comment") << QByteArray("<!-- x -->");
        QTest::newRow("comment around a stanza") << QByteArray("<!--" + kForged + "-->");
        QTest::newRow("processing instruction") << QByteArray("<?php evil ?>");
    }

    void restrictedXml()
    {
        QFETCH(QByteArray, attack);
        QTemporaryDir folder;
        QFile secret(folder.filePath(u"secret"_s));
        QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write("secret") > 0);
        secret.close();
        const OpenWatch watch(secret.fileName());
        attack.replace("{file}", QUrl::fromLocalFile(secret.fileName()).toEncoded());
        for (const Place place : kPlaces) {
            Attacked attacked;
            const qint64 before = residentKilobytes();
            attacked.at(place, attack);
            QVERIFY2(!kMemoryTells || residentKilobytes() - before < 1024, "memory grew");
            QVERIFY2(attacked.used < 50 * kSlower, qPrintable(QString::number(attacked.used)));
            QCOMPARE(attacked.error().code, ErrorCode::PeerXmlRestricted);
            attacked.verifyRefused("restricted-xml");
        }
        QVERIFY(!watch.wasOpened());
    }

    /// SECURITY A06: closed before the first stanza.
    void foreignEncodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto named = [](const char *name) {
            QTest::newRow(name) << QByteArray("<?xml version='1.0' encoding='") + name + "'?>"
                    + kHeader.mid(kHeader.indexOf("<stream"));
        };
        named("ISO-8859-1");
        named("UTF-16");
        named("UTF-7");
        const QString text = QString::fromUtf8(kHeader);
        QTest::newRow("UTF-16 mark") << QByteArray(
            "\xFF\xFE" + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2));
    }

    void foreignEncodings()
    {
        QFETCH(QByteArray, bytes);
        Attacked attacked;
        attacked.at(Place::BeforeHeader, bytes);
        QCOMPARE(attacked.error().code, ErrorCode::PeerEncodingUnsupported);
        attacked.verifyRefused("unsupported-encoding");
    }

    /// SECURITY A07: what stands behind bytes that are no UTF-8 is not read.
    void badUtf8()
    {
        for (const QByteArray bad : {"\xC0\x80", "\xED\xA0\x80", "\xE2\x82", "\xF5\x80\x80\x80"}) {
            Attacked attacked;
            attacked.at(Place::InStanza, bad);
            attacked.verifyRefused("not-well-formed");
        }
    }

    /// SECURITY A15: no reference to what may not be said, and none that is not known.
    void badReferences()
    {
        for (const QByteArray bad :
             {"&#0;", "&#x1F;", "&#xD800;", "&#xFFFF;", "&#99999999999;", "&foo;", "&"}) {
            Attacked attacked;
            attacked.at(Place::InStanza, bad);
            attacked.verifyRefused("not-well-formed");
        }
    }

    /// SECURITY A16, A17: floods of attributes, of namespaces, and of levels.
    void floods_data()
    {
        QTest::addColumn<QByteArray>("flood");
        const auto attributes = [](int count, const QByteArray &stem) {
            QByteArray tag = "<iq";
            for (int i = 0; i < count; ++i)
                tag += " " + stem + QByteArray::number(i) + "='v'";
            return QByteArray(tag + "/>");
        };
        QTest::newRow("64,000 attributes") << attributes(64'000, "a");
        QTest::newRow("5,000 namespaces") << attributes(5'000, "xmlns:n");
        QTest::newRow("400,000 levels") << QByteArray("<a>").repeated(400'000);
    }

    void floods()
    {
        QFETCH(QByteArray, flood);
        for (const Place place : {Place::AfterHeader, Place::BetweenStanzas, Place::InStanza}) {
            Attacked attacked;
            attacked.at(place, flood);
            QVERIFY2(attacked.used < 100 * kSlower, qPrintable(QString::number(attacked.used)));
            QCOMPARE(attacked.error().code, ErrorCode::PeerLimitExceeded);
            attacked.verifyRefused("policy-violation");
        }
    }

    /// SECURITY A13: the same stream under other prefixes is as good.
    void prefixesDoNotMatter_data()
    {
        QTest::addColumn<QByteArray>("header"); ///< attributes of the header
        QTest::addColumn<QByteArray>("stream"); ///< prefix of elements of the stream
        QTest::addColumn<QByteArray>("client"); ///< prefix of stanzas
        QTest::addColumn<QByteArray>("declared"); ///< on each stanza
        const QByteArray streams = "'http://etherx.jabber.org/streams'";
        const auto row = [](const char *name, const QByteArray &header, const char *stream,
                            const char *client, const char *declared = "") {
            QTest::newRow(name) << header << QByteArray(stream) << QByteArray(client) << QByteArray(declared);
        };
        row("usual", "xmlns='jabber:client' xmlns:stream=" + streams, "stream:", "");
        row("another prefix", "xmlns='jabber:client' xmlns:s=" + streams, "s:", "");
        row("stream as default", "xmlns=" + streams + " xmlns:c='jabber:client'", "", "c:");
        row("both prefixed", "xmlns:c='jabber:client' xmlns:stream=" + streams, "stream:", "c:");
        row("declared on the stanza", "xmlns=" + streams, "", "", " xmlns='jabber:client'");
        row("prefix declared on the stanza", "xmlns:s=" + streams, "s:", "q:", " xmlns:q='jabber:client'");
    }

    void prefixesDoNotMatter()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, stream);
        QFETCH(QByteArray, client);
        QFETCH(QByteArray, declared);
        Attacked attacked;
        ScriptedServer &server = attacked.server;
        const auto open = [&](const QByteArray &features) {
            server.expectHeader();
            server.send("<?xml version='1.0'?><" + stream + "stream " + header + " id='1' version='1.0'><"
                        + stream + "features>" + features + "</" + stream + "features>");
        };
        server.start();
        server.acceptTcp();
        open(kStartTls);
        server.secure();
        open("<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + server.mechanisms + "</mechanisms>");
        server.authenticate();
        open("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>");
        server.expect("<iq type='set' id='*'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
                      "<resource>desk</resource></bind></iq>");
        server.send("<" + client + "iq" + declared
                    + " type='result' id='{id}'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
                      "<jid>ana@example.org/desk</jid></bind></"
                    + client + "iq>");
        QVERIFY(server.stream.isOnline());
        server.send("<" + client + "message" + declared + "><" + client + "body>hola</" + client + "body></"
                    + client + "message>");
        QCOMPARE(attacked.listener->heard, QStringList{u"hola"_s});
    }

    /// SECURITY A19: compression is never asked for, whatever is offered, and bytes stay what they are.
    void compressionIsNeverNegotiated()
    {
        const QByteArray offer
            = "<compression xmlns='http://jabber.org/features/compress'><method>zlib</method>"
              "<method>lzw</method></compression>";
        Attacked attacked;
        ScriptedServer &server = attacked.server;
        QByteArray said;
        server.start();
        server.acceptTcp();
        server.expectHeader();
        server.sendHeader();
        server.sendFeatures(kStartTls + offer);
        server.secure();
        server.expectHeader();
        server.sendHeader();
        server.sendFeatures(offer + "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>"
                            + server.mechanisms + "</mechanisms>");
        server.authenticate();
        server.extraFeatures = offer;
        server.openAuthenticatedStream();
        server.bind();
        server.enableManagement();
        QVERIFY(server.stream.isOnline());
        server.send("<compressed xmlns='http://jabber.org/protocol/compress'/>");
        server.send("<message><body>in the clear</body></message>");
        QCOMPARE(attacked.listener->heard, QStringList{u"in the clear"_s});
        server.stream.close();
        server.skip();
        QVERIFY(server.written().contains("<starttls") && server.written().contains("</stream:stream>"));
        QVERIFY2(!server.written().contains("compress"), server.written().constData());
    }

    /// SECURITY A22: an answer that was sent before the question could be read is none.
    void proceedBeforeItIsAskedFor()
    {
        Attacked attacked;
        ScriptedServer &server = attacked.server;
        server.start();
        server.acceptTcp();
        server.expectHeader();
        server.send(kHeader + "<stream:features>" + kStartTls
                    + "</stream:features><proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        QCOMPARE(attacked.error().code, ErrorCode::PeerProtocolViolation);
        QVERIFY(server.network.lastIsGone());
        QVERIFY(!server.wire() || !server.wire()->tlsWanted());
    }

    /// SECURITY A48, A49: where the older list is the one that serves, nothing of XEP-0388 is answered, least
    /// of all with a secret.
    void sasl2IsNotSpoken_data()
    {
        QTest::addColumn<QByteArray>("unasked");
        const QByteArray space = " xmlns='urn:xmpp:sasl:2'";
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("unknown task")
            << QByteArray("<continue" + space + "><tasks><task>X-ASK-FOR-MORE</task></tasks></continue>");
        QTest::newRow("upgrade task")
            << QByteArray("<continue" + space + "><tasks><task>UPGR-SCRAM-SHA-512</task></tasks></continue>");
        QTest::newRow("upgrade parameters")
            << QByteArray("<parameters" + space
                          + "><salt xmlns='urn:xmpp:scram-upgrade:0' iterations='4096'>"
                            "c2FsdA==</salt></parameters>");
        QTest::newRow("success with a token") << QByteArray(
            "<success" + space
            + "><authorization-identifier>mallory@example.org</authorization-identifier>"
              "<token xmlns='urn:xmpp:fast:0' token='t' expiry='2030-01-01T00:00:00Z'/></success>");
    }

    void sasl2IsNotSpoken()
    {
        QFETCH(QByteArray, unasked);
        Attacked attacked;
        ScriptedServer &server = attacked.server;
        server.start();
        server.acceptTcp();
        server.openPlainStream();
        server.secure();
        server.expectHeader();
        server.sendHeader();
        server.sendFeatures(
            "<authentication xmlns='urn:xmpp:sasl:2'><mechanism>PLAIN</mechanism><inline>"
            "<fast xmlns='urn:xmpp:fast:0'><mechanism>HT-SHA-256-NONE</mechanism></fast></inline>"
            "<upgrade xmlns='urn:xmpp:sasl:upgrade:0'>UPGR-SCRAM-SHA-512</upgrade></authentication>"
            "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>"
            + server.mechanisms + "</mechanisms>");
        if (unasked.isEmpty()) {
            server.authenticate();
            server.openAuthenticatedStream();
        } else {
            server.next(); // <auth/>
            server.send(unasked);
            QCOMPARE(attacked.error().code, ErrorCode::PeerProtocolViolation);
            QVERIFY(server.network.lastIsGone());
        }
        server.skip();
        const QByteArray &written = server.written();
        QVERIFY(written.contains("urn:ietf:params:xml:ns:xmpp-sasl"));
        QVERIFY(!written.contains("sasl:2") && !written.contains("fast") && !written.contains("<next"));
        QVERIFY(!written.contains("secret") && !written.contains(QByteArray("secret").toBase64()));
    }
};

QTEST_GUILESS_MAIN(HostileStreamTest)
#include "tst_hostilestream.moc"
