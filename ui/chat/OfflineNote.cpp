// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/OfflineNote.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace tertulia
{

OfflineNote::OfflineNote(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_reconnect(new FlatButton(tr("Reconnect now"), this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 9, 16, 0);
    row->setSpacing(0);
    row->addSpacing(28); // the icon
    row->addWidget(m_text, 1);
    row->addWidget(m_reconnect);
    connect(m_reconnect, &QAbstractButton::clicked, this, &OfflineNote::reconnectRequested);
    connect(&Theme::current(), &Theme::changed, this, &OfflineNote::refresh);
    hide();
    refresh();
}

void OfflineNote::setOffline(bool offline, bool canReconnect)
{
    m_reconnect->setVisible(canReconnect);
    setVisible(offline);
}

void OfflineNote::refresh()
{
    const Theme &theme = Theme::current();
    m_text->setText(tr("No connection. What you send now waits and goes out by itself."));
    m_reconnect->setText(tr("Reconnect now"));
    m_text->setFont(theme.font(0.89));
    QPalette words = palette();
    words.setColor(QPalette::WindowText, theme.palette().softInk);
    m_text->setPalette(words);
    update();
}

void OfflineNote::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void OfflineNote::paintEvent(QPaintEvent *)
{
    const Palette &colors = Theme::current().palette();
    QPainter painter(this);
    painter.fillRect(rect(), colors.paper);
    painter.fillRect(QRect(0, 0, width(), 1), colors.line);
    const qreal x = layoutDirection() == Qt::RightToLeft ? width() - 36 : 20;
    paintIcon(painter, QRectF(x, m_text->geometry().center().y() - 7.5, 16, 16), Icons::CloudOff,
              colors.softInk);
}

} // namespace tertulia
