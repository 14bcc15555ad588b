// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Accounts.h"
#include "tests/support/FakeSecretStore.h"
#include "tests/support/ScriptedServer.h"
#include "tests/support/TestCertificates.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

class QTcpServer;

namespace tertulia::test
{

/// A program's accounts, and all that they stand on, for going wrong: the network is a scripted one or real
/// sockets on loopback, the clock stands still, the keychain does as it is told. The person is
/// ana@example.org.
class TroubledServer
{
public:
    TroubledServer();
    ~TroubledServer();
    Q_DISABLE_COPY_MOVE(TroubledServer)

    [[nodiscard]] Accounts &accounts() { return *m_accounts; }
    [[nodiscard]] XmppSession *session() const;
    /// An account that has been online before, with its password in the keychain.
    void addAccount(const QList<CertificatePin> &pins = {});

    /// A file of the person's with this content; empty: its name alone.
    [[nodiscard]] QString fileWith(const QByteArray &content) const;

    /// From now on connections are made with real sockets; whoever signed `trusted` is trusted.
    void useRealSockets(const Endpoint &endpoint, const std::optional<TestIdentity> &trusted = {});
    /// A real server that shows this certificate.
    void showCertificate(const TestIdentity &identity, const std::optional<TestIdentity> &trusted);
    /// A real server that answers the first bytes, or the connection itself, with these.
    void answerWith(const QByteArray &bytes, TransportSecurity security);

    ScriptedServer script;
    FakeSecretStore secrets;
    QString password = QStringLiteral("secret"); ///< what the person types

private:
    std::unique_ptr<Transport> makeTransport();

    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<QTcpServer> m_listener;
    bool m_real = false;
    QList<QSslCertificate> m_trusted;
};

/// How one error comes about.
struct Trouble {
    enum class When {
        LoggingIn, ///< a new account: the log-in page is open
        Connecting, ///< an account of old connects
        Online,
        Storing, ///< logged in; the password is to be kept
    };
    When when = When::LoggingIn;
    /// Before anything is asked of the network.
    std::function<void(TroubledServer &)> prepare = {};
    /// The server's part, once it was asked to connect or is online.
    std::function<void(TroubledServer &)> happen = {};
    /// The certificate question is answered with "Do not connect".
    bool refuseCertificate = false;
};

/// What provokes this error; nullopt for one that no connection ends with. A switch without a default: a new
/// ErrorCode must say which.
[[nodiscard]] std::optional<Trouble> troubleOf(ErrorCode code);

} // namespace tertulia::test
