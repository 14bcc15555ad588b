// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDomDocument>
#include <QDomElement>

namespace tertulia
{

/// An element together with the document that its nodes need to live.
struct ParsedStanza {
    QDomDocument document;
    QDomElement element; ///< null if the XML is broken
};

/// Parses elements as they stand in a client stream (default namespace jabber:client, prefix stream) with
/// Qt6::Xml, which shares nothing with the program's parser; gives the first, whose siblings follow it. A
/// message in `problem` if it cannot.
ParsedStanza parseStanza(const QByteArray &xml, QString *problem = nullptr);

/// What of `actual` is not as `expected` says; empty if all is. The order of attributes and white space
/// between elements do not count; the attribute value or text "*" expects any that is not empty.
QString difference(const QDomElement &expected, const QDomElement &actual);
inline QString difference(const ParsedStanza &expected, const ParsedStanza &actual)
{
    return difference(expected.element, actual.element);
}

} // namespace tertulia
