// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/WatchedTraffic.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

/// A change of password carries it as it is (XEP-0077).
constexpr auto kRegister = "jabber:iq:register"_L1;

bool mayHoldPassword(const XmlElement &element)
{
    return element.namespaceUri() == kRegister
        || std::ranges::any_of(element.nodes(), [](const XmlElement::Node &node) {
               return !node.element.isNull() && mayHoldPassword(node.element);
           });
}

QByteArray hiddenLogIn()
{
    return QByteArrayLiteral("<!-- authentication -->");
}

QByteArray hiddenPassword()
{
    return QByteArrayLiteral("<!-- password -->");
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace

QByteArray WatchedTraffic::written(const QByteArray &element, bool confidential)
{
    if (confidential)
        return hiddenLogIn();
    return element.contains(kRegister.latin1()) ? hiddenPassword() : element;
}

void WatchedTraffic::arrived(const QByteArray &bytes)
{
    // What keeps a connection alive says nothing, and may go on for days.
    if (std::ranges::all_of(m_unread, isSpace))
        m_unread.clear();
    m_unread += bytes;
}

QByteArray WatchedTraffic::completed(const XmlElement &element, qsizetype behind, bool confidential)
{
    const QByteArray bytes = m_unread.first(std::max(qsizetype(0), m_unread.size() - behind)).trimmed();
    m_unread = m_unread.last(std::min(behind, m_unread.size()));
    if (confidential)
        return hiddenLogIn();
    return !element.isNull() && mayHoldPassword(element) ? hiddenPassword() : bytes;
}

QByteArray WatchedTraffic::givenUp(bool confidential)
{
    const QByteArray bytes = std::exchange(m_unread, {}).trimmed();
    if (bytes.isEmpty())
        return bytes;
    if (confidential)
        return hiddenLogIn();
    return bytes.contains(kRegister.latin1()) || bytes.contains("password") ? hiddenPassword() : bytes;
}

} // namespace tertulia
