// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/xml/XmlElement.h"

namespace tertulia
{

class XmlWriter;

/// A stanza error (RFC 6120 8.3). The condition maps to ErrorCode::Stanza...
struct StanzaError {
    enum class Type { Auth, Cancel, Continue, Modify, Wait };

    Type type = Type::Cancel;
    ErrorCode condition = ErrorCode::StanzaUndefinedCondition;
    QString text = {}; ///< untrusted, at most 500 characters
    QList<XmlElement> applicationConditions = {};

    static StanzaError serviceUnavailable() { return {Type::Cancel, ErrorCode::StanzaServiceUnavailable}; }
    static StanzaError featureNotImplemented()
    {
        return {Type::Cancel, ErrorCode::StanzaFeatureNotImplemented};
    }
    static StanzaError badRequest() { return {Type::Modify, ErrorCode::StanzaBadRequest}; }
    static StanzaError itemNotFound() { return {Type::Cancel, ErrorCode::StanzaItemNotFound}; }
    static StanzaError notAllowed() { return {Type::Cancel, ErrorCode::StanzaNotAllowed}; }

    /// From an <error/> child; an unknown or missing condition reads as undefined-condition.
    static StanzaError fromXml(const XmlElement &error);
    void toXml(XmlWriter &writer) const;

    [[nodiscard]] Error toError() const { return {condition, {}, text}; }
};

} // namespace tertulia
