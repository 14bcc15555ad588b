// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0115_caps/Caps.h"

#include "core/modules/presence/Presence.h"
#include "core/modules/xep0030_disco/Disco.h"
#include "core/modules/xep0115_caps/CapsHash.h"
#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kCapsNamespace = u"http://jabber.org/protocol/caps"_s;
const QString kCapsUri = u"https://tertulia.im/"_s;
constexpr qsizetype kMaxNodeLength = 1'000;
constexpr qsizetype kSha1Base64Length = 28;

} // namespace

CapsModule::CapsModule(ModuleHost &host, DiscoModule &disco, PresenceModule &presence, QObject *parent)
    : Module(host, parent)
    , m_disco(disco)
    , m_presence(presence)
{
    connect(&presence, &PresenceModule::resourceAvailable, this, &CapsModule::handleAvailable);
    connect(&presence, &PresenceModule::resourceUnavailable, this, &CapsModule::handleUnavailable);
}

Manifest CapsModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0115_caps"_s;
    manifest.features.append(kCapsNamespace);
    manifest.presenceDecorators.append({100, [this](Presence &presence) { decorate(presence); }});
    return manifest;
}

void CapsModule::streamStarted(StreamStart start)
{
    if (start == StreamStart::Resumed)
        return;
    m_stream = {};
    m_disco.setCapsNode(kCapsUri + u'#' + ownVersion());
}

void CapsModule::streamEnded()
{
    m_stream = {};
}

QString CapsModule::ownVersion() const
{
    return capsHash(m_disco.ownInfo()).value_or(QString());
}

void CapsModule::decorate(Presence &presence) const
{
    if (presence.type != Presence::Type::Available)
        return;
    presence.payloads.append(ElementBuilder(u"c"_s, kCapsNamespace)
                                 .attribute(u"hash"_s, u"sha-1"_s)
                                 .attribute(u"node"_s, kCapsUri)
                                 .attribute(u"ver"_s, ownVersion())
                                 .build());
}

void CapsModule::handleAvailable(const Presence &presence)
{
    const XmlElement caps = presence.payload(u"c", kCapsNamespace);
    // The legacy format cannot be verified and is ignored; a presence without caps changes nothing
    // (XEP-0115 8.4, 11).
    if (caps.isNull() || caps.attribute(u"hash") != u"sha-1")
        return;
    const Announced announced{caps.attribute(u"node"), caps.attribute(u"ver")};
    if (announced.version.size() != kSha1Base64Length || announced.node.size() > kMaxNodeLength)
        return;
    const Jid full = presence.from;
    if (m_stream.announced.value(full) == announced)
        return;
    m_stream.announced.insert(full, announced);
    m_stream.unverified.remove(full);
    if (m_verified.contains(announced.version)) {
        Q_EMIT featuresKnown(full);
        return;
    }
    auto &askers = m_stream.asking[announced.version];
    askers.append(full);
    if (askers.size() == 1)
        askNext(announced.version);
}

void CapsModule::handleUnavailable(const Jid &full)
{
    m_stream.announced.remove(full);
    m_stream.unverified.remove(full);
}

void CapsModule::askNext(const QString &version)
{
    const Jid full = m_stream.asking.value(version).first();
    const QString node = m_stream.announced.value(full).node + u'#' + version;
    m_disco.info(full, node).then(this, [this, version, full](const Result<DiscoInfo> &answer) {
        handleAnswer(version, full, answer);
    });
}

void CapsModule::handleAnswer(const QString &version, const Jid &full, const Result<DiscoInfo> &answer)
{
    const auto askers = m_stream.asking.find(version);
    if (askers == m_stream.asking.end())
        return; // of a stream that is over
    if (answer && capsHash(*answer).value_or(QString()) == version) {
        m_verified.insert(version, new DiscoInfo(*answer));
        const QList<Jid> all = *askers;
        m_stream.asking.erase(askers);
        for (const Jid &one : all)
            Q_EMIT featuresKnown(one);
        return;
    }
    // Who answers otherwise than they announce speaks for themselves only; ask the next.
    const bool stillThere = m_stream.announced.value(full).version == version;
    if (answer && stillThere)
        m_stream.unverified.insert(full, *answer);
    askers->removeFirst();
    while (!askers->isEmpty() && m_stream.announced.value(askers->first()).version != version)
        askers->removeFirst();
    if (askers->isEmpty())
        m_stream.asking.erase(askers);
    else
        askNext(version);
    if (answer && stillThere)
        Q_EMIT featuresKnown(full);
}

bool CapsModule::isKnown(const Jid &full) const
{
    return m_stream.unverified.contains(full) || m_verified.contains(m_stream.announced.value(full).version);
}

DiscoInfo CapsModule::infoOf(const Jid &full) const
{
    const auto own = m_stream.unverified.constFind(full);
    if (own != m_stream.unverified.cend())
        return *own;
    const DiscoInfo *shared = m_verified.object(m_stream.announced.value(full).version);
    return shared ? *shared : DiscoInfo{};
}

bool CapsModule::anyDeviceHas(const Jid &bare, const QString &feature) const
{
    for (const ResourcePresence &device : m_presence.resources(bare))
        if (infoOf(device.jid).hasFeature(feature))
            return true;
    return false;
}

} // namespace tertulia
