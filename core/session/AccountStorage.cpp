// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/AccountStorage.h"

#include "core/store/AccountsTable.h"
#include "core/store/SettingsTable.h"
#include "core/store/Store.h"

#include <algorithm>

namespace tertulia
{

namespace
{

/// What came later than the accounts' table is kept beside it.
QString settingKey(const QString &accountId, const char *name)
{
    return QStringLiteral("account/%1/%2").arg(accountId, QLatin1String(name));
}

constexpr const char *kHasConnected = "hasConnected";
constexpr const char *kOwnPresence = "ownPresence";
constexpr const char *kRequireBinding = "requireBinding";
constexpr const char *kBindingWorked = "bindingWorked";
constexpr const char *kKnownKey = "knownKey";
constexpr const char *kUserAgentId = "userAgentId";
constexpr const char *kLogInWay = "logInWay";
constexpr const char *kCertificateFile = "certificateFile";
constexpr const char *kProxyKind = "proxyKind";
constexpr const char *kProxyHost = "proxyHost";
constexpr const char *kProxyPort = "proxyPort";
constexpr const char *kProxyUser = "proxyUser";
constexpr const char *kPasswordChanging = "passwordChanging";
constexpr const char *kKeyChanges = "keyChanges";
constexpr const char *kOutageAddresses = "outageAddresses";
constexpr const char *kColor = "color";

template <class Enum>
Enum bounded(int value, Enum last, Enum fallback)
{
    return value >= 0 && value <= int(last) ? Enum(value) : fallback;
}

/// A line each: when, before, after.
QString textOf(const QList<KeyChange> &changes)
{
    QStringList lines;
    for (const KeyChange &change : changes)
        lines.append(QStringLiteral("%1 %2 %3")
                         .arg(change.when.toString(Qt::ISODateWithMs),
                              QString::fromLatin1(change.before.toHex()),
                              QString::fromLatin1(change.after.toHex())));
    return lines.join(u'\n');
}

QList<KeyChange> keyChangesIn(const QString &text)
{
    QList<KeyChange> changes;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines.first(std::min(kMostKeyChanges, lines.size()))) {
        const QStringList parts = line.split(u' ');
        KeyChange change{QDateTime::fromString(parts.value(0), Qt::ISODateWithMs),
                         QByteArray::fromHex(parts.value(1).toLatin1()),
                         QByteArray::fromHex(parts.value(2).toLatin1())};
        if (change.when.isValid() && !change.before.isEmpty() && !change.after.isEmpty())
            changes.append(change);
    }
    return changes;
}

QString textOf(const QList<QUrl> &addresses)
{
    QStringList lines;
    for (const QUrl &address : addresses)
        lines.append(address.toString(QUrl::FullyEncoded));
    return lines.join(u'\n');
}

QList<QUrl> addressesIn(const QString &text)
{
    QList<QUrl> addresses;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        addresses.append(QUrl(line));
    return addresses;
}

AccountRecord toRecord(const AccountSettings &settings, const PresenceChoice &presence)
{
    const ConnectionSettings &connection = settings.connection;
    AccountRecord record;
    record.uuid = settings.id;
    record.jid = connection.account;
    record.name = settings.name;
    record.resource = connection.resource;
    record.host = connection.host;
    record.port = connection.port;
    record.security = int(connection.security);
    record.allowPlain = connection.allowPlain;
    record.scramWorked = connection.scramWorked;
    record.enabled = settings.enabled;
    record.rememberPassword = settings.rememberPassword;
    record.availability = int(presence.availability);
    record.status = presence.status;
    for (const QSslCertificate &authority : connection.extraAuthorities)
        record.extraAuthorities.append(authority.toDer());
    for (const CertificatePin &pin : connection.pins)
        record.pins.append({pin.domain, pin.spkiSha256, pin.accepted});
    return record;
}

StoredAccount fromRecord(const AccountRecord &record)
{
    StoredAccount account;
    account.settings.id = record.uuid;
    account.settings.name = record.name;
    account.settings.enabled = record.enabled;
    account.settings.rememberPassword = record.rememberPassword;
    ConnectionSettings &connection = account.settings.connection;
    connection.account = record.jid;
    connection.resource = record.resource;
    connection.host = record.host;
    connection.port = record.port;
    connection.security = bounded(record.security, SecurityChoice::DirectTls, SecurityChoice::Automatic);
    connection.allowPlain = record.allowPlain;
    connection.scramWorked = record.scramWorked;
    for (const QByteArray &der : record.extraAuthorities) {
        const QSslCertificate authority(der, QSsl::Der);
        if (!authority.isNull())
            connection.extraAuthorities.append(authority);
    }
    for (const PinRecord &pin : record.pins)
        connection.pins.append({pin.domain, pin.spkiSha256, pin.accepted});
    account.presence.availability
        = bounded(record.availability, Availability::Offline, Availability::Available);
    account.presence.status = record.status;
    return account;
}

} // namespace

