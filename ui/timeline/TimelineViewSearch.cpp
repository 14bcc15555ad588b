// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was looked for, in what TimelineView shows.
#include "ui/timeline/TimelineView.h"

namespace tertulia
{

void TimelineView::setFoundWords(const SearchWords &words)
{
    if (words == m_foundWords && m_currentFound == 0)
        return;
    m_foundWords = words;
    m_currentFound = 0;
    viewport()->update();
}

QList<SearchWords::Range> TimelineView::foundIn(int row)
{
    const MessageText &text = m_geometry.layoutOf(row).text();
    return text.isNotice ? QList<SearchWords::Range>() : m_foundWords.rangesIn(text.text);
}

void TimelineView::showFound(qint64 messageId)
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_geometry.idAt(row) != messageId)
            continue;
        stopAnimation();
        m_currentFound = messageId;
        settleNow();
        const QList<SearchWords::Range> found = foundIn(row);
        const int position = found.isEmpty() ? 0 : int(found.constFirst().start);
        const QRect line
            = m_geometry.layoutOf(row).characterRect(position).translated(0, m_geometry.rowY(row));
        // What is in sight already does not move.
        constexpr int kNearTop = 40;
        constexpr int kNearBottom = 20;
        if (line.top() < kNearTop || line.bottom() > viewport()->height() - kNearBottom) {
            m_geometry.showRowAt(row, viewport()->height() / 3, position);
            m_dirty = true;
            settleNow();
        }
        viewport()->update();
        return;
    }
}

} // namespace tertulia
