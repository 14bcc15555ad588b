// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Finding text among the loaded messages of TimelineView.
#include "ui/timeline/TimelineView.h"

namespace tertulia
{

namespace
{

/// One character for one character, so that positions stay: base letter, lower case.
QString folded(const QString &text)
{
    QString result = text;
    for (QChar &c : result) {
        if (c.decompositionTag() == QChar::Canonical) {
            const QString parts = c.decomposition();
            if (!parts.isEmpty() && !parts.front().isSurrogate())
                c = parts.front();
        }
        c = c.toLower();
    }
    return result;
}

constexpr qsizetype kMostHits = 5000;

} // namespace

void TimelineView::setSearchText(const QString &text)
{
    m_searchText = folded(text);
    m_currentHit = -1;
    m_hits.clear();
    findHits();
    if (!m_hits.isEmpty())
        goToHit(int(m_hits.size()) - 1);
}

void TimelineView::findHits()
{
    if (m_searchText.isEmpty()) {
        if (!m_hits.isEmpty() || m_currentHit >= 0) {
            m_hits.clear();
            m_currentHit = -1;
        }
        viewport()->update();
        Q_EMIT searchChanged();
        return;
    }
    const SearchHit kept
        = m_currentHit >= 0 && m_currentHit < m_hits.size() ? m_hits[m_currentHit] : SearchHit{};
    m_hits.clear();
    m_currentHit = -1;
    for (int row = 0; row < rowCount() && m_hits.size() < kMostHits; ++row) {
        const MessageText message = textOf(row);
        const QString text = message.isNotice ? QString() : folded(message.text);
        for (qsizetype at = text.indexOf(m_searchText); at >= 0;
             at = text.indexOf(m_searchText, at + m_searchText.size())) {
            if (kept.index.isValid() && kept.index.row() == row && kept.position == at)
                m_currentHit = int(m_hits.size());
            m_hits.append({m_model->index(row, 0), int(at)});
            if (m_hits.size() >= kMostHits)
                break;
        }
    }
    viewport()->update();
    Q_EMIT searchChanged();
}

void TimelineView::showNextHit(int step)
{
    if (m_hits.isEmpty())
        return;
    const int count = int(m_hits.size());
    goToHit(m_currentHit < 0 ? count - 1 : (m_currentHit + step % count + count) % count);
}

void TimelineView::goToHit(int hit)
{
    m_currentHit = hit;
    const int row = m_hits[hit].index.row();
    settleNow();
    const MessageLayout &message = m_geometry.layoutOf(row);
    const QRect place = message.characterRect(m_hits[hit].position).translated(0, m_geometry.rowY(row));
    if (place.top() < 40 || place.bottom() > viewport()->height() - 20) {
        m_geometry.showRowAt(
            row, viewport()->height() / 3 - (message.lineTop(m_hits[hit].position) - message.lineTop(0)));
        m_dirty = true;
        settleNow();
    }
    viewport()->update();
    Q_EMIT searchChanged();
}

} // namespace tertulia
