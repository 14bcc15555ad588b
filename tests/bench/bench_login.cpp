// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From start() to online against a real Prosody on loopback, straight and over a longer way: by the password
// and a new resource (the classic path), by the password and resumption, and by a token with resumption along
// with it (XEP-0388, XEP-0484). And how long the program's own account takes to be back when the network is:
// after a cut, and where nobody was told that the connection of before is dead (SECURITY R11, R12).
#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/net/SslTransport.h"
#include "core/stream/XmppStream.h"
#include "tests/support/DelayingProxy.h"
#include "tests/support/FakeResolver.h"
#include "tests/support/Figures.h"
#include "tests/support/ProsodyServer.h"
#include "tests/support/RealAccount.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTestEventLoop>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace
{

constexpr int kRuns = 11;
constexpr int kSilentRuns = 3; // of more than 4 s each
constexpr int kPatience = 30'000;

struct Client {
    SystemClock clock;
    EventLoopTimers timers;
    RandomIds ids;
    FakeResolver resolver;
    XmppStream stream{{clock, timers, ids, resolver, [] { return std::make_unique<SslTransport>(); }}};
    ConnectionSettings settings;
    HashedToken token;
    QTestEventLoop loop; // QTest::qWaitFor() sleeps between looks, at each hop

    Client(const RealServer &server, quint16 port)
    {
        settings.account = *Jid::parse(u"ana@"_s + server.domain());
        settings.host = server.host();
        settings.security = SecurityChoice::DirectTls;
        settings.port = port;
        settings.extraAuthorities = {server.authority()};
        settings.userAgentId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        QObject::connect(&stream, &XmppStream::online, &loop, &QTestEventLoop::exitLoop);
        QObject::connect(&stream, &XmppStream::ended, &loop, &QTestEventLoop::exitLoop);
        QObject::connect(&stream, &XmppStream::tokenGiven, &stream,
                         [this](const HashedToken &given) { token = given; });
    }
    /// Milliseconds until it is online; negative if that failed.
    double logIn(bool byToken)
    {
        QElapsedTimer time;
        time.start();
        stream.start(settings,
                     byToken ? LogInSecrets{.token = token}
                             : LogInSecrets{.password = u"sesame"_s, .wantsToken = true});
        loop.enterLoopMSecs(kPatience);
        if (!stream.isOnline())
            return -1;
        return double(time.nsecsElapsed()) / 1e6;
    }
    /// As far as the server is told.
    bool leave()
    {
        stream.close();
        loop.enterLoopMSecs(kPatience);
        return !loop.timeout();
    }
};

struct Figure {
    double ms = -1;
    int roundTrips = 0;
};

enum class Way { Fresh, Resumed, TokenResumed };

Figure measure(const RealServer &server, DelayingProxy &proxy, Way way)
{
    Client client(server, proxy.serverPort());
    if (client.logIn(false) < 0)
        return {};
    QList<double> times;
    int roundTrips = 0;
    for (int i = 0; i < kRuns; ++i) {
        if (way == Way::Fresh && !client.leave())
            return {};
        client.stream.drop();
        client.loop.enterLoopMSecs(100); // the connection before is gone at both ends
        std::ignore = proxy.takeRoundTrips();
        const double ms = client.logIn(way == Way::TokenResumed);
        const bool resumed = client.stream.resumptions() == i + 1;
        if (ms < 0 || resumed != (way != Way::Fresh))
            return {};
        roundTrips = proxy.takeRoundTrips();
        times.append(ms);
    }
    return {bench::median(times), roundTrips};
}

struct Return {
    QList<double> times; ///< ms
    int roundTrips = 0; ///< of the last one
};

/// From the moment the desktop says that the network is back until the stream of before goes on. No times if
/// one did not.
Return measureReturn(const RealServer &server, DelayingProxy &proxy, DelayingProxy::Loss loss, int runs)
{
    RealAccount account(server, u"ana"_s, SecurityChoice::DirectTls);
    account.change([&](ConnectionSettings &connection) { connection.port = proxy.serverPort(); });
    if (!account.logsInWith(u"sesame"_s))
        return {};
    XmppSession &session = account.session();
    QTestEventLoop loop;
    std::optional<SessionState> awaited;
    QObject::connect(&session, &XmppSession::stateChanged, &loop, [&] {
        if (session.state() == awaited)
            loop.exitLoop();
    });
    const auto reaches = [&](SessionState state) {
        awaited = state;
        loop.enterLoopMSecs(kPatience);
        return session.state() == state;
    };
    Return result;
    for (int i = 0; i < runs; ++i) {
        proxy.goAway(loss);
        if (loss == DelayingProxy::Loss::Cut && !reaches(SessionState::Waiting))
            return {};
        proxy.comeBack();
        std::ignore = proxy.takeRoundTrips();
        QElapsedTimer time;
        time.start();
        account.accounts->wake();
        if (!reaches(SessionState::Online) || session.connectionDetails().resumptions != i + 1)
            return {};
        result.times.append(double(time.nsecsElapsed()) / 1e6);
        result.roundTrips = proxy.takeRoundTrips();
    }
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    ServerOptions modern;
    modern.modules
        = {u"test_bindings"_s, u"test_sasl2"_s, u"sasl2"_s, u"sasl2_bind2"_s, u"sasl2_fast"_s, u"sasl2_sm"_s};
    ProsodyServer classicServer;
    ProsodyServer modernServer(modern);
    if (!classicServer.start() || !modernServer.start())
        return 1;
    for (const auto roundTrip : {0ms, 50ms}) {
        DelayingProxy toClassic(classicServer.directTlsPort(), roundTrip);
        DelayingProxy toModern(modernServer.directTlsPort(), roundTrip);
        const Figure classic = measure(classicServer, toClassic, Way::Fresh);
        const Figure resumed = measure(classicServer, toClassic, Way::Resumed);
        const Figure along = measure(modernServer, toModern, Way::Fresh);
        const Figure token = measure(modernServer, toModern, Way::TokenResumed);
        const auto tell = [&](const char *name, const Figure &figure) {
            const QByteArray with
                = name + QByteArray("_at_") + QByteArray::number(int(roundTrip.count())) + "ms";
            bench::figure(with.constData(), figure.ms, "ms", "the classic path", classic.ms);
            bench::figure(QByteArray(with + "_round_trips").constData(), figure.roundTrips, "",
                          "the classic path", classic.roundTrips);
        };
        for (const Figure &figure : {classic, resumed, along, token})
            if (figure.ms < 0)
                return 1;
        tell("classic_password_bind", classic);
        tell("classic_password_resume", resumed);
        tell("sasl2_password_bind2", along);
        tell("sasl2_token_resume", token);

        using Loss = DelayingProxy::Loss;
        const Return classicBack = measureReturn(classicServer, toClassic, Loss::Cut, kRuns);
        const Return back = measureReturn(modernServer, toModern, Loss::Cut, kRuns);
        const Return silently = measureReturn(modernServer, toModern, Loss::Silent, kSilentRuns);
        for (const Return &each : {classicBack, back, silently})
            if (each.times.isEmpty())
                return 1;
        const double reference = bench::median(classicBack.times);
        const auto tellReturn = [&](const char *name, const Return &figure) {
            const QByteArray with
                = name + QByteArray("_at_") + QByteArray::number(int(roundTrip.count())) + "ms";
            bench::figure(with.constData(), bench::median(figure.times), "ms", "the classic path", reference);
            bench::figure(QByteArray(with + "_p95").constData(), bench::quantile(figure.times, 0.95), "ms",
                          "the classic path", bench::quantile(classicBack.times, 0.95));
            bench::figure(QByteArray(with + "_round_trips").constData(), figure.roundTrips, "",
                          "the classic path", classicBack.roundTrips);
        };
        tellReturn("classic_network_return", classicBack);
        tellReturn("sasl2_network_return", back);
        tellReturn("sasl2_silent_network_return", silently);
    }
    return 0;
}
