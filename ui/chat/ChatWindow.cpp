// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatWindow.h"

#include "ui/accessibility/AccessibleRole.h"
#include "ui/chat/ChatTabs.h"
#include "ui/chat/ChatWidget.h"
#include "ui/keys/KeyMap.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/FocusCycle.h"

#include <QCloseEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tertulia
{

namespace
{

constexpr QSize kFirstSize(560, 640);
constexpr QSize kFirstSizeWithTabs(760, 680);

} // namespace

ChatWindow::ChatWindow(ChatWidget *chat, Kind kind)
    : QWidget(nullptr, Qt::Window)
    , m_stack(new QStackedWidget(this))
    , m_key(chat->key())
{
    announceAsWindow(this);
    setMinimumSize(360, 320);
    resize(kind == Kind::Tabs ? kFirstSizeWithTabs : kFirstSize);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    if (kind == Kind::Tabs)
        makeTabs();
    all->addWidget(m_stack);
    addChat(chat);
    KeyMap &keys = KeyMap::current();
    keys.addTo(this, KeyId::NextPane, [this] { cyclePane(1); });
    keys.addTo(this, KeyId::PreviousPane, [this] { cyclePane(-1); });
    keys.addTo(this, KeyId::FullScreen, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
}

ChatWindow::~ChatWindow() = default;

void ChatWindow::makeTabs()
{
    m_tabs = new ChatTabs(this);
    layout()->addWidget(m_tabs);
    connect(m_tabs, &QTabBar::currentChanged, this, &ChatWindow::onCurrentChanged);
    connect(m_tabs, &QTabBar::tabMoved, this, &ChatWindow::tabsChanged);
    connect(m_tabs, &ChatTabs::closeRequested, this, &ChatWindow::tabClosed);
    // Queued: the tab is still in the middle of its movement.
    connect(m_tabs, &ChatTabs::draggedOut, this, &ChatWindow::tabDraggedOut, Qt::QueuedConnection);
    connect(m_tabs, &ChatTabs::menuRequested, this, &ChatWindow::openTabMenu);
}

void ChatWindow::openTabMenu(const ConversationKey &key, const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(Icons::PopOut), tr("Open in own window"), this,
                    [this, key] { Q_EMIT tabDraggedOut(key); });
    menu->addAction(icon(Icons::Close), tr("Close chat"), this, [this, key] { Q_EMIT tabClosed(key); });
    menu->addAction(tr("Close the other chats"), this,
                    [this, key] {
                        for (const ConversationKey &other : keys()) {
                            if (other != key)
                                Q_EMIT tabClosed(other);
                        }
                    })
        ->setEnabled(m_tabs->count() > 1);
    menu->popup(place);
}

QList<ChatWidget *> ChatWindow::chats() const
{
    QList<ChatWidget *> found;
    for (const ConversationKey &key : keys())
        found << chat(key);
    return found;
}

QList<ConversationKey> ChatWindow::keys() const
{
    QList<ConversationKey> found;
    if (!m_tabs) {
        if (chat())
            found << m_key;
        return found;
    }
    for (int i = 0; i < m_tabs->count(); ++i)
        found << m_tabs->keyAt(i);
    return found;
}

ChatWidget *ChatWindow::chat() const
{
    return qobject_cast<ChatWidget *>(m_stack->currentWidget());
}

ChatWidget *ChatWindow::chat(const ConversationKey &key) const
{
    for (int i = 0; i < m_stack->count(); ++i) {
        auto *chat = qobject_cast<ChatWidget *>(m_stack->widget(i));
        if (chat && chat->key() == key)
            return chat;
    }
    return nullptr;
}

void ChatWindow::adopt(ChatWidget *chat)
{
    m_stack->addWidget(chat);
    chat->setInOwnWindow(!m_tabs);
    chat->setBackVisible(false);
    connect(chat, &ChatWidget::titleChanged, this, &ChatWindow::updateTitle);
    connect(chat, &ChatWidget::closeRequested, this, [this, chat] {
        if (m_tabs)
            Q_EMIT tabClosed(chat->key());
        else
            close();
    });
}

void ChatWindow::addChat(ChatWidget *chat)
{
    adopt(chat);
    if (m_tabs) {
        m_tabs->addChat(chat);
        onCurrentChanged();
        Q_EMIT tabsChanged();
    } else {
        m_stack->setCurrentWidget(chat);
        setFocusProxy(chat);
        updateTitle();
    }
}

void ChatWindow::showChat(const ConversationKey &key)
{
    if (m_tabs && m_tabs->indexOf(key) >= 0)
        m_tabs->setCurrentIndex(m_tabs->indexOf(key));
}

void ChatWindow::stepTab(int step)
{
    if (m_tabs && m_tabs->count() > 0)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + m_tabs->count()) % m_tabs->count());
}

ChatWidget *ChatWindow::takeChat(const ConversationKey &key)
{
    ChatWidget *taken = chat(key);
    if (!taken)
        return nullptr;
    taken->disconnect(this);
    setFocusProxy(nullptr);
    m_stack->removeWidget(taken);
    taken->hide();
    taken->setParent(nullptr);
    if (m_tabs) {
        taken->disconnect(m_tabs);
        m_tabs->removeChat(key);
        onCurrentChanged();
        Q_EMIT tabsChanged();
    }
    return taken;
}

void ChatWindow::onCurrentChanged()
{
    const ConversationKey key = m_tabs->keyAt(m_tabs->currentIndex());
    ChatWidget *now = chat(key);
    if (!now)
        return;
    const bool hadFocus = chat() && chat()->isAncestorOf(focusWidget());
    m_key = key;
    m_stack->setCurrentWidget(now);
    setFocusProxy(now);
    if (hadFocus)
        now->focusComposer();
    updateTitle();
    Q_EMIT tabsChanged();
}

void ChatWindow::cyclePane(int step)
{
    if (!chat())
        return;
    QList<QWidget *> panes = chat()->panes();
    if (m_tabs)
        panes.prepend(m_tabs);
    cycleFocus(panes, step);
}

void ChatWindow::updateTitle()
{
    if (!chat())
        return;
    const QString name = shownName(chat()->peerName());
    int unread = 0;
    for (const ChatWidget *each : chats())
        unread += each->unread();
    // "%1" of a name must not be filled in by a later arg().
    setWindowTitle(unread > 0 ? tr("(%1) %2 — Tertulia").arg(QString::number(unread), name)
                              : tr("%1 — Tertulia").arg(name));
    Q_EMIT titleChanged();
}

void ChatWindow::closeEvent(QCloseEvent *event)
{
    for (ChatWidget *each : chats())
        each->saveDraft();
    event->accept();
    Q_EMIT closed();
}

void ChatWindow::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    Q_EMIT placementChanged();
}

void ChatWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    Q_EMIT placementChanged();
}

void ChatWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        Q_EMIT placementChanged();
    else if (event->type() == QEvent::LanguageChange)
        updateTitle();
    else if (event->type() == QEvent::ActivationChange && isActiveWindow())
        Q_EMIT activated();
}

} // namespace tertulia
