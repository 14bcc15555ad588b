// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/session/Accounts.h"
#include "core/store/Store.h"
#include "tests/support/FakeResolver.h"
#include "tests/support/FakeSecretStore.h"
#include "tests/support/RealServer.h"
#include "tests/support/TestCertificates.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace tertulia::test
{

/// One account of the program's own Accounts at a real server, over real sockets; the keychain is one in
/// memory.
struct RealAccount {
    static constexpr int kPatience = 30'000; ///< milliseconds

    /// `localpart` is empty for an account that has no name.
    RealAccount(const RealServer &server, const QString &localpart,
                SecurityChoice security = SecurityChoice::StartTls);

    /// As another process: only what is stored and in the keychain is known.
    void start();
    [[nodiscard]] XmppSession &session() const { return *accounts->session(id); }
    /// The keychain's key for this account.
    [[nodiscard]] QString key(SecretPurpose purpose) const { return secretKey(id, purpose); }
    void change(const std::function<void(ConnectionSettings &)> &how);
    /// True once online, false once it failed.
    bool logsIn();
    bool logsInWith(const QString &password);
    bool goesOffline();
    Result<PasswordChanged> changePassword(const QString &current, const QString &wanted);
    /// A file with this certificate and its key.
    [[nodiscard]] QString fileOf(const TestIdentity &identity, const QByteArray &passphrase) const;

    const QString id = QStringLiteral("a1");
    QTemporaryDir folder;
    SystemClock clock;
    EventLoopTimers timers;
    RandomIds ids;
    FakeResolver resolver; // the network is loopback: no name is looked up
    FakeSecretStore secrets;
    std::unique_ptr<Store> store;
    std::unique_ptr<Accounts> accounts;
};

} // namespace tertulia::test
