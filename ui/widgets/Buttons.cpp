// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Buttons.h"

#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"

#include <QKeySequence>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace tertulia
{

using namespace Qt::StringLiterals;

PrimaryButton::PrimaryButton(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
    setProperty("primary", true);
}

QSize PrimaryButton::sizeHint() const
{
    // The style writes it bold.
    QFont bold = font();
    bold.setBold(true);
    const int more = QFontMetrics(bold).horizontalAdvance(text()) - fontMetrics().horizontalAdvance(text());
    return QPushButton::sizeHint() + QSize(std::max(0, more), 0);
}

FlatButton::FlatButton(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
    setProperty("flat", true);
}

ChipButton::ChipButton(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
    setProperty("chip", true);
    setCheckable(true);
    setAutoDefault(false);
    setFont(Theme::current().font(0.9));
    connect(&Theme::current(), &Theme::changed, this, [this] { setFont(Theme::current().font(0.9)); });
}

IconButton::IconButton(Icons icon, const QString &name, QWidget *parent, Tint tint)
    : QToolButton(parent)
    , m_tint(tint)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    setLook(icon, name);
    const auto scale = [this] {
        const int side = Theme::current().px(20);
        setIconSize({side, side});
    };
    scale();
    connect(&Theme::current(), &Theme::changed, this, scale);
}

void IconButton::setLook(Icons icon, const QString &name)
{
    m_name = name;
    setIcon(tertulia::icon(icon, m_tint));
    setAccessibleName(name);
    updateToolTip();
}

void IconButton::setShortcutHint(const QKeySequence &keys)
{
    m_keys = keys;
    updateToolTip();
}

void IconButton::updateToolTip()
{
    setToolTip(m_keys.isEmpty()
                   ? shownToolTip(m_name)
                   : shownToolTip(m_name + u" ("_s + m_keys.toString(QKeySequence::NativeText) + u')'));
}

void IconButton::initStyleOption(QStyleOptionToolButton *option) const
{
    QToolButton::initStyleOption(option);
    // The icon tells; a second mark in its corner is a speck.
    option->features.setFlag(QStyleOptionToolButton::HasMenu, false);
}

void IconButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (!hasFocus())
        return;
    // Fusion draws no focus on tool buttons.
    QPainter painter(this);
    QStyleOptionFocusRect option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

} // namespace tertulia
