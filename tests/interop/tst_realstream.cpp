// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/net/SslTransport.h"
#include "core/stream/XmppStream.h"
#include "tests/support/EjabberdServer.h"
#include "tests/support/FakeResolver.h"
#include "tests/support/ProsodyServer.h"

#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

/// Milliseconds that a real server on a busy machine may take.
constexpr int kPatience = 30'000;

/// Hears messages, as a chat would.
class Listener : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    Manifest manifest() override
    {
        Manifest manifest;
        manifest.messages = {{0, {}, {}, Sender::Anyone, [this](const Message &message) {
                                  if (!message.body.isNull())
                                      heard.append(message.body);
                                  return true;
                              }}};
        return manifest;
    }

    QStringList heard;
};

/// One account's stream over real sockets.
struct Client {
    SystemClock clock;
    EventLoopTimers timers;
    RandomIds ids;
    FakeResolver resolver; // the network is loopback: no name is looked up
    XmppStream stream{{clock, timers, ids, resolver, [] { return std::make_unique<SslTransport>(); }}};
    Listener *listener = nullptr;
    ConnectionSettings settings;
    QSignalSpy online{&stream, &XmppStream::online};
    QSignalSpy ended{&stream, &XmppStream::ended};

    Client(const RealServer &server, SecurityChoice security)
    {
        std::vector<std::unique_ptr<Module>> modules;
        modules.push_back(std::make_unique<Listener>(stream.host()));
        listener = static_cast<Listener *>(modules.front().get());
        stream.setModules(std::move(modules));
        settings.account = *Jid::parse(u"ana@"_s + server.domain());
        settings.resource = u"desk"_s;
        settings.host = server.host();
        settings.security = security;
        settings.port = security == SecurityChoice::DirectTls ? server.directTlsPort() : server.port();
        settings.extraAuthorities = {server.authority()};
    }
    void start(const QString &password = u"sesame"_s) { stream.start(settings, password); }
    [[nodiscard]] ErrorCode error() const { return ended.last()[0].value<Error>().code; }
    [[nodiscard]] Message toMyself(const QString &body) const
    {
        Message message;
        message.to = settings.account;
        message.body = body;
        return message;
    }
    [[nodiscard]] StreamStart lastStart() const { return online.last()[0].value<StreamStart>(); }
};

using Make = std::function<std::unique_ptr<RealServer>()>;

} // namespace

