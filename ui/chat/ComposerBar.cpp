// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ComposerBar.h"

#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/ElidedLabel.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kIcon = 18;
constexpr int kRoomForIcon = 30;

void setInk(QWidget *label, const QColor &color)
{
    QPalette words = label->palette();
    words.setColor(QPalette::WindowText, color);
    label->setPalette(words);
}

} // namespace

ComposerBar::ComposerBar(QWidget *parent)
    : QWidget(parent)
    , m_iconRoom(new QSpacerItem(0, 0))
    , m_title(new ElidedLabel(this))
    , m_text(new ElidedLabel(this))
    , m_close(new IconButton(Icons::Close, tr("Close"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addSpacerItem(m_iconRoom);
    row->addWidget(m_title);
    row->addWidget(m_text, 1);
    row->addWidget(m_close);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    setCursor(Qt::PointingHandCursor);
    m_close->setCursor(Qt::ArrowCursor);
    connect(m_close, &QAbstractButton::clicked, this, &ComposerBar::closed);
    connect(&Theme::current(), &Theme::changed, this, &ComposerBar::restyle);
    restyle();
    hide();
}

void ComposerBar::say(Icons icon, const QString &title, const QString &text, const QString &closeName)
{
    m_icon = icon;
    m_title->setText(title);
    m_text->setText(text);
    m_close->setLook(Icons::Close, closeName);
    m_close->setShortcutHint(QKeySequence(Qt::Key_Escape));
    setAccessibleName(title + u", "_s + shownLine(text));
    restyle();
    show();
}

void ComposerBar::restyle()
{
    const Theme &theme = Theme::current();
    m_title->setFont(theme.font(0.93, QFont::DemiBold));
    m_text->setFont(theme.font(0.93));
    setInk(m_title, theme.palette().accent);
    setInk(m_text, theme.palette().softInk);
    const int side = qMax(24, theme.px(26));
    m_close->setFixedSize(side, side);
    m_iconRoom->changeSize(4 + theme.px(kRoomForIcon) - layout()->spacing(), 0, QSizePolicy::Fixed);
    layout()->invalidate();
    update();
}

void ComposerBar::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT pressed();
}

void ComposerBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const int side = theme.px(kIcon);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int x = mirrored ? width() - 4 - side : 4;
    paintIcon(painter, QRectF(x, (height() - side) / 2.0, side, side), m_icon, theme.palette().softInk,
              mirrored);
}

} // namespace tertulia
