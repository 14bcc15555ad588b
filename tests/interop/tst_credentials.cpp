// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/modules/xep0199_ping/Ping.h"
#include "core/net/SslTransport.h"
#include "core/session/Accounts.h"
#include "core/store/Store.h"
#include "tests/support/EjabberdServer.h"
#include "tests/support/FakeResolver.h"
#include "tests/support/FakeSecretStore.h"
#include "tests/support/ProsodyServer.h"
#include "tests/support/TestCertificates.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kPatience = 30'000;
const QString kId = u"a1"_s;

/// The program's accounts over real sockets; the keychain is one in memory.
struct Program {
    Program(const RealServer &server, const QString &localpart,
            SecurityChoice security = SecurityChoice::StartTls)
    {
        AccountSettings settings;
        settings.id = kId;
        ConnectionSettings &connection = settings.connection;
        connection.account = *Jid::parse(localpart.isEmpty() ? server.domain()
                                                             : QString(localpart + u'@' + server.domain()));
        connection.host = server.host();
        connection.security = security;
        connection.port = security == SecurityChoice::DirectTls ? server.directTlsPort() : server.port();
        connection.extraAuthorities = {server.authority()};
        auto opened = Store::open(folder.filePath(u"store.db"_s));
        if (!opened)
            qFatal("no store");
        store = std::move(*opened);
        start();
        if (!accounts->add(settings))
            qFatal("no account");
    }
    /// As another process: only what is stored and in the keychain is known.
    void start()
    {
        accounts.reset();
        accounts = std::make_unique<Accounts>(
            SessionServices{{clock, timers, ids, resolver, [] { return std::make_unique<SslTransport>(); }},
                            secrets,
                            *store,
                            folder.filePath(u"avatars"_s)});
        if (!accounts->load())
            qFatal("no accounts");
    }
    [[nodiscard]] XmppSession &session() const { return *accounts->session(kId); }
    void change(const std::function<void(ConnectionSettings &)> &how)
    {
        AccountSettings settings = session().settings();
        how(settings.connection);
        session().setSettings(settings);
    }
    bool logsIn()
    {
        session().setPresence({});
        const auto isOver = [&] {
            const SessionState state = session().state();
            return state == SessionState::Online || state == SessionState::Stopped
                || state == SessionState::NeedsPassword || state == SessionState::Waiting;
        };
        if (!QTest::qWaitFor(isOver, kPatience))
            return false;
        if (session().state() != SessionState::Online)
            qInfo() << session().state() << int(session().lastError().code) << session().lastError().subject
                    << session().lastError().text;
        return session().state() == SessionState::Online;
    }
    bool logsInWith(const QString &password)
    {
        secrets.secrets.insert(secretKey(kId, SecretPurpose::Password), password);
        return logsIn();
    }
    bool goesOffline()
    {
        session().setPresence({Availability::Offline, {}});
        return QTest::qWaitFor([&] { return session().state() == SessionState::Offline; }, kPatience);
    }
    Result<PasswordChanged> changePassword(const QString &current, const QString &wanted)
    {
        std::optional<Result<PasswordChanged>> result;
        session().changePassword(current, wanted).then(&session(), [&](const Result<PasswordChanged> &got) {
            result = got;
        });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, kPatience))
            return failure(ErrorCode::RequestTimedOut);
        return *result;
    }
    /// A file with this certificate and its key.
    QString fileOf(const TestIdentity &identity, const QByteArray &passphrase)
    {
        const QString name = folder.filePath(u"certificate.p12"_s);
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(identity.pkcs12(passphrase));
        return name;
    }

    QTemporaryDir folder;
    SystemClock clock;
    EventLoopTimers timers;
    RandomIds ids;
    FakeResolver resolver; // the network is loopback: no name is looked up
    FakeSecretStore secrets;
    std::unique_ptr<Store> store;
    std::unique_ptr<Accounts> accounts;
};

CertificateWish named(const QStringList &addresses)
{
    CertificateWish wish;
    for (const QString &address : addresses)
        wish.names.append(u"otherName:1.3.6.1.5.5.7.8.5;UTF8:"_s + address);
    return wish;
}

