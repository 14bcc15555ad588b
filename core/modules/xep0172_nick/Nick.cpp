// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0172_nick/Nick.h"

#include "core/modules/roster/Roster.h"
#include "core/modules/xep0060_pubsub/PepItems.h"
#include "core/modules/xep0172_nick/NickElement.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

NickModule::NickModule(ModuleHost &host, RosterModule &roster, QObject *parent)
    : Module(host, parent)
    , m_roster(roster)
{
}

Manifest NickModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0172_nick"_s;
    // Who is in the roster without seeing us is no Sender::Contact, but their name is wanted too.
    manifest.pepNodes.append(
        {kNickNamespace, Sender::Anyone, [this](const PepEvent &event) { handleEvent(event); }});
    return manifest;
}

void NickModule::handleEvent(const PepEvent &event)
{
    if (event.sender != host().ownJid().bare() && !m_roster.contains(event.sender))
        return;
    if (!event.items.isEmpty())
        Q_EMIT nicknameChanged(event.sender, nickIn(event.items.last().payload));
    else if (!event.retracted.isEmpty())
        Q_EMIT nicknameChanged(event.sender, {});
}

Task<void> NickModule::publish(const QString &nickname)
{
    return publishPepItem(host(), this, kNickNamespace, u"current"_s, nickElement(nickname));
}

} // namespace tertulia
