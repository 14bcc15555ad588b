// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/xml/XmlWriter.h"

#include "core/xml/Namespaces.h"
#include "core/xml/XmlElement.h"

#include <utility>
#include <vector>

namespace tertulia
{

namespace
{

/// What stands for a character in XML: itself (null), or this.
const char *escaped(char16_t c, bool inAttribute)
{
    switch (c) {
    case u'&':
        return "&amp;";
    case u'<':
        return "&lt;";
    case u'>':
        return "&gt;";
    case u'\r':
        return "&#13;"; // a bare one would be read back as a line feed (XML 1.0 2.11)
    case u'"':
        return inAttribute ? "&quot;" : nullptr;
    case u'\'':
        return inAttribute ? "&apos;" : nullptr;
    case u'\n':
        return inAttribute ? "&#10;" : nullptr; // attribute values are normalised (XML 1.0 3.3.3)
    case u'\t':
        return inAttribute ? "&#9;" : nullptr;
    default:
        return nullptr;
    }
}

bool isPlain(char16_t c)
{
    return c >= 0x20 && c < 0x7F && c != u'&' && c != u'<' && c != u'>' && c != u'"' && c != u'\'';
}

} // namespace

XmlWriter::XmlWriter(const QString &inherited)
    : m_inherited(inherited)
{
}

XmlWriter &XmlWriter::start(QStringView name, QStringView namespaceUri)
{
    Q_ASSERT(!name.isEmpty());
    closeStartTag();
    const QString &inForce = m_open.isEmpty() ? m_inherited : m_open.top().inForce;
    QByteArrayView prefix;
    if (m_inherited == ns::kClient && namespaceUri == ns::kStream)
        prefix = "stream:"; // the header declared it, and peers are used to seeing it
    else if (namespaceUri == ns::kXml)
        prefix = "xml:"; // must not be declared as a default (Namespaces in XML 1.0 3)

    Open open;
    m_out += '<';
    open.nameStart = m_out.size();
    m_out += prefix;
    append(name, true);
    open.nameLength = m_out.size() - open.nameStart;
    if (!prefix.isEmpty()) {
        open.namespaceUri = namespaceUri.toString();
        open.inForce = inForce;
    } else if (namespaceUri == inForce) {
        open.namespaceUri = inForce;
        open.inForce = inForce;
    } else {
        appendAttribute({}, u"xmlns", namespaceUri);
        open.namespaceUri = namespaceUri.toString();
        open.inForce = open.namespaceUri;
    }
    m_open.push(std::move(open));
    m_startTagOpen = true;
    return *this;
}

XmlWriter &XmlWriter::start(QStringView name)
{
    const QString namespaceUri = m_open.isEmpty() ? m_inherited : m_open.top().namespaceUri;
    return start(name, namespaceUri);
}

XmlWriter &XmlWriter::attribute(QStringView name, const QString &value)
{
    Q_ASSERT(m_startTagOpen);
    if (!value.isNull() && m_startTagOpen)
        appendAttribute({}, name, value);
    return *this;
}

XmlWriter &XmlWriter::language(const QString &tag)
{
    Q_ASSERT(m_startTagOpen);
    if (!tag.isNull() && m_startTagOpen)
        appendAttribute("xml:", u"lang", tag);
    return *this;
}

XmlWriter &XmlWriter::text(QStringView text)
{
    if (text.isEmpty())
        return *this;
    closeStartTag();
    append(text, false);
    return *this;
}

XmlWriter &XmlWriter::end()
{
    Q_ASSERT(!m_open.isEmpty());
    const Open open = m_open.pop();
    if (m_startTagOpen) {
        m_out += "/>";
        m_startTagOpen = false;
        return *this;
    }
    const QByteArray name = m_out.sliced(open.nameStart, open.nameLength);
    m_out += "</";
    m_out += name;
    m_out += '>';
    return *this;
}

XmlWriter &XmlWriter::textElement(QStringView name, const QString &text)
{
    return start(name).text(text).end();
}

XmlWriter &XmlWriter::textElement(QStringView name, QStringView namespaceUri, const QString &text)
{
    return start(name, namespaceUri).text(text).end();
}

XmlWriter &XmlWriter::emptyElement(QStringView name, QStringView namespaceUri)
{
    return start(name, namespaceUri).end();
}

XmlWriter &XmlWriter::element(const XmlElement &element)
{
    if (element.isNull())
        return *this;
    const auto open = [this](const XmlElement &which) {
        start(which.name(), which.namespaceUri());
        int declared = 0;
        for (const XmlAttribute &attribute : which.attributes()) {
            if (attribute.namespaceUri.isEmpty()) {
                appendAttribute({}, attribute.name, attribute.value);
            } else if (attribute.namespaceUri == ns::kXml) {
                appendAttribute("xml:", attribute.name, attribute.value);
            } else {
                const QByteArray prefix = "a" + QByteArray::number(++declared);
                appendAttribute("xmlns:", QString::fromLatin1(prefix), attribute.namespaceUri);
                appendAttribute(QByteArray(prefix + ':'), attribute.name, attribute.value);
            }
        }
    };
    // Not recursive: a tree may be as deep as a peer was allowed to make it.
    struct Position {
        const XmlElement *element;
        qsizetype next = 0;
    };
    std::vector<Position> path{{&element}};
    open(element);
    while (!path.empty()) {
        Position &here = path.back();
        const auto &nodes = here.element->nodes();
        if (here.next == nodes.size()) {
            end();
            path.pop_back();
            continue;
        }
        const XmlElement::Node &node = nodes[here.next++];
        if (node.element.isNull()) {
            text(node.text);
            continue;
        }
        open(node.element);
        path.push_back({&node.element});
    }
    return *this;
}

QByteArray XmlWriter::streamHeader(const QString &from, const QString &to, const QString &language)
{
    XmlWriter writer(ns::kClient);
    writer.m_out = "<?xml version='1.0'?>";
    writer.start(u"stream", ns::kStream);
    writer.appendAttribute({}, u"xmlns", ns::kClient);
    writer.appendAttribute("xmlns:", u"stream", ns::kStream);
    writer.attribute(u"version", QStringLiteral("1.0"));
    if (!from.isEmpty())
        writer.attribute(u"from", from);
    if (!to.isEmpty())
        writer.attribute(u"to", to);
    if (!language.isEmpty())
        writer.language(language);
    writer.closeStartTag();
    return writer.m_out;
}

QByteArray XmlWriter::streamFooter()
{
    return QByteArrayLiteral("</stream:stream>");
}

QByteArray XmlWriter::result() const
{
    Q_ASSERT(m_open.isEmpty());
    return m_out;
}

void XmlWriter::closeStartTag()
{
    if (!m_startTagOpen)
        return;
    m_out += '>';
    m_startTagOpen = false;
}

void XmlWriter::appendAttribute(QByteArrayView prefix, QStringView name, QStringView value)
{
    m_out += ' ';
    m_out += prefix;
    append(name, true);
    m_out += "=\"";
    append(value, true);
    m_out += '"';
}

void XmlWriter::append(QStringView text, bool inAttribute)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (isPlain(c)) {
            m_out += char(c);
            continue;
        }
        if (const char *entity = escaped(c, inAttribute)) {
            m_out += entity;
            continue;
        }
        // XML 1.0 2.2: these are no characters, not even as references.
        if ((c < 0x20 && c != u'\t' && c != u'\n') || c == 0xFFFE || c == 0xFFFF)
            continue;
        if (c < 0x80) {
            m_out += char(c);
        } else if (c < 0x800) {
            m_out += char(0xC0 | (c >> 6));
            m_out += char(0x80 | (c & 0x3F));
        } else if (!QChar::isSurrogate(c)) {
            m_out += char(0xE0 | (c >> 12));
            m_out += char(0x80 | ((c >> 6) & 0x3F));
            m_out += char(0x80 | (c & 0x3F));
        } else if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            const char32_t u = QChar::surrogateToUcs4(c, text[++i].unicode());
            m_out += char(0xF0 | (u >> 18));
            m_out += char(0x80 | ((u >> 12) & 0x3F));
            m_out += char(0x80 | ((u >> 6) & 0x3F));
            m_out += char(0x80 | (u & 0x3F));
        }
    }
}

} // namespace tertulia
