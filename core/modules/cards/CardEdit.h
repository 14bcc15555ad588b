// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/xml/ElementBuilder.h"

namespace tertulia
{

/// A card whose properties are replaced by name, each where the first of its name stood; all others stay as
/// they are.
class CardEdit
{
public:
    /// What is no such card counts as an empty one.
    CardEdit(const XmlElement &card, const QString &name, const QString &namespaceUri)
        : m_name(name)
        , m_namespaceUri(namespaceUri)
    {
        if (card.is(name, namespaceUri))
            m_properties = card.children();
    }

    void replace(const QString &name, const QList<XmlElement> &with)
    {
        qsizetype place = m_properties.size();
        for (qsizetype i = m_properties.size() - 1; i >= 0; --i) {
            if (m_properties[i].is(name, m_namespaceUri)) {
                place = i;
                m_properties.removeAt(i);
            }
        }
        for (const XmlElement &element : with)
            m_properties.insert(place++, element);
    }
    /// As many properties as texts, each `<name><inner>text</inner></name>`.
    void setAll(const QString &name, const QString &inner, const QStringList &texts)
    {
        QList<XmlElement> all;
        for (const QString &text : texts)
            all.append(ElementBuilder(name, m_namespaceUri).textChild(inner, text).build());
        replace(name, all);
    }
    /// One such property, or none for an empty text.
    void set(const QString &name, const QString &inner, const QString &text)
    {
        setAll(name, inner, text.isEmpty() ? QStringList() : QStringList{text});
    }
    /// `<name>text</name>`, or none for an empty text.
    void setText(const QString &name, const QString &text)
    {
        setTexts(name, text.isEmpty() ? QStringList() : QStringList{text});
    }
    void setTexts(const QString &name, const QStringList &texts)
    {
        QList<XmlElement> all;
        for (const QString &text : texts)
            all.append(XmlElement(name, m_namespaceUri, {}, {{{}, text}}));
        replace(name, all);
    }
    [[nodiscard]] XmlElement build() const
    {
        ElementBuilder card(m_name, m_namespaceUri);
        for (const XmlElement &element : m_properties)
            card.child(element);
        return card.build();
    }

private:
    QString m_name;
    QString m_namespaceUri;
    QList<XmlElement> m_properties;
};

} // namespace tertulia
