// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/ConversationMenu.h"

#include "core/models/Roles.h"
#include "core/session/Accounts.h"
#include "ui/contacts/ContactActions.h"
#include "ui/main/MainWindow.h"
#include "ui/text/ChatTitle.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Icons.h"

#include <QMenu>
#include <QModelIndex>

namespace tertulia
{

namespace
{

ConversationKey keyOf(const QModelIndex &row)
{
    return {row.data(roles::Account).toString(), Jid::fromNormalized(row.data(roles::Address).toString())};
}

QMenu *makeMenu(MainWindow &window, const QModelIndex &row)
{
    auto *menu = new QMenu(&window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(chatTitle(row));
    return menu;
}

} // namespace

ConversationMenu::ConversationMenu(MainWindow &window)
    : QObject(&window)
    , m_window(window)
{
}

void ConversationMenu::popupForChat(const QModelIndex &row, const QPoint &globalPosition)
{
    const ConversationKey key = keyOf(row);
    XmppSession *session = m_window.accounts().session(key.account);
    if (!session)
        return;
    QMenu *menu = makeMenu(m_window, row);
    const bool unread = row.data(roles::Unread).toInt() > 0;
    const bool pinned = row.data(roles::Pinned).toBool();
    const bool muted = row.data(roles::Muted).toBool();
    menu->addAction(icon(Icons::Chats), tr("Open"), this, [this, key] { m_window.openChat(key); });
    menu->addAction(icon(Icons::PopOut), tr("Open in own window"), this,
                    [this, key] { m_window.openChat(key, ChatHosts::How::OwnWindow); });
    menu->addSeparator();
    menu->addAction(icon(Icons::Check), tr("Mark as read"), session,
                    [session, key] { session->markRead(key.peer); })
        ->setEnabled(unread);
    menu->addAction(icon(Icons::Pin), pinned ? tr("Unpin") : tr("Pin"), session,
                    [session, key, pinned] { session->setPinned(key.peer, !pinned); });
    menu->addAction(icon(muted ? Icons::Bell : Icons::Mute), muted ? tr("Unmute") : tr("Mute"), session,
                    [session, key, muted] { session->setMuted(key.peer, !muted); });
    menu->addAction(icon(Icons::Close), tr("Close chat"), this, [this, session, key] {
        m_window.hosts().close(key);
        session->closeChat(key.peer);
    });
    menu->addSeparator();
    m_window.contactActions().fill(*menu, key);
    menu->popup(globalPosition);
}

void ConversationMenu::popupForContact(const QModelIndex &row, const QPoint &globalPosition)
{
    const ConversationKey key = keyOf(row);
    if (!m_window.accounts().session(key.account))
        return;
    QMenu *menu = makeMenu(m_window, row);
    menu->addAction(icon(Icons::Chats), tr("Send message"), this, [this, key] { m_window.openChat(key); });
    menu->addAction(icon(Icons::PopOut), tr("Open in own window"), this,
                    [this, key] { m_window.openChat(key, ChatHosts::How::OwnWindow); });
    menu->addSeparator();
    m_window.contactActions().fill(*menu, key);
    menu->popup(globalPosition);
}

} // namespace tertulia
