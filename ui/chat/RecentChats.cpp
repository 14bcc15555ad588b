// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/RecentChats.h"

namespace tertulia
{

void RecentChats::use(const ConversationKey &key)
{
    m_closed.removeAll(key);
    m_order.removeAll(key);
    m_order.prepend(key);
    if (m_order.size() > kMost)
        m_order.removeLast();
}

void RecentChats::close(const ConversationKey &key)
{
    m_order.removeAll(key);
    m_closed.removeAll(key);
    m_closed.append(key);
    if (m_closed.size() > kMost)
        m_closed.removeFirst();
}

void RecentChats::forget(const QString &account)
{
    const auto gone = [&account](const ConversationKey &key) { return key.account == account; };
    m_order.removeIf(gone);
    m_closed.removeIf(gone);
}

std::optional<ConversationKey> RecentChats::takeClosed()
{
    if (m_closed.isEmpty())
        return {};
    return m_closed.takeLast();
}

} // namespace tertulia
