// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/Conversations.h"
#include "core/models/RosterModel.h"
#include "core/store/AccountsTable.h"
#include "core/store/Store.h"
#include "tests/support/CountedIds.h"
#include "tests/support/FakeClock.h"

#include <QTemporaryDir>

namespace tertulia
{

/// Ana's chats over a store of her own in a temporary folder, with time and ids in the test's hand.
class ChatFixture
{
public:
    ChatFixture();

    /// Closes the store and opens it again, as after a restart.
    void reopen();
    Conversations &chats() { return *m_chats; }
    Store &store() { return *m_store; }
    RosterModel &roster() { return *m_roster; }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("store.sqlite")); }

    /// Bruno says something now; fields can be changed before it is given to incoming().
    IncomingMessage said(const QString &body, const QString &originId = {}) const;
    /// Bodies of all stored messages with Bruno, in order.
    [[nodiscard]] QStringList bodies() const;
    [[nodiscard]] DeliveryState stateOf(qint64 id) const;

    const QString account = QStringLiteral("11111111-2222-3333-4444-555555555555");
    const Jid ana = Jid::fromNormalized(QStringLiteral("ana@example.org"));
    const Jid bruno = Jid::fromNormalized(QStringLiteral("bruno@example.net"));
    const Jid carla = Jid::fromNormalized(QStringLiteral("carla@example.com"));
    FakeClock clock;
    CountedIds ids;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Conversations> m_chats;
    std::unique_ptr<RosterModel> m_roster;
};

} // namespace tertulia
