// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/RequestsModel.h"
#include "core/modules/xep0199_ping/Ping.h"
#include "core/session/SessionContacts.h"
#include "core/session/SessionMessages.h"
#include "core/session/TokenSource.h"
#include "tests/support/EjabberdServer.h"
#include "tests/support/InterceptingProxy.h"
#include "tests/support/LoginClient.h"
#include "tests/support/ProsodyServer.h"
#include "tests/support/RealAccount.h"
#include "ui/text/ErrorText.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kPatience = RealAccount::kPatience;

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
        RealAccount desk(*server, u"ana"_s);
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
        RealAccount killed(*server, u"ana"_s);
        QVERIFY(!killed.logsInWith(u"sesame"_s));
        QCOMPARE(killed.session().lastError().code, ErrorCode::WrongPassword);
        QVERIFY(killed.goesOffline());
        AccountSettings settings = killed.session().settings();
        settings.passwordChanging = true;
        killed.session().setSettings(settings);
        killed.secrets.secrets.insert(killed.key(SecretPurpose::NewPassword), newPassword);
        killed.start();
        QVERIFY(killed.logsIn());
        QTRY_COMPARE(killed.secrets.secrets.size(), 1);
        QCOMPARE(killed.secrets.secrets.value(killed.key(SecretPurpose::Password)), newPassword);
    }

    void tokenOutlivesNothing_data()
    {
        QTest::addColumn<bool>("changed");
        QTest::newRow("another password") << true;
        QTest::newRow("typed once, not to be kept") << false;
    }

    /// SECURITY A48: mod_sasl2_fast would take a token for three weeks more, whatever becomes of the password
    /// that it stood for. So the server is told to forget it.
    void tokenOutlivesNothing()
    {
        QFETCH(bool, changed);
        ServerOptions options;
        options.modules = {u"user_account_management"_s,
                           u"test_bindings"_s,
                           u"test_sasl2"_s,
                           u"sasl2"_s,
                           u"sasl2_bind2"_s,
                           u"sasl2_fast"_s,
                           u"sasl2_sm"_s};
        ProsodyServer server(options);
        QVERIFY(server.start());
        RealAccount desk(server, u"ana"_s);
        QVERIFY(desk.logsInWith(u"sesame"_s));
        const QString key = desk.key(SecretPurpose::Token);
        QTRY_VERIFY_WITH_TIMEOUT(desk.secrets.secrets.contains(key), kPatience);
        const QList<HashedToken> kept = TokenSource::fromText(desk.secrets.secrets.value(key));
        QCOMPARE(kept.size(), 1);

        // Somebody has a copy of it. As long as it is good it opens.
        QVERIFY(desk.goesOffline());
        LoginClient thief(server);
        thief.settings.userAgentId = desk.session().settings().connection.userAgentId;
        QVERIFY(thief.logsInWith({.token = kept.first()}));
        QCOMPARE(thief.stream.mechanism(), u"HT-SHA-256-EXPR"_s);
        QVERIFY(thief.leaves());
        QVERIFY(desk.logsIn());
        QCOMPARE(desk.session().connectionDetails().mechanism, u"HT-SHA-256-EXPR"_s);

        if (changed) {
            const auto result = desk.changePassword(u"sesame"_s, u"another"_s);
            QVERIFY(result);
            QVERIFY(result->tokenForgotten);
        } else {
            AccountSettings settings = desk.session().settings();
            settings.rememberPassword = false;
            desk.session().setSettings(settings);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!desk.secrets.secrets.contains(key), kPatience);
        QCOMPARE(desk.session().state(), SessionState::Online);
        QVERIFY(desk.goesOffline());
        const auto isVoid = [&] {
            const auto before = thief.refused.count();
            return !thief.logsInWith({.token = kept.first()}) && thief.refused.count() > before;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isVoid(), kPatience);
        QCOMPARE(thief.error().code, ErrorCode::PasswordNeeded);

        // This device goes on: with a token for the new password, or with what is in memory alone.
        QVERIFY(desk.logsIn());
        QVERIFY(desk.session().connectionDetails().mechanism.startsWith(u"SCRAM-"));
        QVERIFY(desk.goesOffline());
        desk.start();
        QCOMPARE(desk.logsIn(), changed);
        QCOMPARE(desk.session().connectionDetails().mechanism == u"HT-SHA-256-EXPR"_s, changed);
        QVERIFY(!server.log().contains("Traceback"));
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
        RealAccount desk(*server, u"ana"_s);
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
        RealAccount desk(*server, u"ana"_s, security);
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
        QTRY_COMPARE(desk.secrets.secrets.value(desk.key(SecretPurpose::CertificatePassphrase)),
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

    /// XEP-0257: no authority vouches for the certificate; the server was told of it before.
    void certificateTheServerWasTold()
    {
        ClientRoot unrelated;
        ServerOptions options;
        options.modules = {u"test_client_certs"_s};
        options.clientRoots = unrelated.path();
        ProsodyServer server(options);
        QVERIFY(server.start());
        const TestIdentity identity = TestIdentity::selfSigned(named({u"ana@example.org"_s}));
        RealAccount desk(server, u"ana"_s);
        const auto useCertificate = [&](const TestIdentity &which) {
            desk.change([&](ConnectionSettings &connection) {
                connection.logInWay = LogInWay::ClientCertificate;
                connection.certificateFile = desk.fileOf(which, "");
            });
        };

        // Nobody told it of this one yet.
        useCertificate(identity);
        QVERIFY(!desk.logsIn());
        QCOMPARE(desk.session().state(), SessionState::Stopped);
        QCOMPARE(desk.session().lastError().code, ErrorCode::ClientCertificateRefused);
        const ErrorText said = errorText(desk.session().lastError());
        QCOMPARE(said.sentence, u"The server did not accept your certificate."_s);
        QCOMPARE(said.remedy, u"It may belong to another account, or the server may not know it yet."_s);
        QVERIFY(desk.goesOffline());

        RealAccount phone(server, u"ana"_s);
        QVERIFY(phone.logsInWith(u"sesame"_s));
        /// Whether the server did this with the certificate that is called "desk".
        const auto asks = [&](const QString &action, const QByteArray &der = {}) {
            const QString space = u"urn:xmpp:saslcert:1"_s;
            QList<XmlElement::Node> fields{
                {XmlElement(u"name"_s, space, {}, {{.element = {}, .text = u"desk"_s}}), {}}};
            if (!der.isEmpty())
                fields.append({XmlElement(u"x509cert"_s, space, {},
                                          {{.element = {}, .text = QString::fromLatin1(der.toBase64())}}),
                               {}});
            const auto answer = std::make_shared<std::optional<Result<XmlElement>>>();
            Iq iq;
            iq.type = Iq::Type::Set;
            iq.payload = XmlElement(action, space, {}, fields);
            phone.session().modules().request(iq).then(
                this, [answer](const Result<XmlElement> &result) { *answer = result; });
            return QTest::qWaitFor([&] { return answer->has_value(); }, kPatience) && (*answer)->has_value();
        };
        const QByteArray der = identity.certificate().toDer();
        QVERIFY(!asks(u"append"_s));
        QVERIFY(asks(u"append"_s, der));

        QVERIFY(desk.logsIn());
        QCOMPARE(desk.session().connectionDetails().mechanism, u"EXTERNAL"_s);
        QCOMPARE(desk.session().boundAddress().bare().toString(), u"ana@example.org"_s);
        QVERIFY(desk.secrets.secrets.isEmpty());

        // Whoever takes it back ends what was opened by it, and it opens nothing any more.
        QVERIFY(asks(u"revoke"_s));
        QTRY_COMPARE_WITH_TIMEOUT(desk.session().lastError().code, ErrorCode::StreamNotAuthorized, kPatience);
        QCOMPARE(desk.session().lastError().text, u"This client side certificate has been revoked."_s);
        QVERIFY(desk.goesOffline());
        QVERIFY(!desk.logsIn());
        QCOMPARE(desk.session().lastError().code, ErrorCode::ClientCertificateRefused);
        QVERIFY(desk.goesOffline());

        // Another key under the same name.
        QVERIFY(asks(u"append"_s, der));
        useCertificate(TestIdentity::selfSigned(named({u"ana@example.org"_s})));
        QVERIFY(!desk.logsIn());
        QCOMPARE(desk.session().lastError().code, ErrorCode::ClientCertificateRefused);
    }

    void noCertificateIsAskedFor()
    {
        ProsodyServer server((ServerOptions()));
        QVERIFY(server.start());
        RealAccount desk(server, u"ana"_s);
        desk.secrets.secrets.insert(desk.key(SecretPurpose::Password), u"sesame"_s);
        desk.change([&](ConnectionSettings &connection) {
            connection.logInWay = LogInWay::ClientCertificate;
            connection.certificateFile
                = desk.fileOf(TestIdentity::selfSigned(named({u"ana@example.org"_s})), "");
        });
        QVERIFY(!desk.logsIn());
        QCOMPARE(desk.session().lastError().code, ErrorCode::NoAcceptableMechanism);
    }

    void somebodyInTheMiddle_data() { passwordIsChanged_data(); }

    /// SECURITY A37: the machine trusts the certificate. The person is told, and nothing is tried again
    /// before they say so.
    void somebodyInTheMiddle()
    {
        QFETCH(bool, isProsody);
        ServerOptions options;
        options.noTls13 = isProsody; // as it comes Prosody 0.12 has no binding on TLS 1.3
        std::unique_ptr<RealServer> server;
        if (isProsody)
            server = std::make_unique<ProsodyServer>(options);
        else
            server = std::make_unique<EjabberdServer>(options);
        QVERIFY(server->start());
        RealAccount desk(*server, u"ana"_s);
        QVERIFY(desk.logsInWith(u"sesame"_s));
        QCOMPARE(desk.session().connectionDetails().bindingType, u"tls-unique"_s);
        QVERIFY(desk.goesOffline());

        const TestIdentity authority = TestIdentity::authority();
        InterceptingProxy proxy(authority.issueFor(server->domain()), server->port(),
                                InterceptingProxy::Begins::WithStartTls);
        desk.change([&](ConnectionSettings &connection) {
            connection.port = proxy.serverPort();
            connection.extraAuthorities.append(authority.certificate());
        });
        QVERIFY(!desk.logsIn());
        QCOMPARE(desk.session().state(), SessionState::Stopped);
        QCOMPARE(desk.session().lastError().code, ErrorCode::ChannelBindingFailed);
        const ErrorText said = errorText(desk.session().lastError());
        QCOMPARE(said.sentence, u"Somebody may be intercepting this connection."_s);
        QVERIFY(said.remedy.contains(u"The password was not given away."_s));
        QCOMPARE(proxy.heard().count("<auth "), 1);
        QCOMPARE(desk.secrets.secrets.value(desk.key(SecretPurpose::Password)), u"sesame"_s);

        QVERIFY(desk.goesOffline());
        desk.change([&](ConnectionSettings &connection) { connection.port = server->port(); });
        QVERIFY(desk.logsIn());
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
        RealAccount desk(*server, {});
        desk.change([](ConnectionSettings &connection) { connection.logInWay = LogInWay::Anonymous; });
        QVERIFY(desk.logsIn());
        QCOMPARE(desk.session().connectionDetails().mechanism, u"ANONYMOUS"_s);
        QCOMPARE(desk.session().address().toString(), u"example.org"_s);
        const Jid first = desk.session().boundAddress();
        QVERIFY(!first.localpart().isEmpty());
        QCOMPARE(first.domain(), u"example.org"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.session().steps().last().state, StepState::Done, kPatience);

        // Two nobodies talk to each other.
        RealAccount phone(*server, {});
        phone.change([](ConnectionSettings &connection) { connection.logInWay = LogInWay::Anonymous; });
        QVERIFY(phone.logsIn());
        const Jid second = phone.session().boundAddress();
        QVERIFY(second.bare() != first.bare());
        QString heard;
        for (const RealAccount *program : {&desk, &phone})
            connect(&program->session().messages(), &SessionMessages::arrived, this,
                    [&](const Jid &, qint64, const QString &body) { heard = body; });
        // Who has no contacts knows nobody: the first words wait among the requests.
        const RequestsModel &requests = desk.session().contacts().requests();
        phone.session().messages().send(first.bare(), u"is anybody there?"_s);
        QTRY_COMPARE_WITH_TIMEOUT(requests.rowCount(), 1, kPatience);
        QCOMPARE(requests.index(0).data(roles::RequestText).toString(), u"is anybody there?"_s);
        QVERIFY(heard.isEmpty());
        desk.session().contacts().strangers().accept(second.bare());
        QCOMPARE(requests.rowCount(), 0);
        desk.session().messages().send(second.bare(), u"hello, whoever you are"_s);
        QTRY_COMPARE_WITH_TIMEOUT(heard, u"hello, whoever you are"_s, kPatience);
        phone.session().messages().send(first.bare(), u"a friend"_s);
        QTRY_COMPARE_WITH_TIMEOUT(heard, u"a friend"_s, kPatience);

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
        RealAccount desk(*server, u"ana"_s);
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
