// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RowPainter.h"

#include "ui/theme/Theme.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace tertulia
{

void paintAccountStripe(QPainter &painter, const QRect &rect, AccountColor color,
                        Qt::LayoutDirection direction)
{
    const Theme &theme = Theme::current();
    const QColor fill = theme.accountColor(color);
    if (!fill.isValid())
        return;
    const int room = rect.height() / 6;
    const QRect logical(rect.left() + 5, rect.top() + room, theme.px(3), rect.height() - 2 * room);
    painter.fillRect(QStyle::visualRect(direction, rect, logical), fill);
}

RowPainter::RowPainter(QPainter &painter, const QStyleOptionViewItem &option)
    : m_painter(painter)
    , m_option(option)
    , m_surround(Theme::current().palette().pane)
{
}

void RowPainter::ground(bool hoverable)
{
    const Palette &p = Theme::current().palette();
    if (m_option.state.testFlag(QStyle::State_Selected))
        m_surround = p.selection;
    else if (hoverable && m_option.state.testFlag(QStyle::State_MouseOver))
        m_surround = p.hover;
    if (m_option.widget && m_option.widget->property("rounded").toBool()) {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_surround);
        m_painter.drawRoundedRect(QRectF(m_option.rect).adjusted(1, 1, -1, -1), 9, 9);
        m_painter.restore();
    } else {
        m_painter.fillRect(m_option.rect, m_surround);
    }
    const bool focused
        = m_option.state.testFlag(QStyle::State_HasFocus) && m_option.widget && m_option.widget->hasFocus();
    if (focused || (m_option.state.testFlag(QStyle::State_Selected) && Theme::current().isHighContrast())) {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(QPen(p.focus, 2));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(QRectF(m_option.rect).adjusted(2, 2, -2, -2), 6, 6);
        m_painter.restore();
    }
}

void RowPainter::stripe(const QModelIndex &index)
{
    paintAccountStripe(m_painter, m_option.rect, static_cast<AccountColor>(index.data(kStripe).toInt()),
                       m_option.direction);
}

QRect RowPainter::placed(const QRect &logical) const
{
    return QStyle::visualRect(m_option.direction, m_option.rect, logical);
}

int RowPainter::text(const QRect &logical, const QString &text, const QFont &font, const QColor &color,
                     bool trailing)
{
    if (logical.width() <= 0)
        return 0;
    m_painter.setFont(font);
    m_painter.setPen(color);
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, logical.width());
    // The row's direction decides the side, whatever letters the text has.
    const bool right = (m_option.direction == Qt::RightToLeft) != trailing;
    const int order = text.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight;
    m_painter.drawText(placed(logical),
                       Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine
                           | (right ? Qt::AlignRight : Qt::AlignLeft) | order,
                       shown);
    return std::min(metrics.horizontalAdvance(shown), logical.width());
}

void RowPainter::icon(const QRect &logical, Icons which, const QColor &color)
{
    // The only one of those in rows that points forward.
    const bool mirrored = which == Icons::ChevronRight && m_option.direction == Qt::RightToLeft;
    paintIcon(m_painter, placed(logical), which, color, mirrored);
}

int RowPainter::dot(const QRect &logical, const QColor &fill)
{
    const int side = Theme::current().px(11);
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(fill);
    m_painter.drawEllipse(
        placed(QRect(logical.right() - side + 1, logical.center().y() - side / 2, side, side)));
    m_painter.restore();
    return side;
}

int RowPainter::badge(const QRect &logical, const QString &text, const QColor &fill, const QColor &ink)
{
    const QFont font = Theme::current().font(12 / 14.0, QFont::Bold);
    const int height = Theme::current().px(19);
    const int width = std::max(height, QFontMetrics(font).horizontalAdvance(text) + Theme::current().px(13));
    const QRect rect
        = placed(QRect(logical.right() - width + 1, logical.center().y() - height / 2, width, height));
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(fill);
    m_painter.drawRoundedRect(rect, height / 2.0, height / 2.0);
    m_painter.setFont(font);
    m_painter.setPen(ink);
    m_painter.drawText(rect, Qt::AlignCenter, text);
    m_painter.restore();
    return width;
}

} // namespace tertulia