AccountStorage::AccountStorage(Store &store)
    : m_store(store)
{
}

Result<QList<StoredAccount>> AccountStorage::all() const
{
    const auto records = m_store.accounts().all();
    if (!records)
        return Failure(records.error());
    QList<StoredAccount> accounts;
    for (const AccountRecord &record : *records) {
        StoredAccount account = fromRecord(record);
        const auto kept
            = [&](const char *name) { return m_store.settings().value(settingKey(record.uuid, name)); };
        ConnectionSettings &connection = account.settings.connection;
        account.settings.hasConnected = kept(kHasConnected).toBool();
        account.settings.ownPresence = kept(kOwnPresence).toBool();
        account.settings.passwordChanging = kept(kPasswordChanging).toBool();
        account.settings.keyChanges = keyChangesIn(kept(kKeyChanges).toString());
        account.settings.outageAddresses = addressesIn(kept(kOutageAddresses).toString());
        account.settings.color = bounded(kept(kColor).toInt(), AccountColor::Violet, AccountColor::None);
        connection.requireBinding = kept(kRequireBinding).toBool();
        connection.bindingWorked = kept(kBindingWorked).toBool();
        connection.knownKey = QByteArray::fromHex(kept(kKnownKey).toString().toLatin1());
        connection.userAgentId = kept(kUserAgentId).toString();
        connection.logInWay = bounded(kept(kLogInWay).toInt(), LogInWay::Anonymous, LogInWay::Password);
        connection.certificateFile = kept(kCertificateFile).toString();
        connection.proxy.kind = bounded(kept(kProxyKind).toInt(), ProxyKind::Http, ProxyKind::None);
        connection.proxy.host = kept(kProxyHost).toString();
        connection.proxy.port = quint16(std::clamp(kept(kProxyPort).toInt(), 0, 65535));
        connection.proxy.user = kept(kProxyUser).toString();
        accounts.append(account);
    }
    return accounts;
}

Result<void> AccountStorage::save(const AccountSettings &settings, const PresenceChoice &presence)
{
    if (auto saved = m_store.accounts().save(toRecord(settings, presence)); !saved)
        return saved;
    const ConnectionSettings &connection = settings.connection;
    const std::initializer_list<std::pair<const char *, QVariant>> values{
        {kHasConnected, settings.hasConnected},
        {kOwnPresence, settings.ownPresence},
        {kRequireBinding, connection.requireBinding},
        {kBindingWorked, connection.bindingWorked},
        {kKnownKey, QString::fromLatin1(connection.knownKey.toHex())},
        {kUserAgentId, connection.userAgentId},
        {kLogInWay, int(connection.logInWay)},
        {kCertificateFile, connection.certificateFile},
        {kProxyKind, int(connection.proxy.kind)},
        {kProxyHost, connection.proxy.host},
        {kProxyPort, int(connection.proxy.port)},
        {kProxyUser, connection.proxy.user},
        {kPasswordChanging, settings.passwordChanging},
        {kKeyChanges, textOf(settings.keyChanges)},
        {kOutageAddresses, textOf(settings.outageAddresses)},
        {kColor, int(settings.color)},
    };
    for (const auto &[name, value] : values)
        if (auto kept = m_store.settings().setValue(settingKey(settings.id, name), value); !kept)
            return kept;
    return {};
}

Result<void> AccountStorage::remove(const QString &accountId)
{
    if (auto removed = m_store.accounts().remove(accountId); !removed)
        return removed;
    for (const QString &key : m_store.settings().keys(settingKey(accountId, "")))
        if (auto forgotten = m_store.settings().setValue(key, {}); !forgotten)
            return forgotten;
    return {};
}

} // namespace tertulia
