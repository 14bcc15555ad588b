// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/net/DnsNameResolver.h"

#include <QTest>

#include <map>
#include <optional>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto kStartTls = TransportSecurity::StartTls;
constexpr auto kDirectTls = TransportSecurity::DirectTls;

class FixedIds : public IdSource
{
public:
    QString next() override { return u"id"_s; }
    double fraction() override { return 0.5; }
};

/// Fires every timer when told to.
class ManualTimers : public TimerSource
{
public:
    TimerHandle after(std::chrono::milliseconds delay, std::function<void()> fn) override
    {
        auto *timer = new QObject;
        m_timers.emplace_back(m_now + delay, timer, std::move(fn));
        return TimerHandle(timer);
    }
    void advance(std::chrono::milliseconds by)
    {
        m_now += by;
        for (size_t i = 0; i < m_timers.size(); ++i) {
            auto [due, timer, fn] = m_timers[i];
            if (!timer || due > m_now)
                continue;
            delete timer.data();
            fn();
        }
    }

private:
    std::chrono::milliseconds m_now{0};
    std::vector<std::tuple<std::chrono::milliseconds, QPointer<QObject>, std::function<void()>>> m_timers;
};

/// DNS as the test says; what it says nothing about is never answered.
class FakeDns : public DnsQuestions
{
public:
    using Records = Result<QList<ServiceRecord>>;

    std::map<QString, Records> services;
    std::optional<Result<QList<QHostAddress>>> address;
    QStringList asked;

    Task<QList<ServiceRecord>> serviceRecords(const QString &name, TransportSecurity security) override
    {
        asked << name;
        const auto found = services.find(name);
        if (found == services.end()) {
            m_unanswered.emplace_back();
            return m_unanswered.back().task();
        }
        Records records = found->second;
        if (records)
            for (ServiceRecord &record : *records)
                record.security = security;
        return Task<QList<ServiceRecord>>::completed(records);
    }
    Task<QList<QHostAddress>> addresses(const QString &name) override
    {
        asked << name;
        if (address)
            return Task<QList<QHostAddress>>::completed(*address);
        m_unansweredAddresses.emplace_back();
        return m_unansweredAddresses.back().task();
    }

private:
    std::vector<Promise<QList<ServiceRecord>>> m_unanswered;
    std::vector<Promise<QList<QHostAddress>>> m_unansweredAddresses;
};

const QString kPlainName = u"_xmpp-client._tcp.example.org"_s;
const QString kDirectName = u"_xmpps-client._tcp.example.org"_s;
const FakeDns::Records kNone = QList<ServiceRecord>{};
const FakeDns::Records kNoAnswer = failure(ErrorCode::NameNotFound);
const FakeDns::Records kDenied = QList<ServiceRecord>{{u"."_s, 0, 0, 0, kStartTls}};
const QList<Endpoint> kFallback{{u"example.org"_s, 5222, kStartTls}};

Result<QList<QHostAddress>> hostAddresses(const Result<bool> &known)
{
    if (!known)
        return std::unexpected(known.error());
    return *known ? QList<QHostAddress>{QHostAddress(u"192.0.2.1"_s)} : QList<QHostAddress>();
}

} // namespace

class TestDnsNameResolver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void ordersRecords_data();
    void ordersRecords();
    void weightsAreDrawn();
    void recordsAreCapped();
    void answers_data();
    void answers();
    void localNamesAreNotAsked_data();
    void localNamesAreNotAsked();
    void neverAsksForText();
    void prioritiesAreKept();
    void onionsAreNotAsked();
    void addressesOfHosts_data();
    void addressesOfHosts();
    void addressesHaveFiveSeconds();
    void givesUpAfterFiveSeconds();
    void waitsALittleForTheOtherService();
    void isNeverAnsweredInsideTheCall();
    void resolverMayGoFirst();

