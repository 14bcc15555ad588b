// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/net/Transport.h"
#include "core/stream/Module.h"
#include "core/xml/XmlElement.h"

#include <QByteArrayList>
#include <QList>
#include <QStringList>

namespace tertulia
{

/// What came of a negotiation.
struct StreamOutcome {
    StreamStart start = StreamStart::Fresh;
    Jid bound;
    Endpoint endpoint; ///< reached; without the proxy's password
    XmlElement features; ///< after authentication; null on a stream resumed along with it
    QString mechanism;
    QString bindingType; ///< channel binding of the log-in; empty without
    bool isSasl2 = false; ///< XEP-0388
    QStringList inlined; ///< names of the InlineFeatures that were granted
    QList<XmlElement> early; ///< stanzas that came before the end of the negotiation
    bool earlyCounts = false; ///< they came after stream management began
    QByteArrayList again; ///< stanzas to send again on a resumed stream
};

} // namespace tertulia
