// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dbus/MediaPlayers.h"

#include "app/dbus/AsyncCall.h"
#include "app/dbus/VariantMap.h"

#include <QStringList>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

const QString kNames = u"org.mpris.MediaPlayer2."_s;
const QString kPath = u"/org/mpris/MediaPlayer2"_s;
const QString kPlayer = u"org.mpris.MediaPlayer2.Player"_s;
const QString kProperties = u"org.freedesktop.DBus.Properties"_s;
const QString kBus = u"org.freedesktop.DBus"_s;

} // namespace

MediaPlayers::MediaPlayers(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
}

void MediaPlayers::setWatching(bool watching)
{
    if (watching == m_watching || !m_bus.isConnected())
        return;
    m_watching = watching;
    if (watching) {
        m_bus.connect({}, kPath, kProperties, u"PropertiesChanged"_s, this,
                      SLOT(onPropertiesChanged(QString, QVariantMap, QStringList, QDBusMessage)));
        m_bus.connect(kBus, {}, kBus, u"NameOwnerChanged"_s, this,
                      SLOT(onOwnerChanged(QString, QString, QString)));
        findPlayers();
        return;
    }
    m_bus.disconnect({}, kPath, kProperties, u"PropertiesChanged"_s, this,
                     SLOT(onPropertiesChanged(QString, QVariantMap, QStringList, QDBusMessage)));
    m_bus.disconnect(kBus, {}, kBus, u"NameOwnerChanged"_s, this,
                     SLOT(onOwnerChanged(QString, QString, QString)));
    m_players.clear();
    tell();
}

void MediaPlayers::findPlayers()
{
    const QDBusMessage call = QDBusMessage::createMethodCall(kBus, u"/"_s, kBus, u"ListNames"_s);
    callAsync(m_bus, call, this, [this](const QDBusMessage &reply) {
        const QStringList names = reply.arguments().value(0).toStringList();
        for (const QString &name : names) {
            if (name.startsWith(kNames))
                ask(name);
        }
    });
}

void MediaPlayers::ask(const QString &name)
{
    QDBusMessage call = QDBusMessage::createMethodCall(name, kPath, kProperties, u"GetAll"_s);
    call << kPlayer;
    callAsync(m_bus, call, this, [this, name](const QDBusMessage &reply) {
        // An error of the bus itself comes from nobody who plays.
        if (!m_watching || !reply.service().startsWith(u':'))
            return;
        m_players[reply.service()].names.insert(name);
        if (reply.type() == QDBusMessage::ReplyMessage)
            take(reply.service(), mapIn(reply.arguments().value(0)));
    });
}

void MediaPlayers::onPropertiesChanged(const QString &interface, const QVariantMap &changed,
                                       const QStringList &, const QDBusMessage &message)
{
    // Anybody on the bus can send this signal.
    if (m_watching && interface == kPlayer && m_players.contains(message.service()))
        take(message.service(), changed);
}

void MediaPlayers::onOwnerChanged(const QString &name, const QString &before, const QString &after)
{
    if (!name.startsWith(kNames))
        return;
    if (const auto player = m_players.find(before); player != m_players.end()) {
        player->names.remove(name);
        if (player->names.isEmpty())
            m_players.erase(player);
        tell();
    }
    if (after.isEmpty())
        return;
    m_players[after].names.insert(name);
    ask(name);
}

void MediaPlayers::take(const QString &owner, const QVariantMap &properties)
{
    Player &player = m_players[owner];
    if (const auto status = properties.constFind(u"PlaybackStatus"_s); status != properties.cend())
        player.plays = status->toString() == "Playing"_L1;
    if (const auto metadata = properties.constFind(u"Metadata"_s); metadata != properties.cend()) {
        const QVariantMap facts = mapIn(*metadata);
        player.tune = {facts.value(u"xesam:artist"_s).toStringList().join(u", "_s),
                       facts.value(u"xesam:title"_s).toString(), facts.value(u"xesam:album"_s).toString()};
        // What has no title (a call, an advertisement) is nobody's business.
        if (player.tune.title.isEmpty())
            player.tune = {};
    }
    tell();
}

void MediaPlayers::tell()
{
    Tune now;
    for (const Player &player : std::as_const(m_players)) {
        if (player.plays && !player.tune.isEmpty())
            now = player.tune;
    }
    if (now == m_told)
        return;
    m_told = now;
    Q_EMIT tuneChanged(now);
}

} // namespace tertulia
