// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/StrangerBar.h"

#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/FlowLayout.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace tertulia
{

StrangerBar::StrangerBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_accept(new PrimaryButton({}, this))
    , m_block(new QPushButton(this))
    , m_report(new QPushButton(this))
    , m_ignore(new QPushButton(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *buttons = new QWidget(this);
    // A narrow window takes a second line for them.
    auto *row = new FlowLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {m_accept, m_block, m_report, m_ignore}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 10, 18, 12);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(buttons);
    connect(m_accept, &QPushButton::clicked, this, &StrangerBar::accepted);
    connect(m_block, &QPushButton::clicked, this, [this] { Q_EMIT blockRequested(false); });
    connect(m_report, &QPushButton::clicked, this, [this] { Q_EMIT blockRequested(true); });
    connect(m_ignore, &QPushButton::clicked, this, &StrangerBar::ignored);
    connect(&Theme::current(), &Theme::changed, this, &StrangerBar::refresh);
    m_report->hide();
    refresh();
}

void StrangerBar::setName(const QString &name)
{
    m_name = name;
    refresh();
}

void StrangerBar::setTrouble(const QString &sentence)
{
    m_trouble = sentence;
    refresh();
}

void StrangerBar::setCanReport(bool can)
{
    m_report->setVisible(can);
}

void StrangerBar::refresh()
{
    const QString usual = tr("%1 is not in your contacts. They do not learn that you "
                             "read this.")
                              .arg(shownName(m_name));
    m_text->setText(m_trouble.isEmpty() ? usual : m_trouble);
    m_text->setFont(Theme::current().font(0.93));
    m_accept->setText(tr("Accept"));
    m_accept->setAccessibleDescription(tr("Take this conversation among your chats"));
    m_block->setText(tr("Block…"));
    m_report->setText(tr("Report…"));
    m_ignore->setText(tr("Ignore"));
    m_ignore->setAccessibleDescription(tr("Put it away; they are not told"));
    update();
}

void StrangerBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void StrangerBar::paintEvent(QPaintEvent *)
{
    const Palette &colors = Theme::current().palette();
    QPainter painter(this);
    painter.fillRect(rect(), colors.pane);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors.line);
}

} // namespace tertulia
