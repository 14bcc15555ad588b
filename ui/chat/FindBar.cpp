// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/FindBar.h"

#include "ui/accessibility/SpokenLabel.h"
#include "ui/keys/KeyHints.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

namespace tertulia
{

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_older(new IconButton(Icons::ChevronUp, tr("Previous hit"), this))
    , m_newer(new IconButton(Icons::ChevronDown, tr("Next hit"), this))
    , m_close(new IconButton(Icons::Close, tr("Close search"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 14, 8);
    row->setSpacing(6);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    row->addWidget(m_older);
    row->addWidget(m_newer);
    row->addWidget(m_close);
    m_field->installEventFilter(this);
    m_field->setMaxLength(200);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setAlignment(Qt::AlignCenter);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::textChanged);
    connect(m_older, &QAbstractButton::clicked, this, [this] { Q_EMIT stepRequested(-1); });
    connect(m_newer, &QAbstractButton::clicked, this, [this] { Q_EMIT stepRequested(1); });
    connect(m_close, &QAbstractButton::clicked, this, &FindBar::closed);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
    showKey(m_older, KeyId::PreviousHit);
    showKey(m_newer, KeyId::NextHit);
    retranslate();
    setHits(0, 0, true);
}

void FindBar::setHits(int current, int count, bool complete)
{
    if (m_field->text().trimmed().isEmpty())
        showSpoken(*m_count, {});
    else if (count == 0)
        showSpoken(*m_count, complete ? tr("Nothing found") : tr("Searching…"));
    else
        showSpoken(*m_count,
                   (complete ? tr("%1/%2") : tr("%1/%2+", "there are more")).arg(current).arg(count));
    // Room for the usual numbers, so that the field does not change its width while one types.
    m_count->setMinimumWidth(
        qMax(m_count->sizeHint().width(), fontMetrics().horizontalAdvance(QStringLiteral("000/000"))));
    m_older->setEnabled(count > 0);
    m_newer->setEnabled(count > 0);
}

QString FindBar::text() const
{
    return m_field->text();
}

void FindBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::retranslate()
{
    m_field->setAccessibleName(tr("Find in chat"));
    m_field->setPlaceholderText(tr("Find in chat"));
    m_count->setAccessibleName(tr("Hits"));
    m_older->setLook(Icons::ChevronUp, tr("Previous hit"));
    m_newer->setLook(Icons::ChevronDown, tr("Next hit"));
    m_close->setLook(Icons::Close, tr("Close search"));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            // From the newest backwards, as one looks for what was said.
            Q_EMIT stepRequested(key->modifiers() & Qt::ShiftModifier ? 1 : -1);
            return true;
        }
        if (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
            Q_EMIT stepRequested(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            Q_EMIT closed();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &colors = Theme::current().palette();
    painter.fillRect(rect(), colors.paper);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors.line);
}

} // namespace tertulia
