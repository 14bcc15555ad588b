// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Accounts.h"
#include "core/session/PasswordSource.h"
#include "core/session/TokenSource.h"
#include "core/store/Store.h"
#include "tests/support/SessionRig.h"

#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tertulia;
using namespace std::chrono_literals;

namespace
{

const QString kKey = TokenSource::keyFor(u"a1"_s);
const QByteArray kOffer = "<mechanism>SCRAM-SHA-1</mechanism>" + ScriptedServer::inlineOffer();
const QByteArray kPlus = "<mechanism>SCRAM-SHA-1-PLUS</mechanism>";
const QByteArray kTypes = "<sasl-channel-binding xmlns='urn:xmpp:sasl-cb:0'>"
                          "<channel-binding type='tls-exporter'/></sasl-channel-binding>";
const QDateTime kLater = QDateTime(QDate(2099, 1, 1), QTime(), Qt::UTC);

QByteArray tokenXml(const char *secret, const char *expiry = "2099-01-01T00:00:00Z")
{
    return QByteArray("<token xmlns='urn:xmpp:fast:0' token='") + secret + "' expiry='" + expiry + "'/>";
}

HashedToken token(const QString &secret, const QString &mechanism = u"HT-SHA-256-NONE"_s,
                  const QDateTime &expiry = kLater)
{
    return {mechanism, secret, expiry};
}

/// A session with an account that has a keychain.
struct Home {
    Home()
    {
        rig.server.authentication = kOffer;
        rig.server.mechanisms = {};
    }
    void keep(const QList<HashedToken> &tokens)
    {
        rig.secrets.secrets.insert(kKey, TokenSource::toText(tokens));
    }
    [[nodiscard]] QList<HashedToken> kept() const
    {
        return TokenSource::fromText(rig.secrets.secrets.value(kKey));
    }
    /// The server's side up to where <authenticate/> is awaited.
    void open(const QList<ChannelBinding> &bindings = {})
    {
        settle();
        rig.server.acceptTcp();
        rig.server.openPlainStream();
        rig.server.wire()->setChannelBindings(bindings);
        rig.server.secure();
        rig.server.openSecureStream();
    }
    void start(const QList<ChannelBinding> &bindings = {})
    {
        rig.goOnline();
        open(bindings);
    }
    /// The connection breaks, and a new one is made.
    void again(const QList<ChannelBinding> &bindings = {})
    {
        rig.server.cut();
        settle();
        rig.session->reconnectNow();
        open(bindings);
    }
    void remember(bool remember)
    {
        AccountSettings settings = rig.session->settings();
        settings.rememberPassword = remember;
        rig.session->setSettings(settings);
        settle();
    }
    [[nodiscard]] SessionState state() const { return rig.session->state(); }

    SessionRig rig;
};

/// Accounts with a keychain and a disk.
struct Household {
    Household()
    {
        server.authentication = kOffer;
        server.mechanisms = {};
        start();
    }
    void start()
    {
        accounts = std::make_unique<Accounts>(SessionServices{
            {server.clock, server.clock, server.ids, server.resolver, server.network.factory()},
            secrets,
            *store,
            folder.filePath(u"avatars"_s)});
        if (!accounts->load())
            qFatal("no accounts");
    }
    void addAccount()
    {
        AccountSettings settings;
        settings.id = u"a1"_s;
        settings.connection = server.settings;
        if (!accounts->add(settings))
            qFatal("no account");
        secrets.secrets.insert(PasswordSource::keyFor(u"a1"_s), u"secret"_s);
    }
    void remove()
    {
        accounts->remove(u"a1"_s).then(accounts.get(), [&](const Result<void> &r) { removed = bool(r); });
    }
    void openAsServer()
    {
        settle();
        server.acceptTcp();
        server.openPlainStream();
        server.secure();
        server.openSecureStream();
    }

    QTemporaryDir folder;
    std::unique_ptr<Store> store = std::move(*Store::open(folder.filePath(u"store.db"_s)));
    FakeSecretStore secrets;
    ScriptedServer server;
    std::unique_ptr<Accounts> accounts;
    std::optional<bool> removed;
};

const QList<ChannelBinding> kBindings{{"tls-exporter", "seen by both"}, {"tls-server-end-point", "hash"}};

} // namespace

