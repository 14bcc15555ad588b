// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0077_register/Register.h"
#include "core/session/SessionMessages.h"
#include "core/session/XmppSession.h"
#include "core/store/Store.h"
#include "tests/support/SessionRig.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace tertulia;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

const QString kAccount = u"a1"_s;
const QString kOld = u"secret"_s;
const QString kNew = u"an-altogether-new-one"_s;

/// An account that is online; its settings survive its process, as they do in the store.
struct Rig : SessionRig {
    explicit Rig(bool remember = true)
    {
        // A stream that is taken up again logs in too, but says less of it.
        server.streamManagement = false;
        kept = session->settings();
        kept.rememberPassword = remember;
        restart();
    }
    void restart()
    {
        secrets.revive();
        makeSession();
        session->setSettings(kept);
        if (!kept.rememberPassword)
            session->providePassword(server.password, false);
        QObject::connect(session.get(), &XmppSession::settingsChanged, session.get(),
                         [this](const AccountSettings &settings) {
                             if (!secrets.isKilled())
                                 kept = settings;
                         });
    }
    /// Logs in for as long as the program tries; the server takes only server.password.
    bool logsIn()
    {
        goOnline();
        for (int attempt = 0; attempt < 5 && session->state() == SessionState::Connecting; ++attempt) {
            server.acceptTcp();
            const int made = server.network.made();
            server.openPlainStream();
            server.secure();
            server.openSecureStream();
            server.authenticate();
            // The keys are derived on a worker; then either a header comes or another attempt begins.
            settleUntil([&] {
                return server.network.made() > made || session->state() != SessionState::Connecting
                    || session->steps().at(3).state == StepState::Done;
            });
            if (server.network.made() > made || session->state() != SessionState::Connecting)
                continue;
            server.openAuthenticatedStream();
            server.bind();
            if (server.streamManagement)
                server.enableManagement();
            serve();
        }
        return session->state() == SessionState::Online;
    }
    void change(const QString &current = kOld, const QString &wanted = kNew)
    {
        outcome.reset();
        session->changePassword(current, wanted)
            .then(session.get(), [this](const Result<PasswordChanged> &result) { outcome = result; });
        settle();
    }
    /// The request for a change, if the program has sent one.
    QByteArray request()
    {
        for (const QByteArray &xml : server.skip()) {
            if (!xml.contains("jabber:iq:register"))
                continue;
            const qsizetype begin = xml.indexOf("id=\"") + 4;
            id = xml.mid(begin, xml.indexOf('"', begin) - begin);
            return xml;
        }
        return {};
    }
    void accept()
    {
        server.password = kNew;
        server.send("<iq type='result' from='example.org' id='" + id + "'/>");
        settle();
    }
    void refuse(const QByteArray &condition)
    {
        server.send("<iq type='error' from='example.org' id='" + id + "'><error type='cancel'><" + condition
                    + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        settle();
    }
    [[nodiscard]] std::optional<ErrorCode> error() const
    {
        return outcome && !*outcome ? std::optional(outcome->error().code) : std::nullopt;
    }
    [[nodiscard]] QString inKeychain(SecretPurpose purpose) const
    {
        return secrets.secrets.value(secretKey(kAccount, purpose));
    }
    /// No file of the profile holds it.
    [[nodiscard]] bool isOnDisk(const QString &secret) const
    {
        QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(secret.toUtf8()))
                return true;
        }
        return false;
    }

    AccountSettings kept;
    QByteArray id;
    std::optional<Result<PasswordChanged>> outcome;
};

} // namespace

