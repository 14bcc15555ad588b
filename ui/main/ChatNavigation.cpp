// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/ChatNavigation.h"

#include "core/models/ConversationListModel.h"
#include "core/session/Accounts.h"
#include "core/session/SessionChats.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/ChatWindow.h"
#include "ui/chat/RecentChats.h"
#include "ui/main/ChatListView.h"
#include "ui/main/RecentOverlay.h"
#include "ui/text/ChatTitle.h"

#include <QApplication>

namespace tertulia
{

ChatNavigation::ChatNavigation(Accounts &accounts, ChatHosts &hosts, ChatListView &list, QWidget &mainWindow)
    : QObject(&mainWindow)
    , m_accounts(accounts)
    , m_hosts(hosts)
    , m_list(list)
    , m_mainWindow(mainWindow)
{
}

ChatHosts::How ChatNavigation::where() const
{
    const auto *window = qobject_cast<ChatWindow *>(QApplication::activeWindow());
    return window && window->kind() == ChatWindow::Kind::Tabs ? ChatHosts::How::Tab
                                                              : ChatHosts::How::MainWindow;
}

void ChatNavigation::step(int step, bool unreadOnly)
{
    const ChatWidget *here = m_hosts.activeChat();
    const QModelIndex next
        = m_list.neighbour(here ? std::optional(here->key()) : m_hosts.mainChat(), step, unreadOnly);
    if (!next.isValid())
        return;
    // One that has a window of its own is shown there.
    const ConversationKey key = m_list.keyOf(next);
    Q_EMIT openRequested(key, m_hosts.chat(key) ? ChatHosts::How::Default : where());
}

void ChatNavigation::openNth(int number)
{
    const QModelIndex row = m_list.model()->index(number - 1, 0);
    if (row.isValid())
        Q_EMIT openRequested(m_list.keyOf(row), ChatHosts::How::Default);
}

void ChatNavigation::arrangePins(const QList<ConversationKey> &keys)
{
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (XmppSession *session = m_accounts.session(keys.at(i).account))
            session->chats().setPinOrder(keys.at(i).peer, i + 1);
    }
}

void ChatNavigation::stepRecent(int step)
{
    if (m_overlay) {
        m_overlay->step(step);
        return;
    }
    QList<RecentOverlay::Entry> entries;
    for (const ConversationKey &key : m_hosts.recent().order()) {
        const XmppSession *session = m_accounts.session(key.account);
        if (!session)
            continue;
        const QModelIndex row = session->conversations()->indexOf(key.peer);
        entries.append({key, chatTitle(*session, key.peer), row});
    }
    if (entries.isEmpty())
        return;
    QWidget *window = QApplication::activeWindow();
    m_overlay = new RecentOverlay(entries, window ? window : &m_mainWindow);
    connect(m_overlay, &RecentOverlay::chosen, this,
            [this](const ConversationKey &key) { Q_EMIT openRequested(key, ChatHosts::How::Default); });
    // The first one is where the person is already.
    const ChatWidget *here = m_hosts.activeChat();
    const bool atFirst = here && here->key() == entries.constFirst().key;
    m_overlay->begin(step > 0 ? (atFirst ? 1 : 0) : -1);
}

} // namespace tertulia
