// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Message.h"

#include <optional>
#include <utility>

namespace tertulia
{

/// The attribute `id` of a payload, with which many name a message; empty if it is not there, or longer than
/// anybody makes one (1,000 characters).
QString idOf(const XmlElement &payload);

/// The first payload `name` of a message as P::fromXml() reads it; nothing if it has none, or a malformed
/// one.
template <class P>
std::optional<P> payloadIn(const Message &message, QStringView name, QStringView namespaceUri)
{
    const XmlElement found = message.payload(name, namespaceUri);
    if (found.isNull()) // nearly always
        return {};
    auto read = P::fromXml(found);
    return read ? std::optional<P>(*std::move(read)) : std::nullopt;
}

} // namespace tertulia