/// SECURITY B20: at every moment the program can die, and the next log-in works, or asks.
class PasswordChangeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void notWhileOffline()
    {
        Rig rig;
        rig.change();
        QCOMPARE(rig.error(), ErrorCode::NotConnected);
    }

    void notWithoutAPassword()
    {
        Rig rig;
        QVERIFY(rig.logsIn());
        AccountSettings settings = rig.session->settings();
        settings.connection.logInWay = LogInWay::ClientCertificate;
        rig.session->setSettings(settings);
        rig.change();
        QCOMPARE(rig.error(), ErrorCode::PasswordChangeNotOffered);
        QVERIFY(rig.request().isEmpty());
    }

    void thePresentOneMustBeKnown_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("another") << u"guess"_s;
        QTest::newRow("none") << QString();
        QTest::newRow("the new one") << kNew;
        QTest::newRow("in another case") << u"Secret"_s;
    }

    void thePresentOneMustBeKnown()
    {
        QFETCH(QString, typed);
        Rig rig;
        QVERIFY(rig.logsIn());
        rig.change(typed);
        QCOMPARE(rig.error(), ErrorCode::PasswordNotConfirmed);
        QVERIFY(rig.request().isEmpty());
        QCOMPARE(rig.inKeychain(SecretPurpose::Password), kOld);
        QVERIFY(rig.inKeychain(SecretPurpose::NewPassword).isEmpty());
    }

    void whatCannotBeAPassword_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("nothing") << QString() << ErrorCode::NewPasswordRefused;
        QTest::newRow("a control character") << u"a\u0007b"_s << ErrorCode::PasswordNotRepresentable;
    }

    void whatCannotBeAPassword()
    {
        QFETCH(QString, wanted);
        QFETCH(ErrorCode, code);
        Rig rig;
        QVERIFY(rig.logsIn());
        rig.change(kOld, wanted);
        QCOMPARE(rig.error(), code);
        QVERIFY(rig.request().isEmpty());
    }

    void aKeychainThatCannotKeepItStopsTheChange()
    {
        Rig rig;
        QVERIFY(rig.logsIn());
        rig.secrets.failWith(ErrorCode::KeychainDenied);
        rig.change();
        QCOMPARE(rig.error(), ErrorCode::KeychainDenied);
        QVERIFY(rig.request().isEmpty());
        QCOMPARE(rig.inKeychain(SecretPurpose::Password), kOld);
    }

    void theServerRefuses()
    {
        Rig rig;
        QVERIFY(rig.logsIn());
        rig.change();
        QCOMPARE(rig.inKeychain(SecretPurpose::NewPassword), kNew);
        QVERIFY(rig.kept.passwordChanging);
        QVERIFY(!rig.request().isEmpty());
        rig.refuse("not-allowed");
        QCOMPARE(rig.error(), ErrorCode::PasswordChangeNotOffered);
        QCOMPARE(rig.inKeychain(SecretPurpose::Password), kOld);
        QVERIFY(!rig.secrets.secrets.contains(secretKey(kAccount, SecretPurpose::NewPassword)));
        QVERIFY(!rig.kept.passwordChanging);
        rig.restart();
        QVERIFY(rig.logsIn());
    }

    void oneAtATime()
    {
        Rig rig;
        QVERIFY(rig.logsIn());
        rig.change();
        QVERIFY(!rig.request().isEmpty());
        std::optional<ErrorCode> second;
        rig.session->changePassword(kOld, u"another"_s).then(rig.session.get(), [&](const auto &result) {
            second = result.error().code;
        });
        settle();
        QCOMPARE(second, ErrorCode::Cancelled);
        QVERIFY(rig.request().isEmpty());
        rig.accept();
        QVERIFY(rig.outcome && *rig.outcome);
    }

    void theServerAccepts()
    {
        Rig rig;
        rig.secrets.secrets.insert(secretKey(kAccount, SecretPurpose::Token), u"token"_s);
        QVERIFY(rig.logsIn());
        QSignalSpy revoked(rig.session.get(), &XmppSession::tokensVoid);
        rig.tell("<presence from='ana@example.org/phone' to='ana@example.org/desk'/>");
        rig.change();
        QVERIFY(rig.request().contains(QByteArray("<password>" + kNew.toUtf8())));
        rig.accept();
        QVERIFY(rig.outcome && *rig.outcome);
        QVERIFY((*rig.outcome)->stored);
        QVERIFY((*rig.outcome)->tokenForgotten);
        QVERIFY(revoked.isEmpty()); // what was kept there was no token
        QCOMPARE((*rig.outcome)->otherDevices, 1);
        QCOMPARE(rig.secrets.secrets.size(), 1);
        QCOMPARE(rig.inKeychain(SecretPurpose::Password), kNew);
        QVERIFY(!rig.kept.passwordChanging);
        // In this process and in the next.
        rig.server.cut(true);
        rig.session->reconnectNow();
        settle();
        QVERIFY(rig.logsIn());
        rig.restart();
        QVERIFY(rig.logsIn());
        // The one that is confirmed now is the new one.
        rig.change(kOld, u"third"_s);
        QCOMPARE(rig.error(), ErrorCode::PasswordNotConfirmed);
    }

    /// A stanza that may have to be sent again is kept on disk; this one is not.
    void isOnNoDisk()
    {
        Rig rig;
        rig.server.streamManagement = true;
        QVERIFY(rig.logsIn());
        rig.session->messages().send(*Jid::parse(u"bruno@example.org"_s), u"what is kept"_s);
        rig.change();
        QVERIFY(rig.request().contains(QByteArray("<password>" + kNew.toUtf8())));
        QVERIFY(rig.store->commit());
        QVERIFY(rig.isOnDisk(u"what is kept"_s));
        QVERIFY(!rig.isOnDisk(kNew));
    }

    void theXmlConsoleIsNotShownIt()
    {
        ScriptedServer server;
        QByteArray shown;
        QObject::connect(&server.stream, &XmppStream::xmlTraffic, &server.stream,
                         [&](bool, const QByteArray &xml) { shown += xml; });
        auto *module = server.add<RegisterModule>();
        server.bringOnline();
        module->changePassword(kOld, kNew).ignore();
        settle();
        QVERIFY(server.skip().join().contains(kNew.toUtf8()));
        QVERIFY(shown.contains("<!-- password -->"));
        QVERIFY(!shown.contains(kNew.toUtf8()));
        server.cut(true);
        server.resume(); // where it is sent again
        settle();
        QVERIFY(!shown.contains(kNew.toUtf8()));
    }

    void notRemembered()
    {
        Rig rig(false);
        QVERIFY(rig.logsIn());
        rig.secrets.secrets.clear();
        rig.change();
        QVERIFY(!rig.request().isEmpty());
        QVERIFY(rig.secrets.secrets.isEmpty());
        QVERIFY(!rig.kept.passwordChanging);
        rig.accept();
        QVERIFY(rig.outcome && *rig.outcome);
        QVERIFY(!(*rig.outcome)->stored);
        QVERIFY(rig.secrets.secrets.isEmpty());
        rig.server.cut(true);
        rig.session->reconnectNow();
        settle();
        QVERIFY(rig.logsIn());
    }

    /// The keychain took the new one beside the old, and then nothing more: both stay, and the next log-in
    /// finds out.
    void theKeychainFailsAfterTheServer()
    {
        Rig rig;
        QVERIFY(rig.logsIn());
        rig.change();
        QVERIFY(!rig.request().isEmpty());
        rig.secrets.failWith(ErrorCode::KeychainFailed);
        rig.accept();
        QVERIFY(rig.outcome && *rig.outcome);
        QVERIFY(!(*rig.outcome)->stored);
        QCOMPARE((*rig.outcome)->notStored.code, ErrorCode::KeychainFailed);
        QVERIFY(rig.kept.passwordChanging);
        rig.secrets.failWith(std::nullopt);
        rig.restart();
        QVERIFY(rig.logsIn());
        QCOMPARE(rig.inKeychain(SecretPurpose::Password), kNew);
        QVERIFY(!rig.secrets.secrets.contains(secretKey(kAccount, SecretPurpose::NewPassword)));
        QVERIFY(!rig.kept.passwordChanging);
    }

    void theAnswerIsLost_data()
    {
        QTest::addColumn<bool>("changed");
        QTest::newRow("the server had changed it") << true;
        QTest::newRow("the server had not") << false;
    }

    void theAnswerIsLost()
    {
        QFETCH(bool, changed);
        Rig rig;
        QVERIFY(rig.logsIn());
        rig.change();
        QVERIFY(!rig.request().isEmpty());
        if (changed)
            rig.server.password = kNew;
        rig.server.send(
            "<stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>");
        settle();
        QCOMPARE(rig.error(), ErrorCode::NotConnected);
        QVERIFY(rig.kept.passwordChanging);
        rig.session->reconnectNow();
        settle();
        QVERIFY(rig.logsIn());
        QCOMPARE(rig.inKeychain(SecretPurpose::Password), rig.server.password);
        QVERIFY(!rig.secrets.secrets.contains(secretKey(kAccount, SecretPurpose::NewPassword)));
        QVERIFY(!rig.kept.passwordChanging);
    }

    void killed_data()
    {
        QTest::addColumn<int>("calls"); // of the keychain that were done
        QTest::addColumn<bool>("answered"); // the server changed it; else it was not even asked
        for (const int calls : {0, 1})
            QTest::addRow("after %d calls, before the server", calls) << calls << false;
        for (const int calls : {1, 2, 3, 4, 5})
            QTest::addRow("after %d calls, the server changed it", calls) << calls << true;
    }

    void killed()
    {
        QFETCH(int, calls);
        QFETCH(bool, answered);
        Rig rig;
        rig.secrets.secrets.insert(secretKey(kAccount, SecretPurpose::Token), u"token"_s);
        QVERIFY(rig.logsIn());
        rig.secrets.killAfter(calls);
        rig.change();
        QCOMPARE(rig.request().isEmpty(), calls == 0);
        if (answered) {
            rig.kept = rig.session->settings(); // written when the flag was set
            rig.accept();
        }
        rig.restart();
        QVERIFY(rig.logsIn());
        QCOMPARE(rig.inKeychain(SecretPurpose::Password), answered ? kNew : kOld);
        QVERIFY(!rig.secrets.secrets.contains(secretKey(kAccount, SecretPurpose::NewPassword)));
        QVERIFY(!rig.kept.passwordChanging);
    }

    void neitherIsRight()
    {
        Rig rig;
        rig.kept.passwordChanging = true;
        rig.secrets.secrets.insert(secretKey(kAccount, SecretPurpose::NewPassword), kNew);
        rig.server.password = u"changed elsewhere"_s;
        rig.restart();
        QVERIFY(!rig.logsIn());
        QCOMPARE(rig.session->state(), SessionState::Stopped);
        QCOMPARE(rig.session->lastError().code, ErrorCode::WrongPassword);
        QCOMPARE(rig.server.network.made(), 2); // no hammering (SECURITY A50)
        rig.session->providePassword(rig.server.password, true);
        settle();
        QVERIFY(rig.logsIn());
        QCOMPARE(rig.secrets.secrets.size(), 1);
        QCOMPARE(rig.inKeychain(SecretPurpose::Password), rig.server.password);
    }

    void theKeychainHasNoNewOne()
    {
        Rig rig;
        rig.kept.passwordChanging = true;
        rig.server.password = u"changed elsewhere"_s;
        rig.restart();
        QVERIFY(!rig.logsIn());
        QCOMPARE(rig.session->state(), SessionState::NeedsPassword);
        QCOMPARE(rig.session->lastError().code, ErrorCode::WrongPassword);
    }
};

QTEST_GUILESS_MAIN(PasswordChangeTest)
#include "tst_passwordchange.moc"
