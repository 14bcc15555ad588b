// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"
#include "core/base/Task.h"

#include <QObject>

class QMenu;

namespace tertulia
{

class Accounts;
class XmppSession;

/// What can be done with a contact or a chat from a menu: rename, groups, subscription, block, remove. Asks
/// first where it cannot be taken back.
class ContactActions : public QObject
{
    Q_OBJECT
public:
    /// `window` is where questions open.
    ContactActions(Accounts &accounts, QWidget *window);

    /// Rename, groups, subscription, block and remove, as far as they make sense for `key`.
    void fill(QMenu &menu, const ConversationKey &key);
    void rename(const ConversationKey &key);
    void editGroups(const ConversationKey &key);
    /// Puts a contact into group `to`, and takes it out of `from` unless it is to be in both; empty names
    /// stand for no group.
    void changeGroup(const ConversationKey &key, const QString &from, const QString &to, bool copy);
    void block(const ConversationKey &key);
    void remove(const ConversationKey &key);
    /// A request to be a contact: accepts and asks for their presence in return, with a place in the roster.
    /// Of somebody who only wrote: takes their chat among the others.
    void acceptRequest(const ConversationKey &key);
    /// Refuses, or puts away what they wrote.
    void declineRequest(const ConversationKey &key);

Q_SIGNALS:
    /// A sentence about what did not work.
    void failed(const QString &sentence);
    /// They are blocked, or put away: their chat is not to stay open.
    void putAway(const tertulia::ConversationKey &key);

private:
    [[nodiscard]] XmppSession *session(const ConversationKey &key) const;
    void report(Task<void> task);
    void fillSubscription(QMenu &menu, const ConversationKey &key);

    Accounts &m_accounts;
    QWidget *m_window;
};

} // namespace tertulia
