// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/ArchiveRow.h"

#include "ui/theme/Theme.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace tertulia
{

ArchiveRow::ArchiveRow(QWidget *parent)
    : FlatButton(QString(), parent)
{
    refresh();
}

void ArchiveRow::setCount(int count)
{
    m_count = count;
    refresh();
}

void ArchiveRow::setOpen(bool open)
{
    m_open = open;
    refresh();
}

void ArchiveRow::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    // Where the rows of the list below have their pictures and their names.
    const Theme &theme = Theme::current();
    const int glyph = theme.px(18);
    const int column = theme.px(14) + theme.px(40);
    const QRect picture(theme.px(14) + (theme.px(40) - glyph) / 2, (height() - glyph) / 2, glyph, glyph);
    const bool mirrored = isRightToLeft();
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), picture),
              m_open ? Icons::Back : Icons::Archive, theme.palette().softInk, mirrored && m_open);
    const QRect words = QStyle::visualRect(layoutDirection(), rect(),
                                           rect().adjusted(column + theme.px(11), 0, -theme.px(14), 0));
    painter.setPen(theme.palette().softInk);
    painter.drawText(words,
                     Qt::AlignAbsolute | Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft),
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect ring;
        ring.initFrom(this);
        painter.drawPrimitive(QStyle::PE_FrameFocusRect, ring);
    }
}

void ArchiveRow::refresh()
{
    setIcon(tertulia::icon(m_open ? Icons::Back : Icons::Archive));
    setText(m_open ? tr("Archived chats") : tr("Archived chats: %1").arg(m_count));
    setAccessibleName(m_open ? tr("Back from the archived chats") : text());
}

} // namespace tertulia
