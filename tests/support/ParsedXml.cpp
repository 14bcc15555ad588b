// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ParsedXml.h"

#include "core/xml/KeptElement.h"

namespace tertulia
{

XmlElement parsedXml(const QByteArray &xml)
{
    return keptElement(xml).value_or(XmlElement());
}

} // namespace tertulia
