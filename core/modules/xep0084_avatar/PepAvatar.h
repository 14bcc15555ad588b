// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0084_avatar/AvatarMetadata.h"
#include "core/modules/xep0084_avatar/OwnPicture.h"
#include "core/stream/Module.h"

namespace tertulia
{

/// User avatars over PEP (XEP-0084).
class PepAvatarModule : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    [[nodiscard]] Manifest manifest() override;

    /// The image with this hash from the data node: its right size and hash are checked.
    [[nodiscard]] Task<QByteArray> fetch(const Jid &bare, const QString &hash);
    /// Shows everybody this picture as the account's; one without bytes takes it down (XEP-0084 4.1, 4.4).
    /// `checksOptions` as for publishItemFor().
    [[nodiscard]] Task<void> publish(const OwnPicture &picture, bool checksOptions);

Q_SIGNALS:
    /// `bare` speaks only for itself (SECURITY A59).
    void metadataChanged(const tertulia::Jid &bare, const tertulia::AvatarMetadata &metadata);

private:
    void handleEvent(const PepEvent &event);
};

} // namespace tertulia
