// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QDateTime>
#include <QDialog>

#include <functional>

class QComboBox;

namespace tertulia
{

class Accounts;
class XmppSession;

/// Asks which messages are to go, and says that they do not come back. The safe button is the default.
class ClearDialog : public QDialog
{
    Q_OBJECT
public:
    /// `title`: what will happen, with the chat's name. `everything`: whether all may go, not only what is
    /// old.
    ClearDialog(const QString &title, bool everything, QWidget *parent);

Q_SIGNALS:
    /// All that is older (UTC); invalid: everything.
    void confirmed(const QDateTime &before);

private:
    QComboBox *m_age;
};

/// Asks, and clears one chat; `name`: what it is called.
void askToClearChat(Accounts &accounts, const ConversationKey &chat, const QString &name, QWidget *window,
                    const std::function<void(const QString &)> &say);
/// Asks, and clears all chats of one account.
void askToClearAccount(XmppSession &session, QWidget *window,
                       const std::function<void(const QString &)> &say);
/// Asks, and clears what is old in all chats.
void askToClearHistory(Accounts &accounts, QWidget *window, const std::function<void(const QString &)> &say);

} // namespace tertulia
