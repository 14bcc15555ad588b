// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PrivateBus.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QtTest>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

const QByteArray kConfiguration
    = R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=%1/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

bool has(const QByteArray &output, const char *word)
{
    return output.contains(word);
}

} // namespace

PrivateBus::PrivateBus() = default;

PrivateBus::~PrivateBus()
{
    stopKeyring();
    kill();
}

void PrivateBus::kill()
{
    if (m_daemon.state() == QProcess::NotRunning)
        return;
    QSignalSpy finished(&m_daemon, &QProcess::finished);
    m_daemon.kill();
    finished.wait();
}

bool PrivateBus::start()
{
    QFile configuration(m_folder.filePath(u"bus.conf"_s));
    if (!configuration.open(QIODevice::WriteOnly))
        return false;
    configuration.write(QByteArray(kConfiguration).replace("%1", m_folder.path().toUtf8()));
    configuration.close();
    QDir(m_folder.path()).mkpath(u"home"_s);
    QDir(m_folder.path()).mkpath(u"run"_s);

    m_address = u"unix:path="_s + m_folder.filePath(u"bus"_s);
    m_daemon.start(u"dbus-daemon"_s,
                   {u"--config-file="_s + configuration.fileName(), u"--nofork"_s, u"--print-address"_s});
    return QTest::qWaitFor([&] { return has(m_daemon.peek(200), "unix:"); });
}

QProcessEnvironment PrivateBus::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_address);
    environment.insert(u"HOME"_s, m_folder.filePath(u"home"_s));
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.filePath(u"run"_s));
    for (const auto &name :
         {u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_STATE_HOME"_s,
          u"XDG_CURRENT_DESKTOP"_s, u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s})
        environment.remove(name);
    return environment;
}

bool PrivateBus::startKeyring(bool unlock, const QString &name)
{
    QProcessEnvironment its = environment();
    QString program = u"gnome-keyring-daemon"_s;
    if (!name.isEmpty()) {
        const QString own = m_folder.filePath(name);
        its.insert(u"XDG_DATA_HOME"_s, own + u"-data"_s);
        QFile::copy(QStandardPaths::findExecutable(program), own);
        program = own;
    }
    m_keyring.setProcessEnvironment(its);
    QStringList arguments{u"--foreground"_s, u"--components=secrets"_s,
                          u"--control-directory="_s + m_folder.filePath(u"run"_s)};
    if (unlock)
        arguments << u"--unlock"_s;
    m_keyring.start(program, arguments);
    if (unlock)
        m_keyring.write("a master password");
    m_keyring.closeWriteChannel();
    // It says so on standard output once it owns its name; there is no other sign.
    QProcess ask;
    ask.setProcessEnvironment(environment());
    return QTest::qWaitFor([&] {
        ask.start(u"dbus-send"_s,
                  {u"--session"_s, u"--dest=org.freedesktop.DBus"_s, u"--print-reply"_s,
                   u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus.NameHasOwner"_s,
                   u"string:org.freedesktop.secrets"_s});
        QSignalSpy finished(&ask, &QProcess::finished);
        return finished.wait() && has(ask.readAllStandardOutput(), "boolean true");
    });
}

void PrivateBus::stopKeyring()
{
    if (m_keyring.state() == QProcess::NotRunning)
        return;
    QSignalSpy finished(&m_keyring, &QProcess::finished);
    m_keyring.kill();
    finished.wait();
}

} // namespace tertulia
