// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QList>

#include <optional>

namespace tertulia
{

/// In which order a person turned to chats while the program runs, and which of them were closed.
class RecentChats
{
public:
    static constexpr int kMost = 20;

    /// The person turned to it.
    void use(const ConversationKey &key);
    /// It is not on the screen any more because the person closed it.
    void close(const ConversationKey &key);
    /// Its account is gone.
    void forget(const QString &account);

    /// Newest first, at most kMost.
    [[nodiscard]] const QList<ConversationKey> &order() const { return m_order; }
    /// The one that was closed last, which is not closed any more then.
    [[nodiscard]] std::optional<ConversationKey> takeClosed();
    [[nodiscard]] bool hasClosed() const { return !m_closed.isEmpty(); }

private:
    QList<ConversationKey> m_order;
    QList<ConversationKey> m_closed; ///< newest last
};

} // namespace tertulia
