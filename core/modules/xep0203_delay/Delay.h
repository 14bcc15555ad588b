// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/xml/XmlElement.h"

#include <QDateTime>

#include <optional>

namespace tertulia
{

inline const QString kDelayNamespace = QStringLiteral("urn:xmpp:delay");

/// When something was sent that arrives late (XEP-0203).
struct Delay {
    Jid from = {}; ///< who delayed it; null if not said
    QDateTime stamp = {}; ///< UTC
    QString reason = {}; ///< untrusted

    static Result<Delay> fromXml(const XmlElement &element);
    /// As a payload for a message of ours.
    [[nodiscard]] XmlElement toElement() const;
};

/// The earliest delay among `payloads` that one of these may have put there: the own account or server, the
/// sender's server, or the sender; what says nothing of who delayed it counts as the sender's. A stamp later
/// than `now` reads as `now`. Notations can be forged (XEP-0203 7): use it to show a time, never to order by
/// trust.
std::optional<QDateTime> delayedSince(const QList<XmlElement> &payloads, const Jid &own, const Jid &sender,
                                      const QDateTime &now);

} // namespace tertulia
