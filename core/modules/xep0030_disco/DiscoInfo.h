// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/xml/XmlElement.h"

#include <QList>
#include <QMetaType>
#include <QStringList>

namespace tertulia
{

struct DiscoIdentity {
    QString category = {};
    QString type = {};
    QString language = {};
    QString name = {}; ///< untrusted

    bool operator==(const DiscoIdentity &) const = default;
};

/// The answer to disco#info (XEP-0030 3).
struct DiscoInfo {
    QString node = {};
    QList<DiscoIdentity> identities = {};
    QStringList features = {}; ///< as they came: a duplicate makes the answer unfit for caps (XEP-0115 5.4)
    QList<XmlElement> forms = {}; ///< XEP-0128 data forms, as they came

    [[nodiscard]] bool hasFeature(const QString &feature) const;
    [[nodiscard]] bool hasIdentity(QStringView category, QStringView type) const;

    /// From a <query/>; MalformedReply if it is none. At most 1,000 features and 100 identities are read.
    static Result<DiscoInfo> fromXml(const XmlElement &query);
    [[nodiscard]] XmlElement toElement() const;

    bool operator==(const DiscoInfo &) const = default;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::DiscoInfo)
