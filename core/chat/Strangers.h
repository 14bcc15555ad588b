// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/Chat.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace tertulia
{

class Store;

/// Which chats are with people the account does not know: whom the test does not know, who were never
/// answered and never let in. Until then they stand beside the other chats. A part of Chats.
class Strangers
{
public:
    using KnownTest = std::function<bool(const Jid &peer)>;

    Strangers(const QString &account, Store &store);

    /// Reads who was let in.
    void load();
    /// Who is known without a word (contacts). Without a test everybody is.
    void setKnownTest(KnownTest isKnown) { m_isKnown = std::move(isKnown); }

    [[nodiscard]] bool includes(const Chat &chat) const;
    /// The person answered, or let them in; remembered. True if that is news.
    bool admit(const Chat &chat);

private:
    const QString m_account;
    Store &m_store;
    KnownTest m_isKnown;
    QSet<qint64> m_admitted; ///< conversations
    mutable QHash<qint64, bool> m_answered; ///< conversations, as far as it was asked
};

} // namespace tertulia
