// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What lies at a point of MessageLayout, and where the words are.
#include "ui/timeline/MessageLayout.h"

namespace tertulia
{

using namespace measure;

MessageLayout::Hit MessageLayout::hit(const QPoint &point) const
{
    Hit hit;
    const QPointF inBody = QPointF(point) - m_bodyOrigin;
    for (int code = 0; code < m_body->boxes().size(); ++code) {
        if (m_body->boxes()[code].copy.contains(inBody)) {
            hit.part = Part::CopyCode;
            hit.code = code;
        }
    }
    const QTextLayout &text = m_body->text();
    const int lines = text.lineCount();
    for (int i = 0; i < lines; ++i) {
        const QTextLine line = text.lineAt(i);
        if (inBody.y() < line.y() + line.height() || i == lines - 1) {
            hit.position = inBody.y() < 0 ? 0 : line.xToCursor(inBody.x());
            if (i == lines - 1 && inBody.y() > line.y() + line.height() + kPadBottom)
                hit.position = int(m_text.text.size());
            const QRectF natural = line.naturalTextRect();
            if (hit.part == Part::Nothing && natural.contains(inBody)) {
                hit.part = Part::Text;
                const int under = line.xToCursor(inBody.x(), QTextLine::CursorOnCharacter);
                for (int link = 0; link < m_text.links.size(); ++link) {
                    const TextLink &candidate = m_text.links[link];
                    if (under >= candidate.start && under < candidate.start + candidate.length) {
                        hit.part = Part::Link;
                        hit.link = link;
                        break;
                    }
                }
            }
            break;
        }
    }
    if (hit.part != Part::Nothing)
        return hit;
    for (const ReactionChip &chip : m_chips) {
        if (chip.rect.contains(point)) {
            hit.part = chip.reaction < 0 ? Part::Nothing : Part::Reaction;
            hit.reaction = chip.reaction;
            return hit;
        }
    }
    const auto in = [&](const QRect &rect) { return !rect.isNull() && rect.contains(point); };
    if (in(m_gapAbove))
        hit.part = Part::GapAbove;
    else if (in(m_gapBelow))
        hit.part = Part::GapBelow;
    else if (in(m_spoiler))
        hit.part = Part::Spoiler;
    else if (in(m_retry))
        hit.part = Part::Retry;
    else if (in(m_delete))
        hit.part = Part::Delete;
    else if (in(m_more))
        hit.part = Part::More;
    else if (in(m_mark))
        hit.part = Part::Mark;
    else if (in(m_state) || in(m_failure))
        hit.part = Part::State;
    else if (in(m_quoteRect))
        hit.part = Part::Quote;
    else if (!m_edited.isNull() && in(m_edited.adjusted(-4, -4, 4, 4)))
        hit.part = Part::Edited;
    else if (in(m_time))
        hit.part = Part::Time;
    else if (in(m_avatar))
        hit.part = Part::Avatar;
    else if (in(m_bubble))
        hit.part = Part::Bubble;
    return hit;
}

int MessageLayout::lineTop(int position) const
{
    const QTextLine line = m_body->text().lineForTextPosition(qBound(0, position, int(m_text.text.size())));
    return qRound(m_bodyOrigin.y() + (line.isValid() ? line.y() : 0));
}

int MessageLayout::positionBelow(int y) const
{
    for (int i = 0; i < m_body->text().lineCount(); ++i) {
        const QTextLine line = m_body->text().lineAt(i);
        if (qRound(m_bodyOrigin.y() + line.y()) >= y)
            return line.textStart();
    }
    return -1;
}

QRect MessageLayout::characterRect(int position) const
{
    const QTextLine line = m_body->text().lineForTextPosition(position);
    if (!line.isValid())
        return QRect(m_bodyOrigin.toPoint(), QSize(0, 0));
    const qreal left = line.cursorToX(position);
    const qreal right = line.cursorToX(qMin(position + 1, line.textStart() + line.textLength()));
    return QRectF(m_bodyOrigin.x() + qMin(left, right), m_bodyOrigin.y() + line.y(), qAbs(right - left),
                  line.height())
        .toAlignedRect();
}

} // namespace tertulia
