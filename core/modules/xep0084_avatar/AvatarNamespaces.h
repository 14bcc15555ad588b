// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tertulia
{

inline const QString kAvatarData = QStringLiteral("urn:xmpp:avatar:data");
inline const QString kAvatarMetadata = QStringLiteral("urn:xmpp:avatar:metadata");

} // namespace tertulia
