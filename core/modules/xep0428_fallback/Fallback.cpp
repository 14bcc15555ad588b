// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0428_fallback/Fallback.h"

#include "core/base/CheckedNumber.h"
#include "core/xml/ElementBuilder.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kFallback = u"urn:xmpp:fallback:0"_s;
/// What it was called before it was a specification of its own; clients still say so.
const QString kFormerly = u"urn:xmpp:feature-fallback:0"_s;
/// More regions than that are not read.
constexpr qsizetype kMaxRegions = 100;

std::optional<Fallback::Region> regionFrom(const XmlElement &element)
{
    constexpr qint64 kMost = std::numeric_limits<qint32>::max();
    const auto start = checkedNumber(element.attribute(u"start"), 0, kMost);
    const auto end = checkedNumber(element.attribute(u"end"), 0, kMost);
    if (!start || !end || *start >= *end)
        return {};
    return Fallback::Region{qsizetype(*start), qsizetype(*end)};
}

/// How many code units the code point there has.
qsizetype unitsAt(QStringView text, qsizetype i)
{
    return text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate() ? 2 : 1;
}

/// Regions in order, without overlaps.
QList<Fallback::Region> merged(QList<Fallback::Region> regions)
{
    std::sort(regions.begin(), regions.end(), [](const auto &a, const auto &b) { return a.start < b.start; });
    QList<Fallback::Region> result;
    for (const Fallback::Region &region : std::as_const(regions)) {
        if (!result.isEmpty() && region.start <= result.last().end)
            result.last().end = std::max(result.last().end, region.end);
        else
            result.append(region);
    }
    return result;
}

BodyParts cut(const QString &body, const QList<Fallback::Region> &regions)
{
    BodyParts parts{u""_s, u""_s};
    auto region = regions.cbegin();
    qsizetype point = 0;
    for (qsizetype i = 0; i < body.size(); ++point) {
        const qsizetype units = unitsAt(body, i);
        while (region != regions.cend() && point >= region->end)
            ++region;
        const bool inside = region != regions.cend() && point >= region->start;
        (inside ? parts.fallback : parts.text).append(QStringView(body).sliced(i, units));
        i += units;
    }
    return parts;
}

} // namespace

Result<Fallback> Fallback::fromXml(const XmlElement &element)
{
    Fallback fallback;
    fallback.extension = element.attribute(u"for");
    const QString &space = element.is(u"fallback", kFormerly) ? kFormerly : kFallback;
    if (!element.is(u"fallback", space) || fallback.extension.isEmpty())
        return failure(ErrorCode::MalformedReply);
    const QList<XmlElement> children = element.children();
    fallback.wholeBody = children.isEmpty();
    for (const XmlElement &child : children) {
        if (!child.is(u"body", space))
            continue;
        if (!child.hasAttribute(u"start") && !child.hasAttribute(u"end"))
            fallback.wholeBody = true;
        else if (const auto region = regionFrom(child); region && fallback.body.size() < kMaxRegions)
            fallback.body.append(*region);
    }
    return fallback;
}

XmlElement Fallback::toElement() const
{
    ElementBuilder element(u"fallback"_s, kFallback);
    element.attribute(u"for"_s, extension);
    for (const Region &region : body)
        element.child(ElementBuilder(u"body"_s, kFallback)
                          .attribute(u"start"_s, QString::number(region.start))
                          .attribute(u"end"_s, QString::number(region.end))
                          .build());
    return element.build();
}

BodyParts bodyWithoutFallback(const Message &message, const QStringList &extensions)
{
    QList<Fallback::Region> regions;
    for (const XmlElement &payload : message.payloads) {
        const auto fallback = Fallback::fromXml(payload);
        if (!fallback || !extensions.contains(fallback->extension))
            continue;
        if (fallback->wholeBody)
            return {{}, message.body};
        regions += fallback->body;
    }
    if (message.body.isNull() || regions.isEmpty())
        return {message.body, {}};
    BodyParts parts = cut(message.body, merged(regions));
    if (parts.text.isEmpty())
        parts.text = QString();
    return parts;
}

qsizetype codePoints(QStringView text)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < text.size(); i += unitsAt(text, i))
        ++count;
    return count;
}

Manifest FallbackModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0428_fallback"_s;
    manifest.features.append(kFallback);
    return manifest;
}

} // namespace tertulia
