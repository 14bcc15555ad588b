// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/ChatStarter.h"

#include "core/session/Accounts.h"
#include "core/session/SessionChats.h"
#include "core/session/SessionContacts.h"
#include "ui/contacts/StartChatDialog.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/widgets/BringForward.h"

namespace tertulia
{

ChatStarter::ChatStarter(Accounts &accounts, QWidget *window)
    : QObject(window)
    , m_accounts(accounts)
    , m_window(window)
{
}

void ChatStarter::open(const QString &addressOrLink)
{
    if (!m_dialog) {
        m_dialog = new StartChatDialog(m_accounts, m_window);
        connect(m_dialog, &StartChatDialog::startRequested, this, &ChatStarter::start);
        connect(m_dialog, &StartChatDialog::addRequested, this, &ChatStarter::addContact);
    }
    if (!addressOrLink.isEmpty())
        m_dialog->setText(addressOrLink);
    bringForward(*m_dialog);
}

void ChatStarter::start(const ConversationKey &key, const QString &body)
{
    XmppSession *session = m_accounts.session(key.account);
    // A link may propose words; they are put into the field, never sent, and never over a draft.
    if (session && !body.isEmpty() && session->chats().draft(key.peer) == Draft())
        session->chats().setDraft(key.peer, {shownText(body, 10000)});
    Q_EMIT chatRequested(key);
}

void ChatStarter::addContact(const ConversationKey &key, const QString &name, const QString &group)
{
    XmppSession *session = m_accounts.session(key.account);
    if (!session)
        return;
    session->contacts()
        .add(key.peer, name, group.isEmpty() ? QStringList() : QStringList{group}, true)
        .then(this, [this](const Result<void> &done) {
            if (!done)
                Q_EMIT failed(errorLine(done.error()));
        });
}

} // namespace tertulia
