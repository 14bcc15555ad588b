// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/xml/XmlElement.h"

namespace tertulia
{

/// Puts an XmlElement together, for payloads that are made rather than parsed:
/// `ElementBuilder(u"query"_s, kRoster).attribute(u"ver"_s, version).build()`.
class ElementBuilder
{
public:
    ElementBuilder(const QString &name, const QString &namespaceUri)
        : m_name(name)
        , m_namespaceUri(namespaceUri)
    {
    }

    /// A null value adds nothing, an empty one an empty attribute.
    ElementBuilder &attribute(const QString &name, const QString &value)
    {
        if (!value.isNull())
            m_attributes.append({name, {}, value});
        return *this;
    }
    ElementBuilder &text(const QString &text)
    {
        m_nodes.append({{}, text});
        return *this;
    }
    ElementBuilder &child(const XmlElement &element)
    {
        m_nodes.append({element, {}});
        return *this;
    }
    /// A child with text, in the same namespace.
    ElementBuilder &textChild(const QString &name, const QString &text)
    {
        return child(XmlElement(name, m_namespaceUri, {}, {{{}, text}}));
    }

    [[nodiscard]] XmlElement build() const { return {m_name, m_namespaceUri, m_attributes, m_nodes}; }

private:
    QString m_name;
    QString m_namespaceUri;
    QList<XmlAttribute> m_attributes;
    QList<XmlElement::Node> m_nodes;
};

} // namespace tertulia
