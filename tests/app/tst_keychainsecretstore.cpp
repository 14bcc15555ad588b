// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/KeychainSecretStore.h"
#include "tests/support/PrivateBus.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QMetaEnum>
#include <QProcess>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <cstdio>
#include <cstring>
#include <memory>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kService = u"im.tertulia.Tertulia"_s;

QByteArray wordOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::SecretNotFound:
        return "not-found";
    case ErrorCode::KeychainUnavailable:
        return "unavailable";
    case ErrorCode::KeychainLocked:
        return "locked";
    case ErrorCode::KeychainDenied:
        return "denied";
    case ErrorCode::KeychainFailed:
        return "failed: " + error.text.toUtf8();
    default:
        return "other";
    }
}

void say(const QByteArray &line)
{
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

/// A process of its own that does what its arguments say, since QtKeychain, libsecret and QtDBus each keep
/// their first view of the bus for the life of a process.
class Worker : public QObject
{
public:
    explicit Worker(QStringList words)
        : m_words(std::move(words))
        , m_store(kService)
    {
        m_store.setPatience(std::chrono::milliseconds(m_words.takeFirst().toInt()));
    }

    void next()
    {
        if (m_words.isEmpty()) {
            QCoreApplication::exit(0);
            return;
        }
        const QString word = m_words.takeFirst();
        if (word == "write"_L1) {
            const QString key = m_words.takeFirst();
            m_store.write(key, m_words.takeFirst()).then(this, [this](Result<void> done) { tell(done); });
        } else if (word == "read"_L1) {
            m_store.read(m_words.takeFirst()).then(this, [this](Result<QString> value) { tellText(value); });
        } else if (word == "remove"_L1) {
            m_store.remove(m_words.takeFirst()).then(this, [this](Result<void> done) { tell(done); });
        } else if (word == "ask"_L1) {
            // Goes on with the next word; the answer comes when it comes.
            m_store.read(m_words.takeFirst()).then(this, [](Result<QString> value) {
                say("answer: " + (value ? value->toUtf8() : wordOf(value.error())));
            });
            next();
        } else if (word == "turns"_L1) {
            // The event loop turns: whatever is being asked does not hold it.
            m_turns = 20;
            m_turn.start(5, this);
        } else if (word == "wait"_L1) {
            // For a line on standard input.
            m_notifier = std::make_unique<QSocketNotifier>(0, QSocketNotifier::Read);
            connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
                char line[16];
                std::ignore = ::read(0, line, sizeof line);
                m_notifier.release()->deleteLater();
                next();
            });
        } else if (word == "name"_L1) {
            m_store.name().then(this, [this](Result<QString> value) { tellText(value); });
        } else if (word == "probe"_L1) {
            m_store.probe().then(this, [this](Result<QString> value) { tellText(value); });
        }
    }

protected:
    void timerEvent(QTimerEvent *) override
    {
        if (--m_turns > 0)
            return;
        m_turn.stop();
        say("turns");
        next();
    }

private:
    void tell(const Result<void> &done)
    {
        say(done ? "ok" : wordOf(done.error()));
        next();
    }
    void tellText(const Result<QString> &value)
    {
        say(value ? value->toUtf8() : wordOf(value.error()));
        next();
    }
    QStringList m_words;
    KeychainSecretStore m_store;
    QBasicTimer m_turn;
    int m_turns = 0;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace

class tst_KeychainSecretStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsAndForgets()
    {
        PrivateBus bus;
        QVERIFY(bus.start());
        QVERIFY(bus.startKeyring(true));
        QCOMPARE(run(bus.environment(),
                     {u"5000"_s, u"read"_s, u"a/password"_s, u"write"_s, u"a/password"_s, u"contraseña"_s,
                      u"read"_s, u"a/password"_s, u"read"_s, u"b/password"_s, u"write"_s, u"a/password"_s,
                      u"zweite"_s, u"read"_s, u"a/password"_s, u"remove"_s, u"a/password"_s, u"read"_s,
                      u"a/password"_s}),
                 (QByteArrayList{"not-found", "ok", "contraseña", "not-found", "ok", "zweite", "ok",
                                 "not-found"}));
    }

    void survivesTheProcess()
    {
        PrivateBus bus;
        QVERIFY(bus.start());
        QVERIFY(bus.startKeyring(true));
        QCOMPARE(run(bus.environment(), {u"5000"_s, u"write"_s, u"a/password"_s, u"one"_s}),
                 QByteArrayList{"ok"});
        QCOMPARE(run(bus.environment(), {u"5000"_s, u"read"_s, u"a/password"_s}), QByteArrayList{"one"});
    }

    void probeNamesTheBackendAndLeavesNothing()
    {
        PrivateBus bus;
        QVERIFY(bus.start());
        QVERIFY(bus.startKeyring(true));
        QCOMPARE(run(bus.environment(), {u"5000"_s, u"probe"_s}), QByteArrayList{"GNOME Keyring"});
    }

    void noBusAtAll()
    {
        PrivateBus bus;
        QVERIFY(bus.start());
        QProcessEnvironment environment = bus.environment();
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent/bus"_s);
        QCOMPARE(run(environment,
                     {u"5000"_s, u"read"_s, u"a/password"_s, u"write"_s, u"a/password"_s, u"MARKER-SECRET"_s,
                      u"probe"_s, u"remove"_s, u"a/password"_s}),
                 (QByteArrayList{"unavailable", "unavailable", "unavailable", "unavailable"}));
        QVERIFY(!foundIn(bus.folder(), "MARKER-SECRET"));
    }

    void busWithoutAKeychain()
    {
        PrivateBus bus;
        QVERIFY(bus.start());
        QCOMPARE(run(bus.environment(),
                     {u"5000"_s, u"read"_s, u"a/password"_s, u"write"_s, u"a/password"_s, u"MARKER-SECRET"_s,
                      u"probe"_s}),
                 (QByteArrayList{"unavailable", "unavailable", "unavailable"}));
        QVERIFY(!foundIn(bus.folder(), "MARKER-SECRET"));
    }

    void lockedAndNotUnlockedIsDenied()
    {
        PrivateBus bus;
        QVERIFY(bus.start());
        QVERIFY(bus.startKeyring(true));
        QCOMPARE(run(bus.environment(), {u"5000"_s, u"write"_s, u"a/password"_s, u"one"_s}),
                 QByteArrayList{"ok"});
        bus.stopKeyring();
        // Locked, and nobody there to ask the person: the same as a person who says no.
        QVERIFY(bus.startKeyring(false));
        QCOMPARE(run(bus.environment(), {u"5000"_s, u"read"_s, u"a/password"_s}), QByteArrayList{"denied"});
    }

    /// SECURITY A126, UI e.8: no time-out loses the entry. A write tells that it waits.
    void hungIsWaitedFor()
    {
        PrivateBus bus;
        QVERIFY(bus.start());
        QVERIFY(bus.startKeyring(true));
        QCOMPARE(run(bus.environment(), {u"5000"_s, u"write"_s, u"a/password"_s, u"one"_s}),
                 QByteArrayList{"ok"});

        ::kill(static_cast<pid_t>(bus.keyringProcess()), SIGSTOP);
        QProcess worker;
        start(worker, bus.environment(),
              {u"400"_s, u"write"_s, u"b/password"_s, u"two"_s, u"read"_s, u"a/password"_s});
        QTRY_COMPARE_WITH_TIMEOUT(worker.peek(1000), QByteArray("locked\n"), 15000);
        QSignalSpy said(&worker, &QProcess::readyReadStandardOutput);
        QVERIFY(!said.wait(1500)); // longer than the patience with a write
        ::kill(static_cast<pid_t>(bus.keyringProcess()), SIGCONT);
        QTRY_COMPARE_WITH_TIMEOUT(worker.state(), QProcess::NotRunning, 15000);
        QCOMPARE(worker.readAllStandardOutput(), QByteArray("locked\none\n"));
        // What was to be written has been, meanwhile.
        QCOMPARE(run(bus.environment(), {u"5000"_s, u"read"_s, u"b/password"_s}), QByteArrayList{"two"});
    }

    /// SECURITY A126: another keychain answers at the next start, which never had the entry. Nothing is lost.
    void anotherOneAnswers()
    {
        PrivateBus bus;
        QVERIFY(bus.start());
        QVERIFY(bus.startKeyring(true));
        QCOMPARE(run(bus.environment(), {u"5000"_s, u"write"_s, u"a/password"_s, u"one"_s, u"name"_s}),
                 (QByteArrayList{"ok", "GNOME Keyring"}));
        bus.stopKeyring();
        QVERIFY(bus.startKeyring(true, u"keepassxc"_s));
        QCOMPARE(
            run(bus.environment(),
                {u"5000"_s, u"read"_s, u"a/password"_s, u"name"_s, u"write"_s, u"a/password"_s, u"two"_s}),
            (QByteArrayList{"not-found", "KeePassXC", "ok"}));
        bus.stopKeyring();
        QVERIFY(bus.startKeyring(true));
        QCOMPARE(run(bus.environment(), {u"5000"_s, u"read"_s, u"a/password"_s, u"name"_s}),
                 (QByteArrayList{"one", "GNOME Keyring"}));
    }

    /// SECURITY F35, F36: a bus that accepts and then says nothing: the program goes on, and a keychain is
    /// not there.
    void hungBusHoldsNobody()
    {
        QTemporaryDir folder;
        const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray path = QFile::encodeName(folder.filePath(u"bus"_s));
        std::strncpy(address.sun_path, path.constData(), sizeof address.sun_path - 1);
        QVERIFY(::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0);
        QVERIFY(::listen(listener, 10) == 0);

        PrivateBus bus;
        QVERIFY(bus.start());
        QProcessEnvironment environment = bus.environment();
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path="_s + QFile::decodeName(path));
        QProcess worker;
        start(worker, environment,
              {u"200"_s, u"ask"_s, u"a/password"_s, u"turns"_s, u"write"_s, u"a/password"_s,
               u"MARKER-SECRET"_s, u"wait"_s});
        QTRY_COMPARE_WITH_TIMEOUT(worker.peek(1000), QByteArray("turns\nlocked\n"), 15000);
        ::close(listener); // it is given up
        QTRY_COMPARE_WITH_TIMEOUT(worker.peek(1000), QByteArray("turns\nlocked\nanswer: unavailable\n"),
                                  40000);
        worker.write("\n");
        QTRY_COMPARE_WITH_TIMEOUT(worker.state(), QProcess::NotRunning, 15000);
        QVERIFY(!foundIn(bus.folder(), "MARKER-SECRET"));
    }

    /// A keychain that dies while it is asked is told, and asked again once it is back (F35).
    void vanishesWhileAsked()
    {
        PrivateBus bus;
        QVERIFY(bus.start());
        QVERIFY(bus.startKeyring(true));
        QCOMPARE(run(bus.environment(), {u"5000"_s, u"write"_s, u"a/password"_s, u"one"_s}),
                 QByteArrayList{"ok"});
        ::kill(static_cast<pid_t>(bus.keyringProcess()), SIGSTOP);
        QProcess worker;
        start(worker, bus.environment(),
              {u"400"_s, u"ask"_s, u"a/password"_s, u"turns"_s, u"wait"_s, u"read"_s, u"a/password"_s});
        QTRY_COMPARE_WITH_TIMEOUT(worker.peek(1000), QByteArray("turns\n"), 15000);
        bus.stopKeyring();
        QTRY_VERIFY_WITH_TIMEOUT(worker.peek(1000).contains("answer: "), 40000);
        QVERIFY2(!worker.peek(1000).contains("not-found"), worker.peek(1000).constData());
        QVERIFY(bus.startKeyring(true));
        worker.write("\n");
        QTRY_COMPARE_WITH_TIMEOUT(worker.state(), QProcess::NotRunning, 15000);
        QVERIFY2(worker.peek(1000).endsWith("\none\n"), worker.peek(1000).constData());
    }

    /// The session bus dies under the program, which goes on without a keychain (F36).
    void outlivesItsBus()
    {
        PrivateBus bus;
        QVERIFY(bus.start());
        QVERIFY(bus.startKeyring(true));
        QProcess worker;
        start(worker, bus.environment(),
              {u"400"_s, u"write"_s, u"a/password"_s, u"one"_s, u"read"_s, u"a/password"_s, u"wait"_s,
               u"turns"_s, u"read"_s, u"a/password"_s, u"turns"_s});
        QTRY_COMPARE_WITH_TIMEOUT(worker.peek(1000), QByteArray("ok\none\n"), 15000);
        bus.kill();
        worker.write("\n");
        QTRY_COMPARE_WITH_TIMEOUT(worker.state(), QProcess::NotRunning, 40000);
        QCOMPARE(worker.exitStatus(), QProcess::NormalExit);
        QCOMPARE(worker.readAllStandardOutput(), QByteArray("ok\none\nturns\nunavailable\nturns\n"));
    }

private:
    static void start(QProcess &worker, const QProcessEnvironment &environment, const QStringList &words)
    {
        worker.setProcessEnvironment(environment);
        worker.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        worker.start(QCoreApplication::applicationFilePath(), QStringList{u"--worker"_s} + words);
    }

    static QByteArrayList run(const QProcessEnvironment &environment, const QStringList &words)
    {
        QProcess worker;
        start(worker, environment, words);
        QSignalSpy finished(&worker, &QProcess::finished);
        if (!finished.wait(30'000))
            worker.kill();
        QByteArrayList lines = worker.readAllStandardOutput().split('\n');
        lines.removeLast();
        return lines;
    }

    static bool foundIn(const QString &folder, const QByteArray &needle)
    {
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(needle))
                return true;
        }
        return false;
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--worker"_L1) {
        Worker worker(arguments.mid(2));
        worker.next();
        return QCoreApplication::exec();
    }
    tst_KeychainSecretStore test;
    return QTest::qExec(&test, arguments);
}
#include "tst_keychainsecretstore.moc"
