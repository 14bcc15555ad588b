// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QStackedWidget>

namespace tertulia
{

class ChatWidget;

/// The part of the main window that shows a chat, or says how to choose one. Does not own the chat.
class ChatArea : public QStackedWidget
{
    Q_OBJECT
public:
    explicit ChatArea(QWidget *parent = nullptr);

    /// Null for the empty state.
    void place(ChatWidget *chat);
    [[nodiscard]] ChatWidget *chat() const;

private:
    QWidget *m_empty;
    QPointer<ChatWidget> m_chat;
};

} // namespace tertulia
