// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/roster/Roster.h"

#include "core/base/Log.h"
#include "core/modules/roster/RosterNamespace.h"
#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

Manifest RosterModule::manifest()
{
    Manifest manifest;
    manifest.name = u"roster"_s;
    // Three well-known clients took a push from anybody (SECURITY A52).
    manifest.iqs.append({Iq::Type::Set, u"query"_s, kRosterNamespace, Sender::OwnAccount,
                         [this](const Iq &iq) { return handlePush(iq); }});
    return manifest;
}

void RosterModule::setCache(const QString &version, const QList<RosterItem> &items)
{
    m_version = version;
    m_items.clear();
    for (const RosterItem &item : items)
        m_items.insert(item.jid, item);
}

std::optional<RosterItem> RosterModule::item(const Jid &bare) const
{
    const auto found = m_items.constFind(bare);
    if (found == m_items.cend())
        return std::nullopt;
    return *found;
}

bool RosterModule::contains(const Jid &jid) const
{
    return m_items.contains(jid.bare());
}

bool RosterModule::isContact(const Jid &jid) const
{
    const auto found = m_items.constFind(jid.bare());
    return found != m_items.cend()
        && (found->subscription == SubscriptionState::From || found->subscription == SubscriptionState::Both);
}

void RosterModule::streamStarted(StreamStart start)
{
    if (start == StreamStart::Resumed)
        return;
    m_stream = {};
    m_stream.versioned = !host().streamFeatures().child(u"ver", kRosterVersioningFeature).isNull();
    ElementBuilder query(u"query"_s, kRosterNamespace);
    if (m_stream.versioned)
        query.attribute(u"ver"_s, m_version.isNull() ? u""_s : m_version);
    Iq iq;
    iq.type = Iq::Type::Get;
    iq.payload = query.build();
    host().request(iq).then(this, [this](const Result<XmlElement> &reply) { handleRoster(reply); });
}

void RosterModule::handleRoster(const Result<XmlElement> &reply)
{
    if (!reply) {
        Q_EMIT loadFailed(reply.error());
        return;
    }
    const bool unchanged = reply->isNull() && m_stream.versioned && !m_version.isEmpty();
    if (!unchanged) {
        if (!reply->is(u"query", kRosterNamespace)) {
            Q_EMIT loadFailed({ErrorCode::MalformedReply});
            return;
        }
        m_items.clear();
        for (const XmlElement &child : reply->children(u"item", kRosterNamespace)) {
            const auto item = RosterItem::fromXml(child);
            if (!item) {
                qCWarning(logModules) << "skipped a malformed roster item";
                continue;
            }
            m_items.insert(item->jid, *item);
        }
        m_version = reply->attribute(u"ver");
    }
    m_stream.loaded = true;
    Q_EMIT loaded(items());
    if (!unchanged)
        reportCache();
}

IqRoute::Answer RosterModule::handlePush(const Iq &iq)
{
    const QList<XmlElement> children = iq.payload.children(u"item", kRosterNamespace);
    if (children.size() != 1) // RFC 6121 2.1.6
        return std::unexpected(StanzaError::badRequest());
    const auto item = RosterItem::fromXml(children.first());
    if (!item)
        return std::unexpected(StanzaError::badRequest());
    if (iq.payload.hasAttribute(u"ver"))
        m_version = iq.payload.attribute(u"ver");
    if (RosterItem::isRemoval(children.first())) {
        if (m_items.remove(item->jid))
            Q_EMIT itemRemoved(item->jid);
    } else if (m_items.value(item->jid) != *item) {
        m_items.insert(item->jid, *item);
        Q_EMIT itemChanged(*item);
    }
    reportCache();
    return XmlElement();
}

void RosterModule::reportCache()
{
    // Before the list came, what is known is half of it: its version must not be kept with it.
    if (m_stream.loaded && !m_version.isEmpty())
        Q_EMIT cacheChanged(m_version, items());
}

Task<void> RosterModule::setItem(const RosterItem &item)
{
    return set(item.toElement());
}

Task<void> RosterModule::remove(const Jid &bare)
{
    return set(ElementBuilder(u"item"_s, kRosterNamespace)
                   .attribute(u"jid"_s, bare.toString())
                   .attribute(u"subscription"_s, u"remove"_s)
                   .build());
}

Task<void> RosterModule::set(const XmlElement &item)
{
    Iq iq;
    iq.type = Iq::Type::Set;
    iq.payload = ElementBuilder(u"query"_s, kRosterNamespace).child(item).build();
    return host().request(iq).map(this, [](const XmlElement &) { });
}

} // namespace tertulia
