// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RealAccount.h"

#include "core/net/SslTransport.h"

#include <QFile>
#include <QTest>

namespace tertulia::test
{

using namespace Qt::StringLiterals;

RealAccount::RealAccount(const RealServer &server, const QString &localpart, SecurityChoice security)
{
    AccountSettings settings;
    settings.id = id;
    ConnectionSettings &connection = settings.connection;
    connection.account
        = *Jid::parse(localpart.isEmpty() ? server.domain() : QString(localpart + u'@' + server.domain()));
    connection.host = server.host();
    connection.security = security;
    connection.port = security == SecurityChoice::DirectTls ? server.directTlsPort() : server.port();
    connection.extraAuthorities = {server.authority()};
    auto opened = Store::open(folder.filePath(u"store.db"_s));
    if (!opened)
        qFatal("no store");
    store = std::move(*opened);
    start();
    if (!accounts->add(settings))
        qFatal("no account");
}

void RealAccount::start()
{
    accounts.reset();
    accounts = std::make_unique<Accounts>(
        SessionServices{{clock, timers, ids, resolver, [] { return std::make_unique<SslTransport>(); }},
                        secrets,
                        *store,
                        folder.filePath(u"avatars"_s)});
    if (!accounts->load())
        qFatal("no accounts");
}

void RealAccount::change(const std::function<void(ConnectionSettings &)> &how)
{
    AccountSettings settings = session().settings();
    how(settings.connection);
    session().setSettings(settings);
}

bool RealAccount::logsIn()
{
    session().setPresence({});
    const auto isOver = [&] {
        const SessionState state = session().state();
        return state == SessionState::Online || state == SessionState::Stopped
            || state == SessionState::NeedsPassword || state == SessionState::Waiting;
    };
    if (!QTest::qWaitFor(isOver, kPatience))
        return false;
    if (session().state() != SessionState::Online)
        qInfo() << session().state() << int(session().lastError().code) << session().lastError().subject
                << session().lastError().text;
    return session().state() == SessionState::Online;
}

bool RealAccount::logsInWith(const QString &password)
{
    secrets.secrets.insert(key(SecretPurpose::Password), password);
    return logsIn();
}

bool RealAccount::goesOffline()
{
    session().setPresence({Availability::Offline, {}});
    return QTest::qWaitFor([&] { return session().state() == SessionState::Offline; }, kPatience);
}

Result<PasswordChanged> RealAccount::changePassword(const QString &current, const QString &wanted)
{
    std::optional<Result<PasswordChanged>> result;
    session().changePassword(current, wanted).then(&session(), [&](const Result<PasswordChanged> &got) {
        result = got;
    });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, kPatience))
        return failure(ErrorCode::RequestTimedOut);
    return *result;
}

QString RealAccount::fileOf(const TestIdentity &identity, const QByteArray &passphrase) const
{
    const QString name = folder.filePath(u"certificate.p12"_s);
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write");
    file.write(identity.pkcs12(passphrase));
    return name;
}

} // namespace tertulia::test
