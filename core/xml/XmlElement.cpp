// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/xml/XmlElement.h"

#include "core/xml/Namespaces.h"
#include "core/xml/XmlWriter.h"

#include <atomic>
#include <utility>
#include <vector>

namespace tertulia
{

struct XmlElement::Private {
    std::atomic<int> references{1};
    QString name;
    QString namespaceUri;
    QList<XmlAttribute> attributes;
    QList<Node> nodes;
    Private *next = nullptr; ///< the next one to go, once nobody has a reference

    /// Gives up one reference; true if it was the last.
    bool drop() { return references.fetch_sub(1, std::memory_order_acq_rel) == 1; }
};

namespace
{

const QString kNoText;
const QList<XmlAttribute> kNoAttributes;
const QList<XmlElement::Node> kNoNodes;

bool needsJoining(const QList<XmlElement::Node> &nodes)
{
    bool afterText = false;
    for (const auto &node : nodes) {
        const bool isText = node.element.isNull();
        if (isText && (afterText || node.text.isEmpty()))
            return true;
        afterText = isText;
    }
    return false;
}

QList<XmlElement::Node> joined(const QList<XmlElement::Node> &nodes)
{
    QList<XmlElement::Node> result;
    for (const auto &node : nodes) {
        if (node.element.isNull() && node.text.isEmpty())
            continue;
        if (node.element.isNull() && !result.isEmpty() && result.back().element.isNull())
            result.back().text += node.text;
        else
            result.append(node);
    }
    return result;
}

bool sameAttributes(const QList<XmlAttribute> &a, const QList<XmlAttribute> &b)
{
    if (a == b)
        return true;
    if (a.size() != b.size())
        return false;
    for (const XmlAttribute &attribute : a)
        if (!b.contains(attribute))
            return false;
    return true;
}

} // namespace

XmlElement::XmlElement(QString name, QString namespaceUri, QList<XmlAttribute> attributes, QList<Node> nodes)
    : d(new Private)
{
    d->name = std::move(name);
    d->namespaceUri = std::move(namespaceUri);
    d->attributes = std::move(attributes);
    d->nodes = needsJoining(nodes) ? joined(nodes) : std::move(nodes);
}

XmlElement::~XmlElement()
{
    if (d && d->drop())
        release(d);
}

XmlElement::XmlElement(const XmlElement &other)
    : d(other.d)
{
    if (d)
        d->references.fetch_add(1, std::memory_order_relaxed);
}

XmlElement::XmlElement(XmlElement &&other) noexcept
    : d(std::exchange(other.d, nullptr))
{
}

XmlElement &XmlElement::operator=(const XmlElement &other)
{
    XmlElement copy(other);
    std::swap(d, copy.d);
    return *this;
}

XmlElement &XmlElement::operator=(XmlElement &&other) noexcept
{
    XmlElement moved(std::move(other));
    std::swap(d, moved.d);
    return *this;
}

void XmlElement::release(Private *last)
{
    // Children are taken out before their parent goes, so that a deep tree needs no deep stack.
    Private *waiting = last;
    while (waiting) {
        Private *const going = waiting;
        waiting = going->next;
        // A list still shared with somebody who asked for nodes() keeps its children itself.
        if (!going->nodes.isEmpty() && going->nodes.isDetached()) {
            for (Node &node : going->nodes) {
                if (Private *child = std::exchange(node.element.d, nullptr); child && child->drop())
                    child->next = std::exchange(waiting, child);
            }
        }
        delete going;
    }
}

const QString &XmlElement::name() const
{
    return d ? d->name : kNoText;
}

const QString &XmlElement::namespaceUri() const
{
    return d ? d->namespaceUri : kNoText;
}

bool XmlElement::is(QStringView name, QStringView namespaceUri) const
{
    return d && d->name == name && d->namespaceUri == namespaceUri;
}

QString XmlElement::attribute(QStringView name) const
{
    for (const XmlAttribute &attribute : attributes())
        if (attribute.name == name && attribute.namespaceUri.isEmpty())
            return attribute.value;
    return {};
}

bool XmlElement::hasAttribute(QStringView name) const
{
    for (const XmlAttribute &attribute : attributes())
        if (attribute.name == name && attribute.namespaceUri.isEmpty())
            return true;
    return false;
}

QString XmlElement::language() const
{
    for (const XmlAttribute &attribute : attributes())
        if (attribute.name == u"lang" && attribute.namespaceUri == ns::kXml)
            return attribute.value;
    return {};
}

const QList<XmlAttribute> &XmlElement::attributes() const
{
    return d ? d->attributes : kNoAttributes;
}

const QList<XmlElement::Node> &XmlElement::nodes() const
{
    return d ? d->nodes : kNoNodes;
}

QString XmlElement::text() const
{
    QString text;
    for (const Node &node : nodes()) {
        if (!node.element.isNull())
            continue;
        if (text.isEmpty())
            text = node.text;
        else
            text += node.text;
    }
    return text;
}

QList<XmlElement> XmlElement::children() const
{
    QList<XmlElement> found;
    for (const Node &node : nodes())
        if (!node.element.isNull())
            found.append(node.element);
    return found;
}

QList<XmlElement> XmlElement::children(QStringView name, QStringView namespaceUri) const
{
    QList<XmlElement> found;
    for (const Node &node : nodes())
        if (node.element.is(name, namespaceUri))
            found.append(node.element);
    return found;
}

XmlElement XmlElement::child(QStringView name, QStringView namespaceUri) const
{
    for (const Node &node : nodes())
        if (node.element.is(name, namespaceUri))
            return node.element;
    return {};
}

XmlElement XmlElement::firstChild() const
{
    for (const Node &node : nodes())
        if (!node.element.isNull())
            return node.element;
    return {};
}

XmlElement XmlElement::firstChildIn(QStringView namespaceUri) const
{
    for (const Node &node : nodes())
        if (!node.element.isNull() && node.element.namespaceUri() == namespaceUri)
            return node.element;
    return {};
}

QString XmlElement::childText(QStringView name, QStringView namespaceUri) const
{
    const XmlElement found = child(name, namespaceUri);
    if (found.isNull())
        return {};
    const QString text = found.text();
    return text.isNull() ? QStringLiteral("") : text;
}

QByteArray XmlElement::toXml() const
{
    XmlWriter writer;
    writer.element(*this);
    return writer.result();
}

void XmlElement::toXml(XmlWriter &writer) const
{
    writer.element(*this);
}

bool operator==(const XmlElement &a, const XmlElement &b)
{
    std::vector<std::pair<const XmlElement *, const XmlElement *>> waiting{{&a, &b}};
    while (!waiting.empty()) {
        const auto [left, right] = waiting.back();
        waiting.pop_back();
        if (left->d == right->d)
            continue;
        if (!left->d || !right->d || left->d->name != right->d->name
            || left->d->namespaceUri != right->d->namespaceUri
            || left->d->nodes.size() != right->d->nodes.size()
            || !sameAttributes(left->d->attributes, right->d->attributes))
            return false;
        for (qsizetype i = 0; i < left->d->nodes.size(); ++i) {
            const XmlElement::Node &mine = left->d->nodes[i];
            const XmlElement::Node &other = right->d->nodes[i];
            if (mine.text != other.text)
                return false;
            waiting.emplace_back(&mine.element, &other.element);
        }
    }
    return true;
}

} // namespace tertulia
