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
    layout()->setContentsMargins(28 + theme.px(m_dismissed ? 14 : 16), m_dismissed ? 0 : 3, 12,
                                 m_dismissed ? 8 : 3);
    m_close->setFixedSize(qMax(24, theme.px(24)), qMax(24, theme.px(24)));
    update();
}

void EncryptionLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void EncryptionLine::paintEvent(QPaintEvent *)
{
    const Palette &colors = Theme::current().palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_dismissed ? colors.paper : colors.warning);
    const qreal side = Theme::current().px(m_dismissed ? 14 : 16);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const qreal x = mirrored ? width() - 20 - side : 20;
    const QRectF place(x, m_text->geometry().center().y() + 0.5 - side / 2, side, side);
    paintIcon(painter, place, Icons::Eye, m_dismissed ? colors.softInk : colors.warningInk);
}

} // namespace tertulia
