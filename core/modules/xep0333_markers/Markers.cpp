// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0333_markers/Markers.h"

#include "core/modules/messaging/Messaging.h"
#include "core/modules/roster/Roster.h"
#include "core/modules/xep0334_hints/Hints.h"
#include "core/stanza/Payload.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kMarkers = u"urn:xmpp:chat-markers:0"_s;

} // namespace

MarkersModule::MarkersModule(ModuleHost &host, MessagingModule &messaging, RosterModule &roster,
                             QObject *parent)
    : Module(host, parent)
    , m_roster(roster)
{
    connect(&messaging, &MessagingModule::received, this, &MarkersModule::observe);
}

Manifest MarkersModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0333_markers"_s;
    manifest.features.append(kMarkers);
    manifest.messageDecorators.append({110, &MarkersModule::decorate});
    return manifest;
}

bool MarkersModule::isMarkable(const Message &message)
{
    // A marker that asks for one would go round for ever (XEP-0333 4.2).
    return message.type != Message::Type::Error && !message.id.isEmpty()
        && message.hasPayload(u"markable", kMarkers) && !message.hasPayload(u"displayed", kMarkers);
}

QString MarkersModule::displayedIn(const Message &message)
{
    if (message.type == Message::Type::Error)
        return {};
    return idOf(message.payload(u"displayed", kMarkers));
}

bool MarkersModule::tellDisplayed(const Jid &bare, const QString &id)
{
    if (id.isEmpty() || !host().isOnline() || !m_roster.isContact(bare))
        return false;
    Message message;
    message.to = bare;
    message.type = Message::Type::Chat;
    message.payloads.append(XmlElement(u"displayed"_s, kMarkers, {{u"id"_s, {}, id}}));
    // Our other devices, and theirs, may be away just now.
    addHint(message, Hint::Store);
    host().send(message);
    return true;
}

void MarkersModule::decorate(Message &message)
{
    if (message.type != Message::Type::Chat || message.body.isNull() || message.id.isEmpty()
        || message.hasPayload(u"markable", kMarkers) || message.hasPayload(u"displayed", kMarkers))
        return;
    message.payloads.append(XmlElement(u"markable"_s, kMarkers));
}

void MarkersModule::observe(const ReceivedMessage &received)
{
    const QString id = displayedIn(received.message);
    if (id.isEmpty())
        return;
    if (received.outgoing)
        Q_EMIT displayedElsewhere(id, received.peer);
    else
        Q_EMIT displayed(id, received.peer);
}

} // namespace tertulia
