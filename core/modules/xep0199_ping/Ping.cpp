// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0199_ping/Ping.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kPing = u"urn:xmpp:ping"_s;

} // namespace

Manifest PingModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0199_ping"_s;
    manifest.features.append(kPing);
    manifest.iqs.append({Iq::Type::Get, u"ping"_s, kPing,
                         Sender::OwnAccount | Sender::OwnResource | Sender::OwnServer | Sender::Contact,
                         [](const Iq &) { return XmlElement(); }});
    return manifest;
}

Task<void> PingModule::ping(const Jid &jid, std::chrono::milliseconds deadline)
{
    Iq iq;
    iq.to = jid;
    iq.type = Iq::Type::Get;
    iq.payload = XmlElement(u"ping"_s, kPing);
    Promise<void> promise;
    auto task = promise.task();
    auto held = std::make_shared<Promise<void>>(std::move(promise));
    host().request(iq, deadline).then(this, [held](const Result<XmlElement> &reply) {
        // Somebody who says that they do not know pings has answered (XEP-0199 4.3).
        const bool answered = reply || reply.error().code == ErrorCode::StanzaFeatureNotImplemented
            || reply.error().code == ErrorCode::StanzaServiceUnavailable;
        held->finish(answered ? Result<void>() : Failure(reply.error()));
    });
    return task;
}

} // namespace tertulia
