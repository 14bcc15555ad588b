// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QList>
#include <QPointer>
#include <QWidget>

class QStackedWidget;

namespace tertulia
{

class ChatTabs;
class ChatWidget;

/// Chats in a top-level window of their own (R1), with its own entry in the task bar: one chat, or several
/// behind tabs. Title: unread count, the other's name first, then the program.
class ChatWindow : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Single, Tabs };

    explicit ChatWindow(ChatWidget *chat, Kind kind = Kind::Single);
    ~ChatWindow() override;

    [[nodiscard]] Kind kind() const { return m_tabs ? Kind::Tabs : Kind::Single; }
    /// In the order of their tabs.
    [[nodiscard]] QList<ChatWidget *> chats() const;
    [[nodiscard]] QList<ConversationKey> keys() const;
    /// The chat that can be seen.
    [[nodiscard]] ChatWidget *chat() const;
    [[nodiscard]] ChatWidget *chat(const ConversationKey &key) const;
    /// Of chat(); when all were taken, of the last one.
    [[nodiscard]] ConversationKey key() const { return m_key; }

    /// Behind a tab of its own, at the end.
    void addChat(ChatWidget *chat);
    /// Brings its tab forward.
    void showChat(const ConversationKey &key);
    /// The tab `step` further, around the ends.
    void stepTab(int step);
    /// Gives a chat back before the window goes, or its tab; null if it is not here.
    ChatWidget *takeChat(const ConversationKey &key);
    ChatWidget *takeChat() { return takeChat(m_key); }

Q_SIGNALS:
    /// The person closed it (button, Ctrl+W, window manager).
    void closed();
    /// The person closed one of several tabs.
    void tabClosed(const tertulia::ConversationKey &key);
    void tabDraggedOut(const tertulia::ConversationKey &key);
    /// It was moved, resized, maximised or brought to another screen.
    void placementChanged();
    /// Another tab came forward, or they stand in another order.
    void tabsChanged();
    void titleChanged();
    /// The person turned to it.
    void activated();

protected:
    void closeEvent(QCloseEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeTabs();
    void adopt(ChatWidget *chat);
    void openTabMenu(const ConversationKey &key, const QPoint &place);
    void onCurrentChanged();
    void updateTitle();
    void cyclePane(int step);

    QStackedWidget *m_stack;
    ChatTabs *m_tabs = nullptr;
    ConversationKey m_key;
};

} // namespace tertulia
