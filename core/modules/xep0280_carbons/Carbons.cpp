// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0280_carbons/Carbons.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/modules/xep0030_disco/Disco.h"
#include "core/modules/xep0297_forwarded/Forwarded.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kCarbons = u"urn:xmpp:carbons:2"_s;
const QString kReceived = u"received"_s;
const QString kSent = u"sent"_s;
constexpr int kBeforeEverythingElse = 10;

bool isCopy(const Message &message)
{
    return message.hasPayload(kReceived, kCarbons) || message.hasPayload(kSent, kCarbons);
}

} // namespace

CarbonsModule::CarbonsModule(ModuleHost &host, DiscoModule &disco, QObject *parent)
    : Module(host, parent)
{
    connect(&disco, &DiscoModule::serverInfoKnown, this, &CarbonsModule::enable);
}

Manifest CarbonsModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0280_carbons"_s;
    manifest.messages.append(
        {kBeforeEverythingElse, kReceived, kCarbons, Sender::OwnAccount,
         [this](const Message &message) { return take(message, CarbonCopy::Direction::Received); }});
    manifest.messages.append(
        {kBeforeEverythingElse, kSent, kCarbons, Sender::OwnAccount,
         [this](const Message &message) { return take(message, CarbonCopy::Direction::Sent); }});
    manifest.inlineFeatures.append({kCarbons, [] { return XmlElement(u"enable"_s, kCarbons); }});
    return manifest;
}

void CarbonsModule::streamStarted(StreamStart start)
{
    if (start == StreamStart::Resumed)
        return;
    m_stream = {};
    m_stream.enabled = start == StreamStart::Fresh && host().cameWithLogIn(kCarbons);
    if (m_stream.enabled)
        Q_EMIT enabled();
}

void CarbonsModule::enable(const DiscoInfo &server)
{
    if (m_stream.enabled || !server.hasFeature(kCarbons))
        return;
    Iq iq;
    iq.type = Iq::Type::Set;
    iq.payload = XmlElement(u"enable"_s, kCarbons);
    host().request(iq).then(this, [this](const Result<XmlElement> &reply) {
        if (!reply) {
            qCInfo(logModules) << "the server refused carbons";
            return;
        }
        m_stream.enabled = true;
        Q_EMIT enabled();
    });
}

bool CarbonsModule::take(const Message &message, CarbonCopy::Direction direction)
{
    // Whatever claims to be a copy is never shown as a message of its own.
    if (!m_stream.enabled || message.type == Message::Type::Error)
        return true;
    const bool received = direction == CarbonCopy::Direction::Received;
    const XmlElement wrapper = message.payload(received ? kReceived : kSent, kCarbons);
    auto forwarded = Forwarded::fromXml(wrapper.child(u"forwarded", kForwardNamespace));
    if (!forwarded) {
        qCWarning(logModules) << "ignored a malformed carbon copy";
        return true;
    }
    Message &inner = forwarded->message;
    if (inner.type == Message::Type::Groupchat || isCopy(inner))
        return true;
    const Jid own = host().ownJid().bare();
    if (received && inner.to.isNull())
        inner.to = own;
    const Jid &ours = received ? inner.to : inner.from;
    if (inner.from.isNull() || inner.to.isNull() || ours.bare() != own)
        return true;
    CarbonCopy copy{direction, std::move(inner), {}};
    if (forwarded->delay)
        copy.stamp = std::min(forwarded->delay->stamp, host().clock().now());
    Q_EMIT copied(copy);
    return true;
}

} // namespace tertulia
