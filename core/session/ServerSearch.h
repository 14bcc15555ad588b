// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/store/MessageQuery.h"

#include <QObject>

namespace tertulia
{

class ChatChoices;
class Conversations;
class ModuleHost;
class Store;
struct ArchivePage;

/// Has the server of one account look through its archive, for what is not on this computer. What it finds is
/// told, and not kept: it has its place between messages that are not here.
class ServerSearch : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this.
    ServerSearch(Conversations &conversations, const ChatChoices &choices, ModuleHost &host, Store &store,
                 QObject *parent = nullptr);

    /// The newest of the messages with these words (as the server understands them) that fit the query for
    /// the rest, at most `count`. FoundMessage::id is 0 of those that are not here.
    /// StanzaFeatureNotImplemented if the server does not search.
    [[nodiscard]] Task<FoundPage> find(const QString &text, const MessageQuery &query, int count);
    /// Up to `count` next older ones. A page may be empty without being the last.
    [[nodiscard]] Task<FoundPage> more(int count);

private:
    [[nodiscard]] FoundPage made(const ArchivePage &page);
    [[nodiscard]] bool fits(const FoundMessage &message) const;

    Conversations &m_conversations;
    const ChatChoices &m_choices;
    ModuleHost &m_host;
    Store &m_store;
    QString m_text;
    MessageQuery m_query;
    QString m_before; ///< the oldest result so far
};

} // namespace tertulia
