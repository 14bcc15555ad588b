// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ParsedXml.h"

#include "core/xml/XmlStreamParser.h"
#include "core/xml/XmlWriter.h"

namespace tertulia
{

XmlElement parsedXml(const QByteArray &xml)
{
    XmlElement parsed;
    XmlStreamParser parser(
        XmlLimits(),
        {[](const XmlElement &) {}, [&](const XmlElement &element) { parsed = element; }, [] {}});
    if (!parser.feed(XmlWriter::streamHeader({}, {}, {})) || !parser.feed(xml))
        return {};
    return parsed;
}

} // namespace tertulia
