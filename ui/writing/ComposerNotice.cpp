// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/writing/ComposerNotice.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <utility>

namespace tertulia
{

namespace
{
constexpr int kIcon = 18;
constexpr int kLeading = 34;
} // namespace

ComposerNotice::ComposerNotice(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_action(new FlatButton(tr("Hide"), this))
    , m_close(new IconButton(Icons::Close, tr("Hide"), this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kLeading, 2, 0, 2);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    connect(m_action, &QAbstractButton::clicked, this, [this] {
        hide();
        if (const auto act = std::exchange(m_act, {}))
            act();
    });
    hide();
}

void ComposerNotice::say(Icons icon, const QString &text, const QString &action, std::function<void()> act)
{
    m_icon = icon;
    m_act = std::move(act);
    m_text->setText(text);
    if (!action.isEmpty())
        m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_close->setLook(Icons::Close, tr("Hide"));
    setAccessibleName(text);
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ComposerNotice::paintEvent(QPaintEvent *)
{
    const Palette &colors = Theme::current().palette();
    QPainter painter(this);
    const qreal side = Theme::current().px(kIcon);
    const qreal top = m_text->y() + (QFontMetricsF(m_text->font()).height() - side) / 2;
    QRectF place(
        4, m_text->sizeHint().height() > m_text->fontMetrics().height() * 2 ? top : (height() - side) / 2,
        side, side);
    if (layoutDirection() == Qt::RightToLeft)
        place.moveRight(width() - 4);
    paintIcon(painter, place, m_icon, m_icon == Icons::Warning ? colors.danger : colors.accent);
}

} // namespace tertulia
