// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/xml/KeptElement.h"

#include "core/xml/XmlStreamParser.h"
#include "core/xml/XmlWriter.h"

namespace tertulia
{

Result<XmlElement> keptElement(QByteArrayView xml)
{
    QList<XmlElement> elements;
    XmlStreamParser parser(
        XmlLimits(),
        {[](const XmlElement &) {}, [&](const XmlElement &element) { elements.append(element); }, [] {}});
    if (auto begun = parser.feed(XmlWriter::streamHeader({}, {}, {})); !begun)
        return Failure(begun.error());
    if (auto fed = parser.feed(xml); !fed)
        return Failure(fed.error());
    if (elements.size() != 1 || parser.insideStanza())
        return failure(ErrorCode::MalformedReply);
    return elements.constFirst();
}

} // namespace tertulia
