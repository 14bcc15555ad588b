// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/xml/XmlElement.h"

#include <QString>

namespace tertulia
{

inline const QString kNickNamespace = QStringLiteral("http://jabber.org/protocol/nick");

/// The text of a <nick/>: on one line, trimmed, at most 200 characters; empty if it is none.
QString nickIn(const XmlElement &element);
XmlElement nickElement(const QString &nickname);

} // namespace tertulia
