// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/ChatListDelegate.h"

#include "core/base/DeliveryState.h"
#include "core/models/Roles.h"
#include "ui/main/SpokenChats.h"
#include "ui/text/ChatTitle.h"
#include "ui/text/PlainText.h"
#include "ui/text/TimeText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/RowPainter.h"

#include <QDateTime>

#include <optional>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// The mark in front of one's own last message.
std::optional<Icons> stateIcon(const QModelIndex &index)
{
    if (!index.data(roles::LastOutgoing).toBool())
        return {};
    switch (static_cast<DeliveryState>(index.data(roles::LastState).toInt())) {
    case DeliveryState::None:
        return {};
    case DeliveryState::Queued:
        return Icons::Clock;
    case DeliveryState::Sent:
        return Icons::Check;
    case DeliveryState::Delivered:
        return Icons::CheckDouble;
    case DeliveryState::Displayed:
        return Icons::CheckRead;
    case DeliveryState::Failed:
        return Icons::Warning;
    }
    return {};
}

/// What is unread, at the trailing end of `place`; returns the width it took.
int paintUnread(RowPainter &row, const QRect &place, const QModelIndex &index)
{
    const Palette &p = Theme::current().palette();
    const bool muted = index.data(roles::Muted).toBool();
    const QColor fill = muted ? p.badge : p.accent;
    const int gap = Theme::current().px(8);
    const int unread = index.data(roles::Unread).toInt();
    if (unread > 0)
        return row.badge(place, unread > 999 ? u"999+"_s : QString::number(unread), fill,
                         muted ? p.onBadge : p.onAccent)
            + gap;
    return index.data(roles::MarkedUnread).toBool() ? row.dot(place, fill) + gap : 0;
}

} // namespace

void ChatListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    if (m_compact) {
        paintCompact(*painter, option, index);
        return;
    }
    const Theme &theme = Theme::current();
    const Palette &p = theme.palette();
    painter->save();
    painter->setLayoutDirection(option.direction);
    RowPainter row(*painter, option);
    row.ground();
    row.stripe(index);

    const QRect r = option.rect;
    const int pad = theme.px(14);
    const int side = theme.px(40);
    const QString name = chatTitle(index);
    const bool notes = index.data(roles::OwnAddress).toBool();
    paintAvatar(*painter, row.placed(QRect(r.left() + pad, r.center().y() - side / 2 + 1, side, side)),
                {index.data(roles::Address).toString(), name, index.data(roles::AvatarFile).toString(),
                 notes ? PresenceShape::None : presenceShape(index), notes},
                row.surround());

    const QFont nameFont = theme.font(1.0, QFont::DemiBold);
    const QFont small = theme.font(12 / 14.0);
    const QFont preview = theme.font(13 / 14.0);
    int left = r.left() + pad + side + theme.px(11);
    const int right = r.right() - pad;
    const int line = theme.px(20);
    const QRect first(left, r.center().y() - line + 1, right - left + 1, line);
    const QRect second(left, r.center().y() + 1, right - left + 1, line);

    const int glyph = theme.px(14);
    const QDateTime time = index.data(roles::LastTime).toDateTime();
    const int timeWidth
        = time.isValid() ? row.text(first, listTime(time), small, p.softInk, true) + theme.px(8) : 0;
    int nameLeft = first.left();
    if (index.data(roles::Pinned).toBool()) {
        row.icon(QRect(nameLeft, first.center().y() - glyph / 2 + 1, glyph, glyph), Icons::Pin, p.softInk);
        nameLeft += glyph + theme.px(4);
    }
    const bool muted = index.data(roles::Muted).toBool();
    const int muteWidth = muted ? glyph + theme.px(4) : 0;
    const int used = row.text(QRect(nameLeft, first.top(), right - timeWidth - muteWidth - nameLeft, line),
                              name, nameFont, p.ink);
    if (muted)
        row.icon(QRect(nameLeft + used + theme.px(4), first.center().y() - glyph / 2 + 1, glyph, glyph),
                 Icons::Mute, p.softInk);

    const int textRight = right - paintUnread(row, second, index);
    const QString draft = shownLine(index.data(roles::Draft).toString());
    int textLeft = second.left();
    const auto rest = [&] { return QRect(textLeft, second.top(), textRight - textLeft + 1, line); };
    if (!draft.isEmpty()) {
        // The word tells it, the colour only repeats it.
        textLeft
            += row.text(rest(), tr("Draft:"), theme.font(13 / 14.0, QFont::DemiBold), p.danger) + theme.px(4);
        row.text(rest(), draft, preview, p.softInk);
    } else if (index.data(roles::Typing).toBool()) {
        row.text(rest(), tr("is typing…"), preview, p.accent);
    } else {
        if (const auto state = stateIcon(index)) {
            const bool failed = state == Icons::Warning;
            row.icon(QRect(textLeft, second.center().y() - glyph / 2 + 1, glyph, glyph), *state,
                     failed ? p.danger : p.softInk);
            textLeft += glyph + theme.px(4);
        }
        QFont words = preview;
        words.setItalic(index.data(roles::LastRetracted).toBool());
        row.text(rest(), chatPreview(index), words, p.softInk);
    }
    painter->restore();
}

/// One line: name, then what was said last, softer, as far as there is room.
void ChatListDelegate::paintCompact(QPainter &painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const Palette &p = theme.palette();
    painter.save();
    painter.setLayoutDirection(option.direction);
    RowPainter row(painter, option);
    row.ground();
    row.stripe(index);
    const QRect r = option.rect;
    const int side = theme.px(20);
    const int gap = theme.px(6);
    const int glyph = theme.px(13);
    const QString name = chatTitle(index);
    const bool notes = index.data(roles::OwnAddress).toBool();
    int left = r.left() + theme.px(14);
    paintAvatar(painter, row.placed(QRect(left, r.center().y() - side / 2 + 1, side, side)),
                {index.data(roles::Address).toString(), name, index.data(roles::AvatarFile).toString(),
                 notes ? PresenceShape::None : presenceShape(index), notes},
                row.surround());
    left += side + theme.px(9);
    int right = r.right() - theme.px(14);
    const auto place = [&] { return QRect(left, r.top(), right - left + 1, r.height()); };
    const auto mark = [&](Icons which, const QColor &color) {
        row.icon(QRect(left, r.center().y() - glyph / 2 + 1, glyph, glyph), which, color);
        left += glyph + theme.px(4);
    };
    right -= paintUnread(row, place(), index);
    const QDateTime time = index.data(roles::LastTime).toDateTime();
    if (time.isValid())
        right -= row.text(place(), listTime(time), theme.font(11.5 / 14.0), p.softInk, true) + gap;
    if (index.data(roles::Pinned).toBool())
        mark(Icons::Pin, p.softInk);
    left += row.text(place(), name, theme.font(13 / 14.0, QFont::DemiBold), p.ink) + gap;
    if (index.data(roles::Muted).toBool() && place().width() > glyph)
        mark(Icons::Mute, p.softInk);
    if (const auto state = stateIcon(index); state == Icons::Warning && place().width() > glyph)
        mark(*state, p.danger);
    const bool draft = !index.data(roles::Draft).toString().isEmpty();
    // A few letters say nothing.
    if (place().width() > theme.px(40))
        row.text(place(), chatPreview(index), theme.font(12.5 / 14.0), draft ? p.danger : p.softInk);
    painter.restore();
}

QSize ChatListDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {Theme::current().px(200), Theme::current().px(m_compact ? 28 : 58)};
}

} // namespace tertulia
