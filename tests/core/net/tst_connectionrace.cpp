// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ConnectionRace.h"
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
const Endpoint kOne{u"one.example.org"_s, 5222, kStartTls};
const Endpoint kTwo{u"two.example.org"_s, 5222, kStartTls};
const Endpoint kDirect{u"direct.example.org"_s, 5223, kDirectTls};

QList<QHostAddress> addresses(const QStringList &texts)
{
    QList<QHostAddress> found;
    for (const QString &text : texts)
        found.append(QHostAddress(text));
    return found;
}

/// A race on a network that the test holds.
struct Course {
    FakeClock clock;
    FakeResolver names;
    FakeNetwork network;
    ConnectionRace race{names, clock, network.factory()};
    QList<ConnectionRace::Fall> falls;
    std::optional<Endpoint> winner;
    int lost = 0;
    int wins = 0;

    Course()
    {
        QObject::connect(&race, &ConnectionRace::fell, &race,
                         [this](const ConnectionRace::Fall &fall) { falls.append(fall); });
        QObject::connect(&race, &ConnectionRace::won, &race, [this](const Endpoint &endpoint) {
            winner = endpoint;
            ++wins;
            transport = race.takeWinner();
        });
        QObject::connect(&race, &ConnectionRace::lost, &race, [this] { ++lost; });
    }
    void start(const QList<Endpoint> &endpoints, int most = 32)
    {
        race.start(endpoints, {u"example.org"_s, {}, {}}, most);
        settle();
    }
    /// Whom the connection with this number was made to.
    [[nodiscard]] QString triedAt(int index) const
    {
        const FakeTransport *tried = network.at(index);
        return tried ? tried->endpoint().address.toString() : QString();
    }
    void refuse(int index)
    {
        network.at(index)->breakDown({ErrorCode::ConnectionRefused});
        settle();
    }
    void accept(int index)
    {
        network.at(index)->acceptTcp();
        settle();
    }
    [[nodiscard]] QList<ErrorCode> codes() const
    {
        QList<ErrorCode> found;
        for (const auto &fall : falls)
            found.append(fall.error.code);
        return found;
    }

    std::unique_ptr<Transport> transport;
};

} // namespace

