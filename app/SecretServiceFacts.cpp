// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SecretServiceFacts.h"

#include "app/SessionBus.h"
#include "app/dbus/AsyncCall.h"

#include <QFileInfo>

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QMap>
#endif

namespace tertulia::secretservice
{

using namespace Qt::StringLiterals;

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)

namespace
{

constexpr int kDeadlineMs = 2000;

template <class F>
void ask(QObject *context, const QDBusMessage &call, F fn)
{
    callAsync(QDBusConnection::sessionBus(), call, context, std::move(fn), kDeadlineMs);
}

QDBusMessage busCall(const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                          u"org.freedesktop.DBus"_s, method);
}

const QString kSecrets = u"org.freedesktop.secrets"_s;

void findService(QObject *context, const std::shared_ptr<tertulia::Promise<Presence>> &promise)
{
    QDBusMessage owned = busCall(u"NameHasOwner"_s);
    owned << kSecrets;
    ask(context, owned, [context, promise](const QDBusMessage &reply) {
        if (reply.arguments().value(0).toBool()) {
            promise->finish(Presence::Running);
            return;
        }
        ask(context, busCall(u"ListActivatableNames"_s), [promise](const QDBusMessage &names) {
            const bool startable = names.arguments().value(0).toStringList().contains(kSecrets);
            promise->finish(startable ? Presence::Startable : Presence::Absent);
        });
    });
}

} // namespace

Task<Presence> presence(QObject *context)
{
    auto promise = std::make_shared<tertulia::Promise<Presence>>();
    sessionbus::known().then(context, [context, promise](const Result<bool> &bus) {
        if (bus && *bus)
            findService(context, promise);
        else
            promise->finish(Presence::Absent);
    });
    return promise->task();
}

Task<QString> name(QObject *context)
{
    const QString other = u"Secret Service"_s;
    auto promise = std::make_shared<tertulia::Promise<QString>>();
    QDBusMessage call = busCall(u"GetConnectionUnixProcessID"_s);
    call << kSecrets;
    ask(context, call, [promise, other](const QDBusMessage &reply) {
        const uint process = reply.arguments().value(0).toUInt();
        const QString program
            = process ? QFileInfo(u"/proc/%1/exe"_s.arg(process)).symLinkTarget() : QString();
        if (program.contains("gnome-keyring"_L1))
            promise->finish(u"GNOME Keyring"_s);
        else if (program.contains("keepassxc"_L1))
            promise->finish(u"KeePassXC"_s);
        else if (program.contains("kwalletd"_L1) || program.contains("ksecretd"_L1))
            promise->finish(u"KWallet"_s);
        else
            promise->finish(other);
    });
    return promise->task();
}

Task<bool> holdsLocked(QObject *context, const QString &service, const QString &key)
{
    if (!QDBusConnection::sessionBus().isConnected())
        return Task<bool>::completed(false);
    qDBusRegisterMetaType<QMap<QString, QString>>();
    QDBusMessage search = QDBusMessage::createMethodCall(
        kSecrets, u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    search << QVariant::fromValue(QMap<QString, QString>{{u"server"_s, service}, {u"user"_s, key}});
    search.setAutoStartService(false);
    auto promise = std::make_shared<tertulia::Promise<bool>>();
    ask(context, search, [promise](const QDBusMessage &reply) {
        const auto locked = qdbus_cast<QList<QDBusObjectPath>>(reply.arguments().value(1));
        promise->finish(!locked.isEmpty());
    });
    return promise->task();
}

#else

Task<Presence> presence(QObject *)
{
    return Task<Presence>::completed(Presence::Running);
}

Task<QString> name(QObject *)
{
#ifdef Q_OS_WIN
    return Task<QString>::completed(u"Windows Credential Manager"_s);
#else
    return Task<QString>::completed(u"macOS Keychain"_s);
#endif
}

Task<bool> holdsLocked(QObject *, const QString &, const QString &)
{
    return Task<bool>::completed(false);
}

#endif

} // namespace tertulia::secretservice