private:
    void resolve(const QString &domain)
    {
        m_answer.reset();
        m_resolver->resolve(domain).then(
            this, [this](const Result<QList<Endpoint>> &answer) { m_answer = answer; });
    }

    ManualTimers m_timers;
    FixedIds m_ids;
    FakeDns *m_dns = nullptr;
    std::unique_ptr<DnsNameResolver> m_resolver;
    std::optional<Result<QList<Endpoint>>> m_answer;
};

void TestDnsNameResolver::init()
{
    auto dns = std::make_unique<FakeDns>();
    m_dns = dns.get();
    m_resolver = std::make_unique<DnsNameResolver>(m_timers, m_ids, std::move(dns));
}

void TestDnsNameResolver::ordersRecords_data()
{
    QTest::addColumn<QList<ServiceRecord>>("records");
    QTest::addColumn<double>("fraction");
    QTest::addColumn<QStringList>("order");
    const auto row = [](const char *name, const QList<ServiceRecord> &records, double fraction,
                        const QStringList &order) { QTest::newRow(name) << records << fraction << order; };
    row("nothing", {}, 0, {});
    row("only dots", {{u"."_s, 0, 0, 0, kStartTls}, {QString(), 5222, 0, 0, kStartTls}}, 0, {});
    row("port 0", {{u"a.example"_s, 0, 0, 0, kStartTls}, {u"b.example"_s, 1, 5, 0, kStartTls}}, 0,
        {u"b.example:1"_s});
    row("priority", {{u"b"_s, 2, 20, 100, kStartTls}, {u"a"_s, 1, 10, 0, kStartTls}}, 0.99,
        {u"a:1"_s, u"b:2"_s});
    row("both services mixed",
        {{u"d"_s, 5223, 20, 0, kDirectTls},
         {u"a"_s, 5222, 10, 0, kStartTls},
         {u"c"_s, 443, 5, 0, kDirectTls}},
        0, {u"c:443 direct"_s, u"a:5222"_s, u"d:5223 direct"_s});
    const QList<ServiceRecord> weighted{
        {u"a"_s, 1, 0, 10, kStartTls}, {u"b"_s, 1, 0, 30, kStartTls}, {u"z"_s, 1, 0, 0, kStartTls}};
    row("zero weight may come first", weighted, 0, {u"z:1"_s, u"a:1"_s, u"b:1"_s});
    row("light one", weighted, 0.2, {u"a:1"_s, u"b:1"_s, u"z:1"_s});
    row("heavy one", weighted, 0.99, {u"b:1"_s, u"a:1"_s, u"z:1"_s});
    row("repeated",
        {{u"a"_s, 1, 0, 0, kStartTls}, {u"A."_s, 1, 0, 0, kStartTls}, {u"a"_s, 1, 0, 0, kDirectTls}}, 0,
        {u"a:1 direct"_s, u"a:1"_s});
}

void TestDnsNameResolver::ordersRecords()
{
    QFETCH(QList<ServiceRecord>, records);
    QFETCH(double, fraction);
    QFETCH(QStringList, order);
    QStringList found;
    for (const Endpoint &endpoint : orderedEndpoints(records, [&] { return fraction; }))
        found << endpoint.host + u':' + QString::number(endpoint.port)
                + (endpoint.security == kDirectTls ? u" direct"_s : QString());
    QCOMPARE(found, order);
}

void TestDnsNameResolver::weightsAreDrawn()
{
    RandomIds ids;
    int heavyFirst = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto endpoints
            = orderedEndpoints({{u"light"_s, 1, 0, 10, kStartTls}, {u"heavy"_s, 1, 0, 90, kStartTls}},
                               [&] { return ids.fraction(); });
        heavyFirst += endpoints.first().host == u"heavy"_s ? 1 : 0;
    }
    QVERIFY2(heavyFirst > 1600 && heavyFirst < 1950, qPrintable(QString::number(heavyFirst)));
}

