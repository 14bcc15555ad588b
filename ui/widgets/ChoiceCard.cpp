// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ChoiceCard.h"

#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace tertulia
{

ChoiceCard::ChoiceCard(Icons icon, const QString &title, const QString &explanation, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_explanation(explanation)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(explanation);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

QSize ChoiceCard::sizeHint() const
{
    const int width = Theme::current().px(380);
    return {width, heightForWidth(width)};
}

int ChoiceCard::heightForWidth(int width) const
{
    const Theme &theme = Theme::current();
    const QRect words
        = QFontMetrics(theme.font(13 / 14.0))
              .boundingRect(QRect(0, 0, std::max(40, width - theme.px(16 + 28 + 16 + 40)), 2000),
                            Qt::TextWordWrap, m_explanation);
    return theme.px(14 + 22 + 14) + words.height();
}

void ChoiceCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const Palette &p = theme.palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? p.focus : p.line, hasFocus() ? 2 : 1));
    painter.setBrush(isDown() || underMouse() ? p.hover : p.field);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 12, 12);
    const auto placed
        = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const int pad = theme.px(16);
    const int side = theme.px(26);
    const QColor tint = isEnabled() ? p.accent : p.softInk;
    paintIcon(painter, placed(QRect(pad, (height() - side) / 2, side, side)), m_icon, tint);
    const int arrow = theme.px(18);
    paintIcon(painter, placed(QRect(width() - pad - arrow, (height() - arrow) / 2, arrow, arrow)),
              Icons::ChevronRight, p.softInk, layoutDirection() == Qt::RightToLeft);
    const int left = pad + side + theme.px(16);
    const int right = width() - pad - arrow - theme.px(6);
    const int start = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.setFont(theme.font(1.05, QFont::DemiBold));
    painter.setPen(isEnabled() ? p.ink : p.softInk);
    painter.drawText(placed(QRect(left, theme.px(12), right - left, theme.px(22))),
                     Qt::AlignAbsolute | start | Qt::AlignVCenter, text());
    painter.setFont(theme.font(13 / 14.0));
    painter.setPen(p.softInk);
    painter.drawText(placed(QRect(left, theme.px(12 + 23), right - left, height() - theme.px(12 + 23))),
                     Qt::AlignAbsolute | start | Qt::AlignTop | Qt::TextWordWrap, m_explanation);
}

} // namespace tertulia
