// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/ContactActions.h"

#include "core/session/Accounts.h"
#include "core/session/SessionContacts.h"
#include "ui/contacts/BlockDialog.h"
#include "ui/contacts/GroupsDialog.h"
#include "ui/keys/KeyMap.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/ConfirmDialog.h"

#include <QMenu>

#include <utility>

namespace tertulia
{

ContactActions::ContactActions(Accounts &accounts, QWidget *window)
    : QObject(window)
    , m_accounts(accounts)
    , m_window(window)
{
}

XmppSession *ContactActions::session(const ConversationKey &key) const
{
    return m_accounts.session(key.account);
}

void ContactActions::report(Task<void> task)
{
    std::move(task).then(this, [this](const Result<void> &done) {
        if (!done && done.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(errorLine(done.error()));
    });
}

void ContactActions::fill(QMenu &menu, const ConversationKey &key)
{
    XmppSession *account = session(key);
    if (!account)
        return;
    const bool known = account->roster()->contains(key.peer);
    const bool blocked = account->roster()->isBlocked(key.peer);
    if (known) {
        menu.addAction(icon(Icons::Edit), tr("Rename…"), KeyMap::current().key(KeyId::RenameContact), this,
                       [this, key] { rename(key); });
        menu.addAction(icon(Icons::Tag), tr("Groups…"), this, [this, key] { editGroups(key); });
        fillSubscription(menu, key);
    } else {
        menu.addAction(icon(Icons::AddContact), tr("Add to contacts"), this, [this, key] {
            if (XmppSession *now = session(key))
                report(now->contacts().add(key.peer, {}, {}, true));
        });
    }
    menu.addSeparator();
    if (blocked)
        menu.addAction(icon(Icons::Block), tr("Unblock"), this, [this, key] {
            if (XmppSession *now = session(key))
                report(now->contacts().unblock(key.peer));
        });
    else
        menu.addAction(icon(Icons::Block), tr("Block…"), this, [this, key] { block(key); });
    if (known)
        menu.addAction(icon(Icons::Trash, Tint::Danger), tr("Remove contact…"), this,
                       [this, key] { remove(key); });
}

void ContactActions::fillSubscription(QMenu &menu, const ConversationKey &key)
{
    const ContactFacts facts = session(key)->roster()->contact(key.peer);
    QMenu *sub = menu.addMenu(icon(Icons::Eye), tr("Subscription"));
    const bool seesThem
        = facts.subscription == SubscriptionState::To || facts.subscription == SubscriptionState::Both;
    const bool seesUs
        = facts.subscription == SubscriptionState::From || facts.subscription == SubscriptionState::Both;
    const auto add = [&](const QString &text, void (SessionContacts::*command)(const Jid &), bool enabled) {
        sub->addAction(text, this,
                       [this, key, command] {
                           if (XmppSession *now = session(key))
                               (now->contacts().*command)(key.peer);
                       })
            ->setEnabled(enabled);
    };
    add(facts.askPending ? tr("Ask again to see their status") : tr("Ask to see their status"),
        &SessionContacts::requestSubscription, !seesThem);
    add(tr("Stop seeing their status"), &SessionContacts::unsubscribe, seesThem || facts.askPending);
    add(tr("Stop showing them your status"), &SessionContacts::cancelSubscription, seesUs);
}

void ContactActions::rename(const ConversationKey &key)
{
    XmppSession *account = session(key);
    if (!account || !account->roster()->contains(key.peer))
        return;
    const QString address = shownAddress(key.peer.toString());
    askForText(m_window, tr("Rename contact"), tr("Name for %1").arg(address),
               account->roster()->contact(key.peer).name, tr("Rename"), [this, key](const QString &name) {
                   if (XmppSession *now = session(key))
                       report(now->contacts().rename(key.peer, name));
               });
}

void ContactActions::editGroups(const ConversationKey &key)
{
    XmppSession *account = session(key);
    if (!account || !account->roster()->contains(key.peer))
        return;
    auto *dialog = new GroupsDialog(account->displayName(key.peer), account->roster()->groups(),
                                    account->roster()->contact(key.peer).groups, m_window);
    connect(dialog, &GroupsDialog::chosen, this, [this, key](const QStringList &groups) {
        if (XmppSession *now = session(key))
            report(now->contacts().setGroups(key.peer, groups));
    });
    dialog->open();
}

void ContactActions::changeGroup(const ConversationKey &key, const QString &from, const QString &to,
                                 bool copy)
{
    XmppSession *account = session(key);
    if (!account || !account->roster()->contains(key.peer))
        return;
    const QStringList before = account->roster()->contact(key.peer).groups;
    QStringList groups = before;
    if (!copy)
        groups.removeAll(from);
    if (!to.isEmpty() && !groups.contains(to))
        groups.append(to);
    if (groups != before)
        report(account->contacts().setGroups(key.peer, groups));
}

void ContactActions::block(const ConversationKey &key)
{
    XmppSession *account = session(key);
    if (!account)
        return;
    const bool stranger = account->contacts().strangers().isStranger(key.peer);
    askToBlock(*account, key.peer, false, m_window, this, [this, key, stranger](const Result<void> &done) {
        if (!done)
            Q_EMIT failed(errorLine(done.error()));
        else if (stranger)
            Q_EMIT putAway(key);
    });
}

void ContactActions::remove(const ConversationKey &key)
{
    XmppSession *account = session(key);
    if (!account)
        return;
    Question question;
    question.title = tr("Remove %1 from your contacts?").arg(shownName(account->displayName(key.peer)));
    question.text = tr("You and %1 will no longer see each other's status. Your messages stay.")
                        .arg(shownAddress(key.peer.toString()));
    question.action = tr("Remove");
    ConfirmDialog::ask(m_window, question, [this, key](int) {
        if (XmppSession *now = session(key))
            report(now->contacts().remove(key.peer));
    });
}

void ContactActions::acceptRequest(const ConversationKey &key)
{
    XmppSession *account = session(key);
    if (!account)
        return;
    const bool asked = account->contacts().asksToBeContact(key.peer);
    account->contacts().strangers().accept(key.peer);
    if (asked)
        account->contacts().acceptRequest(key.peer);
}

void ContactActions::declineRequest(const ConversationKey &key)
{
    XmppSession *account = session(key);
    if (!account)
        return;
    if (account->contacts().asksToBeContact(key.peer)) {
        account->contacts().declineRequest(key.peer);
    } else {
        account->contacts().strangers().ignore(key.peer);
        Q_EMIT putAway(key);
    }
}

} // namespace tertulia
