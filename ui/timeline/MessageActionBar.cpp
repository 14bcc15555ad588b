// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/MessageActionBar.h"

#include "ui/keys/KeyMap.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/MessageActions.h"
#include "ui/widgets/Buttons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace tertulia
{

namespace
{

constexpr int kButton = 28;
constexpr int kRadius = 9;

QRect onScreen(const QWidget *widget)
{
    return {widget->mapToGlobal(QPoint(0, 0)), widget->size()};
}

} // namespace

MessageActionBar::MessageActionBar(QWidget *parent)
    : QWidget(parent)
    , m_react(new IconButton(Icons::SmileyAdd, MessageActions::name(MessageAction::React), this))
    , m_reply(new IconButton(Icons::Reply, MessageActions::name(MessageAction::Reply), this))
    , m_more(new IconButton(Icons::More, tr("More"), this))
{
    setCursor(Qt::ArrowCursor);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    row->setSizeConstraint(QLayout::SetFixedSize);
    for (IconButton *button : {m_react, m_reply, m_more}) {
        button->setFocusPolicy(Qt::NoFocus);
        row->addWidget(button);
    }
    connect(m_reply, &QAbstractButton::clicked, this, &MessageActionBar::replyRequested);
    connect(m_react, &QAbstractButton::clicked, this, [this] { Q_EMIT reactRequested(onScreen(m_react)); });
    connect(m_more, &QAbstractButton::clicked, this, [this] { Q_EMIT moreRequested(onScreen(m_more)); });
    connect(&Theme::current(), &Theme::changed, this, &MessageActionBar::restyle);
    retranslate();
    restyle();
    hide();
}

void MessageActionBar::setAnswerable(bool answerable)
{
    m_react->setVisible(answerable);
    m_reply->setVisible(answerable);
    layout()->activate();
}

void MessageActionBar::retranslate()
{
    m_react->setLook(Icons::SmileyAdd, MessageActions::name(MessageAction::React));
    m_react->setShortcutHint(KeyMap::current().key(KeyId::ReactToMarked));
    m_reply->setLook(Icons::Reply, MessageActions::name(MessageAction::Reply));
    m_reply->setShortcutHint(KeyMap::current().key(KeyId::ReplyToMarked));
    m_more->setLook(Icons::More, tr("More"));
}

void MessageActionBar::restyle()
{
    const int side = qMax(24, Theme::current().px(kButton));
    for (IconButton *button : {m_react, m_reply, m_more})
        button->setFixedSize(side, side);
    update();
}

void MessageActionBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MessageActionBar::paintEvent(QPaintEvent *)
{
    const Palette &colors = Theme::current().palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.line);
    painter.setBrush(colors.field);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

} // namespace tertulia
