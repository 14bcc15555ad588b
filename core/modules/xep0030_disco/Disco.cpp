// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0030_disco/Disco.h"

#include "core/modules/xep0030_disco/DiscoNamespaces.h"
#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

Manifest DiscoModule::manifest()
{
    // Others get what an absent device would give (SECURITY A78).
    const Senders known
        = Sender::OwnAccount | Sender::OwnResource | Sender::OwnServer | Sender::Contact | Sender::JoinedRoom;
    Manifest manifest;
    manifest.name = u"xep0030_disco"_s;
    manifest.features = {kDiscoInfo, kDiscoItems};
    manifest.iqs.append(
        {Iq::Type::Get, u"query"_s, kDiscoInfo, known, [this](const Iq &iq) { return answerInfo(iq); }});
    manifest.iqs.append(
        {Iq::Type::Get, u"query"_s, kDiscoItems, known, [this](const Iq &iq) { return answerItems(iq); }});
    return manifest;
}

void DiscoModule::streamStarted(StreamStart start)
{
    if (start == StreamStart::Resumed)
        return;
    m_stream = {};
    info(host().ownJid().domainOnly()).then(this, [this](const Result<DiscoInfo> &answer) {
        if (!answer)
            return;
        m_stream.server = *answer;
        Q_EMIT serverInfoKnown(*answer);
    });
    info(host().ownJid().bare()).then(this, [this](const Result<DiscoInfo> &answer) {
        if (!answer)
            return;
        m_stream.account = *answer;
        Q_EMIT accountInfoKnown(*answer);
    });
}

Task<XmlElement> DiscoModule::ask(const Question &question, const QString &namespaceUri)
{
    ElementBuilder query(u"query"_s, namespaceUri);
    if (!question.node.isEmpty())
        query.attribute(u"node"_s, question.node);
    Iq iq;
    iq.to = question.jid;
    iq.type = Iq::Type::Get;
    iq.payload = query.build();
    return host().request(iq);
}

Task<DiscoInfo> DiscoModule::info(const Jid &jid, const QString &node)
{
    const Question question{jid, node};
    return m_infos.ask(question, this,
                       [&] { return ask(question, kDiscoInfo).map(this, &DiscoInfo::fromXml); });
}

Task<DiscoItems> DiscoModule::items(const Jid &jid, const QString &node)
{
    const Question question{jid, node};
    return m_items.ask(question, this,
                       [&] { return ask(question, kDiscoItems).map(this, &DiscoItems::fromXml); });
}

DiscoInfo DiscoModule::ownInfo() const
{
    DiscoInfo info;
    info.identities.append({u"client"_s, u"pc"_s, {}, u"Tertulia"_s});
    info.features = host().announcedFeatures();
    return info;
}

IqRoute::Answer DiscoModule::answerInfo(const Iq &iq) const
{
    DiscoInfo info = ownInfo();
    info.node = iq.payload.attribute(u"node");
    if (!info.node.isEmpty() && info.node != m_capsNode)
        return std::unexpected(StanzaError::itemNotFound());
    return info.toElement();
}

IqRoute::Answer DiscoModule::answerItems(const Iq &iq) const
{
    // Nothing to list, and no command node (SECURITY A73).
    if (!iq.payload.attribute(u"node").isEmpty())
        return std::unexpected(StanzaError::itemNotFound());
    return XmlElement(u"query"_s, kDiscoItems);
}

} // namespace tertulia
