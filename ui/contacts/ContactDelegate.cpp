// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/ContactDelegate.h"

#include "core/models/Roles.h"
#include "ui/contacts/SpokenContacts.h"
#include "ui/text/PlainText.h"
#include "ui/text/PresenceText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/RowPainter.h"

#include <QTreeView>

namespace tertulia
{

using namespace Qt::StringLiterals;

void ContactDelegate::paintGroup(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const Palette &p = theme.palette();
    RowPainter row(*painter, option);
    row.ground();
    const QRect r = option.rect;
    const int glyph = theme.px(14);
    const bool open = option.state.testFlag(QStyle::State_Open);
    const QRect arrow(r.left() + theme.px(12), r.center().y() - glyph / 2 + 1, glyph, glyph);
    paintIcon(*painter, row.placed(arrow), open ? Icons::ChevronDown : Icons::ChevronRight, p.softInk,
              !open && option.direction == Qt::RightToLeft);
    const QString counts = u" (%1/%2)"_s.arg(index.data(roles::OnlineCount).toInt())
                               .arg(index.data(roles::TotalCount).toInt());
    const QFont font = theme.font(12.5 / 14.0, QFont::Bold);
    const int countWidth = QFontMetrics(font).horizontalAdvance(counts);
    const QRect text(arrow.right() + theme.px(5), r.top(),
                     r.right() - theme.px(14) - arrow.right() - theme.px(5), r.height());
    const int used = row.text(text.adjusted(0, 0, -countWidth, 0), groupTitle(index), font, p.softInk);
    row.text(QRect(text.left() + used, text.top(), countWidth + 2, text.height()), counts, font, p.softInk);
}

void ContactDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setLayoutDirection(option.direction);
    if (index.data(roles::IsGroup).toBool()) {
        paintGroup(painter, option, index);
        painter->restore();
        return;
    }
    const Theme &theme = Theme::current();
    const Palette &p = theme.palette();
    RowPainter row(*painter, option);
    row.ground();
    const QRect r = option.rect;
    const int pad = theme.px(14);
    const int side = theme.px(m_oneLine ? 20 : 32);
    const QString name = shownName(index.data(roles::Name).toString());
    const bool notes = index.data(roles::OwnAddress).toBool();
    paintAvatar(*painter, row.placed(QRect(r.left() + pad, r.center().y() - side / 2 + 1, side, side)),
                {index.data(roles::Address).toString(), name, index.data(roles::AvatarFile).toString(),
                 notes ? PresenceShape::None : presenceShape(index), notes},
                row.surround());
    const int left = r.left() + pad + side + theme.px(10);
    int right = r.right() - pad;
    const int line = theme.px(18);
    if (index.data(roles::Blocked).toBool()) {
        const int glyph = theme.px(16);
        row.icon(QRect(right - glyph, r.center().y() - glyph / 2, glyph, glyph), Icons::Block, p.softInk);
        right -= glyph + theme.px(6);
    }
    const auto availability = static_cast<Availability>(index.data(roles::Availability).toInt());
    QString status = presenceLine(index);
    const QString said = shownLine(index.data(roles::StatusText).toString());
    // "Offline" and "Available" are told by the badge; the line is for what is said beyond that.
    const bool plain = status == availabilityName(availability)
        && (availability == Availability::Offline || availability == Availability::Available);
    // What somebody says of themselves comes first where the badge tells the rest.
    if (!said.isEmpty() && status == availabilityName(availability) + u" · "_s + said
        && availability != Availability::Away && availability != Availability::ExtendedAway)
        status = said;
    const QFont nameFont = theme.font(1.0, QFont::DemiBold);
    if (m_oneLine) {
        const int used
            = row.text(QRect(left, r.top(), right - left, r.height()), name, nameFont, p.ink) + theme.px(10);
        if (!plain && left + used < right)
            row.text(QRect(left + used, r.top(), right - left - used, r.height()), status,
                     theme.font(12.5 / 14.0), index.data(roles::Typing).toBool() ? p.accent : p.softInk,
                     true);
    } else if (plain) {
        row.text(QRect(left, r.top(), right - left, r.height()), name, nameFont, p.ink);
    } else {
        row.text(QRect(left, r.center().y() - line + 1, right - left, line), name, nameFont, p.ink);
        row.text(QRect(left, r.center().y() + 1, right - left, line), status, theme.font(12.5 / 14.0),
                 index.data(roles::Typing).toBool() ? p.accent : p.softInk);
    }
    painter->restore();
}

QSize ContactDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int height = index.data(roles::IsGroup).toBool() ? 30 : m_oneLine ? 28 : 44;
    return {Theme::current().px(180), Theme::current().px(height)};
}

} // namespace tertulia
