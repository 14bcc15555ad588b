// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real program as a process: what other starts do to it, what its end looks like, and what it leaves on
// the disk for others to find.
#include "app/FileLocations.h"
#include "app/KeychainSecretStore.h"
#include "app/Names.h"
#include "core/session/AccountStorage.h"
#include "core/session/PasswordSource.h"
#include "core/store/Store.h"
#include "tests/support/Paths.h"
#include "tests/support/PrivateBus.h"
#include "tests/support/ProsodyServer.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <memory>
#include <sys/stat.h>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

// Not a word that stands anywhere else.
const QString kPassword = u"MARKER open sesame MARKER"_s;
const QString kAccountId = u"4c5a6d1e-0000-4000-8000-000000000001"_s;
constexpr int kPatience = 20'000;

struct Ended {
    int code = -1;
    QByteArray output;
};

} // namespace

class tst_Program : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_bus.start());
        QVERIFY(m_bus.startKeyring(true));
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address().toUtf8());
        test::ServerOptions options;
        options.users = {{u"ana"_s, kPassword}};
        m_server = std::make_unique<test::ProsodyServer>(options);
        QVERIFY(m_server->start());
        QVERIFY(makeProfile());
    }

    void cleanup()
    {
        if (m_program.state() != QProcess::NotRunning) {
            QSignalSpy ended(&m_program, &QProcess::finished);
            m_program.kill();
            ended.wait();
        }
    }

    void cleanupTestCase()
    {
        // GIO, under the keychain, ends the process when its session bus goes.
        std::signal(SIGTERM, SIG_IGN);
    }

    void logsInWithTheKeychainAlone()
    {
        start();
        QTRY_VERIFY_WITH_TIMEOUT(said("Online"), kPatience);
    }

    void otherStartsAreHeard()
    {
        // Nothing runs: there is nothing to end, and the accounts come from the file.
        QCOMPARE(run({u"--quit"_s}).code, 0);
        QCOMPARE(run({u"--list-accounts"_s}).output, "ana@example.org\n");

        start();
        QTRY_VERIFY_WITH_TIMEOUT(said("Online"), kPatience);
        QCOMPARE(run({u"--password"_s, u"x"_s}).code, 2);
        QCOMPARE(run({u"--list-accounts"_s}).output, "ana@example.org\n");
        QCOMPARE(run({u"--chat"_s, u"bruno@example.org"_s}).code, 0);
        QCOMPARE(run({u"--new-window"_s, u"bruno@example.org"_s}).code, 0);
        QCOMPARE(run({u"--chat"_s, u"not an@address@at all"_s}).code, 1);
        QCOMPARE(run({u"xmpp:carla@example.org?message"_s}).code, 0);
        const QString history = m_bus.folder() + u"/history.txt"_s;
        QCOMPARE(run({u"--export-history"_s, u"nobody@example.org"_s, history}).code, 1);
        QVERIFY(!QFile::exists(history));
        QVERIFY(run({u"--export-history"_s, u"bruno@example.org"_s, history}).output.contains("0 messages"));
        QVERIFY(QFile::remove(history));
        QCOMPARE(run({}).code, 0);
        QCOMPARE(m_program.state(), QProcess::Running);
        QCOMPARE(run({u"--status"_s, u"offline"_s}).code, 0);
        QTRY_VERIFY_WITH_TIMEOUT(said("SessionState::Offline"), kPatience);
        QCOMPARE(run({u"--status"_s, u"online"_s}).code, 0);
        QCOMPARE(run({u"--quit"_s}).code, 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_program.state(), QProcess::NotRunning, 5000);
        QCOMPARE(m_program.exitCode(), 0);
        // And with nothing running.
        QCOMPARE(run({u"--export-history"_s, u"nobody@example.org"_s, history}).code, 1);
        QVERIFY(run({u"--export-history"_s, u"bruno@example.org"_s, history}).output.contains("0 messages"));
        QVERIFY(QFile::exists(history));
        // A profile whose name was mistyped is not made.
        const QString wrong = m_bus.folder() + u"/profil"_s;
        QCOMPARE(run({u"--export-history"_s, u"bruno@example.org"_s, history}, wrong).code, 1);
        QCOMPARE(run({u"--list-accounts"_s}, wrong).code, 1);
        QCOMPARE(run({u"--quit"_s}, wrong).code, 0);
        QVERIFY(!QFile::exists(wrong));
    }

    void signalsEndItInGoodOrder_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("terminate") << SIGTERM;
        QTest::newRow("interrupt") << SIGINT;
        QTest::newRow("hang up") << SIGHUP;
    }
    void signalsEndItInGoodOrder()
    {
        QFETCH(int, signal);
        start();
        QTRY_VERIFY_WITH_TIMEOUT(said("Online"), kPatience);
        ::kill(static_cast<pid_t>(m_program.processId()), signal);
        QTRY_COMPARE_WITH_TIMEOUT(m_program.state(), QProcess::NotRunning, 5000);
        QCOMPARE(m_program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_program.exitCode(), 0);
        QVERIFY(said("SessionState::Offline"));
    }

    /// SECURITY F30.
    void afterAKillItStartsAgain()
    {
        start();
        QTRY_VERIFY_WITH_TIMEOUT(said("Online"), kPatience);
        cleanup();
        start();
        QTRY_VERIFY_WITH_TIMEOUT(said("Online"), kPatience);
        QCOMPARE(run({u"--list-accounts"_s}).output, "ana@example.org\n");
    }

    void aBrokenStoreIsSaidAndKept()
    {
        QTemporaryDir folder;
        const auto locations = FileLocations::inProfile(folder.filePath(u"p"_s), {});
        QVERIFY(locations.create());
        const QByteArray rubbish(5000, 'x');
        QFile file(locations.storeFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(rubbish);
        file.close();
        start(folder.filePath(u"p"_s));
        QTRY_VERIFY_WITH_TIMEOUT(said("timing: window"), kPatience);
        QCOMPARE(run({u"--chat"_s, u"a@example.org"_s}, folder.filePath(u"p"_s)).code, 1);
        QCOMPARE(run({u"--quit"_s}, folder.filePath(u"p"_s)).code, 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_program.state(), QProcess::NotRunning, 5000);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), rubbish);
    }

    // Last: looks at all that the starts before left behind. SECURITY A125, A127, A128
    void nothingOfItIsForOthers()
    {
        int files = 0;
        QDirIterator all(m_bus.folder(),
                         QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            if (path.contains("/profile/"_L1)) {
                struct stat facts = {};
                QCOMPARE(::lstat(QFile::encodeName(path).constData(), &facts), 0);
                QVERIFY2(S_ISLNK(facts.st_mode) || (facts.st_mode & 077) == 0, qPrintable(path));
                ++files;
            }
            QFile file(path);
            if (!all.fileInfo().isFile() || !file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray content = file.readAll();
            QVERIFY2(!content.contains(kPassword.toUtf8()), qPrintable(path));
            QVERIFY2(!content.contains(kPassword.toUtf8().toBase64()), qPrintable(path));
        }
        QVERIFY(files > 5);
        QVERIFY(!m_allOutput.contains(kPassword.toUtf8()));
    }

private:
    [[nodiscard]] QString profile() const { return m_bus.folder() + u"/profile"_s; }

    bool makeProfile()
    {
        const auto locations = FileLocations::inProfile(profile(), {});
        if (!locations.create())
            return false;
        auto store = Store::open(locations.storeFile());
        AccountSettings settings;
        settings.id = kAccountId;
        settings.connection.account = Jid::fromNormalized(u"ana@example.org"_s);
        settings.connection.host = m_server->host();
        settings.connection.port = m_server->port();
        settings.connection.extraAuthorities = {m_server->authority()};
        if (!store || !AccountStorage(**store).save(settings, {}))
            return false;
        KeychainSecretStore secrets(kApplicationId);
        bool written = false;
        secrets.write(PasswordSource::keyFor(kAccountId), kPassword).then(this, [&](Result<void> result) {
            written = result.has_value();
        });
        return QTest::qWaitFor([&] { return written; });
    }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = m_bus.environment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        return environment;
    }

    void start(const QString &where = {})
    {
        m_output.clear();
        m_program.disconnect(this);
        m_program.setProcessEnvironment(environment());
        m_program.setProcessChannelMode(QProcess::MergedChannels);
        connect(&m_program, &QProcess::readyRead, this, [this] {
            const QByteArray more = m_program.readAll();
            m_output += more;
            m_allOutput += more;
        });
        m_program.start(
            programPath(),
            {u"--profile"_s, where.isEmpty() ? profile() : where, u"--log"_s, u"tertulia.*=true"_s});
    }

    [[nodiscard]] bool said(const QByteArray &words) const { return m_output.contains(words); }

    Ended run(const QStringList &arguments, const QString &where = {})
    {
        QProcess other;
        other.setProcessEnvironment(environment());
        QSignalSpy ended(&other, &QProcess::finished);
        other.start(programPath(),
                    QStringList{u"--profile"_s, where.isEmpty() ? profile() : where} + arguments);
        if (!ended.wait(kPatience)) {
            other.kill();
            ended.wait();
            return {};
        }
        const Ended result{other.exitCode(), other.readAllStandardOutput()};
        m_allOutput += result.output + other.readAllStandardError();
        return result;
    }

    PrivateBus m_bus;
    std::unique_ptr<test::ProsodyServer> m_server;
    QProcess m_program;
    QByteArray m_output;
    QByteArray m_allOutput;
};

QTEST_GUILESS_MAIN(tst_Program)
#include "tst_program.moc"
