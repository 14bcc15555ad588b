// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/MessageContext.h"
#include "core/models/ReactionSummary.h"
#include "core/store/MessagesTable.h"

#include <QHash>
#include <QVariant>

namespace tertulia
{

class Conversations;
class RosterModel;

/// What the roles of a row say of a message of one chat (Roles.h), but for those that are of the row's place.
class MessageValues
{
public:
    MessageValues(Conversations &conversations, RosterModel &roster, const Jid &peer, const QString &ownName);

    [[nodiscard]] QVariant value(const MessageRecord &message, int role) const;
    /// Those that may change of a message that stays where it is.
    [[nodiscard]] static const QList<int> &changeable();

    /// Its context is another one, or of no interest any more.
    void forget(qint64 id) { m_contexts.remove(id); }
    void forgetAll() { m_contexts.clear(); }
    /// Reads again what the other one is called and looks like; true if that is news.
    [[nodiscard]] bool readPerson();
    /// The roles that then changed in all rows.
    [[nodiscard]] static const QList<int> &ofPerson();

private:
    [[nodiscard]] const MessageContext &contextOf(const MessageRecord &message) const;
    [[nodiscard]] QString nameOf(const Jid &sender) const;
    [[nodiscard]] QVariant answered(const MessageRecord &message, int role) const;
    [[nodiscard]] QList<ReactionSummary> reactions(const MessageRecord &message) const;

    Conversations &m_conversations;
    RosterModel &m_roster;
    const Jid m_peer;
    const QString m_ownName;
    QString m_peerName;
    QString m_peerAvatar;
    mutable QHash<qint64, MessageContext> m_contexts;
};

} // namespace tertulia
