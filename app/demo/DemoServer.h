// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/AccountSettings.h"

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

namespace tertulia
{

/// A private XMPP server for trying Tertulia out: Prosody, listening on this computer alone, with Ana, Bruno
/// and Carla as its people. Its folder and its process end with this object, and with the program however it
/// ends.
class DemoServer : public QObject
{
    Q_OBJECT
public:
    explicit DemoServer(QObject *parent = nullptr);
    ~DemoServer() override;

    /// started() or failed() follows.
    void start();

    /// Ends the server; stopped() follows, soon even if it does not want to.
    void stop();

    /// What the person called `name` needs to log in, without the password.
    [[nodiscard]] AccountSettings accountOf(const QString &name) const;
    /// Random, and different at each start.
    [[nodiscard]] QString password() const { return m_password; }
    /// Where it keeps its files.
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

    /// Program to run instead of `prosody` on the PATH, for tests.
    void setProgram(const QString &program) { m_program = program; }

Q_SIGNALS:
    void started();
    /// A sentence for the person, with the remedy.
    void failed(const QString &reason);
    void stopped();

private:
    bool writeFiles();
    void run();
    void knock();
    void fail(const QString &reason);

    QTemporaryDir m_folder;
    QProcess m_process;
    QTimer m_knocking;
    QString m_program = QStringLiteral("prosody");
    QString m_domain = QStringLiteral("demo.example");
    QString m_password;
    QByteArray m_authority;
    quint16 m_port = 0;
    int m_knocks = 0;
    bool m_settled = false;
};

} // namespace tertulia
