// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStack>
#include <QString>
#include <QStringView>

namespace tertulia
{

class XmlElement;

/// Writes XML, the only place where it is made. Escapes everything; drops characters XML 1.0 does not allow,
/// so that what a person pastes cannot break the stream. A namespace is declared where it differs from the
/// parent's; inside a stream ("jabber:client" inherited) the elements of the stream's own namespace bear the
/// prefix that the header declared.
class XmlWriter
{
public:
    /// `inherited` is the default namespace in force where the result will stand ("jabber:client" in a
    /// stream).
    explicit XmlWriter(const QString &inherited = {});

    XmlWriter &start(QStringView name, QStringView namespaceUri);
    /// Child in the namespace of the open element.
    XmlWriter &start(QStringView name);
    /// Must follow start() directly. A null value writes nothing; an empty one writes an empty attribute.
    XmlWriter &attribute(QStringView name, const QString &value);
    XmlWriter &language(const QString &tag);
    XmlWriter &text(QStringView text);
    XmlWriter &end();
    /// start, text and end at once.
    XmlWriter &textElement(QStringView name, const QString &text);
    XmlWriter &textElement(QStringView name, QStringView namespaceUri, const QString &text);
    XmlWriter &emptyElement(QStringView name, QStringView namespaceUri);
    XmlWriter &element(const XmlElement &element);

    /// XML declaration and opening tag of a client stream (RFC 6120 4.2); empty values are left out.
    static QByteArray streamHeader(const QString &from, const QString &to, const QString &language);
    /// What ends it.
    static QByteArray streamFooter();

    /// The bytes so far, UTF-8; every start must have been ended.
    [[nodiscard]] QByteArray result() const;

private:
    struct Open {
        qsizetype nameStart; ///< in m_out, where the qualified name stands
        qsizetype nameLength;
        QString namespaceUri; ///< of the element
        QString inForce; ///< default namespace for its children
    };
    void closeStartTag();
    void appendAttribute(QByteArrayView prefix, QStringView name, QStringView value);
    void append(QStringView text, bool inAttribute);

    QByteArray m_out;
    QStack<Open> m_open;
    QString m_inherited;
    bool m_startTagOpen = false;
};

} // namespace tertulia
