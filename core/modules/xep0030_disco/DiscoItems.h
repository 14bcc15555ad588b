// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/xml/XmlElement.h"

#include <QList>

namespace tertulia
{

struct DiscoItem {
    Jid jid = {};
    QString node = {};
    QString name = {}; ///< untrusted

    bool operator==(const DiscoItem &) const = default;
};

/// The answer to disco#items (XEP-0030 4).
struct DiscoItems {
    QList<DiscoItem> items = {};

    /// From a <query/>; items without a valid address are skipped, at most 10,000 are read.
    static Result<DiscoItems> fromXml(const XmlElement &query);
};

} // namespace tertulia
