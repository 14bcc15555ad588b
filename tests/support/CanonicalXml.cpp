// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/CanonicalXml.h"

#include <QDomDocument>
#include <QMap>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

QMap<QString, QString> attributesOf(const QDomElement &element)
{
    QMap<QString, QString> result;
    const QDomNamedNodeMap attributes = element.attributes();
    for (int i = 0; i < attributes.count(); ++i) {
        const QDomAttr attribute = attributes.item(i).toAttr();
        const QString name = attribute.name();
        if (name == u"xmlns" || name.startsWith(u"xmlns:"))
            continue;
        const QString local = attribute.localName().isEmpty() ? name : attribute.localName();
        result.insert(u'{' + attribute.namespaceURI() + u'}' + local, attribute.value());
    }
    return result;
}

QString ownText(const QDomElement &element)
{
    QString text;
    for (QDomNode node = element.firstChild(); !node.isNull(); node = node.nextSibling())
        if (node.isText() || node.isCDATASection())
            text += node.nodeValue();
    return text;
}

QList<QDomElement> childrenOf(const QDomElement &element)
{
    QList<QDomElement> children;
    for (QDomElement child = element.firstChildElement(); !child.isNull(); child = child.nextSiblingElement())
        children.append(child);
    return children;
}

bool matches(const QString &expected, const QString &actual)
{
    return expected == u"*" ? !actual.isEmpty() : expected == actual;
}

QString nameOf(const QDomElement &element)
{
    return u'{' + element.namespaceURI() + u'}' + element.localName();
}

} // namespace

ParsedStanza parseStanza(const QByteArray &xml, QString *problem)
{
    const QByteArray wrapped = "<stream:stream xmlns='jabber:client' "
                               "xmlns:stream='http://etherx.jabber.org/streams'>"
        + xml + "</stream:stream>";
    QDomDocument document;
    QString message;
    if (!document.setContent(wrapped, true, &message)) {
        if (problem)
            *problem = message;
        return {};
    }
    return {document, document.documentElement().firstChildElement()};
}

QString difference(const QDomElement &expected, const QDomElement &actual)
{
    if (nameOf(expected) != nameOf(actual))
        return u"element %1 instead of %2"_s.arg(nameOf(actual), nameOf(expected));
    const auto wanted = attributesOf(expected);
    const auto given = attributesOf(actual);
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        if (!given.contains(it.key()))
            return u"%1 lacks the attribute %2"_s.arg(nameOf(actual), it.key());
        if (!matches(it.value(), given.value(it.key())))
            return u"%1: %2 is \"%3\" instead of \"%4\""_s.arg(nameOf(actual), it.key(),
                                                               given.value(it.key()), it.value());
    }
    for (auto it = given.cbegin(); it != given.cend(); ++it)
        if (!wanted.contains(it.key()))
            return u"%1 has an attribute %2=\"%3\""_s.arg(nameOf(actual), it.key(), it.value());
    if (!matches(ownText(expected), ownText(actual)))
        return u"%1: text \"%2\" instead of \"%3\""_s.arg(nameOf(actual), ownText(actual), ownText(expected));
    const auto wantedChildren = childrenOf(expected);
    const auto givenChildren = childrenOf(actual);
    for (qsizetype i = 0; i < std::min(wantedChildren.size(), givenChildren.size()); ++i)
        if (const QString found = difference(wantedChildren[i], givenChildren[i]); !found.isEmpty())
            return found;
    if (wantedChildren.size() != givenChildren.size())
        return u"%1 has %2 children instead of %3"_s.arg(nameOf(actual))
            .arg(givenChildren.size())
            .arg(wantedChildren.size());
    return {};
}

} // namespace tertulia
