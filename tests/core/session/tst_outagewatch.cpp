// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/OutageWatch.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FakeHttp.h"
#include "tests/support/Settle.h"

#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

const QUrl kFirst(u"https://status.example.org/status.json"_s);
const QUrl kSecond(u"https://status.example.net/status.json"_s);
const QByteArray kOutage
    = R"({"beginning": "2026-01-12T01:01:01Z", "message": {"default": "The disk is full"}})";

struct Rig {
    Rig() { settings.outageAddresses = {kFirst, kSecond}; }
    void be(SessionState state, ErrorCode code = ErrorCode::ConnectionRefused)
    {
        watch.update(settings, state, Error{code});
        settle();
    }
    [[nodiscard]] QList<QUrl> asked() const
    {
        QList<QUrl> all;
        for (const PublicDocument &document : http.asked)
            all.append(document.url);
        return all;
    }

    FakeClock clock;
    FakeHttp http;
    AccountSettings settings;
    OutageWatch watch{&http, clock};
    QSignalSpy changed{&watch, &OutageWatch::outageChanged};
};

} // namespace

class OutageWatchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoIsNotAskedAbout_data()
    {
        QTest::addColumn<SessionState>("state");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("online") << SessionState::Online << ErrorCode::Cancelled;
        QTest::newRow("offline by choice") << SessionState::Offline << ErrorCode::ConnectionRefused;
        QTest::newRow("connecting") << SessionState::Connecting << ErrorCode::ConnectionRefused;
        QTest::newRow("asking") << SessionState::NeedsPassword << ErrorCode::PasswordNeeded;
        QTest::newRow("wrong password") << SessionState::Stopped << ErrorCode::WrongPassword;
        QTest::newRow("bad certificate") << SessionState::Stopped << ErrorCode::CertificateExpired;
        QTest::newRow("interception") << SessionState::Stopped << ErrorCode::ChannelBindingFailed;
        QTest::newRow("another device") << SessionState::Waiting << ErrorCode::StreamConflict;
    }

    void whoIsNotAskedAbout()
    {
        QFETCH(SessionState, state);
        QFETCH(ErrorCode, code);
        Rig rig;
        rig.be(state, code);
        QVERIFY(rig.http.asked.isEmpty());
    }

    void nobodyCanBeAsked()
    {
        Rig rig;
        rig.settings.outageAddresses.clear();
        rig.be(SessionState::Waiting);
        QVERIFY(rig.http.asked.isEmpty());
        OutageWatch watch(nullptr, rig.clock);
        rig.settings.outageAddresses = {kFirst};
        watch.update(rig.settings, SessionState::Waiting, Error{ErrorCode::ConnectionRefused});
        settle();
        QVERIFY(!watch.outage());
    }

    /// Whoever goes by a proxy does not want to be seen without it.
    void theWayIsTheAccounts_data()
    {
        QTest::addColumn<ProxyChoice>("choice");
        QTest::addColumn<bool>("asks");
        QTest::addColumn<QNetworkProxy>("proxy");
        const QString host = u"proxy.example.org"_s;
        const QNetworkProxy none(QNetworkProxy::NoProxy);
        QTest::newRow("none") << ProxyChoice{} << true << none;
        QTest::newRow("the desktop's, which is not known here")
            << ProxyChoice{ProxyKind::System} << false << none;
        QTest::newRow("SOCKS5") << ProxyChoice{ProxyKind::Socks5, host} << true
                                << QNetworkProxy(QNetworkProxy::Socks5Proxy, host, 1080);
        QTest::newRow("HTTP") << ProxyChoice{ProxyKind::Http, host, 3128} << true
                              << QNetworkProxy(QNetworkProxy::HttpProxy, host, 3128);
        QTest::newRow("with a password, which is not known here")
            << ProxyChoice{ProxyKind::Socks5, host, 0, u"ana"_s} << false << none;
    }

    void theWayIsTheAccounts()
    {
        QFETCH(ProxyChoice, choice);
        QFETCH(bool, asks);
        QFETCH(QNetworkProxy, proxy);
        Rig rig;
        rig.settings.connection.proxy = choice;
        rig.http.documents.insert(kFirst, kOutage);
        rig.be(SessionState::Waiting);
        QCOMPARE(rig.http.asked.size(), asks ? 1 : 0);
        if (asks)
            QCOMPARE(rig.http.asked.first().proxy, proxy);
    }

    void theFirstThatKnows()
    {
        Rig rig;
        rig.http.documents.insert(kFirst, "<html>Not found</html>");
        rig.http.documents.insert(kSecond, kOutage);
        rig.be(SessionState::Waiting);
        QCOMPARE(rig.asked(), (QList<QUrl>{kFirst, kSecond}));
        QVERIFY(rig.watch.outage());
        QCOMPARE(rig.watch.outage()->message({}), u"The disk is full"_s);
        QCOMPARE(rig.changed.size(), 1);
    }

    void nobodyKnows()
    {
        Rig rig;
        rig.be(SessionState::Waiting);
        QCOMPARE(rig.asked(), (QList<QUrl>{kFirst, kSecond}));
        QVERIFY(!rig.watch.outage());
        QVERIFY(rig.changed.isEmpty());
    }

    void noOutageIsAnAnswer()
    {
        Rig rig;
        rig.http.documents.insert(kFirst, "{}");
        rig.http.documents.insert(kSecond, kOutage);
        rig.be(SessionState::Waiting);
        QCOMPARE(rig.asked(), QList<QUrl>{kFirst});
        QVERIFY(!rig.watch.outage());
    }

    void isNotAskedAgainAtOnce()
    {
        Rig rig;
        rig.http.documents.insert(kFirst, kOutage);
        for (int attempt = 0; attempt < 50; ++attempt) {
            rig.be(SessionState::Waiting);
            rig.be(SessionState::Connecting);
            rig.clock.advance(5s);
        }
        QCOMPARE(rig.http.asked.size(), 1);
        QVERIFY(rig.watch.outage()); // stays while it is tried again
        rig.clock.advance(OutageWatch::kPatience);
        rig.http.documents.insert(kFirst, "{}");
        rig.be(SessionState::Waiting);
        QCOMPARE(rig.http.asked.size(), 2);
        QVERIFY(!rig.watch.outage());
        QCOMPARE(rig.changed.size(), 2);
    }

    void isOverOnceItIsOnline()
    {
        Rig rig;
        rig.http.documents.insert(kFirst, kOutage);
        rig.be(SessionState::Waiting, ErrorCode::StreamSystemShutdown);
        QVERIFY(rig.watch.outage());
        rig.be(SessionState::Online, ErrorCode::Cancelled);
        QVERIFY(!rig.watch.outage());
        rig.be(SessionState::Waiting, ErrorCode::ConnectionLost); // the next time at once
        QCOMPARE(rig.http.asked.size(), 2);
    }

    void anAnswerThatComesTooLate()
    {
        Rig rig;
        rig.http.isHeld = true;
        rig.be(SessionState::Waiting);
        rig.be(SessionState::Online, ErrorCode::Cancelled);
        rig.http.answer(kOutage);
        settle();
        QVERIFY(!rig.watch.outage());
        QVERIFY(rig.changed.isEmpty());
    }
};

QTEST_GUILESS_MAIN(OutageWatchTest)
#include "tst_outagewatch.moc"
