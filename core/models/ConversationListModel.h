// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/DeliveryState.h"
#include "core/base/Jid.h"
#include "core/models/Roles.h"

#include <QAbstractListModel>

#include <functional>
#include <memory>

namespace tertulia
{

class Conversations;
class RosterModel;

/// The chats of one account that have messages, a draft or were opened, in no particular order (proxies
/// sort), but for those with strangers, who wait among the requests. Names, presence and avatars come from
/// the roster model.
class ConversationListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    ConversationListModel(const QString &account, Conversations &conversations, RosterModel &roster,
                          QObject *parent = nullptr);
    ~ConversationListModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QModelIndex indexOf(const Jid &peer) const;
    /// Says in which folder a chat is, for roles::Folder, before anybody looks; it is asked again after
    /// folderChanged().
    void setFolders(std::function<QString(const Jid &)> folderOf);
    void folderChanged(const Jid &peer);
    /// Sum of roles::Unread over chats that are not muted.
    [[nodiscard]] int unreadTotal() const;

Q_SIGNALS:
    void unreadTotalChanged(int total);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tertulia
