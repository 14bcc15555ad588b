// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/ConversationMenu.h"

#include "core/models/ChatListModel.h"
#include "core/models/Roles.h"
#include "core/session/Accounts.h"
#include "core/session/SessionChats.h"
#include "ui/chat/ChatStanding.h"
#include "ui/chat/ChatWidget.h"
#include "ui/contacts/ContactActions.h"
#include "ui/history/ClearDialog.h"
#include "ui/history/ExportHistory.h"
#include "ui/main/ChatListView.h"
#include "ui/main/MainWindow.h"
#include "ui/main/SidePane.h"
#include "ui/text/ChatTitle.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Icons.h"

#include <QMenu>
#include <QModelIndex>
#include <QPointer>

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
    // While somebody chooses, the list keeps still.
    ChatListModel *list = m_window.accounts().chatList();
    list->setHeld(true);
    connect(menu, &QMenu::aboutToHide, list, [list] { list->setHeld(false); });
    menu->addAction(icon(Icons::Chats), tr("Open"), this, [this, key] { m_window.openChat(key); });
    menu->addAction(icon(Icons::PopOut), tr("Open in own window"), this,
                    [this, key] { m_window.openChat(key, ChatHosts::How::OwnWindow); });
    menu->addSeparator();
    const Jid peer = key.peer;
    menu->addAction(icon(Icons::Check), isUnread(*session, peer) ? tr("Mark as read") : tr("Mark as unread"),
                    session, [session, peer] { toggleUnread(*session, peer); });
    const bool pinned = isPinned(*session, peer);
    menu->addAction(icon(Icons::Pin), pinned ? tr("Unpin") : tr("Pin"), session,
                    [session, peer] { togglePinned(*session, peer); });
    if (pinned)
        addMoves(*menu, row);
    addMuteMenu(*menu, *session, peer);
    addFolderMenu(*menu, *session, peer, list->folders(), &m_window);
    menu->addAction(icon(Icons::Archive), isArchived(*session, peer) ? tr("Unarchive") : tr("Archive"),
                    session, [session, peer] { toggleArchived(*session, peer); });
    addKnown(*menu, key);
    const QString name = chatTitle(row);
    const auto say = [window = QPointer(&m_window)](const QString &sentence) {
        if (window)
            window->say(sentence);
    };
    menu->addAction(icon(Icons::Download), tr("Export chat…"), this, [this, key, name, say] {
        askToExportHistory(m_window.accounts(), key, name, &m_window, say);
    });
    menu->addAction(icon(Icons::Trash, Tint::Danger), tr("Remove messages…"), this, [this, key, name, say] {
        askToClearChat(m_window.accounts(), key, name, &m_window, say);
    });
    menu->addAction(icon(Icons::Close), tr("Close chat"), this, [this, session, key] {
        m_window.hosts().close(key);
        session->chats().close(key.peer);
    });
    menu->addSeparator();
    m_window.contactActions().fill(*menu, key);
    menu->popup(globalPosition);
}

/// What was said before, and who it is.
void ConversationMenu::addKnown(QMenu &menu, const ConversationKey &key)
{
    menu.addAction(icon(Icons::Clock), tr("History"), this, [this, key] { m_window.openHistory(key); });
    menu.addAction(icon(Icons::Details), tr("Details"), this, [this, key] {
        m_window.openChat(key);
        if (ChatWidget *chat = m_window.hosts().chat(key))
            chat->setDetailsVisible(true);
    });
}

/// What dragging does, for the keyboard.
void ConversationMenu::addMoves(QMenu &menu, const QModelIndex &row)
{
    ChatListView *view = m_window.sidePane()->chats();
    const QPersistentModelIndex pinned = row;
    const auto add = [&](const QString &text, Icons picture, int step, bool enabled) {
        menu.addAction(icon(picture), text, view, [view, pinned, step] { view->movePin(pinned, step); })
            ->setEnabled(enabled);
    };
    const QAbstractItemModel *model = row.model();
    add(tr("Move up"), Icons::ChevronUp, -1, row.row() > 0);
    add(tr("Move down"), Icons::ChevronDown, 1, model->index(row.row() + 1, 0).data(roles::Pinned).toBool());
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
    addKnown(*menu, key);
    menu->addSeparator();
    m_window.contactActions().fill(*menu, key);
    menu->popup(globalPosition);
}

} // namespace tertulia
