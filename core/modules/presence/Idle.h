// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Presence.h"

#include <QDateTime>

namespace tertulia
{

inline const QString kIdleNamespace = QStringLiteral("urn:xmpp:idle:1");

/// Since when the person has not touched the device (XEP-0319), UTC and not in the future; invalid if the
/// presence does not say.
QDateTime idleSince(const Presence &presence, const QDateTime &now);
/// Says it in one of ours.
XmlElement idleElement(const QDateTime &since);

} // namespace tertulia
