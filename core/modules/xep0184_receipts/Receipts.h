// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

namespace tertulia
{

class MessagingModule;
struct ReceivedMessage;

/// Delivery receipts (XEP-0184). Asks for one with every chat message that has a body; answers contacts only
/// (SECURITY A78), and never copies or groupchat.
class ReceiptsModule : public Module
{
    Q_OBJECT
public:
    ReceiptsModule(ModuleHost &host, MessagingModule &messaging, QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;

    /// The id of the message that this one is a receipt for, or empty.
    [[nodiscard]] static QString receiptIn(const Message &message);
    [[nodiscard]] static bool asksForReceipt(const Message &message);

    /// Whether contacts are told that their messages arrived; on from the start.
    void setAnswering(bool answering) { m_answering = answering; }

Q_SIGNALS:
    /// `from` (bare) has the message with this id, if it was sent to them: a receipt counts only in the chat
    /// with whom it comes from (SECURITY A67).
    void delivered(const QString &id, const tertulia::Jid &from);

private:
    void observe(const ReceivedMessage &received);
    bool answer(const Message &message);
    static void decorate(Message &message);

    bool m_answering = true;
};

} // namespace tertulia
