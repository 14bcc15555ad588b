// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RealServer.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <array>
#include <csignal>
#include <cstdio>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace tertulia::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kStartTimeout = 120'000;
constexpr int kStopTimeout = 10'000;

/// Two ports nobody listens on. Both are held open together, so that they differ.
std::array<quint16, 2> freePorts()
{
    QTcpServer first;
    QTcpServer second;
    first.listen(QHostAddress::LocalHost);
    second.listen(QHostAddress::LocalHost);
    return {first.serverPort(), second.serverPort()};
}

bool answers(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }, 200);
}

bool runOpenSsl(const QString &folder, const QStringList &arguments)
{
    QProcess openssl;
    openssl.setWorkingDirectory(folder);
    openssl.setProcessChannelMode(QProcess::MergedChannels);
    openssl.start(u"openssl"_s, arguments);
    const bool ended
        = QTest::qWaitFor([&] { return openssl.state() == QProcess::NotRunning; }, kStartTimeout);
    if (ended && openssl.exitStatus() == QProcess::NormalExit && openssl.exitCode() == 0)
        return true;
    std::fprintf(stderr, "openssl: %s\n", openssl.readAll().constData());
    return false;
}

} // namespace

RealServer::RealServer(ServerOptions options)
    : m_options(std::move(options))
{
    const auto ports = freePorts();
    m_port = ports[0];
    m_directTlsPort = ports[1];
#ifdef Q_OS_LINUX
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardOutputFile(path("server.log"), QIODevice::Append);
}

RealServer::~RealServer()
{
    stop();
}

QString RealServer::path(const char *name) const
{
    return m_folder.filePath(QString::fromUtf8(name));
}

bool RealServer::write(const char *name, const QByteArray &content) const
{
    const QString target = path(name);
    if (!QDir().mkpath(QFileInfo(target).path()))
        return false;
    QFile file(target);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QStringList RealServer::domains() const
{
    QStringList names{m_options.domain};
    for (const ServerDomain &more : m_options.moreDomains)
        names.append(more.name);
    return names;
}

bool RealServer::makeCertificates() const
{
    const QString key = u"ec"_s;
    const QString curve = u"ec_paramgen_curve:prime256v1"_s;
    return write("leaf.cnf",
                 "basicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\nsubjectAltName=DNS:"
                     + domains().join(u",DNS:"_s).toUtf8() + '\n')
        && runOpenSsl(m_folder.path(),
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, key, u"-pkeyopt"_s, curve, u"-nodes"_s,
                       u"-keyout"_s, u"ca.key"_s, u"-out"_s, u"ca.pem"_s, u"-days"_s, u"30"_s, u"-subj"_s,
                       u"/CN=Tertulia test authority"_s, u"-addext"_s, u"basicConstraints=critical,CA:TRUE"_s,
                       u"-addext"_s, u"keyUsage=critical,keyCertSign,cRLSign"_s})
        && runOpenSsl(m_folder.path(),
                      {u"req"_s, u"-newkey"_s, key, u"-pkeyopt"_s, curve, u"-nodes"_s, u"-keyout"_s,
                       u"leaf.key"_s, u"-out"_s, u"leaf.csr"_s, u"-subj"_s, u"/CN="_s + m_options.domain})
        && runOpenSsl(m_folder.path(),
                      {u"x509"_s, u"-req"_s, u"-in"_s, u"leaf.csr"_s, u"-CA"_s, u"ca.pem"_s, u"-CAkey"_s,
                       u"ca.key"_s, u"-CAcreateserial"_s, u"-days"_s, u"30"_s, u"-extfile"_s, u"leaf.cnf"_s,
                       u"-out"_s, u"leaf.pem"_s});
}

bool RealServer::start()
{
    if (m_process.state() != QProcess::NotRunning)
        return true;
    if (!m_prepared) {
        if (!m_folder.isValid() || !makeCertificates() || !prepare())
            return false;
        m_prepared = true;
    }
    const Program wanted = program();
    m_process.setWorkingDirectory(m_folder.path());
    m_process.setProcessEnvironment(wanted.environment);
    m_process.start(wanted.executable, wanted.arguments);
    const bool up = QTest::qWaitFor(
        [&] {
            return m_process.state() == QProcess::NotRunning
                || (answers(m_port) && answers(m_directTlsPort) && isReady());
        },
        kStartTimeout);
    if (up && m_process.state() == QProcess::Running)
        return true;
    std::fprintf(stderr, "%s did not start: %s\n%s\n", qPrintable(wanted.executable),
                 qPrintable(m_process.errorString()), log().constData());
    kill();
    return false;
}

void RealServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!QTest::qWaitFor([&] { return m_process.state() == QProcess::NotRunning; }, kStopTimeout))
        kill();
}

void RealServer::kill()
{
    m_process.kill();
    // Not an event loop: also called from the destructor of a test that is being torn down.
    m_process.waitForFinished(kStopTimeout);
}

QSslCertificate RealServer::authority() const
{
    const auto certificates = QSslCertificate::fromPath(authorityFile());
    return certificates.isEmpty() ? QSslCertificate() : certificates.first();
}

QByteArray RealServer::log() const
{
    QFile file(path("server.log"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace tertulia::test
