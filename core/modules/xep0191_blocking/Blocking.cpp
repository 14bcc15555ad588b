// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0191_blocking/Blocking.h"

#include "core/modules/xep0030_disco/Disco.h"
#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kBlocking = u"urn:xmpp:blocking"_s;
constexpr int kBeforeEverythingElse = -1'000;

QSet<Jid> itemsIn(const XmlElement &element)
{
    QSet<Jid> jids;
    for (const XmlElement &item : element.children(u"item", kBlocking))
        if (const auto jid = Jid::parse(item.attribute(u"jid")))
            jids.insert(*jid);
    return jids;
}

} // namespace

BlockingModule::BlockingModule(ModuleHost &host, DiscoModule &disco, QObject *parent)
    : Module(host, parent)
{
    connect(&disco, &DiscoModule::serverInfoKnown, this, &BlockingModule::fetch);
}

Manifest BlockingModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0191_blocking"_s;
    manifest.iqs.append({Iq::Type::Set, u"block"_s, kBlocking, Sender::OwnAccount,
                         [this](const Iq &iq) { return handleBlock(iq); }});
    manifest.iqs.append({Iq::Type::Set, u"unblock"_s, kBlocking, Sender::OwnAccount,
                         [this](const Iq &iq) { return handleUnblock(iq); }});
    // The server keeps their messages away; those of one that forgot end here, before anybody else's route
    // (SECURITY F57). What becomes of our own words to them is still told.
    manifest.messages.append({kBeforeEverythingElse, {}, {}, Sender::Anyone, [this](const Message &message) {
                                  return message.type != Message::Type::Error
                                      && message.from.bare() != host().ownJid().bare()
                                      && isBlocked(message.from);
                              }});
    return manifest;
}

void BlockingModule::streamStarted(StreamStart start)
{
    if (start != StreamStart::Resumed)
        m_stream = {};
}

void BlockingModule::fetch(const DiscoInfo &server)
{
    m_stream.known = true;
    m_stream.supported = server.hasFeature(kBlocking);
    m_stream.takesReports = server.hasFeature(kReporting);
    Q_EMIT supportKnown();
    if (!m_stream.supported)
        return;
    Iq iq;
    iq.type = Iq::Type::Get;
    iq.payload = XmlElement(u"blocklist"_s, kBlocking);
    host().request(iq).then(this, [this](const Result<XmlElement> &reply) {
        if (reply && reply->is(u"blocklist", kBlocking))
            setList(itemsIn(*reply));
    });
}

IqRoute::Answer BlockingModule::handleBlock(const Iq &iq)
{
    const QSet<Jid> blocked = itemsIn(iq.payload);
    if (blocked.isEmpty())
        return std::unexpected(StanzaError::badRequest());
    setList(m_list | blocked);
    return XmlElement();
}

IqRoute::Answer BlockingModule::handleUnblock(const Iq &iq)
{
    const QSet<Jid> unblocked = itemsIn(iq.payload);
    const bool all = iq.payload.children(u"item", kBlocking).isEmpty();
    if (!all && unblocked.isEmpty())
        return std::unexpected(StanzaError::badRequest());
    setList(all ? QSet<Jid>() : m_list - unblocked);
    return XmlElement();
}

bool BlockingModule::isBlocked(const Jid &jid) const
{
    if (m_list.isEmpty())
        return false;
    // XEP-0191 5.
    if (m_list.contains(jid) || m_list.contains(jid.bare()) || m_list.contains(jid.domainOnly()))
        return true;
    const auto domainResource = Jid::fromParts({}, jid.domain(), jid.resource());
    return domainResource && m_list.contains(*domainResource);
}

Task<void> BlockingModule::block(const QList<Jid> &jids, const std::optional<Report> &report)
{
    if (jids.isEmpty() || jids.contains(Jid()))
        return Task<void>::completed(failure(ErrorCode::AddressEmpty));
    ElementBuilder command(u"block"_s, kBlocking);
    for (const Jid &jid : jids) {
        ElementBuilder item(u"item"_s, kBlocking);
        item.attribute(u"jid"_s, jid.toString());
        if (report && takesReports() && jid == jids.first())
            item.child(report->toElement());
        command.child(item.build());
    }
    return change(command.build());
}

Task<void> BlockingModule::unblock(const QList<Jid> &jids)
{
    // Unblocking "nobody" would unblock everybody.
    if (jids.isEmpty() || jids.contains(Jid()))
        return Task<void>::completed(failure(ErrorCode::AddressEmpty));
    ElementBuilder command(u"unblock"_s, kBlocking);
    for (const Jid &jid : jids)
        command.child(XmlElement(u"item"_s, kBlocking, {{u"jid"_s, {}, jid.toString()}}));
    return change(command.build());
}

Task<void> BlockingModule::change(const XmlElement &command)
{
    if (m_stream.known && !m_stream.supported)
        return Task<void>::completed(failure(ErrorCode::StanzaFeatureNotImplemented));
    Iq iq;
    iq.type = Iq::Type::Set;
    iq.payload = command;
    return host().request(iq).map(this, [](const XmlElement &) { });
}

void BlockingModule::setList(const QSet<Jid> &list)
{
    if (m_list == list)
        return;
    m_list = list;
    Q_EMIT listChanged(m_list.values());
}

} // namespace tertulia
