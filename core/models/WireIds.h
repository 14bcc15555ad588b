// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace tertulia
{

/// What a message is called by others, all of it untrusted; empty where it is not called anything.
struct WireIds {
    QString message; ///< the stanza's id attribute
    QString origin; ///< XEP-0359
    QString stanza; ///< XEP-0359, of the archive below
    QString stanzaBy;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::WireIds)
