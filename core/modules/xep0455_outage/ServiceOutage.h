// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QDateTime>
#include <QMap>

namespace tertulia
{

/// What the people who run a server say of its being away (XEP-0455 2.2).
struct ServiceOutage {
    bool planned = false;
    QDateTime beginning = {}; ///< UTC; may lie ahead
    QDateTime expectedEnd = {}; ///< UTC; invalid if nobody knows
    /// Untrusted, at most 500 characters each: by BCP 47 tag in lower case, and "default".
    QMap<QString, QString> messages = {};

    /// The message in the first of these languages ("es", "pt-br") that there is, else the default; may be
    /// empty.
    [[nodiscard]] QString message(const QStringList &languages) const;

    /// From the status file; nullopt in it when it says that there is no outage ({}). MalformedReply for what
    /// does not have the shape of XEP-0455.
    static Result<std::optional<ServiceOutage>> fromJson(const QByteArray &json);

    bool operator==(const ServiceOutage &) const = default;
};

} // namespace tertulia
