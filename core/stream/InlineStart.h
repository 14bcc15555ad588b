// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/sasl/HashedToken.h"
#include "core/stream/Manifest.h"

#include <QStringList>

namespace tertulia
{

/// What a server can do along with a log-in: <inline/> of XEP-0388.
struct InlineOffer {
    bool bind = false; ///< Bind 2 (XEP-0386)
    QStringList bindFeatures; ///< what it can start a bound stream with
    bool resume = false; ///< XEP-0198 "SASL2 and BIND2 interaction"
    QStringList tokenMechanisms; ///< XEP-0484

    /// `features`: those that offer authentication.
    static InlineOffer fromFeatures(const XmlElement &features);
    /// Stream management from the first moment on.
    [[nodiscard]] bool canEnableManagement() const;
};

/// <bind/> for the log-in. The server makes the resource; its tag tells the program, no host name (SECURITY
/// B13). The `names` of what was asked for are appended.
XmlElement inlineBind(const InlineOffer &offer, const QList<InlineFeature> &wanted, QStringList &names);
/// Who asks, to the server alone: the program, and a random number for this installation. No device name.
XmlElement userAgent(const QString &id);
XmlElement tokenRequest(const QString &mechanism);
XmlElement tokenUse(bool revokes);

/// What <success/> says came of it.
struct InlineResult {
    Jid identity; ///< null if it is missing or malformed
    XmlElement resumed; ///< null unless the stream was resumed
    XmlElement notResumed; ///< <failed/> in answer to <resume/>
    bool isBound = false;
    XmlElement enabled; ///< stream management of the bound stream
    HashedToken token; ///< without its mechanism; null if there is none that is complete

    static InlineResult fromSuccess(const XmlElement &success);
};

} // namespace tertulia
