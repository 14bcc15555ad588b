// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/SelectionStrip.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/FlowLayout.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace tertulia
{

SelectionStrip::SelectionStrip(QWidget *parent)
    : QWidget(parent)
    , m_count(new QLabel(this))
    , m_copy(new QPushButton(tr("&Copy"), this))
    , m_forward(new QPushButton(tr("&Forward…"), this))
    , m_delete(new QPushButton(tr("&Delete here…"), this))
    , m_close(new IconButton(Icons::Close, tr("Stop selecting"), this))
{
    setAccessibleName(tr("Selected messages"));
    m_count->setTextFormat(Qt::PlainText);
    m_close->setShortcutHint(QKeySequence(Qt::Key_Escape));
    auto *flow = new FlowLayout;
    flow->addWidget(m_count);
    for (QPushButton *button : {m_copy, m_forward, m_delete}) {
        button->setAutoDefault(false);
        flow->addWidget(button);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 10, 16, 10);
    row->setSpacing(8);
    row->addLayout(flow, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_copy, &QAbstractButton::clicked, this, &SelectionStrip::copyRequested);
    connect(m_forward, &QAbstractButton::clicked, this, &SelectionStrip::forwardRequested);
    connect(m_delete, &QAbstractButton::clicked, this, &SelectionStrip::deleteRequested);
    connect(m_close, &QAbstractButton::clicked, this, &SelectionStrip::closed);
    const auto resized = [this] {
        // Beside the buttons, not above their middle.
        m_count->setFixedHeight(m_copy->sizeHint().height());
        update();
    };
    connect(&Theme::current(), &Theme::changed, this, resized, Qt::QueuedConnection);
    resized();
    setCount(0);
}

void SelectionStrip::setCount(int count)
{
    m_count->setText(tr("%n selected", nullptr, count));
    for (QPushButton *button : {m_copy, m_forward, m_delete})
        button->setEnabled(count > 0);
}

void SelectionStrip::setTopLine(bool shown)
{
    m_topLine = shown;
    update();
}

void SelectionStrip::paintEvent(QPaintEvent *)
{
    const Palette &colors = Theme::current().palette();
    QPainter painter(this);
    painter.fillRect(rect(), colors.paper);
    if (m_topLine)
        painter.fillRect(QRect(0, 0, width(), 1), colors.line);
}

} // namespace tertulia
