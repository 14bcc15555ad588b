// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/xml/XmlElement.h"

namespace tertulia
{

/// What an <error/> of the stream says (RFC 6120 4.9.3): ErrorCode::Stream..., with StreamUndefinedCondition
/// for what is unknown or missing. The subject of StreamSeeOtherHost is where to go instead.
Error readStreamError(const XmlElement &error);

/// A stream error of ours; `detail` is an application condition or null.
QByteArray writeStreamError(QStringView condition, const XmlElement &detail = {});

/// What a <failure/> of SASL says (RFC 6120 6.5, XEP-0388). An unknown condition reads as
/// MalformedAuthentication: asking the person is safer than trying again.
Error readSaslFailure(const XmlElement &failure);

} // namespace tertulia
