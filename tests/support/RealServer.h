// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QProcess>
#include <QSslCertificate>
#include <QString>
#include <QTemporaryDir>

namespace tertulia::test
{

/// An account of a test server.
struct ServerUser {
    QString name; ///< localpart
    QString password;
};

/// One more domain of a test server, with the same accounts.
struct ServerDomain {
    QString name;
    /// What it has of its own, in the server's language: for Prosody the lines below its VirtualHost, for
    /// ejabberd its part of host_config, indented by four.
    QByteArray configuration = {};
};

/// What a test asks of a server. The default: ana, bruno and carla at example.org, all with "sesame".
struct ServerOptions {
    QString domain = QStringLiteral("example.org");
    QList<ServerUser> users = {{QStringLiteral("ana"), QStringLiteral("sesame")},
                               {QStringLiteral("bruno"), QStringLiteral("sesame")},
                               {QStringLiteral("carla"), QStringLiteral("sesame")}};
    /// Added to the server's configuration in its own language: for Prosody in front of the VirtualHost line.
    QByteArray extraConfiguration = {};
    /// Prosody only: more modules, its own, those of prosody-modules or of tests/support/prosody.
    QStringList modules = {};
    /// How many messages are in whose archive before anybody comes.
    QMap<QString, int> archived = {};
    QList<ServerDomain> moreDomains = {};
    bool noTls13 = false; ///< TLS 1.2 alone
    /// File of the roots whose certificates clients are asked for; empty: nobody is asked.
    QString clientRoots = {};
};

/// A real XMPP server as a child process: its files in a temporary folder, free ports on 127.0.0.1, a private
/// certificate authority, no server-to-server. It is never the system's service, and it ends with this object
/// (and with the test, should that crash).
class RealServer
{
public:
    explicit RealServer(ServerOptions options);
    virtual ~RealServer();
    Q_DISABLE_COPY_MOVE(RealServer)

    /// Starts the server and returns when both ports answer; false, with the log on stderr, if they do not
    /// within 2 min. Also starts a stopped or killed one again: same ports, same data.
    bool start();
    /// Lets it say goodbye to its clients (SIGTERM).
    void stop();
    /// As a power cut: SIGKILL.
    void kill();

    [[nodiscard]] QString host() const { return QStringLiteral("127.0.0.1"); }
    [[nodiscard]] QString domain() const { return m_options.domain; }
    /// For a plain connection that is upgraded by STARTTLS.
    [[nodiscard]] quint16 port() const { return m_port; }
    /// For a connection that is TLS from its first byte (XEP-0368).
    [[nodiscard]] quint16 directTlsPort() const { return m_directTlsPort; }
    /// The authority that signed the server's certificate; for ConnectionSettings::extraAuthorities.
    [[nodiscard]] QSslCertificate authority() const;
    [[nodiscard]] QString authorityFile() const { return path("ca.pem"); }
    /// Everything the server wrote to its log since the first start().
    [[nodiscard]] QByteArray log() const;

protected:
    struct Program {
        QString executable;
        QStringList arguments;
        QProcessEnvironment environment;
    };
    /// Writes the configuration and the accounts; called once, before the first start.
    virtual bool prepare() = 0;
    [[nodiscard]] virtual Program program() const = 0;
    /// Whether the server is ready, beyond listening on its ports.
    [[nodiscard]] virtual bool isReady() const { return true; }

    [[nodiscard]] const ServerOptions &options() const { return m_options; }
    /// All of them, domain() first.
    [[nodiscard]] QStringList domains() const;
    [[nodiscard]] QString path(const char *name) const;
    bool write(const char *name, const QByteArray &content) const;

private:
    [[nodiscard]] bool makeCertificates() const;

    ServerOptions m_options;
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    quint16 m_directTlsPort = 0;
    bool m_prepared = false;
};

} // namespace tertulia::test
