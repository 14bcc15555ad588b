// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

#include <optional>

namespace tertulia
{

class PresenceModule;
class VCardModule;

/// vCard-based avatars (XEP-0153), reading. Our own presence says "not ready to tell", which a server with
/// XEP-0398 replaces by the hash.
class VCardAvatarModule : public Module
{
    Q_OBJECT
public:
    VCardAvatarModule(ModuleHost &host, PresenceModule &presence, VCardModule &vcard,
                      QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;

    /// What a presence says: the hash, empty for "no avatar", or nothing if it says nothing.
    [[nodiscard]] static std::optional<QString> hashIn(const Presence &presence);
    /// The photo of the vCard, if it has this hash.
    [[nodiscard]] Task<QByteArray> fetch(const Jid &bare, const QString &hash);

Q_SIGNALS:
    void hashAnnounced(const tertulia::Jid &bare, const QString &hash);

private:
    VCardModule &m_vcard;
};

} // namespace tertulia
