// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tertulia
{

inline const QString kRosterNamespace = QStringLiteral("jabber:iq:roster");
inline const QString kRosterVersioningFeature = QStringLiteral("urn:xmpp:features:rosterver");

} // namespace tertulia
