// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0184_receipts/Receipts.h"

#include "core/modules/messaging/Messaging.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kReceipts = u"urn:xmpp:receipts"_s;

bool isOneToOne(const Message &message)
{
    return message.type == Message::Type::Chat || message.type == Message::Type::Normal;
}

} // namespace

ReceiptsModule::ReceiptsModule(ModuleHost &host, MessagingModule &messaging, QObject *parent)
    : Module(host, parent)
{
    connect(&messaging, &MessagingModule::received, this, &ReceiptsModule::observe);
}

Manifest ReceiptsModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0184_receipts"_s;
    manifest.features.append(kReceipts);
    // A receipt tells that we are here: only who may see our presence gets one (SECURITY A78). Copies and
    // archived messages never come by a route.
    manifest.messages.append({100, u"request"_s, kReceipts, Sender::Contact,
                              [this](const Message &message) { return answer(message); }});
    manifest.messageDecorators.append({100, &ReceiptsModule::decorate});
    return manifest;
}

QString ReceiptsModule::receiptIn(const Message &message)
{
    if (message.type == Message::Type::Error)
        return {};
    return message.payload(u"received", kReceipts).attribute(u"id");
}

bool ReceiptsModule::asksForReceipt(const Message &message)
{
    // A receipt that asks for one would go round for ever (XEP-0184 5.3).
    return isOneToOne(message) && !message.id.isEmpty() && message.hasPayload(u"request", kReceipts)
        && !message.hasPayload(u"received", kReceipts);
}

void ReceiptsModule::decorate(Message &message)
{
    if (!isOneToOne(message) || message.body.isNull() || message.id.isEmpty()
        || !message.payload(u"request", kReceipts).isNull()
        || !message.payload(u"received", kReceipts).isNull())
        return;
    message.payloads.append(XmlElement(u"request"_s, kReceipts));
}

bool ReceiptsModule::answer(const Message &message)
{
    if (!m_answering || !asksForReceipt(message))
        return false;
    Message receipt;
    receipt.to = message.from;
    receipt.type = message.type;
    receipt.payloads.append(XmlElement(u"received"_s, kReceipts, {{u"id"_s, {}, message.id}}));
    host().send(receipt);
    return false;
}

void ReceiptsModule::observe(const ReceivedMessage &received)
{
    const QString id = receiptIn(received.message);
    if (!id.isEmpty() && !received.outgoing)
        Q_EMIT delivered(id, received.peer);
}

} // namespace tertulia
