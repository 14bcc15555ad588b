// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What TimelineView tells about the thing below the pointer.
#include "ui/text/PlainText.h"
#include "ui/text/SpoilerText.h"
#include "ui/text/TimeText.h"
#include "ui/timeline/TimelineView.h"

#include <QHelpEvent>
#include <QToolTip>

namespace tertulia
{

using Part = MessageLayout::Part;

namespace
{

constexpr qsizetype kLongestHint = 120;

} // namespace

void TimelineView::updateHover(const QPoint &point)
{
    int row = -1;
    MessageLayout::Hit hit = hitAt(point, &row);
    if (emptyGap() && emptyGapRect().contains(point))
        hit.part = Part::GapAbove;
    switch (hit.part) {
    case Part::Link:
    case Part::CopyCode:
    case Part::Spoiler:
    case Part::Edited:
    case Part::Reaction:
    case Part::GapAbove:
    case Part::GapBelow:
    case Part::Retry:
    case Part::Delete:
    case Part::More:
        viewport()->setCursor(Qt::PointingHandCursor);
        break;
    case Part::Quote:
        viewport()->setCursor(m_geometry.layoutOf(row).row().quote->id != 0 ? Qt::PointingHandCursor
                                                                            : Qt::ArrowCursor);
        break;
    case Part::Text:
        viewport()->setCursor(Qt::IBeamCursor);
        break;
    default:
        viewport()->setCursor(Qt::ArrowCursor);
        break;
    }
    const bool same = m_hoveredPart == hit.part && m_hoveredReaction == hit.reaction
        && m_hoveredCode == hit.code && m_hovered.isValid() && m_hovered.row() == row;
    if (row < 0 && m_hoveredPart != hit.part) {
        m_hoveredPart = hit.part;
        viewport()->update();
    }
    if (same || row < 0)
        return;
    m_hovered = m_model->index(row, 0);
    m_hoveredPart = hit.part;
    m_hoveredReaction = hit.reaction;
    m_hoveredCode = hit.code;
    placeActionBar();
    viewport()->update();
}

void TimelineView::showHint(const QPoint &point, const QPoint &global)
{
    int row = -1;
    const MessageLayout::Hit hit = hitAt(point, &row);
    if (row < 0)
        return;
    const MessageLayout &message = m_geometry.layoutOf(row);
    QString hint;
    switch (hit.part) {
    case Part::Link:
        hint = linkTarget(message.text().links[hit.link].url);
        break;
    case Part::Spoiler:
        hint = spoilerText(*message.row().spoiler);
        break;
    case Part::CopyCode:
        hint = MessageActions::name(MessageAction::CopyCode);
        break;
    case Part::Time:
        hint = fullTime(message.row().time);
        if (message.row().delayed)
            hint += u'\n' + tr("It arrived later than it was said.");
        break;
    case Part::Quote:
        hint = QuoteLayout::text(*message.row().quote);
        break;
    case Part::Mark:
        hint = MessageLayout::markText();
        break;
    case Part::Edited:
        hint = tr("Edited %1. Click to see what it said before.").arg(fullTime(message.row().edited));
        break;
    case Part::Reaction:
        hint = ReactionChips::whoText(message.row().reactions[hit.reaction]);
        break;
    case Part::State:
        hint = message.row().changePending ? MessageLayout::changePendingText()
            : message.failureText().isEmpty()
            ? MessageLayout::stateText(message.row().state, message.row().sendAt)
            : message.failureText();
        break;
    case Part::Avatar:
        hint = message.row().sender;
        break;
    default:
        break;
    }
    if (hint.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(global, shownToolTip(hint.left(kLongestHint)), viewport());
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showHint(help->pos(), help->globalPos());
        return true;
    }
    if (event->type() == QEvent::Leave) {
        m_hovered = QPersistentModelIndex();
        m_hoveredPart = Part::Nothing;
        m_hoveredReaction = -1;
        m_hoveredCode = -1;
        placeActionBar();
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace tertulia
