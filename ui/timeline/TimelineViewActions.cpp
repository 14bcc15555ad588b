// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with a message of TimelineView: menu, action bar.
#include "core/models/Roles.h"
#include "ui/timeline/MessageActionBar.h"
#include "ui/timeline/TimelineView.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kBesideBubble = 8;

/// As messages quote (XEP-0393 5.1.3), ready to be answered.
QString quotation(const QString &text)
{
    QString quoted = u"> "_s + text;
    quoted.replace(u'\n', "\n> "_L1);
    return quoted + u'\n';
}

} // namespace

void TimelineView::makeActionBar()
{
    m_actions = new MessageActionBar(viewport());
    connect(m_actions, &MessageActionBar::replyRequested, this,
            [this] { act(m_actionsAt.row(), MessageAction::Reply); });
    connect(m_actions, &MessageActionBar::reactRequested, this, [this](const QRect &anchor) {
        if (m_actionsAt.isValid())
            Q_EMIT reactRequested(m_geometry.idAt(m_actionsAt.row()), anchor);
    });
    connect(m_actions, &MessageActionBar::moreRequested, this, [this](const QRect &anchor) {
        if (m_actionsAt.isValid())
            openContextMenu(m_actionsAt.row(), anchor.bottomLeft());
    });
}

/// At the message under the pointer, else at the one that the keyboard is at: beside the bubble where there
/// is room, else across its upper edge.
void TimelineView::placeActionBar()
{
    const int row = m_hovered.isValid() ? m_hovered.row() : markedRow();
    const QRect seen = viewport()->rect();
    QRect bubble;
    if (row >= 0 && row < rowCount() && !m_press.active && m_picked.isEmpty()
        && row >= m_geometry.firstVisible() && row <= m_geometry.lastVisible())
        bubble = m_geometry.layoutOf(row).bubble().translated(0, m_geometry.rowY(row));
    if (!bubble.intersects(seen)) {
        m_actions->hide();
        return;
    }
    const TimelineRow &facts = m_geometry.layoutOf(row).row();
    m_actionsAt = m_model->index(row, 0);
    m_actions->setAnswerable(facts.isAnswerable());
    const QSize size = m_actions->sizeHint();
    // A compact line has no side of its speaker: the bar lies at its end.
    const bool own = facts.outgoing && m_look == MessageLook::Bubbles;
    const bool atRight = own != (layoutDirection() == Qt::RightToLeft);
    const int room = atRight ? bubble.left() : seen.width() - 1 - bubble.right();
    QPoint place;
    if (room >= size.width() + 2 * kBesideBubble) {
        place.setX(atRight ? bubble.left() - kBesideBubble - size.width()
                           : bubble.right() + 1 + kBesideBubble);
        place.setY(bubble.top() + qMin(0, (bubble.height() - size.height()) / 2));
    } else {
        place.setX(atRight ? bubble.left() + kBesideBubble : bubble.right() - kBesideBubble - size.width());
        place.setY(bubble.top() - size.height() * 3 / 4);
    }
    place.setX(qBound(2, place.x(), qMax(2, seen.width() - size.width() - 2)));
    place.setY(qBound(2, place.y(), qMax(2, seen.height() - size.height() - 2)));
    m_actions->setGeometry(QRect(place, size));
    m_actions->show();
}

void TimelineView::openContextMenu(int row, const QPoint &globalPosition, int link)
{
    const QPersistentModelIndex index = m_model->index(row, 0);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](MessageAction action) {
        QAction *item = menu->addAction(MessageActions::text(action), this, [this, index, action] {
            if (index.isValid())
                act(index.row(), action);
        });
        item->setEnabled(MessageActions::isEnabled(action, index));
    };
    const MessageLayout &message = m_geometry.layoutOf(row);
    for (const MessageAction action : MessageActions::of(index)) {
        if (action == MessageAction::Info || action == MessageAction::Retract)
            menu->addSeparator();
        if (action != MessageAction::Copy) {
            add(action);
            continue;
        }
        // What is selected is what "copy" is about, if the menu was asked for on it.
        if (hasSelection() && row >= m_selection.firstRow() && row <= m_selection.lastRow())
            menu->addAction(tr("&Copy selected text"), this, [this] { copy(); });
        else
            add(action);
        if (link < 0 && message.text().links.size() == 1)
            link = 0;
        if (link >= 0 && link < message.text().links.size()) {
            const QUrl url = message.text().links[link].url;
            menu->addAction(tr("&Open link"), this, [this, url] { m_opener(url); });
            menu->addAction(tr("Copy &link"), this,
                            [url] { QApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded)); });
        }
        if (message.text().isShortened) {
            menu->addAction(MessageLayout::moreText(), this, [this, index] {
                if (index.isValid())
                    expandRow(index.row());
            });
        }
    }
    menu->popup(globalPosition);
}

