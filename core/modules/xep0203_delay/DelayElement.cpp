// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0082_datetime/DateTime.h"
#include "core/modules/xep0203_delay/Delay.h"

namespace tertulia
{

XmlElement Delay::toElement() const
{
    QList<XmlAttribute> attributes;
    if (!from.isNull())
        attributes.append({QStringLiteral("from"), {}, from.toString()});
    attributes.append({QStringLiteral("stamp"), {}, formatDateTime(stamp)});
    return XmlElement(QStringLiteral("delay"), kDelayNamespace, attributes);
}

} // namespace tertulia
