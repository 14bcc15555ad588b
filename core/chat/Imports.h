// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/ImportedMessage.h"

#include <QSet>

namespace tertulia
{

class Chats;
class Clock;
class Conversations;
class Store;

/// What other programs logged comes among what is here: where it belongs by the time it was said, once, and
/// without being news. A part of Conversations, whose words describe what the commands do.
class Imports
{
public:
    Imports(Conversations &news, Chats &chats, Store &store, Clock &clock);

    [[nodiscard]] qint64 begin(qint64 brokenOff);
    Result<bool> take(const Jid &peer, const ImportedMessage &message, qint64 before);
    void end();

private:
    [[nodiscard]] bool isHere(const MessageRecord &record, qint64 before);

    Conversations &m_news;
    Chats &m_chats;
    Store &m_store;
    Clock &m_clock;
    QSet<qint64> m_met; ///< rows that one of the log was already found to be
    QSet<Jid> m_touched;
};

} // namespace tertulia
