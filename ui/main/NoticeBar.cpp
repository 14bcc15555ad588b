// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/NoticeBar.h"

#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace tertulia
{

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_close(new IconButton(Icons::Close, tr("Close this notice"), this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 8, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(&Theme::current(), &Theme::changed, this, &NoticeBar::updateColours);
    hide();
}

void NoticeBar::say(const QString &text)
{
    tell(text, false);
}

void NoticeBar::warn(const QString &text)
{
    tell(text, true);
}

void NoticeBar::updateColours()
{
    QPalette words = palette();
    if (m_warning)
        words.setColor(QPalette::WindowText, Theme::current().palette().warningInk);
    m_text->setPalette(words);
    update();
}

void NoticeBar::tell(const QString &text, bool warning)
{
    m_warning = warning;
    m_text->setText(shownLine(text, 600));
    updateColours();
    setVisible(true);
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    const Palette &p = Theme::current().palette();
    QPainter painter(this);
    painter.fillRect(rect(), m_warning ? p.warning : p.pane);
    painter.fillRect(QRect(0, 0, width(), 1), p.line);
}

} // namespace tertulia
