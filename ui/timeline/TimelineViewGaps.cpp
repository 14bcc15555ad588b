// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.h"
#include "ui/timeline/GapRow.h"
#include "ui/timeline/TimelineView.h"

namespace tertulia
{

namespace
{

constexpr int kTurnMs = 50;

} // namespace

using Part = MessageLayout::Part;

std::optional<ArchiveGap> TimelineView::gapOf(int row, Part part)
{
    const TimelineRow &facts = m_geometry.layoutOf(row).row();
    return part == Part::GapAbove ? facts.gapAbove : part == Part::GapBelow ? facts.gapBelow : std::nullopt;
}

std::optional<ArchiveGap> TimelineView::emptyGap() const
{
    return m_model && rowCount() == 0 && m_source.gapWhenEmpty ? m_source.gapWhenEmpty() : std::nullopt;
}

QRect TimelineView::emptyGapRect() const
{
    const int height = GapRow::height(m_geometry.style());
    return {0, (viewport()->height() - height) / 2, viewport()->width(), height};
}

void TimelineView::refreshGaps()
{
    lookForGaps();
    viewport()->update();
}

/// Tells of gaps that are seen and that nobody asked for, and keeps turning the sign of those that load.
void TimelineView::lookForGaps()
{
    if (!m_model || !isVisible())
        return;
    QList<ArchiveGap> seen;
    for (int row = m_geometry.firstVisible(); row >= 0 && row <= m_geometry.lastVisible(); ++row) {
        const MessageLayout &message = m_geometry.layoutOf(row);
        for (const Part part : {Part::GapAbove, Part::GapBelow}) {
            const QRect &rect = part == Part::GapAbove ? message.gapAbove() : message.gapBelow();
            if (!rect.isNull() && viewport()->rect().intersects(rect.translated(0, m_geometry.rowY(row))))
                seen.append(*gapOf(row, part));
        }
    }
    if (const auto gap = emptyGap())
        seen.append(*gap);
    bool loading = false;
    for (const ArchiveGap &gap : std::as_const(seen)) {
        loading = loading || gap.state == ArchiveGap::State::Loading;
        if (gap.state == ArchiveGap::State::Waiting)
            Q_EMIT gapSeen(gap.range);
    }
    const bool turns = loading && Theme::current().motionMs() > 0;
    if (!turns)
        m_turnTimer.stop();
    else if (!m_turnTimer.isActive())
        m_turnTimer.start(kTurnMs, this);
}

} // namespace tertulia
