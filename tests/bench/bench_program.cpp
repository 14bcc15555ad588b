// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program against a real Prosody on loopback: start, log-in, memory, idling, and messages with
// receipts.
#include "app/FileLocations.h"
#include "app/KeychainSecretStore.h"
#include "app/Names.h"
#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/modules/BuiltinModules.h"
#include "core/modules/messaging/Messaging.h"
#include "core/modules/roster/Roster.h"
#include "core/modules/xep0184_receipts/Receipts.h"
#include "core/net/DnsNameResolver.h"
#include "core/net/SslTransport.h"
#include "core/session/AccountStorage.h"
#include "core/session/PasswordSource.h"
#include "core/store/Store.h"
#include "core/stream/XmppStream.h"
#include "tests/support/Figures.h"
#include "tests/support/Paths.h"
#include "tests/support/PrivateBus.h"
#include "tests/support/ProsodyServer.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <time.h>
#include <unistd.h>

using namespace tertulia;
using namespace std::chrono_literals;

namespace
{

const QString kPassword = QStringLiteral("sesame");
const QString kAccountId = QStringLiteral("bench-account");

qint64 monotonicUs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Processor seconds used so far.
double processorSeconds(qint64 pid)
{
    const QByteArray stat = readAll(QStringLiteral("/proc/%1/stat").arg(pid));
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return fields.size() < 13
        ? 0
        : (fields[11].toDouble() + fields[12].toDouble()) / double(sysconf(_SC_CLK_TCK));
}

double pssMegabytes(qint64 pid)
{
    const QByteArray rollup = readAll(QStringLiteral("/proc/%1/smaps_rollup").arg(pid));
    static const QRegularExpression pss(QStringLiteral("\\nPss:\\s+(\\d+)"));
    return pss.match(QString::fromLatin1(rollup)).captured(1).toDouble() / 1024;
}

struct Run {
    double windowMs = 0;
    double onlineMs = 0;
    double rosterMs = 0;
    double cpu = 0;
    double cpu20 = 0;
    double pss = 0;
    double stallMs = 0;
    double idleShare = 0;
};

/// The program with a profile that has one account.
class Program
{
public:
    Program(const QString &profile, const PrivateBus &bus, const QString &display)
    {
        QProcessEnvironment environment = bus.environment();
        environment.insert(QStringLiteral("DISPLAY"), display);
        environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
        environment.insert(QStringLiteral("QT_FORCE_STDERR_LOGGING"), QStringLiteral("1"));
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_startedUs = monotonicUs();
        m_process.start(programPath(),
                        {QStringLiteral("--profile"), profile, QStringLiteral("--log"),
                         QStringLiteral("tertulia.timing.debug=true")});
        m_process.waitForStarted();
    }
    ~Program()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished();
    }

    /// Milliseconds from the start to the first line "NAME us"; negative if it does not come.
    double waitFor(const char *name)
    {
        const QRegularExpression line(QStringLiteral("\\b%1 (\\d+)").arg(QLatin1String(name)));
        QElapsedTimer waited;
        waited.start();
        for (;;) {
            m_output += m_process.readAll();
            const auto match = line.match(QString::fromUtf8(m_output));
            if (match.hasMatch())
                return double(match.captured(1).toLongLong() - m_startedUs) / 1000;
            if (waited.elapsed() > 60'000 || m_process.state() == QProcess::NotRunning) {
                std::fprintf(stderr, "no \"%s\"; the program said:\n%s\n", name, m_output.constData());
                return -1;
            }
            m_process.waitForReadyRead(50);
        }
    }
    void run(std::chrono::milliseconds time)
    {
        QElapsedTimer waited;
        waited.start();
        while (waited.elapsed() < time.count()) {
            m_process.waitForReadyRead(100);
            m_output += m_process.readAll();
        }
    }
    [[nodiscard]] double longestStallMs() const
    {
        static const QRegularExpression stall(QStringLiteral("\\bstall (\\d+)"));
        double longest = 0;
        auto matches = stall.globalMatch(QString::fromUtf8(m_output));
        while (matches.hasNext())
            longest = std::max(longest, matches.next().captured(1).toDouble() / 1000);
        return longest;
    }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

private:
    QProcess m_process;
    QByteArray m_output;
    qint64 m_startedUs = 0;
};

AccountSettings accountFor(const test::RealServer &server, const QString &localpart)
{
    AccountSettings settings;
    settings.id = kAccountId;
    settings.connection.account = *Jid::fromParts(localpart, server.domain());
    settings.connection.host = server.host();
    settings.connection.port = server.port();
    settings.connection.security = SecurityChoice::StartTls;
    settings.connection.extraAuthorities = {server.authority()};
    settings.hasConnected = true;
    return settings;
}

