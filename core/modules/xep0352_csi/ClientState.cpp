// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0352_csi/ClientState.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kClientState = u"urn:xmpp:csi:0"_s;

} // namespace

Manifest ClientStateModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0352_csi"_s;
    return manifest;
}

void ClientStateModule::streamStarted(StreamStart)
{
    // XEP-0352 5.2: each connection begins as active, a resumed stream too.
    m_toldActive = true;
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
    return host().isOnline() && !host().streamFeatures().child(u"csi", kClientState).isNull();
}

void ClientStateModule::tell(bool active)
{
    if (m_toldActive == active || !isOffered())
        return;
    m_toldActive = active;
    host().sendNonza(XmlElement(active ? u"active"_s : u"inactive"_s, kClientState));
}

} // namespace tertulia
