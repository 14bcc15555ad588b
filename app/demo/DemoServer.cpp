// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoServer.h"

#include "app/demo/DemoCertificates.h"
#include "app/demo/ProsodyFiles.h"
#include "core/base/IdSource.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

#include <chrono>

namespace tertulia
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto kKnockEvery = 100ms;
constexpr int kMostKnocks = 200;

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

} // namespace

DemoServer::DemoServer(QObject *parent)
    : QObject(parent)
    , m_folder(QDir::tempPath() + u"/tertulia-demo-XXXXXX"_s)
{
#ifdef Q_OS_LINUX
    // However this program ends, the server ends with it.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(tr("The server could not be started: %1").arg(m_process.errorString()));
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        fail(tr("The server ended at once. It said: %1")
                 .arg(QString::fromUtf8(m_process.readAll().right(300)).simplified()));
    });
    m_knocking.setInterval(kKnockEvery);
    connect(&m_knocking, &QTimer::timeout, this, &DemoServer::knock);
}

DemoServer::~DemoServer()
{
    m_settled = true;
    disconnect(&m_process, nullptr, this, nullptr);
    m_process.kill();
}

void DemoServer::start()
{
    // Signals come from the event loop, never from inside this call.
    QMetaObject::invokeMethod(this, &DemoServer::run, Qt::QueuedConnection);
}

void DemoServer::stop()
{
    m_settled = true;
    m_knocking.stop();
    disconnect(&m_process, nullptr, this, nullptr);
    if (m_process.state() == QProcess::NotRunning) {
        QMetaObject::invokeMethod(this, &DemoServer::stopped, Qt::QueuedConnection);
        return;
    }
    connect(&m_process, &QProcess::finished, this, &DemoServer::stopped);
    // Everything it holds is thrown away anyway.
    m_process.kill();
}

void DemoServer::run()
{
    if (m_settled)
        return;
    const QString program
        = QFileInfo(m_program).isAbsolute() ? m_program : QStandardPaths::findExecutable(m_program, {});
    const QString found = program.isEmpty()
        ? QStandardPaths::findExecutable(m_program, {u"/usr/sbin"_s, u"/usr/local/bin"_s})
        : program;
    if (found.isEmpty() || !QFileInfo(found).isExecutable()) {
        fail(tr(
            "To try Tertulia on this computer it needs the server Prosody, which is not installed. On Debian "
            "and Ubuntu this installs it: sudo apt install prosody"));
        return;
    }
    m_port = freePort();
    if (m_port == 0 || !writeFiles()) {
        fail(tr("The files of the server could not be written to %1.").arg(m_folder.path()));
        return;
    }
    m_process.start(found, {u"--config"_s, m_folder.filePath(u"prosody.cfg.lua"_s), u"-F"_s});
    m_knocking.start();
}

bool DemoServer::writeFiles()
{
    if (!m_folder.isValid())
        return false;
    RandomIds ids;
    m_password = ids.next();
    const auto certificates = DemoCertificates::make(m_domain);
    if (!certificates)
        return false;
    m_authority = certificates->authority;

    ProsodyFiles prosody(m_folder.path(), m_domain);
    const QList<DemoPerson> people = demoPeople();
    prosody.addConfiguration(m_port);
    for (const DemoPerson &person : people)
        prosody.addPerson(person, m_password, people);
    prosody.addMessages(demoMessages(QDateTime::currentDateTimeUtc()));

    QHash<QString, QByteArray> files = prosody.files();
    files.insert(u"server.pem"_s, certificates->certificate);
    files.insert(u"server.key"_s, certificates->key);
    files.insert(u"certificates/README"_s, "empty on purpose\n");
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        const QString path = m_folder.filePath(it.key());
        QFile file(path);
        if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
            || file.write(it.value()) != it.value().size()) {
            return false;
        }
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    return true;
}

void DemoServer::knock()
{
    if (++m_knocks > kMostKnocks) {
        fail(tr("The server did not answer within 20 seconds."));
        return;
    }
    auto *socket = new QTcpSocket(this);
    connect(socket, &QTcpSocket::connected, this, [this, socket] {
        socket->abort();
        socket->deleteLater();
        m_knocking.stop();
        if (!std::exchange(m_settled, true))
            Q_EMIT started();
    });
    connect(socket, &QTcpSocket::errorOccurred, socket, &QObject::deleteLater);
    socket->connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
}

void DemoServer::fail(const QString &reason)
{
    m_knocking.stop();
    if (!std::exchange(m_settled, true))
        Q_EMIT failed(reason);
}

AccountSettings DemoServer::accountOf(const QString &name) const
{
    AccountSettings settings;
    for (const DemoPerson &person : demoPeople()) {
        if (person.name == name)
            settings.name = person.fullName;
    }
    settings.connection.account = Jid::fromNormalized(name + u'@' + m_domain);
    settings.connection.host = u"127.0.0.1"_s;
    settings.connection.port = m_port;
    settings.connection.security = SecurityChoice::StartTls;
    settings.connection.extraAuthorities = QSslCertificate::fromData(m_authority);
    settings.rememberPassword = false;
    return settings;
}

} // namespace tertulia
