// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/ChatHosts.h"
#include "ui/chat/OpenChats.h"
#include "ui/chat/RecentChats.h"
#include "ui/spelling/Spelling.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

namespace tertulia
{

class ChatHosts::Private
{
public:
    Private(ChatHosts *hosts, MakeChat make_, UiSettings &settings_)
        : q(hosts)
        , make(std::move(make_))
        , settings(settings_)
        , kept(settings_)
        , spelling(settings_)
    {
    }

    [[nodiscard]] ChatWindow *windowOf(const ConversationKey &key) const;
    [[nodiscard]] ChatWindow *tabsWindow() const;
    ChatWidget *makeChat(const ConversationKey &key);
    void placeInMain(ChatWidget *chat);
    ChatWidget *takeFromMain();
    ChatWindow *placeInWindow(ChatWidget *chat);
    ChatWindow *placeInTabs(ChatWidget *chat);
    ChatWidget *place(ChatWidget *chat, How how);
    ChatWidget *show(ChatWindow *window, const ConversationKey &key);
    ChatWidget *take(const ConversationKey &key);
    void connectWindow(ChatWindow *window);
    void leave(ChatWidget *chat);
    void onClosed(ChatWindow *window);
    void dropWindow(ChatWindow *window);
    void rememberPlacement(const ChatWindow *window);
    void rememberWindows();
    void rememberMain();

    ChatHosts *q;
    MakeChat make;
    UiSettings &settings;
    OpenChats kept;
    Spelling spelling;
    RecentChats recent;
    MainChatPlace *mainPlace = nullptr;
    QPointer<ChatWidget> main;
    QList<ChatWindow *> windows;
    /// Written down but not openable now (their account is missing): kept for the next start.
    QList<ConversationKey> absentWindows;
    QList<ConversationKey> absentTabs;
    /// Where each chat was left, while the program runs.
    QHash<ConversationKey, qint64> positions;
    QTimer placementTimer;
    bool frozen = false;
    bool restoring = false;
};

} // namespace tertulia
