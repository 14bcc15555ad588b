// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SearchField.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace tertulia
{

SearchField::SearchField(const QString &name, QWidget *parent)
    : QLineEdit(parent)
{
    setAccessibleName(name);
    setPlaceholderText(name);
    addAction(icon(Icons::Search), LeadingPosition)->setText(name);
    QAction *clearing = addAction(icon(Icons::Close), TrailingPosition);
    clearing->setText(tr("Clear"));
    clearing->setToolTip(tr("Clear"));
    clearing->setVisible(false);
    connect(clearing, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, clearing,
            [clearing](const QString &text) { clearing->setVisible(!text.isEmpty()); });
}

void SearchField::setShortcutHint(const QKeySequence &keys)
{
    // As on the keyboard; some of Qt's translations have longer words for it.
    m_hint = keys.toString(QKeySequence::PortableText);
    update();
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!text().isEmpty() || m_hint.isEmpty() || hasFocus() || layoutDirection() == Qt::RightToLeft)
        return;
    const QFontMetrics metrics(font());
    const int pad = Theme::current().px(12);
    const int hintWidth = metrics.horizontalAdvance(m_hint);
    if (metrics.horizontalAdvance(placeholderText()) + hintWidth + pad * 5 > width())
        return;
    QPainter painter(this);
    painter.setPen(Theme::current().palette().softInk);
    painter.drawText(
        rect().adjusted(pad, 0, -pad, 0),
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter),
        m_hint);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down) {
        Q_EMIT leaveDown();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        clear();
        Q_EMIT escaped();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace tertulia
