// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/DeliveryState.h"
#include "core/base/Jid.h"
#include "core/chat/ArchiveGap.h"
#include "core/models/Roles.h"

#include <QAbstractListModel>

#include <memory>
#include <optional>

namespace tertulia
{

class ArchiveLedger;
class Conversations;
class RosterModel;

/// The timeline of one chat, oldest first: a window over the store that grows by pages of 50 at its older
/// end, so that opening a chat costs the same with a hundred messages and with a million. New messages are
/// appended while the window reaches the newest one; late ones are inserted where they belong. At most 2,000
/// rows are held.
class ConversationModel : public QAbstractListModel
{
    Q_OBJECT
public:
    ConversationModel(Conversations &conversations, RosterModel &roster, const Jid &peer,
                      const QString &ownName, QObject *parent = nullptr);
    ~ConversationModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// More lies before the first row. fetchMore() puts a page in front.
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    /// More lies behind the last row (the window was moved back); fetchNewer() appends a page.
    [[nodiscard]] bool canFetchNewer() const;
    void fetchNewer();
    /// Points the window at the newest page (a model reset if it is elsewhere).
    void goToNewest();
    /// Points the window at the oldest page (a model reset if it is elsewhere).
    void goToOldest();
    /// Points the window around a message (a model reset if it is not in it); its row, or -1.
    int goTo(qint64 messageId);

    /// What is missing in the timeline is told by the rows at its edges (roles::GapAbove, GapBelow) from now
    /// on. Not owned.
    void setLedger(const ArchiveLedger *ledger);
    /// While there are no rows: whether something is missing all the same.
    [[nodiscard]] std::optional<ArchiveGap> gapWhenEmpty() const;

    [[nodiscard]] QModelIndex indexOf(qint64 messageId) const;
    /// data() of any message of the chat, also of one that is not in the window; invalid without one.
    [[nodiscard]] QVariant dataOf(qint64 messageId, int role) const;
    [[nodiscard]] const Jid &peer() const;
    /// First message that was unread when the model was made or placeUnreadLine() was called; 0 if none. The
    /// unread line stands above it and stays until the chat is left or answered.
    [[nodiscard]] qint64 firstUnread() const;
    /// Puts the line above what is unread now, for a chat that is looked at again.
    void placeUnreadLine();
    void clearUnreadLine();

Q_SIGNALS:
    void firstUnreadChanged();
    void gapWhenEmptyChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tertulia
