// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/KeychainSecretStore.h"
#include "tests/support/PrivateBus.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QMetaEnum>
#include <QProcess>
#include <QSignalSpy>
#include <QtTest>

#include <csignal>
#include <cstdio>
#include <functional>

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
        } else if (word == "probe"_L1) {
            m_store.probe().then(this, [this](Result<QString> value) { tellText(value); });
        }
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

    /// UI e.8: no time-out loses the entry. A write tells that it waits.
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
