// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

#include <optional>

namespace tertulia
{

class DiscoModule;
class PresenceModule;
class VCardModule;

/// vCard-based avatars (XEP-0153). Our own presence tells the hash of the account's picture where the server
/// does not; one with XEP-0398 replaces our "not ready to tell" by it.
class VCardAvatarModule : public Module
{
    Q_OBJECT
public:
    VCardAvatarModule(ModuleHost &host, DiscoModule &disco, PresenceModule &presence, VCardModule &vcard,
                      QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;

    /// What a presence says: the hash, empty for "no avatar", or nothing if it says nothing.
    [[nodiscard]] static std::optional<QString> hashIn(const Presence &presence);
    /// The photo of the vCard, if it has this hash.
    [[nodiscard]] Task<QByteArray> fetch(const Jid &bare, const QString &hash);

    /// The picture of the account is now this one, or none if empty.
    void setOwnHash(const QString &hash);

Q_SIGNALS:
    void hashAnnounced(const tertulia::Jid &bare, const QString &hash);

private:
    void decorate(Presence &presence) const;
    [[nodiscard]] bool serverTells() const;

    DiscoModule &m_disco;
    PresenceModule &m_presence;
    VCardModule &m_vcard;
    QString m_ownHash; ///< null while unknown
};

} // namespace tertulia
