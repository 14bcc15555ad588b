// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0030_disco/DiscoInfo.h"
#include "core/stream/Module.h"

#include <QCache>
#include <QHash>

namespace tertulia
{

class DiscoModule;
class PresenceModule;

/// Which features whose device has (XEP-0115), asked once per kind of client: an answer whose hash is right
/// serves everybody who names it; any other counts for the device that gave it alone (XEP-0115 5.4).
class CapsModule : public Module
{
    Q_OBJECT
public:
    CapsModule(ModuleHost &host, DiscoModule &disco, PresenceModule &presence, QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;
    void streamStarted(StreamStart start) override;
    void streamEnded() override;

    /// Whether this device's features are known.
    [[nodiscard]] bool isKnown(const Jid &full) const;
    /// Of a device; null node and empty when unknown.
    [[nodiscard]] DiscoInfo infoOf(const Jid &full) const;
    /// Whether some device of this bare address is known to have the feature.
    [[nodiscard]] bool anyDeviceHas(const Jid &bare, const QString &feature) const;

    /// The hash this client announces.
    [[nodiscard]] QString ownVersion() const;

Q_SIGNALS:
    void featuresKnown(const tertulia::Jid &full);

private:
    struct Announced {
        QString node;
        QString version;

        bool operator==(const Announced &) const = default;
    };
    struct StreamState {
        QHash<Jid, Announced> announced; ///< full address to what its presence said
        QHash<Jid, DiscoInfo> unverified; ///< full address to its own answer
        QHash<QString, QList<Jid>> asking; ///< version to those who named it, the first being asked
    };

    void handleAvailable(const Presence &presence);
    void handleUnavailable(const Jid &full);
    void askNext(const QString &version);
    void handleAnswer(const QString &version, const Jid &full, const Result<DiscoInfo> &answer);
    void decorate(Presence &presence) const;

    DiscoModule &m_disco;
    PresenceModule &m_presence;
    StreamState m_stream;
    QCache<QString, DiscoInfo> m_verified{1'000}; ///< by version; outlives the stream
};

} // namespace tertulia
