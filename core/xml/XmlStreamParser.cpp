// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/xml/XmlStreamParser.h"

#include "core/xml/Namespaces.h"
#include "core/xml/StreamGuard.h"
#include "core/xml/StringPool.h"

#include <QXmlStreamReader>

#include <optional>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace tertulia
{

class XmlStreamParser::Private
{
public:
    Private(const XmlLimits &limits, Handlers handlers)
        : m_guard(limits)
        , m_limits(limits)
        , m_handlers(std::move(handlers))
    {
    }

    Result<void> feed(QByteArrayView bytes);
    void setLimits(const XmlLimits &limits)
    {
        m_limits = limits;
        m_guard.setLimits(limits);
    }
    [[nodiscard]] bool insideStanza() const { return m_guard.insideStanza(); }
    [[nodiscard]] qsizetype bytesBehind() const { return m_bytesBehind; }
    /// The parser is gone; a feed() that is under way must not call anybody any more.
    void abandon() { m_finished = true; }

private:
    /// An element whose end has not come.
    struct Open {
        QString name;
        QString namespaceUri;
        QList<XmlAttribute> attributes;
        std::vector<XmlElement::Node> nodes; ///< keeps its room for the next element of this depth
        int children = 0;
        int mostChildren = 0;
    };

    void fail(ErrorCode code, const QString &condition) { m_error = Error{code, condition}; }
    void read();
    void startElement();
    void endElement();
    void characters();
    void openStream(QString name, QString namespaceUri, QList<XmlAttribute> attributes);
    bool takeName(QStringView name, QString &out);
    QList<XmlAttribute> takeAttributes();
    static QList<XmlElement::Node> takeNodes(Open &open);

    QXmlStreamReader m_reader;
    StreamGuard m_guard;
    XmlLimits m_limits;
    Handlers m_handlers;
    StringPool m_pool;
    std::vector<Open> m_open; ///< stanza and below; entries beyond m_depth are kept for reuse
    size_t m_depth = 0;
    int m_level = 0; ///< open elements as the reader counts them, the stream's included
    qsizetype m_bytesBehind = 0;
    bool m_finished = false; ///< closed or abandoned
    std::optional<Error> m_error;
};

Result<void> XmlStreamParser::Private::feed(QByteArrayView bytes)
{
    while (!m_finished && !m_error && !bytes.isEmpty()) {
        const StreamGuard::Piece piece = m_guard.next(bytes);
        const QByteArrayView good = bytes.sliced(piece.skipped, piece.length);
        bytes = bytes.sliced(piece.skipped + piece.length);
        m_bytesBehind = bytes.size();
        if (!good.isEmpty()) {
            m_reader.addData(QByteArray(good.data(), good.size()));
            read();
        }
        if (m_finished || m_error)
            break;
        if (piece.error)
            m_error = piece.error;
    }
    m_bytesBehind = 0;
    if (m_error)
        return Failure(*m_error);
    return {};
}

void XmlStreamParser::Private::read()
{
    while (!m_finished && !m_error) {
        switch (m_reader.readNext()) {
        case QXmlStreamReader::StartElement:
            startElement();
            break;
        case QXmlStreamReader::EndElement:
            endElement();
            if (m_level == 1) // the guard ends its piece here: asking for more would only make an error text
                return;
            break;
        case QXmlStreamReader::Characters:
            characters();
            break;
        case QXmlStreamReader::StartDocument:
            break;
        case QXmlStreamReader::Comment:
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
        case QXmlStreamReader::ProcessingInstruction:
            // The guard refuses these before; should the two ever disagree, the answer stays no.
            fail(ErrorCode::PeerXmlRestricted, u"restricted-xml"_s);
            break;
        case QXmlStreamReader::Invalid:
            if (m_reader.error() == QXmlStreamReader::PrematureEndOfDocumentError)
                return;
            fail(ErrorCode::PeerXmlNotWellFormed, u"not-well-formed"_s);
            break;
        case QXmlStreamReader::EndDocument:
        case QXmlStreamReader::NoToken:
            return;
        }
    }
}

bool XmlStreamParser::Private::takeName(QStringView name, QString &out)
{
    if (name.size() > m_limits.nameLength) {
        fail(ErrorCode::PeerLimitExceeded, u"policy-violation"_s);
        return false;
    }
    out = m_pool.shared(name);
    return true;
}

QList<XmlAttribute> XmlStreamParser::Private::takeAttributes()
{
    QList<XmlAttribute> taken;
    const QXmlStreamAttributes attributes = m_reader.attributes();
    if (attributes.isEmpty())
        return taken;
    taken.reserve(attributes.size());
    for (const QXmlStreamAttribute &attribute : attributes) {
        XmlAttribute &added = taken.emplaceBack();
        if (!takeName(attribute.name(), added.name))
            return {};
        if (!attribute.namespaceUri().isEmpty())
            added.namespaceUri = m_pool.shared(attribute.namespaceUri());
        // Types and addresses come again and again, ids and stamps never do.
        const QStringView value = attribute.value();
        added.value
            = added.name == "id"_L1 || added.name == "stamp"_L1 ? value.toString() : m_pool.shared(value);
        if (added.value.isNull())
            added.value = u""_s; // present and empty is not the same as absent
    }
    return taken;
}

void XmlStreamParser::Private::startElement()
{
    ++m_level;
    QString name;
    if (!takeName(m_reader.name(), name) || m_reader.prefix().size() > m_limits.nameLength)
        return fail(ErrorCode::PeerLimitExceeded, u"policy-violation"_s);
    QString namespaceUri = m_pool.shared(m_reader.namespaceUri());
    QList<XmlAttribute> attributes = takeAttributes();
    if (m_error)
        return;
    if (m_level == 1)
        return openStream(std::move(name), std::move(namespaceUri), std::move(attributes));
    if (m_level == 2 && name == "stream"_L1 && namespaceUri == ns::kStream)
        return fail(ErrorCode::PeerProtocolViolation, u"invalid-xml"_s);

    if (m_depth > 0) {
        Open &parent = m_open[m_depth - 1];
        if (++parent.children > parent.mostChildren)
            return fail(ErrorCode::PeerLimitExceeded, u"policy-violation"_s);
    }
    if (m_depth == m_open.size())
        m_open.emplace_back();
    Open &open = m_open[m_depth++];
    open.children = 0;
    open.mostChildren = name == "query"_L1 && namespaceUri == "jabber:iq:roster"_L1 ? m_limits.rosterChildren
                                                                                    : m_limits.children;
    open.name = std::move(name);
    open.namespaceUri = std::move(namespaceUri);
    open.attributes = std::move(attributes);
}

void XmlStreamParser::Private::openStream(QString name, QString namespaceUri, QList<XmlAttribute> attributes)
{
    if (name != "stream"_L1)
        return fail(ErrorCode::NotXmpp, u"bad-format"_s);
    if (namespaceUri != ns::kStream)
        return fail(ErrorCode::PeerProtocolViolation, u"invalid-namespace"_s);
    if (m_handlers.streamOpened)
        m_handlers.streamOpened(XmlElement(std::move(name), std::move(namespaceUri), std::move(attributes)));
}

void XmlStreamParser::Private::endElement()
{
    --m_level;
    if (m_level == 0) {
        m_finished = true;
        if (m_handlers.streamClosed)
            m_handlers.streamClosed();
        return;
    }
    Open &open = m_open[--m_depth];
    XmlElement element(std::move(open.name), std::move(open.namespaceUri), std::move(open.attributes),
                       takeNodes(open));
    if (m_depth > 0) {
        m_open[m_depth - 1].nodes.push_back({std::move(element), {}});
        return;
    }
    if (m_guard.level() != 1)
        return fail(ErrorCode::PeerXmlNotWellFormed, u"not-well-formed"_s); // guard and reader disagree
    if (m_handlers.element)
        m_handlers.element(element);
}

QList<XmlElement::Node> XmlStreamParser::Private::takeNodes(Open &open)
{
    constexpr size_t kRoomKept = 64;
    QList<XmlElement::Node> nodes;
    nodes.reserve(qsizetype(open.nodes.size()));
    for (XmlElement::Node &node : open.nodes)
        nodes.append(std::move(node));
    open.nodes.clear();
    if (open.nodes.capacity() > kRoomKept)
        open.nodes.shrink_to_fit();
    return nodes;
}

void XmlStreamParser::Private::characters()
{
    if (m_depth == 0) {
        // The guard lets no text through here.
        return fail(ErrorCode::PeerProtocolViolation, u"bad-format"_s);
    }
    // The reader may report one run of text in several parts, depending on how the bytes were cut.
    auto &nodes = m_open[m_depth - 1].nodes;
    const QStringView text = m_reader.text();
    if (text.isEmpty())
        return;
    if (!nodes.empty() && nodes.back().element.isNull())
        nodes.back().text += text;
    else
        nodes.push_back({{}, text.toString()});
}

XmlStreamParser::XmlStreamParser(const XmlLimits &limits, Handlers handlers)
    : d(std::make_shared<Private>(limits, std::move(handlers)))
{
}

XmlStreamParser::~XmlStreamParser()
{
    d->abandon();
}

Result<void> XmlStreamParser::feed(QByteArrayView bytes)
{
    const auto alive = d; // a handler may destroy this parser
    return alive->feed(bytes);
}

qsizetype XmlStreamParser::bytesBehind() const
{
    return d->bytesBehind();
}

void XmlStreamParser::setLimits(const XmlLimits &limits)
{
    d->setLimits(limits);
}

bool XmlStreamParser::insideStanza() const
{
    return d->insideStanza();
}

} // namespace tertulia