void TimelineView::openLink(int row, int link)
{
    const QList<TextLink> links = m_geometry.layoutOf(row).text().links;
    if (link >= 0 && link < links.size() && mayOpen(links[link].url))
        m_opener(links[link].url);
}

void TimelineView::act(int row, MessageAction action)
{
    if (row < 0 || row >= rowCount())
        return;
    const QModelIndex index = m_model->index(row, 0);
    if (!MessageActions::of(index).contains(action) || !MessageActions::isEnabled(action, index))
        return;
    const qint64 id = m_geometry.idAt(row);
    switch (action) {
    case MessageAction::Spoiler:
        toggleSpoiler(row);
        break;
    case MessageAction::Reply:
        Q_EMIT replyRequested(id);
        break;
    case MessageAction::React: {
        ensureRowVisible(row);
        const QRect bubble = bubbleRect(row).intersected(viewport()->rect());
        Q_EMIT reactRequested(id, QRect(viewport()->mapToGlobal(bubble.topLeft()), bubble.size()));
        break;
    }
    case MessageAction::Edit:
        Q_EMIT editRequested(id);
        break;
    case MessageAction::Copy:
        QApplication::clipboard()->setText(messageText(row));
        break;
    case MessageAction::CopyQuote:
        QApplication::clipboard()->setText(quotation(messageText(row)));
        break;
    case MessageAction::CopyCode:
        copyCode(row);
        break;
    case MessageAction::GoToOriginal:
        Q_EMIT jumpRequested(index.data(roles::ReplyTo).toLongLong());
        break;
    case MessageAction::Select:
        togglePicked(row);
        break;
    case MessageAction::Forward:
        Q_EMIT forwardRequested({id});
        break;
    case MessageAction::MarkForLater:
    case MessageAction::RemoveMark:
        Q_EMIT saveRequested(id, action == MessageAction::MarkForLater);
        break;
    case MessageAction::SendNow:
        Q_EMIT sendNowRequested(id);
        break;
    case MessageAction::ChangeTime:
        Q_EMIT changeTimeRequested(id);
        break;
    case MessageAction::Retry:
        Q_EMIT retryRequested(id);
        break;
    case MessageAction::Delete:
        Q_EMIT deleteRequested(id);
        break;
    case MessageAction::Forget:
        Q_EMIT forgetRequested(id);
        break;
    case MessageAction::EarlierVersions:
        Q_EMIT versionsRequested(id);
        break;
    case MessageAction::Info:
        Q_EMIT infoRequested(id);
        break;
    case MessageAction::Retract:
        Q_EMIT retractRequested(id);
        break;
    }
}

void TimelineView::activateRow(int row)
{
    const MessageLayout &message = m_geometry.layoutOf(row);
    const auto above = gapOf(row, MessageLayout::Part::GapAbove);
    const auto gap = above ? above : gapOf(row, MessageLayout::Part::GapBelow);
    if (gap && (gap->state == ArchiveGap::State::Failed || gap->state == ArchiveGap::State::Held))
        Q_EMIT gapPressed(*gap); // nothing but the person makes it load
    else if (!message.spoiler().isNull() && !message.isRevealed())
        act(row, MessageAction::Spoiler);
    else if (message.text().links.size() == 1)
        openLink(row, 0);
    else if (message.text().isShortened)
        expandRow(row);
    else if (message.row().quote && message.row().quote->id != 0)
        act(row, MessageAction::GoToOriginal);
    else
        openContextMenu(row, viewport()->mapToGlobal(bubbleRect(row).center()));
}

} // namespace tertulia
