// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/EncryptionLine.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace tertulia
{

namespace
{

constexpr int kEdge = 16; ///< where the field above begins
constexpr int kIconAt = 25;
constexpr int kWords = 33; ///< with the icon's width: where the words begin
constexpr int kIcon = 14;

} // namespace

EncryptionLine::EncryptionLine(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_close(new IconButton(Icons::Close, tr("Put this notice away"), this, Tint::Warning))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);

    auto *row = new QHBoxLayout(this);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_close);
    connect(m_close, &QAbstractButton::clicked, this, [this] {
        setDismissed(true);
        Q_EMIT dismissed();
    });
    connect(&Theme::current(), &Theme::changed, this, &EncryptionLine::refresh);
    refresh();
}

void EncryptionLine::setDismissed(bool dismissed)
{
    m_dismissed = dismissed;
    refresh();
}

void EncryptionLine::refresh()
{
    const Theme &theme = Theme::current();
    // One name whatever the state, so that it can be found; the state is the description.
    const QString sentence = tr("Not encrypted: your server and theirs can read this");
    m_text->setText(m_dismissed ? tr("Not encrypted") : sentence);
    m_text->setAccessibleName(tr("Encryption status"));
    m_text->setAccessibleDescription(sentence);
    m_text->setToolTip(m_dismissed ? sentence : QString());
    m_text->setFont(theme.font(0.86));
    QPalette words = palette();
    words.setColor(QPalette::WindowText, m_dismissed ? theme.palette().softInk : theme.palette().warningInk);
    m_text->setPalette(words);
    m_close->setLook(Icons::Close, tr("Put this notice away"));
    m_close->setVisible(!m_dismissed);
    // The icon stands left of the words.
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int textAt = kWords + theme.px(kIcon);
    layout()->setContentsMargins(mirrored ? kEdge + 2 : textAt, 0, mirrored ? textAt : kEdge + 2, 8);
    m_close->setFixedSize(qMax(24, theme.px(24)), qMax(24, theme.px(24)));
    update();
}

void EncryptionLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LayoutDirectionChange)
        refresh();
}

void EncryptionLine::paintEvent(QPaintEvent *)
{
    const Palette &colors = Theme::current().palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), colors.paper);
    if (!m_dismissed) {
        const bool framed = Theme::current().isHighContrast();
        painter.setPen(framed ? QPen(colors.line) : QPen(Qt::NoPen));
        painter.setBrush(colors.warning);
        painter.drawRoundedRect(QRectF(rect()).adjusted(kEdge + 0.5, 0.5, -kEdge - 0.5, -8.5), 9, 9);
    }
    const qreal side = Theme::current().px(kIcon);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const qreal x = mirrored ? width() - kIconAt - side : kIconAt;
    const QRectF place(x, m_text->geometry().center().y() + 0.5 - side / 2, side, side);
    paintIcon(painter, place, Icons::Eye, m_dismissed ? colors.softInk : colors.warningInk);
}

} // namespace tertulia
