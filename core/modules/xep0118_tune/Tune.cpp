// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0118_tune/Tune.h"

#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr qsizetype kMaxText = 200;

QString textOf(const XmlElement &tune, QStringView name)
{
    return tune.childText(name, kTuneNode).trimmed().left(kMaxText);
}

} // namespace

Result<Tune> Tune::fromXml(const XmlElement &element)
{
    if (!element.is(u"tune", kTuneNode))
        return failure(ErrorCode::MalformedReply);
    return Tune{textOf(element, u"artist"), textOf(element, u"title"), textOf(element, u"source")};
}

XmlElement Tune::toElement() const
{
    ElementBuilder tune(u"tune"_s, kTuneNode);
    for (const auto &[name, text] :
         {std::pair{u"artist"_s, artist}, {u"source"_s, source}, {u"title"_s, title}}) {
        if (!text.isEmpty())
            tune.textChild(name, text.left(kMaxText));
    }
    return tune.build();
}

} // namespace tertulia
