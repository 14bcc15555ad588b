// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Message.h"
#include "core/stream/Module.h"

namespace tertulia
{

/// Which part of a body stands there only for clients that do not know an extension (XEP-0428).
struct Fallback {
    /// From `start` up to, not including, `end`, in code points (XEP-0426).
    struct Region {
        qsizetype start = 0;
        qsizetype end = 0;

        bool operator==(const Region &) const = default;
    };

    QString extension = {}; ///< the namespace of the extension that it stands in for
    bool wholeBody = false; ///< all of the body
    QList<Region> body = {}; ///< else these parts of it

    /// MalformedReply for another element and for one that does not say for what it is. Regions that are none
    /// (no numbers, the end before the start) are left out.
    static Result<Fallback> fromXml(const XmlElement &element);
    [[nodiscard]] XmlElement toElement() const;

    bool operator==(const Fallback &) const = default;
};

/// A body taken apart.
struct BodyParts {
    QString text; ///< what was written; null if there is no body or all of it is fallback
    QString fallback; ///< what stands there for others
};

/// The body of a message without what it holds for clients that do not know the `extensions` (namespaces).
[[nodiscard]] BodyParts bodyWithoutFallback(const Message &message, const QStringList &extensions);
/// How far `text` reaches in code points, for Fallback::Region.
[[nodiscard]] qsizetype codePoints(QStringView text);

/// Tells that fallbacks are known (XEP-0428 2.1).
class FallbackModule : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    [[nodiscard]] Manifest manifest() override;
};

} // namespace tertulia
