// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/ServerReach.h"

#include "core/net/WebSocketFinder.h"
#include "core/stream/Endpoints.h"
#include "core/stream/XmppStream.h"
#include "tests/support/CountedIds.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FakeResolver.h"
#include "tests/support/FakeTransport.h"
#include "tests/support/Settle.h"

#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto kStartTls = TransportSecurity::StartTls;
constexpr auto kDirectTls = TransportSecurity::DirectTls;

const QList<Endpoint> kTwoGroups{{u"a1.example.org"_s, 5222, kStartTls, 5},
                                 {u"a2.example.org"_s, 5223, kDirectTls, 5},
                                 {u"b1.example.org"_s, 5222, kStartTls, 10}};

class FakeFinder : public WebSocketFinder
{
public:
    Task<QList<Endpoint>> find(const TlsPolicy &policy, const QNetworkProxy &by) override
    {
        asked.append(policy.domain);
        proxy = by;
        return Task<QList<Endpoint>>::completed(answer);
    }

    Result<QList<Endpoint>> answer = QList<Endpoint>();
    QStringList asked;
    QNetworkProxy proxy;
};

struct Reach {
    FakeFinder finder;
    FakeClock clock;
    CountedIds ids;
    FakeResolver resolver;
    FakeNetwork network;
    QStringList systemAsked;
    QNetworkProxy system = QNetworkProxy::NoProxy;
    StreamServices services{clock, clock, ids, resolver, network.factory(), [this](const QString &host) {
                                systemAsked.append(host);
                                return Task<QNetworkProxy>::completed(system);
                            }};
    ConnectionSettings settings;
    std::unique_ptr<ServerReach> reach;
    std::unique_ptr<Transport> transport;
    int reached = 0;
    std::optional<Setback> failed;
    QStringList steps;

    Reach() { settings.account = *Jid::parse(u"ana@example.org"_s); }
    void offerWebSockets()
    {
        services.webSockets = &finder;
        Endpoint endpoint{u"web.example.org"_s, 443, TransportSecurity::WebSocket};
        endpoint.path = u"/ws"_s;
        finder.answer = QList{endpoint};
    }
    void make()
    {
        reach = std::make_unique<ServerReach>(services, settings);
        QObject::connect(reach.get(), &ServerReach::reached, reach.get(), [this] {
            ++reached;
            transport = reach->takeTransport();
        });
        QObject::connect(reach.get(), &ServerReach::failed, reach.get(),
                         [this](const Setback &setback) { failed = setback; });
        QObject::connect(reach.get(), &ServerReach::stepChanged, reach.get(), [this](const StepReport &step) {
            steps.append(u"%1 %2 %3"_s.arg(int(step.step)).arg(int(step.state)).arg(step.detail));
        });
    }
    void start()
    {
        if (!reach)
            make();
        reach->start();
        settle();
    }
    void accept()
    {
        network.last()->acceptTcp();
        if (network.last()->endpoint().security != kStartTls)
            network.last()->acceptTls();
        settle();
    }
    void refuse(ErrorCode code = ErrorCode::ConnectionRefused)
    {
        network.last()->breakDown({code});
        settle();
    }
    /// What was reached does not serve.
    void goOn(ErrorCode code, ConnectionStep step = ConnectionStep::Secure)
    {
        transport.reset();
        reach->goOn({{code}, step, reach->endpoint(), CertificateProblem()});
        settle();
    }
    [[nodiscard]] QString tried() const
    {
        return network.last() ? endpointText(network.last()->endpoint()) : QString();
    }
    [[nodiscard]] ErrorCode code() const { return failed ? failed->error.code : ErrorCode::Cancelled; }
};

} // namespace

class ServerReachTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Names (SECURITY F25).

    void noSuchName()
    {
        Reach rig;
        rig.resolver.setAnswer(failure(ErrorCode::NameNotFound, u"example.org"_s));
        rig.start();
        QCOMPARE(rig.code(), ErrorCode::NameNotFound);
        QCOMPARE(rig.failed->step, ConnectionStep::FindServer);
        QCOMPARE(rig.clock.runningTimers(), 0);
    }

    void nobodyAnswersNames()
    {
        Reach rig;
        rig.resolver.hang();
        rig.start();
        rig.clock.advance(30s);
        QCOMPARE(rig.code(), ErrorCode::ConnectionTimedOut);
        QCOMPARE(rig.failed->step, ConnectionStep::FindServer);
    }

    void servicesWithoutAddresses()
    {
        Reach rig;
        rig.resolver.setAnswer(kTwoGroups);
        for (const Endpoint &endpoint : kTwoGroups)
            rig.resolver.setAddresses(endpoint.host, failure(ErrorCode::NameNotFound, endpoint.host));
        rig.start();
        QCOMPARE(rig.code(), ErrorCode::NameNotFound);
        QCOMPARE(rig.network.made(), 0);
        // Who has records does not mean the domain's own host (RFC 6120 3.2.1).
        QVERIFY(!rig.resolver.hostsAsked().contains(u"example.org"_s));
    }

    /// SECURITY F26: everything resolves to whoever holds us captive.
    void aCaptivePortal()
    {
        Reach rig;
        rig.resolver.setAddresses(u"example.org"_s, QList{QHostAddress(u"10.0.0.1"_s)});
        rig.start();
        rig.accept();
        rig.goOn(ErrorCode::NotXmpp);
        QCOMPARE(rig.code(), ErrorCode::NotXmpp);
        QCOMPARE(rig.failed->error.subject, u"example.org"_s);
    }

    void internationalDomains()
    {
        Reach rig;
        rig.settings.account = *Jid::parse(u"ana@b\u00FCcher.example"_s);
        rig.start();
        QCOMPARE(rig.resolver.asked(), QStringList{u"xn--bcher-kva.example"_s});
        QCOMPARE(rig.resolver.hostsAsked(), QStringList{u"xn--bcher-kva.example"_s});
        QCOMPARE(rig.network.last()->policy().domain, u"xn--bcher-kva.example"_s);
        QCOMPARE(rig.tried(), u"xn--bcher-kva.example:5222"_s);
    }

    // Priorities.

    void groupsComeOneAfterTheOther()
    {
        Reach rig;
        rig.resolver.setAnswer(kTwoGroups);
        rig.start();
        rig.clock.advance(14s);
        QCOMPARE(rig.network.made(), 2); // both of the first group, none of the second
        rig.clock.advance(1s);
        QCOMPARE(rig.network.made(), 3);
        QCOMPARE(rig.tried(), u"b1.example.org:5222"_s);
        rig.accept();
        QCOMPARE(rig.reached, 1);
        QCOMPARE(rig.reach->endpoint().host, u"b1.example.org"_s);
        QVERIFY(!rig.failed);
    }

    void whatDoesNotServeIsFollowedByTheRest()
    {
        Reach rig;
        rig.resolver.setAnswer(kTwoGroups);
        rig.start();
        rig.accept();
        QCOMPARE(rig.reach->endpoint().host, u"a1.example.org"_s);
        rig.goOn(ErrorCode::TlsRefused);
        QCOMPARE(rig.tried(), u"a2.example.org:5223"_s);
        rig.refuse();
        QCOMPARE(rig.tried(), u"b1.example.org:5222"_s);
        rig.refuse(ErrorCode::NetworkUnreachable);
        QCOMPARE(rig.code(), ErrorCode::TlsRefused); // it tells most
        QCOMPARE(rig.failed->endpoint.host, u"a1.example.org"_s);
        QCOMPARE(rig.failed->step, ConnectionStep::Secure);
    }

    void certificateOfOneThatLostTheRace()
    {
        Reach rig;
        rig.resolver.setAnswer(QList<Endpoint>{kTwoGroups[1], kTwoGroups[0]});
        rig.start();
        CertificateProblem problem;
        problem.error = {ErrorCode::CertificateUntrusted};
        problem.all = {ErrorCode::CertificateUntrusted};
        rig.network.last()->acceptTcp();
        rig.network.last()->rejectCertificate(problem);
        settle();
        rig.refuse();
        QCOMPARE(rig.code(), ErrorCode::CertificateUntrusted);
        QCOMPARE(rig.failed->problem.all, problem.all);
        QCOMPARE(rig.failed->endpoint.host, u"a2.example.org"_s);
        QCOMPARE(rig.failed->step, ConnectionStep::Secure);
    }

    /// Servers that accept and then say nothing do not hold an attempt for ever.
    void theWholeIsBounded()
    {
        Reach rig;
        QList<Endpoint> many;
        for (quint16 i = 0; i < 30; ++i)
            many.append({u"h%1.example.org"_s.arg(i), 5222, kStartTls, i});
        rig.resolver.setAnswer(many);
        rig.start();
        for (int i = 0; i < 30 && !rig.failed; ++i) {
            rig.accept();
            rig.clock.advance(20s);
            rig.goOn(ErrorCode::StreamTimedOut);
        }
        QCOMPARE(rig.network.made(), 3);
        QCOMPARE(rig.code(), ErrorCode::StreamTimedOut);
        QCOMPARE(rig.clock.runningTimers(), 0);
    }

    /// SECURITY A33.
    void connectionsAreCapped()
    {
        Reach rig;
        QList<Endpoint> many;
        for (quint16 i = 0; i < 32; ++i) {
            many.append({u"h%1.example.org"_s.arg(i), 5222, kStartTls, quint16(i / 8)});
            rig.resolver.setAddresses(many.last().host,
                                      QList<QHostAddress>(8, QHostAddress(0xC0000200U + i)));
        }
        rig.resolver.setAnswer(many);
        rig.start();
        while (!rig.failed)
            rig.refuse();
        QCOMPARE(rig.network.made(), 32);
        QCOMPARE(rig.code(), ErrorCode::ConnectionRefused);
    }

    // Where the server would like us to go.

    void theHintComesFirst() // SECURITY A35
    {
        Reach rig;
        rig.make();
        rig.reach->setHint(u"[2001:db8::7]:9222"_s, kDirectTls);
        rig.start();
        QCOMPARE(rig.tried(), u"[2001:db8::7]:9222"_s);
        QCOMPARE(rig.network.last()->endpoint().security, kDirectTls);
        QCOMPARE(rig.network.last()->policy().domain, u"example.org"_s);
        QVERIFY(rig.resolver.asked().isEmpty());
        rig.accept();
        QCOMPARE(rig.reached, 1);
    }

    void aHintThatLeadsNowhere_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("refused") << 0;
        QTest::newRow("says nothing") << 1;
        QTest::newRow("certificate of somebody else") << 2;
        QTest::newRow("does not serve") << 3;
    }

    void aHintThatLeadsNowhere()
    {
        QFETCH(int, how);
        Reach rig;
        rig.make();
        rig.reach->setHint(u"evil.example:5222"_s, how == 3 ? kStartTls : kDirectTls);
        rig.start();
        QCOMPARE(rig.tried(), u"evil.example:5222"_s);
        CertificateProblem problem;
        problem.error = {ErrorCode::CertificateWrongName};
        problem.all = {ErrorCode::CertificateWrongName};
        if (how == 0)
            rig.refuse();
        else if (how == 1)
            rig.clock.advance(5s);
        else if (how == 2)
            rig.network.last()->rejectCertificate(problem);
        else
            rig.accept();
        if (how == 3)
            rig.goOn(ErrorCode::TlsNotOffered);
        settle();
        QCOMPARE(rig.tried(), u"example.org:5222"_s);
        rig.refuse(ErrorCode::NetworkUnreachable);
        QCOMPARE(rig.code(), ErrorCode::NetworkUnreachable); // nobody knows that other host
        QVERIFY(rig.failed->problem.all.isEmpty());
    }

    void aHintIsNotPreferredToTheHostByHand()
    {
        Reach rig;
        rig.settings.host = u"h.example"_s;
        rig.make();
        rig.reach->setHint(u"other.example:5222"_s, kStartTls);
        rig.start();
        QCOMPARE(rig.tried(), u"h.example:5222"_s);
    }

    void aHintThatIsNonsense()
    {
        Reach rig;
        rig.make();
        rig.reach->setHint(u"http://evil.example/"_s, kStartTls);
        rig.start();
        QCOMPARE(rig.tried(), u"example.org:5222"_s);
    }

    void redirectsAreCounted() // SECURITY A34
    {
        Reach rig;
        rig.start();
        for (int i = 0; i < 3; ++i) {
            rig.accept();
            QVERIFY(rig.reach->redirect(u"h%1.example.net:5333"_s.arg(i)));
            settle();
            QCOMPARE(rig.tried(), u"h%1.example.net:5333"_s.arg(i));
        }
        rig.accept();
        QVERIFY(!rig.reach->redirect(u"h9.example.net"_s));
    }

    // Proxies.

    void aProxyByHand_data()
    {
        QTest::addColumn<ProxyKind>("kind");
        QTest::addColumn<quint16>("port");
        QTest::addColumn<QNetworkProxy>("proxy");
        const QString host = u"proxy.example.net"_s;
        QTest::newRow("SOCKS5") << ProxyKind::Socks5 << quint16(0)
                                << QNetworkProxy(QNetworkProxy::Socks5Proxy, host, 1080, u"ana"_s, u"pw"_s);
        QTest::newRow("HTTP") << ProxyKind::Http << quint16(0)
                              << QNetworkProxy(QNetworkProxy::HttpProxy, host, 8080, u"ana"_s, u"pw"_s);
        QTest::newRow("port") << ProxyKind::Http << quint16(3128)
                              << QNetworkProxy(QNetworkProxy::HttpProxy, host, 3128, u"ana"_s, u"pw"_s);
    }

    void aProxyByHand()
    {
        QFETCH(ProxyKind, kind);
        QFETCH(quint16, port);
        QFETCH(QNetworkProxy, proxy);
        Reach rig;
        rig.settings.proxy = {kind, u"proxy.example.net"_s, port, u"ana"_s};
        rig.make();
        rig.reach->setProxyPassword(u"pw"_s);
        rig.start();
        QCOMPARE(rig.network.last()->endpoint().proxy, proxy);
        QVERIFY(rig.network.last()->endpoint().address.isNull());
        QCOMPARE(rig.tried(), u"example.org:5222"_s);
        rig.refuse();
        QCOMPARE(rig.tried(), u"example.org:5223"_s);
        QCOMPARE(rig.network.last()->endpoint().security, kDirectTls);
        rig.refuse(ErrorCode::ProxyFailed);
        QCOMPARE(rig.code(), ErrorCode::ConnectionRefused);
        // No name was looked up here.
        QVERIFY(rig.resolver.asked().isEmpty());
        QVERIFY(rig.resolver.hostsAsked().isEmpty());
        QVERIFY(rig.systemAsked.isEmpty());
    }

    void aHostByHandBehindAProxy()
    {
        Reach rig;
        rig.settings.proxy = {ProxyKind::Socks5, u"127.0.0.1"_s, 9050, {}};
        rig.settings.host = u"xmpp.example.org"_s;
        rig.settings.port = 443;
        rig.settings.security = SecurityChoice::DirectTls;
        rig.start();
        QCOMPARE(rig.tried(), u"xmpp.example.org:443"_s);
        QCOMPARE(rig.network.last()->policy().domain, u"example.org"_s);
        rig.accept();
        QCOMPARE(rig.reached, 1);
        QVERIFY(rig.resolver.hostsAsked().isEmpty());
    }

    void redirectsStayBehindTheProxy()
    {
        Reach rig;
        rig.settings.proxy = {ProxyKind::Socks5, u"127.0.0.1"_s, 9050, {}};
        rig.start();
        rig.accept();
        QVERIFY(rig.reach->redirect(u"other.example.net"_s));
        settle();
        QCOMPARE(rig.network.last()->endpoint().proxy.type(), QNetworkProxy::Socks5Proxy);
        QVERIFY(rig.resolver.hostsAsked().isEmpty());
    }

    void theProxyOfTheDesktop()
    {
        Reach straight;
        straight.settings.proxy.kind = ProxyKind::System;
        straight.start();
        QCOMPARE(straight.systemAsked, QStringList{u"example.org"_s});
        QCOMPARE(straight.resolver.asked(), QStringList{u"example.org"_s});
        QCOMPARE(straight.network.last()->endpoint().proxy.type(), QNetworkProxy::NoProxy);

        Reach behind;
        behind.settings.proxy.kind = ProxyKind::System;
        behind.system = {QNetworkProxy::HttpProxy, u"office.example"_s, 3128};
        behind.start();
        QCOMPARE(behind.network.last()->endpoint().proxy, behind.system);
        QVERIFY(behind.resolver.asked().isEmpty());

        Reach none;
        none.system = behind.system;
        none.start();
        QVERIFY(none.systemAsked.isEmpty());
    }

    /// RFC 7686: DNS must not hear of them.
    void onions_data()
    {
        QTest::addColumn<ProxyKind>("kind");
        QTest::addColumn<QNetworkProxy>("system");
        QTest::addColumn<bool>("tried");
        const QNetworkProxy none = QNetworkProxy::NoProxy;
        const QNetworkProxy http(QNetworkProxy::HttpProxy, u"office.example"_s, 3128);
        const QNetworkProxy socks(QNetworkProxy::Socks5Proxy, u"127.0.0.1"_s, 9050);
        QTest::newRow("straight") << ProxyKind::None << none << false;
        QTest::newRow("SOCKS5") << ProxyKind::Socks5 << none << true;
        QTest::newRow("HTTP by hand") << ProxyKind::Http << none << true;
        QTest::newRow("no proxy of the desktop's") << ProxyKind::System << none << false;
        QTest::newRow("the office's") << ProxyKind::System << http << false;
        QTest::newRow("the desktop's SOCKS5") << ProxyKind::System << socks << true;
    }

    void onions()
    {
        QFETCH(ProxyKind, kind);
        QFETCH(QNetworkProxy, system);
        QFETCH(bool, tried);
        for (const bool byHand : {false, true}) {
            Reach rig;
            rig.settings.proxy = {kind, u"127.0.0.1"_s, 9050, {}};
            rig.system = system;
            if (byHand)
                rig.settings.host = u"abcdef.onion"_s;
            else
                rig.settings.account = *Jid::parse(u"ana@abcdef.onion"_s);
            rig.start();
            QCOMPARE(rig.network.made() == 1, tried);
            QCOMPARE(rig.code() == ErrorCode::OnionNeedsProxy, !tried);
            QVERIFY(rig.resolver.asked().isEmpty());
            QVERIFY(rig.resolver.hostsAsked().isEmpty());
        }
    }

    // The last resort (XEP-0156).

    void webSocketsComeLast()
    {
        Reach rig;
        rig.offerWebSockets();
        rig.start();
        QVERIFY(rig.finder.asked.isEmpty());
        rig.refuse();
        QCOMPARE(rig.finder.asked, QStringList{u"example.org"_s});
        QCOMPARE(rig.tried(), u"web.example.org:443"_s);
        QCOMPARE(rig.network.last()->endpoint().path, u"/ws"_s);
        QCOMPARE(rig.network.last()->policy().domain, u"example.org"_s); // SECURITY B03
        rig.network.last()->acceptTcp();
        rig.network.last()->acceptTls();
        settle();
        QCOMPARE(rig.reached, 0); // not before the server has agreed
        QVERIFY(rig.network.takeWritten().startsWith("GET /ws HTTP/1.1\r\n"));
    }

    void webSocketsOfNobody()
    {
        Reach rig;
        rig.offerWebSockets();
        rig.finder.answer = failure(ErrorCode::Cancelled);
        rig.start();
        rig.refuse();
        QCOMPARE(rig.code(), ErrorCode::ConnectionRefused);
    }

    /// What is wrong with a domain's WebSocket is not why its server cannot be reached.
    void theFaultOfAWebSocketIsNotTold()
    {
        Reach rig;
        rig.offerWebSockets();
        rig.start();
        rig.refuse();
        CertificateProblem problem;
        problem.error = {ErrorCode::CertificateWrongName};
        problem.all = {ErrorCode::CertificateWrongName};
        rig.network.last()->acceptTcp();
        rig.network.last()->rejectCertificate(problem);
        settle();
        QCOMPARE(rig.code(), ErrorCode::ConnectionRefused);
        QVERIFY(rig.failed->problem.all.isEmpty());
        QCOMPARE(rig.finder.asked.size(), 1);
        QCOMPARE(rig.clock.runningTimers(), 0);
    }

    void noWebSockets_data()
    {
        QTest::addColumn<int>("why");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("host by hand") << 0 << ErrorCode::ConnectionRefused;
        QTest::newRow("STARTTLS by hand") << 1 << ErrorCode::ConnectionRefused;
        QTest::newRow("direct TLS by hand") << 2 << ErrorCode::ConnectionRefused;
        QTest::newRow("a certificate") << 3 << ErrorCode::CertificateExpired;
        QTest::newRow("no TLS") << 3 << ErrorCode::TlsNotOffered;
        QTest::newRow("an attack") << 3 << ErrorCode::TlsInjection;
        QTest::newRow("the proxy's password") << 3 << ErrorCode::ProxyAuthenticationFailed;
        QTest::newRow("no such service") << 4 << ErrorCode::NoService;
        QTest::newRow("no such name") << 4 << ErrorCode::NameNotFound;
    }

    void noWebSockets()
    {
        QFETCH(int, why);
        QFETCH(ErrorCode, code);
        Reach rig;
        rig.offerWebSockets();
        if (why == 0)
            rig.settings.host = u"h.example"_s;
        if (why == 1)
            rig.settings.security = SecurityChoice::StartTls;
        if (why == 2)
            rig.settings.security = SecurityChoice::DirectTls;
        if (why == 4)
            rig.resolver.setAnswer(failure(code));
        rig.start();
        if (why != 4)
            rig.refuse(code);
        QCOMPARE(rig.code(), code);
        QVERIFY(rig.finder.asked.isEmpty());
    }

    void webSocketsBehindAProxy()
    {
        Reach rig;
        rig.offerWebSockets();
        rig.settings.proxy = {ProxyKind::Http, u"proxy.example.net"_s, 0, {}};
        rig.start();
        rig.refuse(ErrorCode::ProxyFailed);
        rig.refuse(ErrorCode::ProxyFailed);
        QCOMPARE(rig.finder.proxy.type(), QNetworkProxy::HttpProxy);
        QCOMPARE(rig.tried(), u"web.example.org:443"_s);
        QCOMPARE(rig.network.last()->endpoint().proxy.hostName(), u"proxy.example.net"_s);
        QVERIFY(rig.resolver.hostsAsked().isEmpty());
    }

    // Life and death.

    void stepsAreReported()
    {
        Reach rig;
        rig.resolver.setAnswer(kTwoGroups);
        rig.resolver.setAddresses(u"a1.example.org"_s,
                                  QList{QHostAddress(u"2001:db8::1"_s), QHostAddress(u"192.0.2.1"_s)});
        rig.start();
        rig.clock.advance(250ms);
        rig.accept();
        QCOMPARE(rig.steps,
                 QStringList({u"0 1 "_s, u"0 2 a1.example.org:5222"_s, u"1 1 a1.example.org:5222"_s,
                              u"1 2 a1.example.org:5222"_s, u"2 1 "_s}));
    }

    void cancelledInTheMiddle()
    {
        Reach rig;
        rig.resolver.setAnswer(kTwoGroups);
        rig.start();
        rig.clock.advance(250ms);
        rig.reach->cancel();
        settle();
        rig.clock.advance(120s);
        QCOMPARE(rig.network.made(), 2);
        QVERIFY(!rig.failed);
        QCOMPARE(rig.clock.runningTimers(), 0);
    }
};

QTEST_GUILESS_MAIN(ServerReachTest)
#include "tst_serverreach.moc"
