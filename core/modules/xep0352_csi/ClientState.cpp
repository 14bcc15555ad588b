// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0352_csi/ClientState.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kClientState = u"urn:xmpp:csi:0"_s;
const QString kInactive = u"inactive"_s;

} // namespace

Manifest ClientStateModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0352_csi"_s;
    manifest.inlineFeatures.append(
        {kClientState, [this] { return m_idle ? XmlElement(kInactive, kClientState) : XmlElement(); }});
    return manifest;
}

void ClientStateModule::streamStarted(StreamStart start)
{
    // XEP-0352 5.2: each connection begins as active, a resumed stream too; unless it was bound as something
    // else. The person may have come back since that was asked for.
    m_toldActive = start != StreamStart::Fresh || !host().cameWithLogIn(kClientState);
    tell(!m_idle);
}

void ClientStateModule::streamSuspended()
{
    m_toldActive = true;
}

void ClientStateModule::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    if (active) {
        m_patience.stop();
        m_idle = false;
        tell(true);
        return;
    }
    m_patience = host().timers().after(kPatience, [this] {
        m_idle = true;
        tell(false);
    });
}

bool ClientStateModule::isOffered() const
{
    // Who takes it along with a log-in has it, whatever the features after that say.
    return host().isOnline()
        && (host().cameWithLogIn(kClientState)
            || !host().streamFeatures().child(u"csi", kClientState).isNull());
}

void ClientStateModule::tell(bool active)
{
    if (m_toldActive == active || !isOffered())
        return;
    m_toldActive = active;
    host().sendNonza(XmlElement(active ? u"active"_s : kInactive, kClientState));
}

} // namespace tertulia
