// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QPointer>
#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace tertulia
{

/// Requests of others, as rows on top of the chat list, with their answers as buttons. Absent while there are
/// none. Any number of models of request rows, one for each account; a flood shows its first rows and says
/// how many more there are.
class RequestsPane : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kMostRows = 20;

    explicit RequestsPane(QWidget *parent = nullptr);

    void addSource(QAbstractItemModel *requests);
    void removeSource(QAbstractItemModel *requests);
    [[nodiscard]] int count() const;

Q_SIGNALS:
    void accepted(const tertulia::ConversationKey &from);
    void declined(const tertulia::ConversationKey &from);
    void blocked(const tertulia::ConversationKey &from);
    /// What they wrote is to be read.
    void opened(const tertulia::ConversationKey &from);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void rebuildSoon();
    void rebuild();

    QList<QPointer<QAbstractItemModel>> m_sources;
    QScrollArea *m_scroll;
    QWidget *m_list;
    QVBoxLayout *m_rows;
    QLabel *m_more;
    bool m_rebuilding = false;
};

} // namespace tertulia
