// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0118_tune/Tune.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QVariantMap>

namespace tertulia
{

/// What the media players of the desktop play (MPRIS), while it is wanted. Without any it stays silent.
class MediaPlayers : public QObject
{
    Q_OBJECT
public:
    /// `bus`: the session bus; it is not spoken to before setWatching().
    explicit MediaPlayers(const QDBusConnection &bus, QObject *parent = nullptr);

    /// From the start nothing is watched. No longer watched, nothing is played.
    void setWatching(bool watching);

Q_SIGNALS:
    /// An empty tune: nothing is played, or nothing that has a title.
    void tuneChanged(const tertulia::Tune &tune);

public:
    /// As told last.
    [[nodiscard]] const Tune &tune() const { return m_told; }

private Q_SLOTS:
    void onPropertiesChanged(const QString &interface, const QVariantMap &changed,
                             const QStringList &invalidated, const QDBusMessage &message);
    void onOwnerChanged(const QString &name, const QString &before, const QString &after);

private:
    struct Player {
        QSet<QString> names = {}; ///< well-known ones of players
        bool plays = false;
        Tune tune = {};
    };
    void findPlayers();
    void ask(const QString &name);
    /// `owner`: the player's unique name on the bus.
    void take(const QString &owner, const QVariantMap &properties);
    void tell();

    QDBusConnection m_bus;
    QHash<QString, Player> m_players; ///< by unique name
    Tune m_told;
    bool m_watching = false;
};

} // namespace tertulia
