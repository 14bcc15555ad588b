// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/xml/XmlElement.h"

#include <QList>
#include <QString>

namespace tertulia
{

/// What a server announces that takes reports along with a block (XEP-0377 3).
inline const QString kReporting = QStringLiteral("urn:xmpp:reporting:1");

/// Why somebody is reported to our server (XEP-0377 4).
enum class ReportReason {
    Spam, ///< unwanted messages
    Abuse, ///< anything else that is bad
};

/// A report about somebody who is blocked with it. Nothing is passed on to third parties: that would need a
/// word of the person (XEP-0377 5), who is not asked.
struct Report {
    /// A message they sent, as an archive calls it (XEP-0359).
    struct Evidence {
        QString stanzaId;
        Jid by;

        bool operator==(const Evidence &) const = default;
    };

    ReportReason reason = ReportReason::Spam;
    QList<Evidence> messages = {};

    [[nodiscard]] XmlElement toElement() const;

    bool operator==(const Report &) const = default;
};

} // namespace tertulia
