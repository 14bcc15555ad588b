// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace tertulia
{

class Accounts;
class StartChatDialog;

/// The dialog for a new chat, and what becomes of its answer. Never more than one of it.
class ChatStarter : public QObject
{
    Q_OBJECT
public:
    /// `accounts` must outlive this.
    ChatStarter(Accounts &accounts, QWidget *window);

    /// With an address or xmpp: link to confirm.
    void open(const QString &addressOrLink);

Q_SIGNALS:
    void chatRequested(const tertulia::ConversationKey &key);
    /// In words.
    void failed(const QString &sentence);

private:
    void start(const ConversationKey &key, const QString &body);
    void addContact(const ConversationKey &key, const QString &name, const QString &group);

    Accounts &m_accounts;
    QWidget *m_window;
    QPointer<StartChatDialog> m_dialog;
};

} // namespace tertulia