void TestDnsNameResolver::recordsAreCapped() // SECURITY A33
{
    QList<ServiceRecord> records;
    for (quint16 i = 1; i <= 5000; ++i)
        records.append({u"host%1.example"_s.arg(i), i, quint16(i / 100), 1, kStartTls});
    RandomIds ids;
    const auto endpoints = orderedEndpoints(records, [&] { return ids.fraction(); });
    QCOMPARE(endpoints.size(), 32);
    for (const Endpoint &endpoint : endpoints)
        QVERIFY(endpoint.port < 100); // of the best priority
}

void TestDnsNameResolver::answers_data()
{
    QTest::addColumn<FakeDns::Records>("plain");
    QTest::addColumn<FakeDns::Records>("direct");
    QTest::addColumn<Result<bool>>("address");
    QTest::addColumn<Result<QList<Endpoint>>>("answer");
    const auto row = [](const char *name, const FakeDns::Records &plain, const FakeDns::Records &direct,
                        const Result<bool> &address, const Result<QList<Endpoint>> &answer) {
        QTest::newRow(name) << plain << direct << address << answer;
    };
    const QString subject = u"example.org"_s;
    const Result<bool> unknown = failure(ErrorCode::NameNotFound);
    row("denied", kDenied, kDenied, true, failure(ErrorCode::NoService, subject));
    row("denied, no direct", kDenied, kNone, true, failure(ErrorCode::NoService, subject));
    row("denied, direct unanswered", kDenied, kNoAnswer, true, failure(ErrorCode::NoService, subject));
    row("only direct denied", kNone, kDenied, true, failure(ErrorCode::NoService, subject)); // XEP-0368 5
    row("direct denied, plain unanswered", kNoAnswer, kDenied, true,
        failure(ErrorCode::NameNotFound, subject));
    row("nothing and no address", kNone, kNone, false, failure(ErrorCode::NameNotFound, subject));
    row("nothing but an address", kNone, kNone, true, kFallback);
    row("nothing, address unanswered", kNone, kNone, unknown, kFallback);
    row("DNS dead", kNoAnswer, kNoAnswer, false, kFallback);
    const FakeDns::Records plain = QList<ServiceRecord>{{u"xmpp.example.org"_s, 5222, 0, 0, kStartTls}};
    const FakeDns::Records direct = QList<ServiceRecord>{{u"xmpp.example.org"_s, 443, 0, 0, kStartTls}};
    const Endpoint plainEnd{u"xmpp.example.org"_s, 5222, kStartTls};
    const Endpoint directEnd{u"xmpp.example.org"_s, 443, kDirectTls};
    row("plain", plain, kNone, false, QList<Endpoint>{plainEnd});
    row("direct", kNone, direct, false, QList<Endpoint>{directEnd});
    row("direct, plain denied", kDenied, direct, false, QList<Endpoint>{directEnd});
    row("plain, direct broken", plain, kNoAnswer, false, QList<Endpoint>{plainEnd});
    row("both", plain, direct, false, QList<Endpoint>{directEnd, plainEnd});
    row("all records unusable", QList<ServiceRecord>{{u"a"_s, 0, 0, 0, kStartTls}}, kNone, true, kFallback);
}

void TestDnsNameResolver::answers()
{
    QFETCH(FakeDns::Records, plain);
    QFETCH(FakeDns::Records, direct);
    QFETCH(Result<bool>, address);
    QFETCH(Result<QList<Endpoint>>, answer);
    m_dns->services.emplace(kPlainName, plain);
    m_dns->services.emplace(kDirectName, direct);
    m_dns->address = hostAddresses(address);
    resolve(u"example.org"_s);
    QTRY_VERIFY(m_answer.has_value());
    QCOMPARE(m_answer->has_value(), answer.has_value());
    if (answer)
        QCOMPARE(**m_answer, *answer);
    else
        QCOMPARE(m_answer->error(), answer.error());
}

