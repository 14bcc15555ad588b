// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/ChatHosts.h"

#include <QObject>
#include <QPointer>

namespace tertulia
{

class ChatListView;
class RecentOverlay;

/// From the chat that has the focus to another one: along the list, by its place in it, or in the order in
/// which one turned to them; the same in each window that shows chats.
class ChatNavigation : public QObject
{
    Q_OBJECT
public:
    ChatNavigation(Accounts &accounts, ChatHosts &hosts, ChatListView &list, QWidget &mainWindow);

    /// The chat `step` rows further in the list, skipping read ones if `unreadOnly`. In the window with tabs
    /// it opens there, else in the main window.
    void step(int step, bool unreadOnly);
    /// From 1.
    void openNth(int number);
    /// Shows the recent chats while the modifiers of the key are held, and opens the one chosen then.
    void stepRecent(int step);
    /// Gives pinned chats the order of `keys`, whichever accounts they are of.
    void arrangePins(const QList<ConversationKey> &keys);

Q_SIGNALS:
    void openRequested(const tertulia::ConversationKey &key, tertulia::ChatHosts::How how);

private:
    [[nodiscard]] ChatHosts::How where() const;

    Accounts &m_accounts;
    ChatHosts &m_hosts;
    ChatListView &m_list;
    QWidget &m_mainWindow;
    QPointer<RecentOverlay> m_overlay;
};

} // namespace tertulia