/// XEP-0484 from the keychain to the wire. SECURITY A48, B14.
class LogInTokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"tertulia.*=false"_s); }

    /// SECURITY A48: a token of the strongest binding is asked for.
    void asksForTheStrongestBinding_data()
    {
        QTest::addColumn<QList<ChannelBinding>>("bindings");
        QTest::addColumn<QByteArray>("offered");
        QTest::addColumn<QByteArray>("asked");
        const QList<ChannelBinding> endPoint{{"tls-server-end-point", "hash"}};
        QTest::newRow("exporter") << kBindings << kOffer << QByteArray("HT-SHA-256-EXPR");
        QTest::newRow("end point") << endPoint << kOffer << QByteArray("HT-SHA-256-ENDP");
        QTest::newRow("none here") << QList<ChannelBinding>() << kOffer << QByteArray("HT-SHA-256-NONE");
        QByteArray without = kOffer;
        without.replace("<mechanism>HT-SHA-256-EXPR</mechanism><mechanism>HT-SHA-256-ENDP</mechanism>", "");
        QTest::newRow("none there") << kBindings << without << QByteArray("HT-SHA-256-NONE");
        QByteArray strange = without;
        strange.replace("HT-SHA-256-NONE", "HT-SHA3-512-NONE");
        QTest::newRow("unknown ones") << kBindings << strange << QByteArray();
    }

    void asksForTheStrongestBinding()
    {
        QFETCH(QList<ChannelBinding>, bindings);
        QFETCH(QByteArray, offered);
        QFETCH(QByteArray, asked);
        Home home;
        home.rig.server.authentication = offered;
        home.start(bindings);
        const QByteArray request = home.rig.server.authenticateAlong();
        QCOMPARE(request.contains("<request-token"), !asked.isEmpty());
        QVERIFY(request.contains(asked));
        home.rig.server.succeedBound(tokenXml("secret-token:1"));
        QCOMPARE(home.state(), SessionState::Online);
        QVERIFY(home.rig.session->connectionDetails().isSasl2);
        QVERIFY(home.rig.session->connectionDetails().managed);
        if (asked.isEmpty())
            QVERIFY(home.kept().isEmpty());
        else
            QCOMPARE(home.kept(), QList<HashedToken>{token(u"secret-token:1"_s, QString::fromLatin1(asked))});
    }

    /// SECURITY A48: whoever can bind gets no token that does not.
    void aBoundLogInAsksForNoUnboundToken()
    {
        Home home;
        QByteArray offer = kPlus + kOffer;
        offer.replace("<mechanism>HT-SHA-256-EXPR</mechanism><mechanism>HT-SHA-256-ENDP</mechanism>", "");
        home.rig.server.authentication = offer;
        home.rig.server.secureFeatures = kTypes;
        home.rig.server.tokenBinding = "seen by both";
        home.start(kBindings);
        QVERIFY(!home.rig.server.authenticateAlong().contains("request-token"));
        home.rig.server.succeedBound(tokenXml("unasked"));
        QCOMPARE(home.state(), SessionState::Online);
        QVERIFY(home.kept().isEmpty());
        QCOMPARE(home.rig.session->connectionDetails().bindingType, u"tls-exporter"_s);
    }

    /// SECURITY A48: where nothing is to be remembered nothing is asked for.
    void whoDoesNotRememberAsksForNone()
    {
        Home home;
        home.remember(false);
        home.rig.session->providePassword(u"secret"_s, false);
        home.open();
        const QByteArray request = home.rig.server.authenticateAlong();
        QVERIFY(request.contains("SCRAM") && !request.contains("urn:xmpp:fast"));
        home.rig.server.succeedBound(tokenXml("unasked"));
        QCOMPARE(home.state(), SessionState::Online);
        QVERIFY(home.rig.secrets.secrets.isEmpty());
    }

    /// SECURITY B14, B16: an account that is not to be remembered any more leaves nothing behind, here or at
    /// the server.
    void whoIsNotToBeRememberedIsForgotten_data()
    {
        QTest::addColumn<bool>("online");
        QTest::addColumn<bool>("read"); // the token is in memory already
        QTest::newRow("before it was ever used") << false << false;
        QTest::newRow("while online with it") << true << true;
    }

    void whoIsNotToBeRememberedIsForgotten()
    {
        QFETCH(bool, online);
        QFETCH(bool, read);
        Home home;
        home.keep({token(u"new"_s), token(u"old"_s)});
        home.rig.secrets.secrets.insert(secretKey(u"a1"_s, SecretPurpose::ProxyPassword), u"sesame"_s);
        QSignalSpy revoked(home.rig.session.get(), &XmppSession::tokensVoid);
        if (online) {
            home.rig.server.token = u"new"_s;
            home.start();
            home.rig.server.authenticateAlong();
            home.rig.server.succeedBound();
            QCOMPARE(home.state(), SessionState::Online);
        }
        const int reads = home.rig.secrets.reads;
        home.remember(false);
        QVERIFY(home.kept().isEmpty());
        QVERIFY(!home.rig.secrets.secrets.contains(home.rig.passwordKey()));
        // The proxy's is no secret of the account's, and nobody would ask for it.
        QCOMPARE(home.rig.secrets.secrets.size(), 1);
        QCOMPARE(home.rig.secrets.reads, read ? reads : reads + 1);
        QCOMPARE(revoked.size(), 1);
        // The one before is worth nothing once the newest has worked.
        const QList<HashedToken> all{token(u"new"_s), token(u"old"_s)};
        QCOMPARE(revoked[0][0].value<VoidTokens>().tokens, online ? all.first(1) : all);
        // Once: and the wish to be remembered again finds nothing.
        home.remember(false);
        home.remember(true);
        home.remember(false);
        QCOMPARE(revoked.size(), 1);
    }

    void typedForOnceTakesNothingBack()
    {
        Home home;
        home.keep({token(u"t1"_s)});
        QSignalSpy revoked(home.rig.session.get(), &XmppSession::tokensVoid);
        home.rig.session->providePassword(u"secret"_s, false);
        home.open();
        QVERIFY(home.rig.server.authenticateAlong().contains("SCRAM-SHA-1"));
        home.rig.server.succeedBound();
        QCOMPARE(home.state(), SessionState::Online);
        QCOMPARE(home.kept(), QList<HashedToken>{token(u"t1"_s)});
        QVERIFY(home.rig.secrets.secrets.contains(home.rig.passwordKey()));
        QVERIFY(home.rig.session->settings().rememberPassword);
        QVERIFY(revoked.isEmpty());
    }

    /// A keychain that fails keeps what it has, and the server is told all the same.
    void aKeychainThatDoesNotForget_data()
    {
        QTest::addColumn<bool>("reads");
        QTest::newRow("but reads") << true;
        QTest::newRow("nor reads") << false;
    }

    void aKeychainThatDoesNotForget()
    {
        QFETCH(bool, reads);
        Home home;
        home.keep({token(u"t1"_s)});
        if (reads)
            home.rig.secrets.failWritesWith(ErrorCode::KeychainFailed);
        else
            home.rig.secrets.failWith(ErrorCode::KeychainDenied);
        QSignalSpy revoked(home.rig.session.get(), &XmppSession::tokensVoid);
        home.remember(false);
        QCOMPARE(revoked.size(), reads ? 1 : 0);
        // This process has none any more.
        home.rig.secrets.failWith(std::nullopt);
        home.rig.session->providePassword(u"secret"_s, false);
        home.open();
        QVERIFY(home.rig.server.authenticateAlong().contains("SCRAM-SHA-1"));
    }

    /// SECURITY A48, B20: a token stands for the password that is no more, and servers let it outlive that.
    void aChangeOfPasswordRevokes()
    {
        Home home;
        home.start();
        home.rig.server.authenticateAlong();
        home.rig.server.succeedBound(tokenXml("t1"));
        QCOMPARE(home.state(), SessionState::Online);
        home.rig.serve();
        QSignalSpy revoked(home.rig.session.get(), &XmppSession::tokensVoid);
        std::optional<Result<PasswordChanged>> outcome;
        home.rig.session->changePassword(u"secret"_s, u"another"_s)
            .then(this, [&](const Result<PasswordChanged> &changed) { outcome = changed; });
        settle();
        QVERIFY(revoked.isEmpty()); // the server may yet refuse
        home.rig.server.expect("<iq type='set' id='*' to='example.org'><query xmlns='jabber:iq:register'>"
                               "<username>ana</username><password>another</password></query></iq>");
        home.rig.server.send("<iq type='result' id='{id}' from='example.org'/>");
        settle();
        QVERIFY(outcome && *outcome);
        QVERIFY((*outcome)->tokenForgotten);
        QCOMPARE(revoked.size(), 1);
        QCOMPARE(revoked[0][0].value<VoidTokens>().tokens, QList<HashedToken>{token(u"t1"_s)});
        QCOMPARE(home.rig.secrets.secrets.size(), 1);
        // The next log-in is by the new password, and brings a new token.
        home.rig.server.password = u"another"_s;
        home.again();
        QVERIFY(home.rig.server.authenticateAlong().contains("request-token"));
        home.rig.server.succeed("ana@example.org",
                                "<resumed xmlns='urn:xmpp:sm:3' previd='sm-id' h='"
                                    + QByteArray::number(home.rig.server.handled()) + "'/>" + tokenXml("t2"));
        QCOMPARE(home.state(), SessionState::Online);
        QCOMPARE(home.kept(), QList<HashedToken>{token(u"t2"_s)});
    }

    void logsInWithoutThePassword()
    {
        for (const bool bound : {false, true}) {
            Home home;
            home.keep({token(u"t1"_s, bound ? u"HT-SHA-256-EXPR"_s : u"HT-SHA-256-NONE"_s)});
            home.rig.secrets.secrets.remove(home.rig.passwordKey());
            home.rig.server.token = u"t1"_s;
            home.rig.server.tokenBinding = bound ? "seen by both" : "";
            home.start(bound ? kBindings : QList<ChannelBinding>());
            QCOMPARE(home.rig.secrets.reads, 1);
            const QByteArray request = home.rig.server.authenticateAlong();
            QVERIFY(request.contains("urn:xmpp:fast:0") && !request.contains("request-token"));
            QVERIFY(!request.contains("count=") && !request.contains("invalidate"));
            QVERIFY(!request.contains("t1"));
            home.rig.server.succeedBound();
            QCOMPARE(home.state(), SessionState::Online);
            QCOMPARE(home.rig.session->connectionDetails().mechanism,
                     bound ? u"HT-SHA-256-EXPR"_s : u"HT-SHA-256-NONE"_s);
            QCOMPARE(home.rig.session->connectionDetails().bindingType,
                     bound ? u"tls-exporter"_s : QString());
            QVERIFY(!home.rig.session->settings().connection.scramWorked);
            QCOMPARE(home.rig.session->settings().connection.bindingWorked, bound);
        }
    }

    /// SECURITY A48: tokens that do not do, and the log-in that follows by the password.
    void tokensThatAreNotUsed_data()
    {
        QTest::addColumn<HashedToken>("kept");
        QTest::addColumn<QByteArray>("offered");
        QTest::addColumn<bool>("bindingWorked");
        const auto none = u"HT-SHA-256-NONE"_s;
        QTest::newRow("expired") << token(u"t1"_s, none, QDateTime(QDate(2020, 1, 1), QTime(), Qt::UTC))
                                 << kOffer << false;
        QTest::newRow("for a mechanism not offered")
            << token(u"t1"_s, u"HT-SHA-256-UNIQ"_s) << kOffer << false;
        QTest::newRow("for a mechanism not known") << token(u"t1"_s, u"HT-SHA-512-NONE"_s) << kOffer << false;
        QTest::newRow("for a binding not here") << token(u"t1"_s, u"HT-SHA-256-EXPR"_s) << kOffer << false;
        QTest::newRow("without binding, once there was one") << token(u"t1"_s) << kOffer << true;
        QTest::newRow("no tokens offered")
            << token(u"t1"_s) << QByteArray("<mechanism>SCRAM-SHA-1</mechanism>") << false;
        QTest::newRow("nothing of XEP-0388 offered") << token(u"t1"_s) << QByteArray() << false;
    }

    void tokensThatAreNotUsed()
    {
        QFETCH(HashedToken, kept);
        QFETCH(QByteArray, offered);
        QFETCH(bool, bindingWorked);
        Home home;
        home.keep({kept});
        AccountSettings settings = home.rig.session->settings();
        settings.connection.bindingWorked = bindingWorked;
        home.rig.session->setSettings(settings);
        home.rig.server.authentication = offered;
        home.rig.server.mechanisms = "<mechanism>SCRAM-SHA-1</mechanism>";
        home.start();
        // Another connection, since the password has to come from the keychain first.
        QVERIFY(!home.rig.server.written().contains("<auth"));
        QVERIFY(home.kept().isEmpty());
        QCOMPARE(home.rig.session->lastError().code, Error().code);
        home.open();
        if (offered.isEmpty()) {
            home.rig.server.authenticate();
            home.rig.server.openAuthenticatedStream();
            home.rig.server.bind();
            home.rig.server.enableManagement();
        } else {
            QVERIFY(home.rig.server.authenticateAlong().contains("SCRAM-SHA-1"));
            home.rig.server.succeedBound();
        }
        QCOMPARE(home.state(), SessionState::Online);
    }

    /// SECURITY A48: a token that the server refuses is discarded, and the password takes over.
    void refusedTokens_data()
    {
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<bool>("discarded");
        for (const char *condition : {"not-authorized", "credentials-expired", "invalid-mechanism",
                                      "malformed-request", "something-new"})
            QTest::newRow(condition) << QByteArray(condition) << true;
        QTest::newRow("for now") << QByteArray("temporary-auth-failure") << false;
    }

    void refusedTokens()
    {
        QFETCH(QByteArray, condition);
        QFETCH(bool, discarded);
        Home home;
        home.keep({token(u"t1"_s)});
        home.start();
        QVERIFY(home.rig.server.next().xml.contains("HT-SHA-256-NONE"));
        home.rig.server.send("<failure xmlns='urn:xmpp:sasl:2'><" + condition
                             + " xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>");
        QCOMPARE(home.kept().isEmpty(), discarded);
        if (!discarded) {
            QCOMPARE(home.state(), SessionState::Waiting);
            return;
        }
        home.open();
        QVERIFY(home.rig.server.authenticateAlong().contains("SCRAM-SHA-1"));
        home.rig.server.succeedBound(tokenXml("t2"));
        QCOMPARE(home.state(), SessionState::Online);
        QCOMPARE(home.kept(), QList<HashedToken>{token(u"t2"_s)});
    }

    /// A wrong password behind a void token is asked for, once.
    void aVoidTokenAndAWrongPassword()
    {
        Home home;
        home.keep({token(u"void"_s)});
        home.rig.secrets.secrets.insert(home.rig.passwordKey(), u"wrong"_s);
        home.start();
        home.rig.server.token = u"t1"_s;
        QVERIFY(home.rig.server.authenticateAlong().isEmpty());
        home.open();
        QVERIFY(home.rig.server.authenticateAlong().isEmpty());
        QCOMPARE(home.state(), SessionState::Stopped);
        QCOMPARE(home.rig.session->lastError().code, ErrorCode::WrongPassword);
    }

    /// SECURITY A45, A48: a server that does not know the token either.
    void unprovenServers_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("something") << QByteArray("<additional-data>AAAA</additional-data>");
        QTest::newRow("ours back") << QByteArray("%");
    }

    void unprovenServers()
    {
        QFETCH(QByteArray, data);
        Home home;
        home.keep({token(u"t1"_s)});
        home.start();
        const QByteArray request = home.rig.server.next().xml;
        const qsizetype begin = request.indexOf("<initial-response>") + 18;
        if (data == "%")
            data = "<additional-data>"
                + QByteArray::fromBase64(request.mid(begin, request.indexOf("</initial") - begin))
                      .mid(4)
                      .toBase64()
                + "</additional-data>";
        home.rig.server.send("<success xmlns='urn:xmpp:sasl:2'>" + data
                             + "<authorization-identifier>ana@example.org/x</authorization-identifier>"
                               "<bound xmlns='urn:xmpp:bind:0'/></success>");
        QCOMPARE(home.state(), SessionState::Stopped);
        QCOMPARE(home.rig.session->lastError().code, ErrorCode::ServerNotProven);
        QVERIFY(home.kept().isEmpty());
    }

    /// SECURITY A48: rotation. The old one is kept until the new one worked.
    void rotation()
    {
        Home home;
        home.keep({token(u"old"_s)});
        home.rig.server.token = u"old"_s;
        home.start();
        home.rig.server.authenticateAlong();
        home.rig.server.succeedBound(tokenXml("new"));
        QCOMPARE(home.kept(), (QList<HashedToken>{token(u"new"_s), token(u"old"_s)}));
        home.rig.server.token = u"new"_s;
        home.again();
        QVERIFY(!home.rig.server.authenticateAlong().isEmpty());
        QCOMPARE(home.kept().size(), 2); // not before the server has proven itself
        home.rig.server.succeed("ana@example.org", "<resumed xmlns='urn:xmpp:sm:3' previd='sm-id' h='0'/>");
        QCOMPARE(home.state(), SessionState::Online);
        QCOMPARE(home.kept(), QList<HashedToken>{token(u"new"_s)});
    }

    /// The success with the new token never came, or the server had forgotten what it said.
    void rotationCutMidWay()
    {
        Home home;
        home.keep({token(u"old"_s)});
        home.rig.server.token = u"old"_s;
        home.start();
        home.rig.server.authenticateAlong();
        home.rig.server.send("<success xmlns='urn:xmpp:sasl:2'><token xmlns='urn:xmpp:fast:0' tok");
        home.again();
        QVERIFY(!home.rig.server.authenticateAlong().isEmpty()); // by the old one
        home.rig.server.succeedBound(tokenXml("new"));
        QCOMPARE(home.kept().size(), 2);
        home.again();
        QVERIFY(home.rig.server.authenticateAlong().isEmpty()); // the new one is refused
        QCOMPARE(home.kept(), QList<HashedToken>{token(u"old"_s)});
        home.open();
        QVERIFY(!home.rig.server.authenticateAlong().isEmpty());
        home.rig.server.succeedBound();
        QCOMPARE(home.state(), SessionState::Online);
    }

    void tokensThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("without a secret")
            << QByteArray("<token xmlns='urn:xmpp:fast:0' expiry='2099-01-01T00:00:00Z'/>");
        QTest::newRow("without an end") << QByteArray("<token xmlns='urn:xmpp:fast:0' token='t'/>");
        QTest::newRow("with no end that is a time") << tokenXml("t", "soon");
        QTest::newRow("endless") << tokenXml(QByteArray(5000, 'x').constData());
        QTest::newRow("elsewhere") << QByteArray(
            "<token xmlns='urn:x' token='t' expiry='2099-01-01T00:00:00Z'/>");
    }

    void tokensThatAreNone()
    {
        QFETCH(QByteArray, xml);
        Home home;
        home.start();
        home.rig.server.authenticateAlong();
        home.rig.server.succeedBound(xml);
        QCOMPARE(home.state(), SessionState::Online);
        QVERIFY(home.kept().isEmpty());
    }

    void whatTheKeychainHasMayBeNonsense()
    {
        for (const QString &text : {u""_s, u"nonsense"_s, u"[]"_s, u"[1,null,{}]"_s, u"{\"secret\":\"x\"}"_s,
                                    u"[{\"secret\":\"x\",\"mechanism\":\"HT-SHA-256-NONE\"}]"_s}) {
            Home home;
            home.rig.secrets.secrets.insert(kKey, text);
            home.start();
            QVERIFY(home.rig.server.authenticateAlong().contains("SCRAM-SHA-1"));
        }
    }

    /// With the password in memory the same attempt goes on.
    void aTokenNotOfferedWithThePasswordAtHand()
    {
        Home home;
        home.start();
        home.rig.server.authenticateAlong();
        home.rig.server.succeedBound(tokenXml("t1"));
        home.rig.server.authentication = "<mechanism>SCRAM-SHA-1</mechanism>";
        home.again();
        QVERIFY(home.rig.server.authenticateAlong().contains("SCRAM-SHA-1"));
        QVERIFY(home.kept().isEmpty());
    }

    void aTypedPasswordGoesBeforeTheToken()
    {
        Home home;
        home.keep({token(u"t1"_s)});
        home.rig.session->providePassword(u"secret"_s, true);
        home.open();
        QVERIFY(home.rig.server.authenticateAlong().contains("SCRAM-SHA-1"));
        home.rig.server.succeedBound();
        QCOMPARE(home.state(), SessionState::Online);
    }

    void nobodyIsAskedTwiceToUnlock()
    {
        Home home;
        home.rig.secrets.failWith(ErrorCode::KeychainDenied);
        home.rig.goOnline();
        QCOMPARE(home.state(), SessionState::NeedsPassword);
        QCOMPARE(home.rig.session->lastError().code, ErrorCode::KeychainDenied);
        QCOMPARE(home.rig.secrets.reads, 1);
    }

    /// The number that stands for the account on this computer is made once and kept.
    void userAgent()
    {
        Home home;
        AccountSettings settings = home.rig.session->settings();
        settings.connection.userAgentId.clear();
        home.rig.session->setSettings(settings);
        QSignalSpy changed(home.rig.session.get(), &XmppSession::settingsChanged);
        home.start();
        const QString id = home.rig.session->settings().connection.userAgentId;
        QCOMPARE(QUuid::fromString(id).version(), QUuid::Random);
        QVERIFY(!changed.isEmpty());
        QVERIFY(home.rig.server.next().xml.contains(id.toUtf8()));
        home.again();
        QCOMPARE(home.rig.session->settings().connection.userAgentId, id);
    }

    /// SECURITY A48, B14: with the account its tokens go, here and at the server; by the way that the account
    /// went.
    void removal_data()
    {
        QTest::addColumn<int>("tokens");
        QTest::addColumn<bool>("byProxy");
        QTest::newRow("none") << 0 << false;
        QTest::newRow("one") << 1 << false;
        QTest::newRow("two") << 2 << false;
        QTest::newRow("by a proxy") << 1 << true;
    }

    void removal()
    {
        QFETCH(int, tokens);
        QFETCH(bool, byProxy);
        Household home;
        if (byProxy)
            home.server.settings.proxy = {ProxyKind::Socks5, u"proxy.example.org"_s, 0, u"ana"_s};
        home.addAccount();
        if (byProxy)
            home.secrets.secrets.insert(secretKey(u"a1"_s, SecretPurpose::ProxyPassword), u"sesame"_s);
        const QList<HashedToken> kept{token(u"t1"_s), token(u"t2"_s)};
        if (tokens)
            home.secrets.secrets.insert(kKey, TokenSource::toText(kept.first(tokens)));
        home.remove();
        settleUntil([&] { return home.removed.has_value(); });
        QCOMPARE(home.removed, true);
        QVERIFY(home.secrets.secrets.isEmpty());
        for (int i = 0; i < tokens; ++i) {
            settle();
            QCOMPARE(home.server.network.made(), i + 1);
            const QNetworkProxy &proxy = home.server.wire()->endpoint().proxy;
            QCOMPARE(proxy.type(), byProxy ? QNetworkProxy::Socks5Proxy : QNetworkProxy::NoProxy);
            QCOMPARE(proxy.password(), byProxy ? u"sesame"_s : QString());
            home.openAsServer();
            home.server.token = kept[i].secret;
            const QByteArray request = home.server.authenticateAlong();
            QVERIFY(request.contains("invalidate"));
            QVERIFY(!request.contains("<bind") && !request.contains("SCRAM"));
            home.server.succeed("ana@example.org");
            if (i + 1 == tokens) // else there is another connection by now
                home.server.expectFooter();
        }
        settle();
        QCOMPARE(home.server.network.made(), tokens);
    }

    /// The server knows the first no more, or never answers: the second is tried.
    void revocationsThatFail_data()
    {
        QTest::addColumn<bool>("answers");
        QTest::newRow("refused") << true;
        QTest::newRow("no answer") << false;
    }

    void revocationsThatFail()
    {
        QFETCH(bool, answers);
        Household home;
        home.addAccount();
        home.secrets.secrets.insert(kKey, TokenSource::toText({token(u"t1"_s), token(u"t2"_s)}));
        home.remove();
        settleUntil([&] { return home.removed.has_value(); });
        home.openAsServer();
        if (answers) {
            QVERIFY(home.server.authenticateAlong().isEmpty());
        } else {
            QVERIFY(home.server.next().xml.contains("invalidate"));
            home.server.clock.advance(30s);
        }
        settle();
        QCOMPARE(home.server.network.made(), 2);
        home.openAsServer();
        home.server.token = u"t2"_s;
        QVERIFY(home.server.authenticateAlong().contains("invalidate"));
        home.server.succeed("ana@example.org");
        home.server.clock.advance(10min);
        settle();
        QCOMPARE(home.server.network.made(), 2);
    }

    /// Whoever does not answer the keychain's question is rid of the account all the same, after a restart
    /// too.
    void removalDoesNotWaitForTheKeychain()
    {
        Household home;
        home.addAccount();
        home.secrets.lock();
        home.remove();
        settle();
        QVERIFY(!home.removed);
        QVERIFY(home.accounts->sessions().isEmpty());
        home.accounts.reset(); // the program ends here
        home.start();
        QVERIFY(home.accounts->sessions().isEmpty());
    }
};

QTEST_GUILESS_MAIN(LogInTokenTest)
#include "tst_logintoken.moc"