/// A root of clients that a server trusts, in a file of its own.
struct ClientRoot {
    ClientRoot()
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(root.certificatePem());
    }
    [[nodiscard]] QString path() const { return folder.filePath(u"clients.pem"_s); }

    QTemporaryDir folder;
    TestIdentity root = TestIdentity::authority();
};

} // namespace

/// Changing a password, certificates and anonymity, with servers that nobody here wrote.
class CredentialsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void passwordIsChanged_data()
    {
        QTest::addColumn<bool>("isProsody");
        QTest::newRow("Prosody") << true;
        QTest::newRow("ejabberd") << false;
    }

    void passwordIsChanged()
    {
        QFETCH(bool, isProsody);
        ServerOptions options;
        std::unique_ptr<RealServer> server;
        if (isProsody) {
            options.modules = {u"user_account_management"_s};
            server = std::make_unique<ProsodyServer>(options);
        } else {
            options.extraConfiguration = "append_host_config:\n  \"example.org\":\n    modules:\n"
                                         "      mod_register: {}\n";
            server = std::make_unique<EjabberdServer>(options);
        }
        QVERIFY(server->start());
        Program desk(*server, u"ana"_s);
        // ejabberd refuses what its old tables of characters do not know.
        const QString newPassword = isProsody ? u"ab\"<&>'ñ 🔑 cd"_s : u"ab\"<&>'ñ cd"_s;
        QVERIFY(desk.logsInWith(u"sesame"_s));
        QCOMPARE(desk.changePassword(u"guess"_s, u"new"_s).error().code, ErrorCode::PasswordNotConfirmed);
        const auto changed = desk.changePassword(u"sesame"_s, newPassword);
        if (!changed)
            qInfo() << int(changed.error().code) << changed.error().text;
        QVERIFY(changed);
        QVERIFY(changed->stored);
        QCOMPARE(desk.secrets.secrets.size(), 1);
        QCOMPARE(desk.session().state(), SessionState::Online);
        QVERIFY(desk.goesOffline());
        desk.start();
        QVERIFY(desk.logsIn());

        // The old one opens nothing any more; a program that was killed in between finds the new one.
        Program killed(*server, u"ana"_s);
        QVERIFY(!killed.logsInWith(u"sesame"_s));
        QCOMPARE(killed.session().lastError().code, ErrorCode::WrongPassword);
        QVERIFY(killed.goesOffline());
        AccountSettings settings = killed.session().settings();
        settings.passwordChanging = true;
        killed.session().setSettings(settings);
        killed.secrets.secrets.insert(secretKey(kId, SecretPurpose::NewPassword), newPassword);
        killed.start();
        QVERIFY(killed.logsIn());
        QTRY_COMPARE(killed.secrets.secrets.size(), 1);
        QCOMPARE(killed.secrets.secrets.value(secretKey(kId, SecretPurpose::Password)), newPassword);
    }

    void passwordCannotBeChanged_data() { passwordIsChanged_data(); }

    void passwordCannotBeChanged()
    {
        QFETCH(bool, isProsody);
        std::unique_ptr<RealServer> server;
        if (isProsody)
            server = std::make_unique<ProsodyServer>(ServerOptions());
        else
            server = std::make_unique<EjabberdServer>(ServerOptions());
        QVERIFY(server->start());
        Program desk(*server, u"ana"_s);
        QVERIFY(desk.logsInWith(u"sesame"_s));
        const auto changed = desk.changePassword(u"sesame"_s, u"another"_s);
        QVERIFY(!changed);
        QCOMPARE(changed.error().code, ErrorCode::PasswordChangeNotOffered);
        QCOMPARE(desk.secrets.secrets.size(), 1);
        QVERIFY(desk.goesOffline());
        desk.start();
        QVERIFY(desk.logsIn());
    }

    void certificate_data()
    {
        QTest::addColumn<bool>("isProsody");
        QTest::addColumn<SecurityChoice>("security");
        QTest::newRow("Prosody, STARTTLS") << true << SecurityChoice::StartTls;
        QTest::newRow("Prosody, direct TLS") << true << SecurityChoice::DirectTls;
        QTest::newRow("ejabberd, direct TLS") << false << SecurityChoice::DirectTls;
    }

    void certificate()
    {
        QFETCH(bool, isProsody);
        QFETCH(SecurityChoice, security);
        ClientRoot clients;
        ServerOptions options;
        std::unique_ptr<RealServer> server;
        if (isProsody) { // mod_auth_ccert of prosody-modules
            options.modules = {};
            options.extraConfiguration
                = "authentication = \"ccert\"\nplugin_paths = { \"/usr/lib/prosody/modules\" }\n"
                  "ssl = { key = \"leaf.key\", certificate = \"leaf.pem\", cafile = \""
                + clients.path().toUtf8() + "\", capath = false, verify = { \"peer\" } }\n";
            server = std::make_unique<ProsodyServer>(options);
        } else {
            options.extraConfiguration
                = "    tls_verify: true\n    cafile: \"" + clients.path().toUtf8() + "\"\n";
            server = std::make_unique<EjabberdServer>(options);
        }
        QVERIFY(server->start());
        Program desk(*server, u"ana"_s, security);
        desk.change([&](ConnectionSettings &connection) {
            connection.logInWay = LogInWay::ClientCertificate;
            connection.certificateFile
                = desk.fileOf(clients.root.issue(named({u"ana@example.org"_s})), "pässphrase");
        });
        QVERIFY(!desk.logsIn());
        QCOMPARE(desk.session().state(), SessionState::NeedsPassword);
        QCOMPARE(desk.session().secretWanted(), SecretPurpose::CertificatePassphrase);
        QCOMPARE(desk.session().lastError().code, ErrorCode::ClientCertificateLocked);
        desk.session().providePassword(u"pässphrase"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(desk.session().state() != SessionState::Connecting, kPatience);
        if (desk.session().state() != SessionState::Online)
            qInfo() << int(desk.session().lastError().code) << desk.session().lastError().text;
        QCOMPARE(desk.session().state(), SessionState::Online);
        QCOMPARE(desk.session().connectionDetails().mechanism, u"EXTERNAL"_s);
        QTRY_COMPARE(desk.secrets.secrets.value(secretKey(kId, SecretPurpose::CertificatePassphrase)),
                     u"pässphrase"_s);
        QCOMPARE(desk.changePassword(u"x"_s, u"y"_s).error().code, ErrorCode::PasswordChangeNotOffered);
        QVERIFY(desk.goesOffline());
        desk.start();
        QVERIFY(desk.logsIn());
        QVERIFY(desk.goesOffline());

        // Several addresses: the account's is asked for.
        desk.change([&](ConnectionSettings &connection) {
            connection.certificateFile = desk.fileOf(
                clients.root.issue(named({u"office@example.org"_s, u"ana@example.org"_s})), "pässphrase");
        });
        QVERIFY(desk.logsIn());
        QCOMPARE(desk.session().boundAddress().bare().toString(), u"ana@example.org"_s);
        QVERIFY(desk.goesOffline());

        // Somebody else's, and one that the server does not know who gave.
        desk.change([&](ConnectionSettings &connection) {
            connection.certificateFile
                = desk.fileOf(clients.root.issue(named({u"bruno@example.org"_s})), "pässphrase");
        });
        QVERIFY(!desk.logsIn());
        QCOMPARE(desk.session().state(), SessionState::Stopped);
        const ErrorCode code = desk.session().lastError().code;
        QVERIFY(code == ErrorCode::ClientCertificateRefused || code == ErrorCode::InvalidAuthorizationId);
        QVERIFY(desk.goesOffline());
        desk.change([&](ConnectionSettings &connection) {
            connection.certificateFile
                = desk.fileOf(TestIdentity::authority().issue(named({u"ana@example.org"_s})), "pässphrase");
        });
        QVERIFY(!desk.logsIn());
    }

    void noCertificateIsAskedFor()
    {
        ProsodyServer server((ServerOptions()));
        QVERIFY(server.start());
        Program desk(server, u"ana"_s);
        desk.secrets.secrets.insert(secretKey(kId, SecretPurpose::Password), u"sesame"_s);
        desk.change([&](ConnectionSettings &connection) {
            connection.logInWay = LogInWay::ClientCertificate;
            connection.certificateFile
                = desk.fileOf(TestIdentity::selfSigned(named({u"ana@example.org"_s})), "");
        });
        QVERIFY(!desk.logsIn());
        QCOMPARE(desk.session().lastError().code, ErrorCode::NoAcceptableMechanism);
    }

    void anonymous_data() { passwordIsChanged_data(); }

    void anonymous()
    {
        QFETCH(bool, isProsody);
        ServerOptions options;
        options.users = {};
        std::unique_ptr<RealServer> server;
        if (isProsody) {
            options.extraConfiguration = "authentication = \"anonymous\"\n";
            server = std::make_unique<ProsodyServer>(options);
        } else {
            options.extraConfiguration = "host_config:\n  \"example.org\":\n"
                                         "    auth_method: [anonymous]\n    anonymous_protocol: sasl_anon\n";
            server = std::make_unique<EjabberdServer>(options);
        }
        QVERIFY2(server->start(), server->log().constData());
        Program desk(*server, {});
        desk.change([](ConnectionSettings &connection) { connection.logInWay = LogInWay::Anonymous; });
        QVERIFY(desk.logsIn());
        QCOMPARE(desk.session().connectionDetails().mechanism, u"ANONYMOUS"_s);
        QCOMPARE(desk.session().address().toString(), u"example.org"_s);
        const Jid first = desk.session().boundAddress();
        QVERIFY(!first.localpart().isEmpty());
        QCOMPARE(first.domain(), u"example.org"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.session().steps().last().state, StepState::Done, kPatience);

        // Two nobodies talk to each other.
        Program phone(*server, {});
        phone.change([](ConnectionSettings &connection) { connection.logInWay = LogInWay::Anonymous; });
        QVERIFY(phone.logsIn());
        const Jid second = phone.session().boundAddress();
        QVERIFY(second.bare() != first.bare());
        QString heard;
        for (const Program *program : {&desk, &phone})
            connect(&program->session(), &XmppSession::messageArrived, this,
                    [&](const Jid &, qint64, const QString &body) { heard = body; });
        // Behind its own presence: once this is heard the other one can be found.
        phone.session().sendMessage(first.bare(), u"is anybody there?"_s);
        QTRY_COMPARE_WITH_TIMEOUT(heard, u"is anybody there?"_s, kPatience);
        desk.session().sendMessage(second.bare(), u"hello, whoever you are"_s);
        QTRY_COMPARE_WITH_TIMEOUT(heard, u"hello, whoever you are"_s, kPatience);

        QVERIFY(desk.goesOffline());
        QVERIFY(desk.logsIn());
        QVERIFY(desk.session().boundAddress().bare() != first.bare());
    }

    void inactivityIsTold_data() { passwordIsChanged_data(); }

    /// Both servers offer it, take it without a word, and answer what is asked behind it.
    void inactivityIsTold()
    {
        QFETCH(bool, isProsody);
        std::unique_ptr<RealServer> server;
        if (isProsody)
            server = std::make_unique<ProsodyServer>(ServerOptions());
        else
            server = std::make_unique<EjabberdServer>(ServerOptions());
        QVERIFY(server->start());
        Program desk(*server, u"ana"_s);
        QVERIFY(desk.logsInWith(u"sesame"_s));
        ModuleHost &host = desk.session().modules();
        const QString space = u"urn:xmpp:csi:0"_s;
        QVERIFY(!host.streamFeatures().child(u"csi", space).isNull());
        for (const QString &state : {u"inactive"_s, u"active"_s, u"inactive"_s}) {
            host.sendNonza(XmlElement(state, space));
            std::optional<Result<void>> answered;
            host.module<PingModule>()
                ->ping(*Jid::parse(u"example.org"_s), std::chrono::seconds(30))
                .then(this, [&](const Result<void> &result) { answered = result; });
            QTRY_VERIFY_WITH_TIMEOUT(answered, kPatience);
            QVERIFY(*answered);
        }
        QCOMPARE(desk.session().state(), SessionState::Online);
    }
};

QTEST_GUILESS_MAIN(CredentialsTest)
#include "tst_credentials.moc"