/// The stream against servers that were not written with it.
class RealStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void talks_data()
    {
        QTest::addColumn<Make>("make");
        QTest::addColumn<bool>("direct");
        const Make prosody = [] { return std::make_unique<ProsodyServer>(); };
        const Make ejabberd = [] { return std::make_unique<EjabberdServer>(); };
        QTest::newRow("Prosody, STARTTLS") << prosody << false;
        QTest::newRow("Prosody, direct TLS") << prosody << true;
        QTest::newRow("ejabberd, STARTTLS") << ejabberd << false;
        QTest::newRow("ejabberd, direct TLS") << ejabberd << true;
    }

    void talks()
    {
        QFETCH(Make, make);
        QFETCH(bool, direct);
        const auto server = make();
        QVERIFY(server->start());
        Client client(*server, direct ? SecurityChoice::DirectTls : SecurityChoice::StartTls);

        client.start();
        QTRY_COMPARE_WITH_TIMEOUT(client.online.count() + client.ended.count(), 1, kPatience);
        QVERIFY(client.ended.isEmpty());
        QCOMPARE(client.stream.boundJid().bare(), client.settings.account);
        QVERIFY(client.stream.mechanism().startsWith(u"SCRAM-"));
        QVERIFY(client.stream.tlsFacts().protocol.startsWith(u"TLS 1."));
        client.stream.host().send(Presence());

        bool acknowledged = false;
        client.stream.host()
            .sendTracked(client.toMyself(u"\u00BFqu\u00E9 tal? \U0001F600"_s))
            .then(this, [&](const Result<void> &r) { acknowledged = r.has_value(); });
        QTRY_COMPARE_WITH_TIMEOUT(client.listener->heard, QStringList{u"\u00BFqu\u00E9 tal? \U0001F600"_s},
                                  kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(acknowledged, kPatience);

        // Cut without a word, with something unsaid: the server still knows us.
        client.stream.drop();
        client.start();
        QTRY_COMPARE_WITH_TIMEOUT(client.online.count(), 2, kPatience);
        QCOMPARE(client.lastStart(), StreamStart::Resumed);
        client.stream.host().send(client.toMyself(u"again"_s));
        QTRY_COMPARE_WITH_TIMEOUT(client.listener->heard.size(), 2, kPatience);

        client.stream.close();
        QTRY_COMPARE_WITH_TIMEOUT(client.ended.count(), 1, kPatience);
        QCOMPARE(client.error(), ErrorCode::Cancelled);

        // A stream that was closed is not resumed.
        client.start();
        QTRY_COMPARE_WITH_TIMEOUT(client.online.count(), 3, kPatience);
        QCOMPARE(client.lastStart(), StreamStart::Fresh);
    }

    void aKilledServerForgets()
    {
        ProsodyServer server;
        QVERIFY(server.start());
        Client client(server, SecurityChoice::StartTls);
        client.start();
        QTRY_COMPARE_WITH_TIMEOUT(client.online.count(), 1, kPatience);
        server.kill();
        QTRY_COMPARE_WITH_TIMEOUT(client.ended.count(), 1, kPatience);
        QCOMPARE(client.error(), ErrorCode::ConnectionLost);
        client.start();
        QTRY_COMPARE_WITH_TIMEOUT(client.ended.count(), 2, kPatience);
        QCOMPARE(client.error(), ErrorCode::ConnectionRefused);
        QVERIFY(server.start());
        client.start();
        QTRY_COMPARE_WITH_TIMEOUT(client.online.count(), 2, kPatience);
        QCOMPARE(client.lastStart(), StreamStart::Fresh);
        client.stream.host().send(Presence());
        client.stream.host().send(client.toMyself(u"still here"_s));
        QTRY_COMPARE_WITH_TIMEOUT(client.listener->heard.size(), 1, kPatience);
    }

    /// A server that keeps no streams for its clients says why it goes.
    void aServerThatShutsDown()
    {
        ServerOptions options;
        options.extraConfiguration = "modules_disabled = { \"s2s\", \"s2s_auth_certs\", \"http\", \"https\", "
                                     "\"smacks\" }";
        ProsodyServer server(options);
        QVERIFY(server.start());
        Client client(server, SecurityChoice::StartTls);
        client.start();
        QTRY_COMPARE_WITH_TIMEOUT(client.online.count(), 1, kPatience);
        server.stop();
        QTRY_COMPARE_WITH_TIMEOUT(client.ended.count(), 1, kPatience);
        QCOMPARE(client.error(), ErrorCode::StreamSystemShutdown);
    }

    /// One that does says nothing: on SIGTERM mod_smacks of Prosody 0.12 writes the counters to disk and
    /// closes the connection of every resumable stream (its hook of server-stopping calls
    /// session.conn:close()) before mod_c2s could send <system-shutdown/>; strace shows that a close_notify
    /// is all that follows the signal. So the end looks like a cut, and is tried again like one, with the
    /// stream to be resumed.
    void aServerThatShutsDownAndMayKnowUsAgain()
    {
        ProsodyServer server;
        QVERIFY(server.start());
        Client client(server, SecurityChoice::StartTls);
        client.start();
        QTRY_COMPARE_WITH_TIMEOUT(client.online.count(), 1, kPatience);
        server.stop();
        QTRY_COMPARE_WITH_TIMEOUT(client.ended.count(), 1, kPatience);
        QCOMPARE(client.error(), ErrorCode::ConnectionLost);
        QCOMPARE(client.ended[0][1].toBool(), true);
        QVERIFY(!server.log().contains("system-shutdown"));
    }

    void refusals()
    {
        ProsodyServer server;
        QVERIFY(server.start());

        Client wrong(server, SecurityChoice::StartTls);
        wrong.start(u"open"_s);
        QTRY_COMPARE_WITH_TIMEOUT(wrong.ended.count(), 1, kPatience);
        QCOMPARE(wrong.error(), ErrorCode::WrongPassword);

        Client untrusting(server, SecurityChoice::StartTls);
        untrusting.settings.extraAuthorities.clear();
        QSignalSpy rejected(&untrusting.stream, &XmppStream::certificateRejected);
        untrusting.start();
        QTRY_COMPARE_WITH_TIMEOUT(untrusting.ended.count(), 1, kPatience);
        QCOMPARE(untrusting.error(), ErrorCode::CertificateUntrusted);
        QCOMPARE(rejected.count(), 1);

        Client stray(server, SecurityChoice::DirectTls);
        stray.settings.port = server.port(); // TLS at once where STARTTLS is spoken
        stray.start();
        QTRY_COMPARE_WITH_TIMEOUT(stray.ended.count(), 1, kPatience);
        // What answers in the clear there is taken for something else.
        QVERIFY(stray.error() == ErrorCode::NotXmpp || stray.error() == ErrorCode::ConnectionLost);
    }
};

QTEST_GUILESS_MAIN(RealStreamTest)
#include "tst_realstream.moc"
