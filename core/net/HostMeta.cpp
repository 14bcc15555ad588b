// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/HostMeta.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr auto kRelation = "urn:xmpp:alt-connections:websocket"_L1;
constexpr auto kXrd = "http://docs.oasis-open.org/ns/xri/xrd-1.0"_L1;
constexpr qsizetype kMostLinks = 4;
constexpr qsizetype kLongestUrl = 2048;

void append(QList<Endpoint> &found, const QString &href)
{
    if (href.size() > kLongestUrl || found.size() >= kMostLinks)
        return;
    const QUrl url(href, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "wss"_L1 || url.host().isEmpty() || !url.userInfo().isEmpty()
        || url.hasFragment())
        return;
    Endpoint endpoint;
    endpoint.host = url.host(QUrl::FullyEncoded);
    const int port = url.port(443);
    if (port == 0)
        return;
    endpoint.port = quint16(port);
    endpoint.security = TransportSecurity::WebSocket;
    endpoint.path = url.path(QUrl::FullyEncoded);
    if (!endpoint.path.startsWith(u'/'))
        endpoint.path.prepend(u'/');
    if (url.hasQuery())
        endpoint.path += u'?' + url.query(QUrl::FullyEncoded);
    if (!found.contains(endpoint))
        found.append(endpoint);
}

} // namespace

QList<Endpoint> webSocketsInXrd(QByteArrayView xrd)
{
    if (xrd.size() > kMostHostMetaBytes)
        return {};
    QList<Endpoint> found;
    QXmlStreamReader reader(xrd.toByteArray());
    int depth = 0;
    bool isXrd = false;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            return {}; // nothing of that has a place here
        case QXmlStreamReader::StartElement:
            ++depth;
            if (depth == 1)
                isXrd = reader.name() == "XRD"_L1 && reader.namespaceUri() == kXrd;
            else if (depth == 2 && isXrd && reader.name() == "Link"_L1 && reader.namespaceUri() == kXrd
                     && reader.attributes().value("rel"_L1) == kRelation)
                append(found, reader.attributes().value("href"_L1).toString());
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            break;
        default:
            break;
        }
    }
    return reader.hasError() ? QList<Endpoint>() : found;
}

QList<Endpoint> webSocketsInJrd(QByteArrayView jrd)
{
    if (jrd.size() > kMostHostMetaBytes)
        return {};
    QList<Endpoint> found;
    const QJsonArray links = QJsonDocument::fromJson(jrd.toByteArray()).object().value("links"_L1).toArray();
    for (const QJsonValue &link : links)
        if (link.toObject().value("rel"_L1).toString() == kRelation)
            append(found, link.toObject().value("href"_L1).toString());
    return found;
}

} // namespace tertulia
