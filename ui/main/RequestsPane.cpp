// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/RequestsPane.h"

#include "core/models/Roles.h"
#include "ui/accessibility/AccessibleRole.h"
#include "ui/main/RequestRow.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemModel>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tertulia
{

RequestsPane::RequestsPane(QWidget *parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea(this))
    , m_list(new QWidget)
    , m_rows(new QVBoxLayout(m_list))
    , m_more(new QLabel(m_list))
{
    announceAsList(m_list);
    m_list->setAccessibleName(tr("Requests"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(1);
    m_more->setTextFormat(Qt::PlainText);
    m_more->setMargin(6);
    m_more->setAlignment(Qt::AlignCenter);
    m_scroll->setWidget(m_list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    connect(&Theme::current(), &Theme::changed, this, &RequestsPane::rebuild);
    rebuild();
}

void RequestsPane::addSource(QAbstractItemModel *requests)
{
    m_sources.append(requests);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(requests, signal, this, &RequestsPane::rebuildSoon);
    connect(requests, &QAbstractItemModel::dataChanged, this, &RequestsPane::rebuildSoon);
    connect(requests, &QAbstractItemModel::modelReset, this, &RequestsPane::rebuildSoon);
    rebuild();
}

void RequestsPane::removeSource(QAbstractItemModel *requests)
{
    m_sources.removeAll(requests);
    requests->disconnect(this);
    rebuild();
}

int RequestsPane::count() const
{
    int sum = 0;
    for (const auto &source : m_sources)
        sum += source ? source->rowCount() : 0;
    return sum;
}

void RequestsPane::rebuildSoon()
{
    // Once for a burst.
    if (std::exchange(m_rebuilding, true))
        return;
    QMetaObject::invokeMethod(this, &RequestsPane::rebuild, Qt::QueuedConnection);
}

void RequestsPane::rebuild()
{
    m_rebuilding = false;
    const auto rows = m_list->findChildren<RequestRow *>(QString(), Qt::FindDirectChildrenOnly);
    for (RequestRow *row : rows) {
        m_rows->removeWidget(row);
        row->hide();
        // Not at once: the click that answered it is still on the way out of its button.
        row->deleteLater();
    }
    m_rows->removeWidget(m_more);
    int shown = 0;
    for (const auto &source : std::as_const(m_sources)) {
        for (int i = 0; source && i < source->rowCount() && shown < kMostRows; ++i, ++shown) {
            const QModelIndex index = source->index(i, 0);
            const ConversationKey key{index.data(roles::Account).toString(),
                                      Jid::fromNormalized(index.data(roles::Address).toString())};
            auto *row = new RequestRow(index, m_list);
            connect(row, &RequestRow::accepted, this, [this, key] { Q_EMIT accepted(key); });
            connect(row, &RequestRow::declined, this, [this, key] { Q_EMIT declined(key); });
            connect(row, &RequestRow::blocked, this, [this, key] { Q_EMIT blocked(key); });
            connect(row, &RequestRow::opened, this, [this, key] { Q_EMIT opened(key); });
            m_rows->addWidget(row);
            row->show(); // a row that is hidden takes no room, and fit() asks now
        }
    }
    const int all = count();
    m_more->setText(tr("and %n more", nullptr, all - shown));
    m_more->setVisible(all > shown);
    m_rows->addWidget(m_more);
    setVisible(all > 0);
    fit();
}

/// Three rows, whichever height they have; the others are scrolled to.
void RequestsPane::fit()
{
    int height = 0;
    const int rows = std::min(m_rows->count() - 1, 3);
    for (int i = 0; i < rows; ++i) {
        const QLayoutItem *row = m_rows->itemAt(i);
        height += (row->hasHeightForWidth() ? row->heightForWidth(width()) : row->sizeHint().height()) + 1;
    }
    m_scroll->setFixedHeight(height);
}

void RequestsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace tertulia
