// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/xml/XmlElement.h"

namespace tertulia
{

/// The element that XmlElement::toXml() wrote down at another time. It is read as warily as it was when it
/// came: the errors are those of XmlStreamParser, and MalformedReply for anything but one element.
Result<XmlElement> keptElement(QByteArrayView xml);

} // namespace tertulia
