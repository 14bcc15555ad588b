// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/ChatParts.h"
#include "ui/chat/ChatWidget.h"

#include <QModelIndex>
#include <QString>

#include <optional>

namespace tertulia
{

class ChatFind;
class ChatJumps;
class ChatOverrides;
class ConversationModel;
class MessageCommands;
class SeenMessages;
class StrangerQuestion;

class ChatWidget::Private : public ChatParts
{
public:
    Private(ChatWidget *widget, XmppSession &session_, const Jid &peer_);

    void build();
    void connectAll();
    void addShortcuts();
    void refreshPeer();
    void refreshState();
    void arrange();
    void send(const QString &text, qint64 answers, const std::optional<QString> &spoiler);
    void showPicked(int count);
    void stepBack();
    [[nodiscard]] QModelIndex contact() const;

    ChatWidget *q;
    XmppSession &session;
    const Jid peer;
    UiSettings *settings = nullptr;
    ConversationModel *model = nullptr;
    MessageCommands *commands = nullptr;
    ChatJumps *jumps = nullptr;
    ChatFind *find = nullptr;
    StrangerQuestion *strangers = nullptr;
    SeenMessages *seen = nullptr;
    ChatOverrides *overrides = nullptr;
    QString name;
    int unread = -1;
    bool ownWindow = false;
    bool wantsDetails = false;
    bool wantsBack = false;
};

} // namespace tertulia
