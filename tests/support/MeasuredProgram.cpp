// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/MeasuredProgram.h"

#include "app/FileLocations.h"
#include "app/KeychainSecretStore.h"
#include "app/Names.h"
#include "core/session/AccountStorage.h"
#include "core/session/PasswordSource.h"
#include "core/store/Store.h"
#include "tests/support/Paths.h"
#include "tests/support/RealServer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <cstdio>
#include <time.h>

namespace tertulia::test
{

namespace
{

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

} // namespace

const QString kMeasuredPassword = QStringLiteral("sesame");

bool MeasuredDesk::start()
{
    if (!m_bus.start() || !m_bus.startKeyring(true))
        return false;
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address().toUtf8());
    KeychainSecretStore secrets(kApplicationId);
    bool stored = false;
    QObject context;
    secrets.write(PasswordSource::keyFor(kAccountId), kMeasuredPassword)
        .then(&context, [&stored](Result<void> written) { stored = written.has_value(); });
    if (!QTest::qWaitFor([&stored] { return stored; }, 10'000)) {
        std::fprintf(stderr, "the measurement's keyring does not take the password\n");
        return false;
    }
    m_screen.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_screen.start(QStringLiteral("Xvfb"),
                   {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                    QStringLiteral("0"), QStringLiteral("1280x800x24")});
    if (!m_screen.waitForReadyRead(10'000))
        return false;
    m_display = QStringLiteral(":") + QString::fromLatin1(m_screen.readLine().trimmed());
    return true;
}

MeasuredDesk::~MeasuredDesk()
{
    m_screen.terminate();
    m_screen.waitForFinished();
}

QProcessEnvironment MeasuredDesk::environment() const
{
    QProcessEnvironment environment = m_bus.environment();
    environment.insert(QStringLiteral("DISPLAY"), m_display);
    environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    return environment;
}

MeasuredProgram::MeasuredProgram(const QString &profile, const MeasuredDesk &desk, Watch watch)
{
    QString categories = QStringLiteral("tertulia.timing.debug=true");
    if (watch == Watch::TimesAndStalls)
        categories += QStringLiteral(";tertulia.stalls.debug=true");
    QProcessEnvironment environment = desk.environment();
    environment.insert(QStringLiteral("QT_FORCE_STDERR_LOGGING"), QStringLiteral("1"));
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_startedUs = monotonicUs();
    m_process.start(programPath(),
                    {QStringLiteral("--profile"), profile, QStringLiteral("--log"), categories});
    m_process.waitForStarted();
}

MeasuredProgram::~MeasuredProgram()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000))
        m_process.kill();
    m_process.waitForFinished();
}

double MeasuredProgram::waitFor(const char *name)
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

void MeasuredProgram::run(std::chrono::milliseconds time)
{
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < time.count()) {
        m_process.waitForReadyRead(100);
        m_output += m_process.readAll();
    }
}

double MeasuredProgram::longestStallMs() const
{
    static const QRegularExpression stall(QStringLiteral("\\bstall (\\d+)"));
    double longest = 0;
    auto matches = stall.globalMatch(QString::fromUtf8(m_output));
    while (matches.hasNext())
        longest = std::max(longest, matches.next().captured(1).toDouble() / 1000);
    return longest;
}

double MeasuredProgram::processorSeconds() const
{
    // To the nanosecond, where /proc counts in steps of 10 ms.
    clockid_t clock{};
    timespec used{};
    if (clock_getcpuclockid(pid_t(m_process.processId()), &clock) != 0 || clock_gettime(clock, &used) != 0)
        return 0;
    return double(used.tv_sec) + double(used.tv_nsec) / 1e9;
}

double MeasuredProgram::pssMegabytes() const
{
    const QByteArray rollup = readAll(QStringLiteral("/proc/%1/smaps_rollup").arg(m_process.processId()));
    static const QRegularExpression pss(QStringLiteral("\\nPss:\\s+(\\d+)"));
    return pss.match(QString::fromLatin1(rollup)).captured(1).toDouble() / 1024;
}

AccountSettings measuredAccount(const RealServer &server, const QString &localpart)
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

bool makeMeasuredProfile(const QString &folder, const RealServer &server)
{
    const auto locations = FileLocations::inProfile(folder, QProcessEnvironment::systemEnvironment());
    if (!locations.create())
        return false;
    auto store = Store::open(locations.storeFile());
    return store && AccountStorage(**store).save(measuredAccount(server, QStringLiteral("ana")), {});
}

QByteArray prosodyWithContacts(int count, const QString &folder)
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

} // namespace tertulia::test
