// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDomElement>

namespace tertulia
{

/// Parses one element as it stands in a client stream (default namespace jabber:client, prefix stream) with
/// Qt6::Xml, which shares nothing with the program's parser. Null, and a message in `problem`, if it cannot.
QDomElement parseStanza(const QByteArray &xml, QString *problem = nullptr);

/// What of `actual` is not as `expected` says; empty if all is. The order of attributes and white space
/// between elements do not count; the attribute value or text "*" expects any that is not empty.
QString difference(const QDomElement &expected, const QDomElement &actual);

} // namespace tertulia
