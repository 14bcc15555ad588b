// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/OutageWatch.h"
#include "tests/support/CountedIds.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FakeHttp.h"
#include "tests/support/FakeResolver.h"
#include "tests/support/FakeSecretStore.h"
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
    CountedIds ids;
    FakeResolver resolver;
    FakeSecretStore secrets;
    FakeHttp http;
    AccountSettings settings;
    StreamServices services{clock, clock, ids, resolver, [] { return std::unique_ptr<Transport>(); }, {}};
    ProxyPassword proxyPassword{secrets, u"a1"_s};
    OutageWatch watch{&http, services, proxyPassword};
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
        OutageWatch watch(nullptr, rig.services, rig.proxyPassword);
        rig.settings.outageAddresses = {kFirst};
        watch.update(rig.settings, SessionState::Waiting, Error{ErrorCode::ConnectionRefused});
        settle();
        QVERIFY(!watch.outage());
    }

    /// Whoever goes by a proxy does not want to be seen without it.
    void theWayIsTheAccounts_data()
    {
        QTest::addColumn<ProxyChoice>("choice");
        QTest::addColumn<QNetworkProxy>("proxy");
        const QString host = u"proxy.example.org"_s;
        QTest::newRow("none") << ProxyChoice{} << QNetworkProxy(QNetworkProxy::NoProxy);
        QTest::newRow("the desktop's")
            << ProxyChoice{ProxyKind::System}
            << QNetworkProxy(QNetworkProxy::HttpProxy, u"desk.example.org"_s, 8080);
        QTest::newRow("SOCKS5") << ProxyChoice{ProxyKind::Socks5, host}
                                << QNetworkProxy(QNetworkProxy::Socks5Proxy, host, 1080);
        QTest::newRow("HTTP") << ProxyChoice{ProxyKind::Http, host, 3128}
                              << QNetworkProxy(QNetworkProxy::HttpProxy, host, 3128);
        QTest::newRow("with a password")
            << ProxyChoice{ProxyKind::Socks5, host, 0, u"ana"_s}
            << QNetworkProxy(QNetworkProxy::Socks5Proxy, host, 1080, u"ana"_s, u"sesame"_s);
    }

    void theWayIsTheAccounts()
    {
        QFETCH(ProxyChoice, choice);
        QFETCH(QNetworkProxy, proxy);
        Rig rig;
        rig.settings.connection.proxy = choice;
        rig.secrets.secrets.insert(secretKey(u"a1"_s, SecretPurpose::ProxyPassword), u"sesame"_s);
        rig.services.systemProxy = [](const QString &host) {
            return Task<QNetworkProxy>::completed(
                host == kFirst.host() ? QNetworkProxy(QNetworkProxy::HttpProxy, u"desk.example.org"_s, 8080)
                                      : QNetworkProxy(QNetworkProxy::NoProxy));
        };
        OutageWatch watch(&rig.http, rig.services, rig.proxyPassword);
        rig.http.documents.insert(kFirst, kOutage);
        watch.update(rig.settings, SessionState::Waiting, Error{ErrorCode::ConnectionRefused});
        settle();
        QCOMPARE(rig.http.asked.size(), 1);
        QCOMPARE(rig.http.asked.first().proxy, proxy);
    }

    void aProxyWithoutItsPasswordIsNotGoneAround()
    {
        Rig rig;
        rig.settings.connection.proxy = {ProxyKind::Socks5, u"proxy.example.org"_s, 0, u"ana"_s};
        rig.be(SessionState::Waiting);
        QCOMPARE(rig.http.asked.size(), 2);
        for (const PublicDocument &document : rig.http.asked)
            QCOMPARE(document.proxy,
                     QNetworkProxy(QNetworkProxy::Socks5Proxy, u"proxy.example.org"_s, 1080, u"ana"_s));
    }

    /// What the person typed for this session alone is good for this, too.
    void aTypedProxyPassword()
    {
        Rig rig;
        rig.settings.connection.proxy = {ProxyKind::Http, u"proxy.example.org"_s, 3128, u"ana"_s};
        rig.secrets.secrets.insert(secretKey(u"a1"_s, SecretPurpose::ProxyPassword), u"old"_s);
        rig.proxyPassword.setTyped(u"sesame"_s);
        rig.be(SessionState::Waiting);
        QCOMPARE(rig.http.asked.constFirst().proxy.password(), u"sesame"_s);
        QCOMPARE(rig.secrets.reads, 0);
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
