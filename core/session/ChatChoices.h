// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QHash>
#include <QObject>
#include <QVariant>

namespace tertulia
{

class Conversations;
class Store;

/// What a person chose for single chats of an account in place of what holds for all of them. Kept in the
/// store with the chat, and gone with it.
class ChatChoices : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this.
    ChatChoices(const QString &account, Conversations &conversations, Store &store,
                QObject *parent = nullptr);

    /// Invalid where nothing was chosen. From memory once it was asked for.
    [[nodiscard]] QVariant value(const Jid &peer, const QString &key) const;
    /// An invalid value takes the choice back. The chat is made if there is none.
    void choose(const Jid &peer, const QString &key, const QVariant &value);

Q_SIGNALS:
    void changed(const tertulia::Jid &peer, const QString &key);

private:
    using Chosen = QHash<Jid, QVariant>;

    [[nodiscard]] const Chosen &chosen(const QString &key) const;
    /// The chat's row in the store; 0 if there is none.
    [[nodiscard]] qint64 rowOf(const Jid &peer) const;

    QString m_account;
    Conversations &m_conversations;
    Store &m_store;
    mutable QHash<QString, Chosen> m_known; ///< by key
};

} // namespace tertulia
