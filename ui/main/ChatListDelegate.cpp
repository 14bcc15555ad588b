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

} // namespace

void ChatListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const Palette &p = theme.palette();
    painter->save();
    painter->setLayoutDirection(option.direction);
    RowPainter row(*painter, option);
    row.ground();

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

    int textRight = right;
    if (const int unread = index.data(roles::Unread).toInt(); unread > 0) {
        const QString count = unread > 999 ? u"999+"_s : QString::number(unread);
        textRight -= row.badge(second, count, muted ? p.badge : p.accent, muted ? p.onBadge : p.onAccent)
            + theme.px(8);
    }
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

QSize ChatListDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {Theme::current().px(200), Theme::current().px(58)};
}

} // namespace tertulia
