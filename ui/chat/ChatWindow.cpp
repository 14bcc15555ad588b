// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatWindow.h"

#include "ui/accessibility/AccessibleRole.h"
#include "ui/chat/ChatWidget.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"

#include <QCloseEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace tertulia
{

namespace
{

constexpr QSize kFirstSize(560, 640);

} // namespace

ChatWindow::ChatWindow(ChatWidget *chat)
    : QWidget(nullptr, Qt::Window)
    , m_chat(chat)
    , m_key(chat->key())
{
    announceAsWindow(this);
    setMinimumSize(360, 320);
    resize(kFirstSize);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(chat);
    chat->setInOwnWindow(true);
    chat->show();
    setFocusProxy(chat);
    connect(chat, &ChatWidget::titleChanged, this, &ChatWindow::updateTitle);
    connect(chat, &ChatWidget::closeRequested, this, &QWidget::close);
    addShortcuts();
    updateTitle();
}

/// What the menus do in the main window.
void ChatWindow::addShortcuts()
{
    const auto key = [this](const QKeySequence &keys, auto action) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    key(Qt::Key_F6, [this] { cyclePane(1); });
    key(QKeyCombination(Qt::SHIFT, Qt::Key_F6), [this] { cyclePane(-1); });
    key(Qt::Key_F11, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    key(QKeyCombination(Qt::CTRL, Qt::Key_Plus), [] { Theme::current().stepTextSize(1); });
    key(QKeyCombination(Qt::CTRL, Qt::Key_Equal), [] { Theme::current().stepTextSize(1); });
    key(QKeyCombination(Qt::CTRL, Qt::Key_Minus), [] { Theme::current().stepTextSize(-1); });
    key(QKeyCombination(Qt::CTRL, Qt::Key_0), [] { Theme::current().stepTextSize(0); });
}

void ChatWindow::cyclePane(int step)
{
    if (!m_chat)
        return;
    const QList<QWidget *> panes = m_chat->panes();
    const QWidget *focus = focusWidget();
    qsizetype at = panes.size() - 1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focus && (panes[i] == focus || panes[i]->isAncestorOf(focus)))
            at = i;
    }
    QWidget *pane = panes[(at + step + panes.size()) % panes.size()];
    // A pane that takes no focus itself gives it to its first control.
    QWidget *target = pane;
    while (!(target->focusPolicy() & Qt::TabFocus) || !target->isVisible()) {
        target = target->nextInFocusChain();
        if (target == pane || !pane->isAncestorOf(target))
            return;
    }
    target->setFocus(Qt::ShortcutFocusReason);
}

ChatWindow::~ChatWindow() = default;

ChatWidget *ChatWindow::chat() const
{
    return m_chat;
}

ConversationKey ChatWindow::key() const
{
    return m_key;
}

ChatWidget *ChatWindow::takeChat()
{
    ChatWidget *chat = m_chat;
    m_chat.clear();
    if (chat) {
        chat->disconnect(this);
        setFocusProxy(nullptr);
        layout()->removeWidget(chat);
        chat->setParent(nullptr);
    }
    return chat;
}

void ChatWindow::updateTitle()
{
    if (!m_chat)
        return;
    const QString name = shownName(m_chat->peerName());
    const int unread = m_chat->unread();
    // "%1" of a name must not be filled in by a later arg().
    setWindowTitle(unread > 0 ? tr("(%1) %2 — Tertulia").arg(QString::number(unread), name)
                              : tr("%1 — Tertulia").arg(name));
    Q_EMIT titleChanged();
}

void ChatWindow::closeEvent(QCloseEvent *event)
{
    if (m_chat)
        m_chat->saveDraft();
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
}

} // namespace tertulia
