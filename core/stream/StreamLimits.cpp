// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/StreamLimits.h"

#include "core/base/CheckedNumber.h"

#include <limits>

namespace tertulia
{

namespace
{

const QString kLimits = QStringLiteral("urn:xmpp:stream-limits:0");
constexpr qint64 kLeastBytes = 10'000;
/// Asking more often than that would be a burden rather than a sign of life.
constexpr qint64 kLeastIdle = 10;

} // namespace

StreamLimits StreamLimits::fromFeatures(const XmlElement &features)
{
    if (features.isNull())
        return {};
    const XmlElement limits = features.child(u"limits", kLimits);
    if (limits.isNull())
        return {};
    constexpr qint64 kMost = std::numeric_limits<qint32>::max();
    StreamLimits said;
    said.maxBytes = checkedNumber(limits.childText(u"max-bytes", kLimits), kLeastBytes, kMost).value_or(0);
    said.idle = std::chrono::seconds(
        checkedNumber(limits.childText(u"idle-seconds", kLimits), kLeastIdle, kMost).value_or(0));
    return said;
}

} // namespace tertulia