void TestDnsNameResolver::localNamesAreNotAsked_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("host");
    QTest::newRow("localhost") << u"localhost"_s << u"localhost"_s;
    QTest::newRow("below localhost") << u"ana.localhost"_s << u"ana.localhost"_s;
    QTest::newRow("IPv4") << u"127.0.0.1"_s << u"127.0.0.1"_s;
    QTest::newRow("IPv6") << u"[::1]"_s << u"::1"_s;
}

void TestDnsNameResolver::localNamesAreNotAsked()
{
    QFETCH(QString, domain);
    QFETCH(QString, host);
    resolve(domain);
    QTRY_VERIFY(m_answer.has_value());
    QCOMPARE(**m_answer, (QList<Endpoint>{{host, 5222, kStartTls}}));
    QVERIFY(m_dns->asked.isEmpty());
}

void TestDnsNameResolver::neverAsksForText() // SECURITY A32
{
    m_dns->services.emplace(kPlainName, kNone);
    m_dns->services.emplace(kDirectName, kNone);
    m_dns->address = hostAddresses(true);
    resolve(u"example.org"_s);
    QTRY_VERIFY(m_answer.has_value());
    QCOMPARE(m_dns->asked, (QStringList{kDirectName, kPlainName, u"example.org"_s}));
}

void TestDnsNameResolver::prioritiesAreKept()
{
    m_dns->services.emplace(kPlainName,
                            QList<ServiceRecord>{{u"a.example.org"_s, 5222, 5, 0, kStartTls},
                                                 {u"b.example.org"_s, 5222, 7, 0, kStartTls}});
    m_dns->services.emplace(kDirectName,
                            QList<ServiceRecord>{{u"c.example.org"_s, 443, 5, 0, kDirectTls},
                                                 {u"a.example.org"_s, 443, 9, 0, kDirectTls},
                                                 {u"c.example.org"_s, 443, 9, 0, kDirectTls}});
    resolve(u"example.org"_s);
    QTRY_VERIFY(m_answer.has_value());
    QStringList found;
    for (const Endpoint &endpoint : **m_answer)
        found.append(endpoint.host + u' ' + QString::number(endpoint.priority));
    QCOMPARE(found,
             (QStringList{u"c.example.org 5"_s, u"a.example.org 5"_s, u"b.example.org 7"_s,
                          u"a.example.org 9"_s}));
}

void TestDnsNameResolver::onionsAreNotAsked() // RFC 7686
{
    resolve(u"abcdef.onion"_s);
    QTRY_VERIFY(m_answer.has_value());
    QCOMPARE(m_answer->error(), (Error{ErrorCode::OnionNeedsProxy, u"abcdef.onion"_s}));
    QVERIFY(m_dns->asked.isEmpty());
}

void TestDnsNameResolver::addressesOfHosts_data()
{
    using Addresses = Result<QList<QHostAddress>>;
    QTest::addColumn<QString>("host");
    QTest::addColumn<Addresses>("dns");
    QTest::addColumn<Addresses>("answer");
    QTest::addColumn<bool>("asked");
    const QHostAddress four(u"192.0.2.1"_s);
    const QHostAddress six(u"2001:db8::1"_s);
    const Addresses none = QList<QHostAddress>();
    const Addresses notFound = failure(ErrorCode::NameNotFound, u"h.example"_s);
    const Addresses local = QList{QHostAddress(u"127.0.0.1"_s), QHostAddress(u"::1"_s)};
    const auto onion
        = [](const QString &name) { return Addresses(failure(ErrorCode::OnionNeedsProxy, name)); };
    QTest::newRow("literal") << u"192.0.2.1"_s << none << Addresses(QList{four}) << false;
    QTest::newRow("IPv6 literal") << u"2001:db8::1"_s << none << Addresses(QList{six}) << false;
    QTest::newRow("localhost") << u"localhost"_s << none << local << false;
    QTest::newRow("below localhost") << u"a.localhost"_s << none << local << false;
    QTest::newRow("onion") << u"a.onion"_s << none << onion(u"a.onion"_s) << false;
    QTest::newRow("onion in capitals") << u"A.ONION"_s << none << onion(u"A.ONION"_s) << false;
    QTest::newRow("onion with a dot") << u"a.onion."_s << none << onion(u"a.onion."_s) << false;
    QTest::newRow("none") << u"h.example"_s << none << notFound << true;
    QTest::newRow("no answer") << u"h.example"_s << notFound << notFound << true;
    QTest::newRow("both") << u"h.example"_s << Addresses(QList{six, four}) << Addresses(QList{six, four})
                          << true;
    QTest::newRow("too many") << u"h.example"_s << Addresses(QList<QHostAddress>(3000, six))
                              << Addresses(QList<QHostAddress>(8, six)) << true;
}

