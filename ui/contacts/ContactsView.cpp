// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/ContactsView.h"

#include "core/models/ContactRoles.h"
#include "core/models/DraggedContact.h"
#include "ui/contacts/ContactDelegate.h"
#include "ui/contacts/SpokenContacts.h"
#include "ui/keys/KeyMap.h"
#include "ui/settings/UiSettings.h"
#include "ui/theme/Theme.h"

#include <QContextMenuEvent>
#include <QDragMoveEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kFoldedKey = "contacts/folded";

}

ContactsView::ContactsView(UiSettings &settings, QWidget *parent)
    : QTreeView(parent)
    , m_settings(settings)
    , m_spoken(new SpokenContacts(this))
    , m_delegate(new ContactDelegate(this))
{
    const QStringList folded = settings.value(QLatin1String(kFoldedKey)).toStringList();
    m_folded = QSet<QString>(folded.begin(), folded.end());
    setAccessibleName(tr("Contacts"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(m_delegate);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setMouseTracking(true);
    setExpandsOnDoubleClick(false);
    setAnimated(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(false);
    verticalScrollBar()->setSingleStep(20);
    viewport()->setBackgroundRole(QPalette::Window);
    setModel(m_spoken);
    connect(&Theme::current(), &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
    connect(m_spoken, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &under) {
        if (!under.isValid() || m_spoken->rowCount(under) == 1)
            applyFolding();
    });
    connect(m_spoken, &QAbstractItemModel::modelReset, this, &ContactsView::applyFolding);
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex &group) { rememberFolding(group, false); });
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex &group) { rememberFolding(group, true); });
}

void ContactsView::setContacts(QAbstractItemModel *contacts)
{
    m_spoken->setSourceModel(contacts);
    applyFolding();
}

void ContactsView::setOneLine(bool oneLine)
{
    m_delegate->setOneLine(oneLine);
    scheduleDelayedItemsLayout();
}

void ContactsView::setFiltering(bool filtering)
{
    if (filtering == m_filtering)
        return;
    m_filtering = filtering;
    applyFolding();
}

/// Groups of the same name in two accounts' sections fold each by itself.
QString ContactsView::foldingName(const QModelIndex &group)
{
    const QString account = group.data(roles::Account).toString();
    const QString name = group.data(roles::Name).toString();
    return account.isEmpty() ? name : QString(account + u'/' + name);
}

void ContactsView::applyFolding()
{
    const QSignalBlocker quiet(this);
    for (int row = 0; row < m_spoken->rowCount(); ++row) {
        const QModelIndex group = m_spoken->index(row, 0);
        setExpanded(group, m_filtering || !m_folded.contains(foldingName(group)));
    }
}

void ContactsView::rememberFolding(const QModelIndex &group, bool folded)
{
    if (m_filtering)
        return;
    const QString name = foldingName(group);
    if (folded)
        m_folded.insert(name);
    else
        m_folded.remove(name);
    m_settings.setValue(QLatin1String(kFoldedKey), QStringList(m_folded.begin(), m_folded.end()));
}

ConversationKey ContactsView::keyOf(const QModelIndex &index) const
{
    return {index.data(roles::Account).toString(),
            Jid::fromNormalized(index.data(roles::Address).toString())};
}

QModelIndex ContactsView::firstContact() const
{
    for (int row = 0; row < m_spoken->rowCount(); ++row) {
        const QModelIndex top = m_spoken->index(row, 0);
        if (!top.data(roles::IsGroup).toBool())
            return top;
        if (m_spoken->rowCount(top) > 0)
            return m_spoken->index(0, 0, top);
    }
    return {};
}

void ContactsView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (index.isValid() && !index.data(roles::IsGroup).toBool()
        && KeyMap::current().matches(*event, KeyId::OpenInOwnWindow)) {
        Q_EMIT ownWindowRequested(keyOf(index));
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && index.isValid()) {
        if (index.data(roles::IsGroup).toBool())
            setExpanded(index, !isExpanded(index));
        else
            Q_EMIT openRequested(keyOf(index));
        return;
    }
    QTreeView::keyPressEvent(event);
}

void ContactsView::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid())
        return;
    if (index.data(roles::IsGroup).toBool()) {
        if (event->button() == Qt::LeftButton)
            setExpanded(index, !isExpanded(index));
    } else if (event->button() == Qt::LeftButton) {
        Q_EMIT openRequested(keyOf(index));
    } else if (event->button() == Qt::MiddleButton) {
        Q_EMIT ownWindowRequested(keyOf(index));
    }
}

void ContactsView::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
}

void ContactsView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid() || index.data(roles::IsGroup).toBool())
        return;
    Q_EMIT menuRequested(index,
                         byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

QModelIndex ContactsView::groupAt(const QPoint &place, const QMimeData &mime) const
{
    const auto dragged = DraggedContact::fromMime(mime);
    const QModelIndex under = indexAt(place);
    if (!dragged || !under.isValid())
        return {};
    const QModelIndex group = under.data(roles::IsGroup).toBool() ? under : under.parent();
    const QString account = group.data(roles::Account).toString();
    const bool elsewhere = !account.isEmpty() && account != dragged->key.account;
    if (!group.isValid() || elsewhere || group.data(roles::Name).toString() == dragged->group)
        return {};
    return group;
}

void ContactsView::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(DraggedContact::kType))
        event->acceptProposedAction();
}

void ContactsView::dragMoveEvent(QDragMoveEvent *event)
{
    QTreeView::dragMoveEvent(event); // scrolls at the edges
    if (groupAt(event->position().toPoint(), *event->mimeData()).isValid())
        event->acceptProposedAction();
    else
        event->ignore();
}

void ContactsView::dropEvent(QDropEvent *event)
{
    const QModelIndex group = groupAt(event->position().toPoint(), *event->mimeData());
    setState(NoState);
    viewport()->update();
    if (!group.isValid()) {
        event->ignore();
        return;
    }
    const DraggedContact dragged = *DraggedContact::fromMime(*event->mimeData());
    const bool copy = event->modifiers().testFlag(Qt::ControlModifier);
    // The row goes when the server says so, not by the drag.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT groupChangeRequested(dragged.key, dragged.group, group.data(roles::Name).toString(), copy);
}

// The delegate paints the whole row, arrow included.
void ContactsView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const { }

} // namespace tertulia