/// RFC 8305 and XEP-0495.
class ConnectionRaceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHostWithoutAddress()
    {
        Course course;
        course.names.setAddresses(kOne.host, failure(ErrorCode::NameNotFound, kOne.host));
        course.start({kOne});
        QCOMPARE(course.codes(), QList{ErrorCode::NameNotFound});
        QCOMPARE(course.falls.first().error.subject, kOne.host);
        QCOMPARE(course.lost, 1);
        QCOMPARE(course.network.made(), 0);
        QCOMPARE(course.clock.runningTimers(), 0);

        Course empty;
        empty.names.setAddresses(kOne.host, QList<QHostAddress>());
        empty.start({kOne});
        QCOMPARE(empty.codes(), QList{ErrorCode::NameNotFound});
        QCOMPARE(empty.lost, 1);
    }

    void onlyOneHostHasAnAddress()
    {
        Course course;
        course.names.setAddresses(kOne.host, failure(ErrorCode::NameNotFound, kOne.host));
        course.start({kOne, kTwo});
        QCOMPARE(course.network.made(), 1);
        course.accept(0);
        QCOMPARE(course.winner->host, kTwo.host);
        QCOMPARE(course.lost, 0);
    }

    /// SECURITY F25.
    void onlyIpv6()
    {
        Course course;
        course.names.setAddresses(kOne.host, addresses({u"2001:db8::1"_s}));
        course.start({kOne});
        QCOMPARE(course.triedAt(0), u"2001:db8::1"_s);
        course.accept(0);
        QCOMPARE(course.winner->address, QHostAddress(u"2001:db8::1"_s));
        QCOMPARE(course.winner->host, kOne.host);
    }

    void familiesTakeTurns()
    {
        Course course;
        course.names.setAddresses(kOne.host,
                                  addresses({u"2001:db8::1"_s, u"2001:db8::2"_s, u"2001:db8::3"_s,
                                             u"192.0.2.1"_s, u"192.0.2.2"_s}));
        course.start({kOne});
        course.clock.advance(1s);
        QStringList tried;
        for (int i = 0; i < 5; ++i)
            tried.append(course.triedAt(i));
        QCOMPARE(tried,
                 QStringList(
                     {u"2001:db8::1"_s, u"192.0.2.1"_s, u"2001:db8::2"_s, u"192.0.2.2"_s, u"2001:db8::3"_s}));
    }

    /// SECURITY R14: the second address is tried while the first says nothing.
    void aDeadFirstAddressCostsAQuarterOfASecond()
    {
        Course course;
        course.names.setAddresses(kOne.host, addresses({u"2001:db8::1"_s, u"192.0.2.1"_s}));
        course.start({kOne});
        course.clock.advance(249ms);
        QCOMPARE(course.network.made(), 1);
        course.clock.advance(1ms);
        QCOMPARE(course.network.made(), 2);
        course.accept(1);
        QCOMPARE(course.winner->address, QHostAddress(u"192.0.2.1"_s));
        QVERIFY(!course.network.at(0) || course.network.at(0)->wasAborted());
        QCOMPARE(course.clock.runningTimers(), 0);
    }

    void whoIsRefusedMakesRoomAtOnce()
    {
        Course course;
        course.names.setAddresses(kOne.host, addresses({u"2001:db8::1"_s, u"192.0.2.1"_s}));
        course.start({kOne});
        course.refuse(0);
        QCOMPARE(course.network.made(), 2);
        course.refuse(1);
        QCOMPARE(course.lost, 1);
        QCOMPARE(course.codes(), QList({ErrorCode::ConnectionRefused, ErrorCode::ConnectionRefused}));
        QCOMPARE(course.clock.runningTimers(), 0);
    }

    void aLateWinner()
    {
        Course course;
        course.names.setAddresses(kOne.host, addresses({u"2001:db8::1"_s, u"192.0.2.1"_s}));
        course.start({kOne});
        course.clock.advance(10s);
        QCOMPARE(course.network.made(), 2);
        course.refuse(1);
        course.accept(0);
        QCOMPARE(course.winner->address, QHostAddress(u"2001:db8::1"_s));
        QCOMPARE(course.wins, 1);
    }

    void allSayNothing()
    {
        Course course;
        course.names.setAddresses(kOne.host, addresses({u"2001:db8::1"_s, u"192.0.2.1"_s}));
        course.start({kOne, kDirect});
        course.clock.advance(14'999ms);
        QCOMPARE(course.lost, 0);
        course.clock.advance(1ms);
        QCOMPARE(course.lost, 1);
        QCOMPARE(course.codes(), QList<ErrorCode>(3, ErrorCode::ConnectionTimedOut));
        QCOMPARE(course.falls.first().error.subject, u"one.example.org:5222"_s);
        QCOMPARE(course.clock.runningTimers(), 0);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!course.network.at(i));
    }

    void namesThatAreNeverAnswered()
    {
        Course course;
        course.names.hangAddresses(kOne.host);
        course.start({kOne});
        course.clock.advance(15s);
        QCOMPARE(course.codes(), QList{ErrorCode::NameNotFound});
        QCOMPARE(course.lost, 1);
        course.names.answerAddresses(kOne.host, addresses({u"192.0.2.1"_s}));
        settle();
        QCOMPARE(course.network.made(), 0);
    }

    /// XEP-0495 4.3: who is wanted more is waited for, but not long.
    void theFirstNameHasFiftyMilliseconds()
    {
        Course course;
        course.names.hangAddresses(kOne.host);
        course.start({kOne, kTwo});
        QCOMPARE(course.network.made(), 0);
        course.clock.advance(40ms);
        course.names.answerAddresses(kOne.host, addresses({u"2001:db8::1"_s}));
        settle();
        QCOMPARE(course.network.last()->endpoint().host, kOne.host);

        Course slow;
        slow.names.hangAddresses(kOne.host);
        slow.start({kOne, kTwo});
        slow.clock.advance(50ms);
        QCOMPARE(slow.network.last()->endpoint().host, kTwo.host);
        slow.names.answerAddresses(kOne.host, addresses({u"2001:db8::1"_s}));
        settle();
        QCOMPARE(slow.network.made(), 1); // its turn comes with the pace
        slow.clock.advance(250ms);
        QCOMPARE(slow.network.made(), 2);
        slow.accept(1);
        QCOMPARE(slow.winner->host, kOne.host);
    }

    /// A way that is proven is given a second to itself.
    void aHandshakeHoldsOthersBack()
    {
        Course course;
        course.start({kDirect, kOne});
        course.accept(0);
        QCOMPARE(course.wins, 0);
        course.clock.advance(999ms);
        QCOMPARE(course.network.made(), 1);
        course.network.at(0)->acceptTls();
        settle();
        QCOMPARE(course.winner->host, kDirect.host);
        QVERIFY(course.transport->isSecured());
    }

    void aHandshakeThatStalls()
    {
        Course course;
        course.start({kDirect, kOne});
        course.accept(0);
        course.clock.advance(1s);
        QCOMPARE(course.network.made(), 2);
        course.refuse(1);
        QCOMPARE(course.lost, 0);
        course.clock.advance(14s); // begun within the 15 s of the race, a handshake has 15 s of its own
        QCOMPARE(course.codes(), QList({ErrorCode::ConnectionRefused, ErrorCode::TlsTimedOut}));
        QVERIFY(course.falls.last().connected);
        QCOMPARE(course.lost, 1);
        QCOMPARE(course.clock.runningTimers(), 0);
    }

    void aHandshakeBegunLateIsHeardToTheEnd()
    {
        Course course;
        course.start({kDirect});
        course.clock.advance(14s);
        course.accept(0);
        course.clock.advance(10s);
        QCOMPARE(course.lost, 0);
        course.network.at(0)->acceptTls();
        settle();
        QCOMPARE(course.wins, 1);
    }

    void certificateProblemsAreTold()
    {
        Course course;
        course.start({kDirect, kOne});
        course.network.at(0)->acceptTcp();
        CertificateProblem problem;
        problem.error = {ErrorCode::CertificateExpired};
        problem.all = {ErrorCode::CertificateExpired};
        course.network.at(0)->rejectCertificate(problem);
        settle();
        QCOMPARE(course.falls.size(), 1);
        QCOMPARE(course.falls.first().problem.all, problem.all);
        QVERIFY(course.falls.first().connected);
        QCOMPARE(course.network.made(), 2); // at once
    }

    void aServerThatHangsUp()
    {
        Course course;
        course.start({kDirect});
        course.accept(0);
        course.network.at(0)->hangUp(false);
        settle();
        QCOMPARE(course.codes(), QList{ErrorCode::ConnectionLost});
        QCOMPARE(course.lost, 1);
    }

    /// The winner was no good: those that were dropped for it have their turn first.
    void goesOnWithTheRest()
    {
        Course course;
        course.names.setAddresses(kOne.host, addresses({u"2001:db8::1"_s, u"192.0.2.1"_s, u"192.0.2.2"_s}));
        course.start({kOne});
        course.clock.advance(250ms);
        course.accept(1);
        QCOMPARE(course.winner->address, QHostAddress(u"192.0.2.1"_s));
        course.transport.reset();
        course.clock.advance(60s);
        QCOMPARE(course.network.made(), 2);
        course.race.resume();
        QCOMPARE(course.triedAt(2), u"2001:db8::1"_s);
        course.refuse(2);
        QCOMPARE(course.triedAt(3), u"192.0.2.2"_s);
        course.clock.advance(15s);
        QCOMPARE(course.lost, 1);
    }

    /// SECURITY A33.
    void attemptsAreCapped()
    {
        Course course;
        QStringList many;
        for (int i = 1; i < 200; ++i)
            many.append(u"192.0.2.%1"_s.arg(i));
        course.names.setAddresses(kOne.host, addresses(many));
        course.start({kOne}, 5);
        for (int i = 0; i < 5; ++i)
            course.refuse(i);
        QCOMPARE(course.network.made(), 5);
        QCOMPARE(course.lost, 1);
    }

    void aProxyIsLeftToFindTheHost()
    {
        Course course;
        Endpoint behind = kOne;
        behind.proxy = {QNetworkProxy::Socks5Proxy, u"proxy.example.org"_s, 1080};
        course.start({behind});
        QVERIFY(course.names.hostsAsked().isEmpty());
        QVERIFY(course.network.at(0)->endpoint().address.isNull());
        QCOMPARE(course.network.at(0)->endpoint().proxy, behind.proxy);
    }

    void stopsInTheMiddle()
    {
        Course course;
        course.names.hangAddresses(kTwo.host);
        course.start({kOne, kDirect, kTwo});
        course.clock.advance(250ms);
        course.race.stop();
        course.names.answerAddresses(kTwo.host, addresses({u"192.0.2.9"_s}));
        course.clock.advance(60s);
        QCOMPARE(course.network.made(), 2);
        QCOMPARE(course.lost + course.wins + course.falls.size(), 0);
        QCOMPARE(course.clock.runningTimers(), 0);
    }

    void mayBeDestroyedInTheMiddle()
    {
        auto course = std::make_unique<Course>();
        course->start({kOne, kDirect});
        course->clock.advance(250ms);
        course.reset();
        settle();
    }
};

QTEST_GUILESS_MAIN(ConnectionRaceTest)
#include "tst_connectionrace.moc"
