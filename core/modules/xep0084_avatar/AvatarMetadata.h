// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/xml/XmlElement.h"

#include <QMetaType>
#include <QString>

namespace tertulia
{

/// What XEP-0084 4.2.1 says of an avatar. Only the variant kept in the data node is read; those at an
/// external address are passed over (SECURITY A75).
struct AvatarMetadata {
    QString hash = {}; ///< SHA-1, lower-case hex; empty: the avatar was taken down
    qint64 bytes = 0; ///< as announced
    QString type = {}; ///< as announced, "image/png"

    /// From a <metadata/>. MalformedReply if every variant is malformed or external.
    static Result<AvatarMetadata> fromXml(const XmlElement &element);

    bool operator==(const AvatarMetadata &) const = default;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::AvatarMetadata)
