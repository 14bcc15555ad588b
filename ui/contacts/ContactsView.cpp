// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/ContactsView.h"

#include "core/models/Roles.h"
#include "ui/contacts/ContactDelegate.h"
#include "ui/contacts/SpokenContacts.h"
#include "ui/settings/UiSettings.h"
#include "ui/theme/Theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
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
{
    const QStringList folded = settings.value(QLatin1String(kFoldedKey)).toStringList();
    m_folded = QSet<QString>(folded.begin(), folded.end());
    setAccessibleName(tr("Contacts"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new ContactDelegate(this));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setMouseTracking(true);
    setExpandsOnDoubleClick(false);
    setAnimated(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
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

void ContactsView::setFiltering(bool filtering)
{
    if (filtering == m_filtering)
        return;
    m_filtering = filtering;
    applyFolding();
}

void ContactsView::applyFolding()
{
    const QSignalBlocker quiet(this);
    for (int row = 0; row < m_spoken->rowCount(); ++row) {
        const QModelIndex group = m_spoken->index(row, 0);
        setExpanded(group, m_filtering || !m_folded.contains(group.data(roles::Name).toString()));
    }
}

void ContactsView::rememberFolding(const QModelIndex &group, bool folded)
{
    if (m_filtering)
        return;
    const QString name = group.data(roles::Name).toString();
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
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && index.isValid()) {
        if (index.data(roles::IsGroup).toBool())
            setExpanded(index, !isExpanded(index));
        else if (event->modifiers().testFlag(Qt::ControlModifier))
            Q_EMIT ownWindowRequested(keyOf(index));
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

// The delegate paints the whole row, arrow included.
void ContactsView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const { }

} // namespace tertulia