bool makeProfile(const QString &folder, const test::RealServer &server)
{
    const auto locations = FileLocations::inProfile(folder, QProcessEnvironment::systemEnvironment());
    if (!locations.create())
        return false;
    auto store = Store::open(locations.storeFile());
    return store && AccountStorage(**store).save(accountFor(server, QStringLiteral("ana")), {});
}

/// One of our own streams as the other side.
class Peer
{
public:
    explicit Peer(const test::RealServer &server, const QString &localpart)
        : m_stream(StreamServices{m_clock, m_timers, m_ids, m_resolver,
                                  [] { return std::make_unique<SslTransport>(); }})
    {
        m_stream.setModules(makeBuiltinModules(m_stream.host()));
        auto *roster = m_stream.host().module<RosterModule>();
        m_stream.setContactTest([roster](const Jid &jid) { return roster->isContact(jid); });
        m_stream.start(accountFor(server, localpart).connection, kPassword);
    }
    bool online()
    {
        return QTest::qWaitFor([this] { return m_stream.isOnline(); }, 10'000);
    }
    template <class M>
    M *module()
    {
        return m_stream.host().module<M>();
    }

    Message chat(const Jid &to, const QString &body)
    {
        Message message;
        message.to = to;
        message.id = m_ids.next();
        message.body = body;
        return message;
    }

private:
    SystemClock m_clock;
    EventLoopTimers m_timers;
    RandomIds m_ids;
    DnsNameResolver m_resolver{m_timers, m_ids};
    XmppStream m_stream;
};

/// Messages a second until the last receipt is back; 0 if some do not come.
double receiptsPerSecond(Peer &sender, const Jid &to, int count)
{
    int received = 0;
    const auto connection = QObject::connect(sender.module<ReceiptsModule>(), &ReceiptsModule::delivered,
                                             sender.module<ReceiptsModule>(), [&received] { ++received; });
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i) {
        sender.module<MessagingModule>()
            ->send(
                sender.chat(to, QStringLiteral("Message %1 of a long row, as long as people write").arg(i)))
            .ignore();
        if (i % 100 == 0)
            QCoreApplication::processEvents();
    }
    const bool all = QTest::qWaitFor([&] { return received >= count; }, 120'000);
    QObject::disconnect(connection);
    return all ? count * 1000.0 / double(timer.elapsed()) : 0;
}

/// Median milliseconds from sending a message to its receipt.
double receiptRoundTripMs(Peer &sender, const Jid &to)
{
    QList<double> times;
    for (int i = 0; i < 100; ++i) {
        bool back = false;
        const auto connection = QObject::connect(sender.module<ReceiptsModule>(), &ReceiptsModule::delivered,
                                                 sender.module<ReceiptsModule>(), [&back] { back = true; });
        QElapsedTimer timer;
        timer.start();
        sender.module<MessagingModule>()->send(sender.chat(to, QStringLiteral("ping"))).ignore();
        while (!back && timer.elapsed() < 5000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
        times.append(double(timer.nsecsElapsed()) / 1e6);
        QObject::disconnect(connection);
    }
    return bench::median(times);
}

/// `count` contacts for everyone, by Prosody's mod_groups.
QByteArray withContacts(int count, const QString &folder)
{
    const QString path = folder + QStringLiteral("/groups.txt");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("[+Everybody]\nana@example.org=Ana\nbruno@example.org=Bruno\ncarla@example.org=Carla\n");
    for (int i = 3; i < count; ++i)
        file.write(QStringLiteral("contact%1@example.org=Contact Number %1\n").arg(i).toUtf8());
    return QStringLiteral(
               "modules_enabled = { \"roster\"; \"saslauth\"; \"tls\"; \"disco\"; \"carbons\"; \"pep\"; "
               "\"ping\"; \"smacks\"; \"blocklist\"; \"groups\" }\ngroups_file = \"%1\"\n")
        .arg(path)
        .toUtf8();
}

bool measure(int contacts, const PrivateBus &bus, const QString &display, int runs)
{
    QTemporaryDir folder;
    test::ServerOptions options;
    options.extraConfiguration = withContacts(contacts, folder.path());
    test::ProsodyServer server(options);
    if (!server.start() || !makeProfile(folder.filePath(QStringLiteral("profile")), server))
        return false;

    QList<double> window, online, roster, cpu, stall;
    double pss = 0, idle = 0, cpu20 = 0;
    for (int i = 0; i <= runs; ++i) {
        Program program(folder.filePath(QStringLiteral("profile")), bus, display);
        const double windowMs = program.waitFor("window");
        const double onlineMs = program.waitFor("online");
        const double rosterMs = program.waitFor("roster");
        if (windowMs < 0 || onlineMs < 0 || rosterMs < 0)
            return false;
        const double cpuNow = processorSeconds(program.pid());
        if (i == 0)
            continue; // warms the caches and fills the store
        window.append(windowMs);
        online.append(onlineMs);
        roster.append(rosterMs);
        cpu.append(cpuNow);
        if (i == runs) {
            program.run(20s);
            pss = pssMegabytes(program.pid());
            cpu20 = processorSeconds(program.pid());
            program.run(20s);
            idle = (processorSeconds(program.pid()) - cpu20) / 20 * 100;
        } else {
            program.run(1s);
        }
        stall.append(program.longestStallMs());
    }
    const auto name = [contacts](const char *what) {
        return QStringLiteral("%1_%2_contacts").arg(QLatin1String(what)).arg(contacts).toLatin1();
    };
    const bool many = contacts > 1000;
    bench::figure(name("window").constData(), bench::median(window), "ms", "Pidgin 110 ms", 110);
    bench::figure(name("online").constData(), bench::median(online), "ms",
                  many ? "Dino 2500 ms" : "Pidgin 200 ms", many ? 2500 : 200);
    bench::figure(name("roster_shown").constData(), bench::median(roster), "ms",
                  many ? "Dino 2500 ms" : "Pidgin 200 ms", many ? 2500 : 200);
    bench::figure(name("processor_until_online").constData(), bench::median(cpu), "s",
                  many ? "-" : "Pidgin 0.13 s", many ? 0 : 0.13);
    bench::figure(name("processor_first_20s").constData(), cpu20, "s", many ? "Pidgin 1.2 s" : "-",
                  many ? 1.2 : 0);
    bench::figure(name("pss_after_20s").constData(), pss, "MB", many ? "Pidgin 90 MB" : "Pidgin 45 MB",
                  many ? 90 : 45);
    bench::figure(name("longest_stall").constData(), bench::median(stall), "ms", many ? "Dino 120 ms" : "-",
                  many ? 120 : 0);
    bench::figure(name("idle_processor_share").constData(), idle, "%", "Kaidan 0.02 %", 0.02);
    return true;
}

bool measureMessages(const PrivateBus &bus, const QString &display)
{
    QTemporaryDir folder;
    test::ServerOptions options;
    options.extraConfiguration = withContacts(3, folder.path());
    test::ProsodyServer server(options);
    if (!server.start() || !makeProfile(folder.filePath(QStringLiteral("profile")), server))
        return false;
    const Jid ana = *Jid::parse(QStringLiteral("ana@") + server.domain());
    const Jid carla = *Jid::parse(QStringLiteral("carla@") + server.domain());
    Peer bruno(server, QStringLiteral("bruno"));
    Peer bare(server, QStringLiteral("carla"));
    if (!bruno.online() || !bare.online())
        return false;
    const double possible = receiptsPerSecond(bruno, carla, 5000);
    const double bareRoundTrip = receiptRoundTripMs(bruno, carla);

    Program program(folder.filePath(QStringLiteral("profile")), bus, display);
    if (program.waitFor("roster") < 0)
        return false;
    program.run(2s);
    const double before = processorSeconds(program.pid());
    const double rate = receiptsPerSecond(bruno, ana, 5000);
    const double used = processorSeconds(program.pid()) - before;
    program.run(2s);
    bench::figure("messages_with_receipts", rate, "1/s", "modules without store and windows", possible);
    bench::figure("messages_with_receipts_against_gajim", rate, "1/s", "Gajim 565/s of 1,040/s", 565);
    bench::figure("messages_processor", used, "s", "Gajim 4.7 s", 4.7);
    bench::figure("receipt_round_trip", receiptRoundTripMs(bruno, ana), "ms",
                  "modules without store and windows", bareRoundTrip);
    bench::figure("messages_longest_stall", program.longestStallMs(), "ms");
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    PrivateBus bus;
    if (!bus.start() || !bus.startKeyring(true))
        return 1;
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address().toUtf8());

    KeychainSecretStore secrets(kApplicationId);
    bool stored = false;
    QObject context;
    secrets.write(PasswordSource::keyFor(kAccountId), kPassword)
        .then(&context, [&stored](Result<void> written) { stored = written.has_value(); });
    if (!QTest::qWaitFor([&stored] { return stored; }, 10'000)) {
        std::fprintf(stderr, "the test's keyring does not take the password\n");
        return 1;
    }

    QProcess xvfb;
    xvfb.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    xvfb.start(QStringLiteral("Xvfb"),
               {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                QStringLiteral("0"), QStringLiteral("1280x800x24")});
    if (!xvfb.waitForReadyRead(10'000))
        return 1;
    const QString display = QStringLiteral(":") + QString::fromLatin1(xvfb.readLine().trimmed());

    const bool fine
        = measure(50, bus, display, 5) && measure(5000, bus, display, 3) && measureMessages(bus, display);
    xvfb.terminate();
    xvfb.waitForFinished();
    return fine ? 0 : 1;
}
