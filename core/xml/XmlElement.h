// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace tertulia
{

class XmlElement;
class XmlWriter;

struct XmlAttribute {
    QString name; ///< local name
    QString namespaceUri; ///< empty for the usual, unqualified attributes
    QString value;

    bool operator==(const XmlAttribute &) const = default;
};

/// One XML element as an immutable value: cheap to copy (shared), safe to keep, torn down without recursion.
/// Prefixes are gone; only names and namespaces count. A default-made element is null.
class XmlElement
{
public:
    /// A child: an element, or a run of text (then `element` is null).
    struct Node;

    XmlElement() = default;
    /// Empty text nodes are dropped and neighbouring ones joined, so that equal content compares equal.
    XmlElement(QString name, QString namespaceUri, QList<XmlAttribute> attributes = {},
               QList<Node> nodes = {});
    ~XmlElement();
    XmlElement(const XmlElement &);
    XmlElement(XmlElement &&) noexcept;
    XmlElement &operator=(const XmlElement &);
    XmlElement &operator=(XmlElement &&) noexcept;

    [[nodiscard]] bool isNull() const { return !d; }
    [[nodiscard]] const QString &name() const;
    [[nodiscard]] const QString &namespaceUri() const;
    /// True if the element has this name in this namespace.
    [[nodiscard]] bool is(QStringView name, QStringView namespaceUri) const;

    /// Value of an unqualified attribute, or a null string.
    [[nodiscard]] QString attribute(QStringView name) const;
    [[nodiscard]] bool hasAttribute(QStringView name) const;
    /// xml:lang of this element itself, or empty.
    [[nodiscard]] QString language() const;
    [[nodiscard]] const QList<XmlAttribute> &attributes() const;

    /// The element's own text (its text runs joined, without that of its children).
    [[nodiscard]] QString text() const;
    /// All element children in order.
    [[nodiscard]] QList<XmlElement> children() const;
    [[nodiscard]] QList<XmlElement> children(QStringView name, QStringView namespaceUri) const;
    /// First child with this name and namespace, or null.
    [[nodiscard]] XmlElement child(QStringView name, QStringView namespaceUri) const;
    /// First element child, or null.
    [[nodiscard]] XmlElement firstChild() const;
    /// First child in this namespace, whatever its name, or null.
    [[nodiscard]] XmlElement firstChildIn(QStringView namespaceUri) const;
    /// Text of the first such child, or a null string if there is none.
    [[nodiscard]] QString childText(QStringView name, QStringView namespaceUri) const;
    [[nodiscard]] const QList<Node> &nodes() const;

    /// UTF-8 without XML declaration.
    [[nodiscard]] QByteArray toXml() const;
    void toXml(XmlWriter &writer) const;

    /// Same names, attributes (in any order), text and children.
    friend bool operator==(const XmlElement &a, const XmlElement &b);

private:
    struct Private;
    static void release(Private *last);

    Private *d = nullptr; ///< counted by hand: half the size of a shared_ptr, and freed without recursion
};

struct XmlElement::Node {
    XmlElement element; ///< null for text
    QString text;
};

} // namespace tertulia
