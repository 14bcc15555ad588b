// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Menus and the menu bar.
#include "ui/theme/Icons.h"
#include "ui/theme/StyleShapes.h"
#include "ui/theme/TertuliaStyle.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QStyleOption>

namespace tertulia
{

using namespace shapes;

void TertuliaStyle::drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    const Palette &p = tokens();
    const Theme &theme = Theme::current();
    if (item->menuItemType == QStyleOptionMenuItem::Separator && !item->text.isEmpty()) {
        // The title of a section.
        painter->save();
        painter->setFont(theme.font(12.0 / 14.0, QFont::Bold));
        painter->setPen(p.softInk);
        const int pad = theme.px(12);
        painter->drawText(item->rect.adjusted(pad, 0, -pad, 0),
                          int(QStyle::visualAlignment(item->direction, Qt::AlignLeft)) | Qt::AlignVCenter,
                          item->text);
        painter->restore();
        return;
    }
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(item->rect.left() + 8, item->rect.center().y(), item->rect.width() - 16, 1),
                          p.line);
        return;
    }
    const bool enabled = item->state.testFlag(State_Enabled);
    if (item->state.testFlag(State_Selected) && enabled)
        roundedBox(*painter, QRectF(item->rect).adjusted(4, 1, -4, -1), kSmallRadius, p.selection, QColor());
    const bool rightToLeft = item->direction == Qt::RightToLeft;
    const int side = theme.px(18);
    const int pad = theme.px(12);
    const auto placed = [&](const QRect &rect) { return visualRect(item->direction, item->rect, rect); };
    const QRect iconRect
        = placed(QRect(item->rect.left() + pad, item->rect.center().y() - side / 2 + 1, side, side));
    if (item->checkType != QStyleOptionMenuItem::NotCheckable) {
        if (item->checked)
            paintIcon(*painter, iconRect, Icons::Check, enabled ? p.accent : p.softInk);
    } else if (!item->icon.isNull()) {
        item->icon.paint(painter, iconRect, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    painter->save();
    painter->setFont(item->font);
    painter->setPen(item->palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    const QString text = item->text.section(u'\t', 0, 0);
    const QString shortcut = item->text.section(u'\t', 1, 1);
    const int lead = pad + side + theme.px(10);
    const QRect textRect = placed(item->rect.adjusted(lead, 0, -pad, 0));
    const int start = Qt::AlignAbsolute | (rightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    const int end = Qt::AlignAbsolute | (rightToLeft ? Qt::AlignLeft : Qt::AlignRight);
    const int mnemonic
        = styleHint(SH_UnderlineShortcut, option, widget) != 0 ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    painter->drawText(textRect, start | Qt::AlignVCenter | Qt::TextSingleLine | mnemonic, text);
    if (!shortcut.isEmpty()) {
        painter->setPen(p.softInk);
        painter->drawText(textRect, end | Qt::AlignVCenter | Qt::TextSingleLine, shortcut);
    }
    painter->restore();
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow
            = placed(QRect(item->rect.right() - pad - theme.px(14) + 4,
                           item->rect.center().y() - theme.px(7) + 1, theme.px(14), theme.px(14)));
        paintIcon(*painter, arrow, Icons::ChevronRight, p.softInk, rightToLeft);
    }
}

void TertuliaStyle::drawMenuBarItem(const QStyleOption *option, QPainter *painter,
                                    const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    const Palette &p = tokens();
    painter->fillRect(item->rect, p.pane);
    painter->fillRect(QRect(item->rect.left(), item->rect.bottom(), item->rect.width(), 1), p.line);
    if (item->state.testAnyFlags(State_Selected | State_Sunken) && item->state.testFlag(State_Enabled))
        roundedBox(*painter, QRectF(item->rect).adjusted(1, 3, -1, -4), kSmallRadius, p.hover, QColor());
    const int mnemonic
        = styleHint(SH_UnderlineShortcut, option, widget) != 0 ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    painter->save();
    painter->setPen(p.softInk);
    painter->drawText(item->rect, Qt::AlignCenter | Qt::TextSingleLine | mnemonic, item->text);
    painter->restore();
}

} // namespace tertulia
