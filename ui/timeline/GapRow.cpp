// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/GapRow.h"

#include "ui/theme/Icons.h"

#include <QFontMetrics>
#include <QPainter>

namespace tertulia
{

namespace
{

constexpr int kAround = 8; ///< free above and below the words
constexpr int kSpace = 7; ///< between sign, words and action

} // namespace

int GapRow::height(const TimelineStyle &style)
{
    return qMax(style.target, QFontMetrics(style.small).height()) + 2 * kAround;
}

QString GapRow::text(ArchiveGap::State state)
{
    switch (state) {
    case ArchiveGap::State::Loading:
        return tr("Loading messages…");
    case ArchiveGap::State::Failed:
        return tr("Messages could not be loaded");
    case ArchiveGap::State::Waiting:
    case ArchiveGap::State::Held:
        break;
    }
    return tr("Messages missing here");
}

QString GapRow::action(ArchiveGap::State state)
{
    switch (state) {
    case ArchiveGap::State::Loading:
        return tr("Cancel");
    case ArchiveGap::State::Failed:
        return tr("Try again");
    case ArchiveGap::State::Waiting:
    case ArchiveGap::State::Held:
        break;
    }
    return tr("Load");
}

QString GapRow::spokenAction(ArchiveGap::State state)
{
    return state == ArchiveGap::State::Loading ? tr("Do not load missing messages")
                                               : tr("Load missing messages");
}

void GapRow::paint(QPainter &painter, const QRect &rect, ArchiveGap::State state, bool hovered, qreal turn,
                   const TimelineStyle &style)
{
    QFont link = style.small;
    link.setUnderline(hovered);
    const QFontMetrics metrics(style.small);
    const QString words = metrics.elidedText(text(state), Qt::ElideRight, rect.width() * 2 / 3);
    const QString doing = action(state);
    const int sign = style.stateIcon;
    const int width = sign + kSpace + metrics.horizontalAdvance(words) + kSpace
        + QFontMetrics(link).horizontalAdvance(doing) + 1;
    const bool mirrored = style.direction == Qt::RightToLeft;
    int x = rect.center().x() - width / 2;
    const auto place = [&](int size) {
        const QRect at(mirrored ? rect.left() + rect.right() + 1 - x - size : x, rect.top(), size,
                       rect.height());
        x += size + kSpace;
        return at;
    };
    QRectF icon(0, 0, sign, sign);
    icon.moveCenter(QRectF(place(sign)).center());
    if (state == ArchiveGap::State::Loading) {
        constexpr int kFull = 360 * 16;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style.line, 2));
        painter.drawEllipse(icon.adjusted(2, 2, -2, -2));
        painter.setPen(QPen(style.accent, 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(icon.adjusted(2, 2, -2, -2), -int(turn * kFull), kFull / 4);
    } else {
        const bool failed = state == ArchiveGap::State::Failed;
        paintIcon(painter, icon.toAlignedRect(), failed ? Icons::Warning : Icons::Clock,
                  failed ? style.danger : style.softInk);
    }
    painter.setFont(style.small);
    painter.setPen(style.softInk);
    painter.drawText(place(metrics.horizontalAdvance(words)), Qt::AlignCenter | Qt::TextSingleLine, words);
    painter.setFont(link);
    painter.setPen(style.accent);
    painter.drawText(place(QFontMetrics(link).horizontalAdvance(doing) + 1),
                     Qt::AlignCenter | Qt::TextSingleLine, doing);
}

} // namespace tertulia
