// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QPointer>
#include <QWidget>

namespace tertulia
{

class ChatWidget;

/// A chat in a top-level window of its own (R1), with its own entry in the task bar. Title: unread count, the
/// other's name first, then the program.
class ChatWindow : public QWidget
{
    Q_OBJECT
public:
    explicit ChatWindow(ChatWidget *chat);
    ~ChatWindow() override;

    [[nodiscard]] ChatWidget *chat() const;
    [[nodiscard]] ConversationKey key() const;
    /// Gives the chat back before the window goes; the window is empty afterwards.
    ChatWidget *takeChat();

Q_SIGNALS:
    /// The person closed it (button, Ctrl+W, window manager).
    void closed();
    /// It was moved, resized, maximised or brought to another screen.
    void placementChanged();
    void titleChanged();

protected:
    void closeEvent(QCloseEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateTitle();
    void addShortcuts();
    void cyclePane(int step);

    QPointer<ChatWidget> m_chat;
    ConversationKey m_key;
};

} // namespace tertulia
