// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/DeliveryState.h"
#include "core/base/Error.h"
#include "core/chat/ArchiveGap.h"
#include "core/models/ReactionSummary.h"

#include <QAbstractListModel>
#include <QDateTime>

#include <functional>
#include <optional>

namespace tertulia::test
{

/// A timeline held in memory, with the roles of the real one, for tests of views.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT
public:
    struct Message {
        qint64 id = 0; ///< 0: the next one
        bool outgoing = false;
        QString body;
        QDateTime time; ///< UTC
        DeliveryState state = DeliveryState::None;
        bool delayed = false;
        Error error = {};
        QString senderName = {}; ///< empty: Ana or Bruno
        QDateTime edited = {};
        bool retracted = false;
        bool changePending = false;
        bool isReply = false;
        qint64 answers = 0; ///< a message, which need not be in the model; 0: it is not here
        QString quoted = {}; ///< of one that is not in the model
        QList<ReactionSummary> reactions = {};
        bool unstyled = false;
        std::optional<QString> spoiler = {};
        bool saved = false;
        QDateTime sendAt = {}; ///< UTC
        std::optional<ArchiveGap> gapAbove = {};
        std::optional<ArchiveGap> gapBelow = {};
    };

    explicit TimelineModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    /// Puts fifty invented messages in front, `older` times.
    void fetchMore(const QModelIndex &parent) override;

    void insert(int row, QList<Message> messages);
    void append(const Message &message) { insert(rowCount(), {message}); }
    void remove(int row, int count = 1);
    void setBody(int row, const QString &body);
    void setState(int row, DeliveryState state, const Error &error = {});
    /// Any change that leaves the message where it is.
    void change(int row, const std::function<void(Message &)> &change);
    void retract(int row);
    void replaceAll(QList<Message> messages);
    [[nodiscard]] const Message &at(int row) const { return m_messages.at(row); }

    /// `count` messages to and fro, a minute apart, of various lengths; the last one at `end`.
    static QList<Message> conversation(int count,
                                       const QDateTime &end = QDateTime({2026, 6, 3}, {10, 15}, Qt::UTC));

    int older = 0; ///< pages that fetchMore() can still give
    int fetches = 0;

private:
    [[nodiscard]] QVariant answered(const Message &message, int role) const;

    QList<Message> m_messages;
    qint64 m_nextId = 1;
};

} // namespace tertulia::test
