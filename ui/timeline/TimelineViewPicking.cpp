// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of TimelineView that are selected as a whole.
#include "ui/timeline/TimelineAccessible.h"
#include "ui/timeline/TimelineView.h"

#include <QKeyEvent>

namespace tertulia
{

void TimelineView::togglePicked(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    if (m_picked.isEmpty())
        clearSelection();
    const qint64 id = m_geometry.idAt(row);
    if (!m_picked.remove(id))
        m_picked.insert(id);
    m_pickFrom = m_model->index(row, 0);
    pickedChangedAt(row, row);
}

/// All rows between the one that was picked last and this one.
void TimelineView::pickTo(int row)
{
    const int from = m_pickFrom.isValid() ? m_pickFrom.row() : row;
    for (int each = qMin(from, row); each <= qMax(from, row); ++each)
        m_picked.insert(m_geometry.idAt(each));
    pickedChangedAt(qMin(from, row), qMax(from, row));
}

/// What the keys do otherwise while messages are selected as a whole.
bool TimelineView::pickByKey(QKeyEvent *event)
{
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        togglePicked(currentRow());
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!shift || currentRow() < 0)
            return false;
        if (!m_pickFrom.isValid())
            m_pickFrom = m_current;
        setCurrentRow(currentRow() + (event->key() == Qt::Key_Up ? -1 : 1));
        pickTo(currentRow());
        return true;
    case Qt::Key_Escape:
        clearPicked();
        return true;
    default:
        if (!event->matches(QKeySequence::SelectAll) || rowCount() == 0)
            return false;
        m_pickFrom = m_model->index(0, 0);
        pickTo(rowCount() - 1);
        return true;
    }
}

void TimelineView::pickedChangedAt(int first, int last)
{
    if (m_picked.isEmpty())
        m_pickFrom = QPersistentModelIndex();
    placeActionBar();
    timelinePicked(this, first, last);
    viewport()->update();
    Q_EMIT pickedChanged(int(m_picked.size()));
}

void TimelineView::clearPicked()
{
    if (m_picked.isEmpty())
        return;
    m_picked.clear();
    pickedChangedAt(0, rowCount() - 1);
}

QList<qint64> TimelineView::picked() const
{
    QList<qint64> ids;
    for (int row = 0; row < rowCount(); ++row) {
        if (const qint64 id = m_geometry.idAt(row); m_picked.contains(id))
            ids << id;
    }
    return ids;
}

bool TimelineView::isPicked(int row) const
{
    return m_picked.contains(m_geometry.idAt(row));
}

QString TimelineView::pickedText() const
{
    QStringList lines;
    for (int row = 0; row < rowCount(); ++row) {
        if (isPicked(row) && !seenText(row).isEmpty())
            lines << copiedLine(row, seenText(row));
    }
    return lines.join(u'\n');
}

} // namespace tertulia