void TestDnsNameResolver::addressesOfHosts() // SECURITY A33, F25
{
    using Addresses = Result<QList<QHostAddress>>;
    QFETCH(QString, host);
    QFETCH(Addresses, dns);
    QFETCH(Addresses, answer);
    QFETCH(bool, asked);
    m_dns->address = dns;
    std::optional<Addresses> found;
    m_resolver->addresses(host).then(this, [&](const Addresses &addresses) { found = addresses; });
    QVERIFY(!found);
    QTRY_VERIFY(found.has_value());
    QCOMPARE(*found, answer);
    QCOMPARE(!m_dns->asked.isEmpty(), asked);
}

void TestDnsNameResolver::addressesHaveFiveSeconds()
{
    std::optional<ErrorCode> failed;
    m_resolver->addresses(u"h.example"_s).then(this, [&](const Result<QList<QHostAddress>> &found) {
        failed = found.error().code;
    });
    m_timers.advance(std::chrono::seconds(5));
    QTRY_VERIFY(failed == ErrorCode::NameNotFound);
}

void TestDnsNameResolver::givesUpAfterFiveSeconds()
{
    resolve(u"example.org"_s);
    m_timers.advance(std::chrono::milliseconds(4999));
    QTest::qWait(5);
    QVERIFY(!m_answer);
    m_timers.advance(std::chrono::milliseconds(1));
    QTRY_VERIFY(m_answer.has_value());
    QCOMPARE(**m_answer, kFallback);

    // Nor does the last question hold it up.
    m_dns->services.emplace(kPlainName, kNone);
    m_dns->services.emplace(kDirectName, kNone);
    resolve(u"example.org"_s);
    QTRY_COMPARE(m_dns->asked.last(), u"example.org"_s);
    m_timers.advance(std::chrono::seconds(1));
    QTRY_VERIFY(m_answer.has_value());
    QCOMPARE(**m_answer, kFallback);
}

void TestDnsNameResolver::waitsALittleForTheOtherService()
{
    m_dns->services.emplace(kPlainName, QList<ServiceRecord>{{u"xmpp.example.org"_s, 5222, 0, 0, kStartTls}});
    resolve(u"example.org"_s);
    QTest::qWait(5);
    QVERIFY(!m_answer);
    m_timers.advance(std::chrono::seconds(1));
    QTRY_VERIFY(m_answer.has_value());
    QCOMPARE(**m_answer, (QList<Endpoint>{{u"xmpp.example.org"_s, 5222, kStartTls}}));
}

void TestDnsNameResolver::isNeverAnsweredInsideTheCall()
{
    resolve(u"localhost"_s);
    QVERIFY(!m_answer);
    m_dns->services.emplace(kPlainName, kNone);
    m_dns->services.emplace(kDirectName, kNone);
    resolve(u"example.org"_s);
    QVERIFY(!m_answer);
}

void TestDnsNameResolver::resolverMayGoFirst()
{
    resolve(u"example.org"_s);
    m_resolver.reset();
    m_timers.advance(std::chrono::seconds(10));
    QTRY_VERIFY(m_answer.has_value());
    QCOMPARE(m_answer->error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestDnsNameResolver)
#include "tst_dnsnameresolver.moc"
