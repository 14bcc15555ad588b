// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/xml/XmlElement.h"

namespace tertulia
{

/// One element as it stands in a client stream, through the program's own parser; null if it is not
/// well-formed.
XmlElement parsedXml(const QByteArray &xml);

} // namespace tertulia
