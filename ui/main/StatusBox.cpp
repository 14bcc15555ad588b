// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/StatusBox.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"

#include <QAbstractItemView>
#include <QStylePainter>

namespace tertulia
{

void StatusBox::setStandIn(const QString &text)
{
    m_standIn = text;
    updateGeometry();
    update();
}

QSize StatusBox::sizeHint() const
{
    const QString shown = m_standIn.isEmpty() ? currentText() : m_standIn;
    return {fontMetrics().horizontalAdvance(shown) + iconSize().width() + Theme::current().px(34),
            QComboBox::sizeHint().height()};
}

void StatusBox::showPopup()
{
    // The list, though, shows every choice whole.
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + Theme::current().px(24));
    QComboBox::showPopup();
}

void StatusBox::paintEvent(QPaintEvent *event)
{
    if (m_standIn.isEmpty()) {
        QComboBox::paintEvent(event);
        return;
    }
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.currentText = m_standIn;
    option.currentIcon = presenceIcon(PresenceShape::Offline);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace tertulia
