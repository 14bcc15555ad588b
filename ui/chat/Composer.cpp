// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/Composer.h"

#include "ui/chat/ComposerBar.h"
#include "ui/chat/ComposerEdit.h"
#include "ui/chat/EmojiPicker.h"
#include "ui/chat/SendButton.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QTimerEvent>

namespace tertulia
{

namespace
{

constexpr int kPauseMs = 600;
constexpr int kRadius = 12;

} // namespace

Composer::Composer(QWidget *parent)
    : QWidget(parent)
    , m_bar(new ComposerBar(this))
    , m_field(new ComposerEdit(this))
    , m_emoji(new IconButton(Icons::Emoji, tr("Emoji"), this))
    , m_send(new SendButton(this))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 10, 16, 8);
    all->setSpacing(6);
    all->addWidget(m_bar);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    all->addLayout(row);
    row->addWidget(m_field, 1, Qt::AlignBottom);
    row->addWidget(m_emoji, 0, Qt::AlignBottom);
    row->addWidget(m_send, 0, Qt::AlignBottom);
    setFocusProxy(m_field);
    m_field->installEventFilter(this);
    connect(m_field, &ComposerEdit::sendRequested, this, &Composer::send);
    connect(m_field, &ComposerEdit::escapePressed, this, &Composer::escapePressed);
    connect(m_field, &ComposerEdit::pageRequested, this, &Composer::pageRequested);
    connect(m_field, &ComposerEdit::editLastRequested, this, &Composer::editLastRequested);
    connect(m_field, &ComposerEdit::chooseRequested, this, &Composer::chooseRequested);
    connect(m_bar, &ComposerBar::closed, this, [this] {
        stepBack();
        m_field->setFocus();
    });
    connect(m_bar, &ComposerBar::pressed, this,
            [this] { Q_EMIT showRequested(m_edited != 0 ? m_edited : answered()); });
    connect(m_field, &ComposerEdit::textChanged, this, &Composer::onTextChanged);
    connect(m_emoji, &QAbstractButton::clicked, this, &Composer::openEmojiPicker);
    auto *emojiKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J), this);
    emojiKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(emojiKey, &QShortcut::activated, this, &Composer::openEmojiPicker);
    connect(m_send, &QAbstractButton::clicked, this, [this] {
        send();
        m_field->setFocus();
    });
    const auto resized = [this] {
        const int side = m_field->minimumSizeHint().height();
        m_send->setFixedSize(side, side);
        m_emoji->setFixedSize(side, side);
        update();
    };
    connect(&Theme::current(), &Theme::changed, this, resized);
    resized();
    retranslate();
}

Composer::~Composer() = default;

void Composer::setPeerName(const QString &name)
{
    m_peerName = name;
    retranslate();
}

void Composer::retranslate()
{
    const QString label = tr("Message to %1").arg(shownName(m_peerName));
    m_field->setAccessibleName(label);
    m_field->setPlaceholderText(label);
    m_emoji->setLook(Icons::Emoji, tr("Emoji"));
    m_emoji->setShortcutHint(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J));
    refreshBar();
    m_send->setAccessibleName(tr("Send"));
    m_send->setToolTip(tr("Send (Enter)"));
}

void Composer::setTopLine(bool shown)
{
    m_topLine = shown;
    update();
}

QString Composer::text() const
{
    return m_field->toPlainText();
}

void Composer::setText(const QString &text)
{
    m_restoring = true;
    m_field->setPlainText(text);
    m_field->moveCursor(QTextCursor::End);
    m_restoring = false;
    m_pause.stop();
    m_dirty = false;
}

void Composer::clear()
{
    setText({});
}

void Composer::startReply(qint64 messageId, const QString &name, const QString &text)
{
    stopEdit();
    m_answer = Answer{messageId, name, text};
    refreshBar();
}

void Composer::startEdit(qint64 messageId, const QString &text)
{
    stopEdit();
    flushDraft();
    m_keptDraft = this->text();
    m_edited = messageId;
    m_originalText = text;
    setText(text);
    refreshBar();
}

void Composer::stopReply()
{
    m_answer.reset();
    refreshBar();
}

void Composer::stopEdit()
{
    if (m_edited == 0)
        return;
    m_edited = 0;
    setText(std::exchange(m_keptDraft, {}));
    refreshBar();
}

bool Composer::stepBack()
{
    if (m_edited != 0)
        stopEdit();
    else if (m_answer)
        stopReply();
    else
        return false;
    return true;
}

void Composer::refreshBar()
{
    if (m_edited != 0)
        m_bar->say(Icons::Edit, tr("Editing"), m_originalText, tr("Leave editing"));
    else if (m_answer)
        m_bar->say(Icons::Reply, tr("Replying to %1").arg(shownName(m_answer->name)), m_answer->text,
                   tr("Do not reply"));
    else
        m_bar->hide();
}

void Composer::flushDraft()
{
    m_pause.stop();
    // What is in the field while a message is edited is no draft.
    if (!m_dirty || m_edited != 0)
        return;
    m_dirty = false;
    Q_EMIT draftChanged(text());
}

void Composer::send()
{
    // What an input method still holds is not said yet.
    if (m_field->isComposing())
        return;
    const QString message = text();
    if (message.trimmed().isEmpty())
        return;
    if (m_edited != 0) {
        const qint64 edited = m_edited;
        stopEdit();
        if (std::exchange(m_typing, false))
            Q_EMIT typingChanged(false);
        Q_EMIT correctionRequested(edited, message);
        return;
    }
    const qint64 answers = answered();
    stopReply();
    clear();
    m_typing = false;
    Q_EMIT sendRequested(message, answers);
    Q_EMIT draftChanged({});
}

void Composer::openEmojiPicker()
{
    delete m_picker;
    m_picker = new EmojiPicker(this);
    connect(m_picker, &EmojiPicker::chosen, this, [this](const QString &emoji) {
        m_field->insertPlainText(emoji);
        m_field->setFocus();
    });
    m_picker->openAt(m_emoji);
}

void Composer::onTextChanged()
{
    if (m_restoring)
        return;
    m_dirty = true;
    m_pause.start(kPauseMs, this);
    const bool typing = !m_field->document()->isEmpty();
    if (typing || m_typing)
        Q_EMIT typingChanged(typing);
    m_typing = typing;
}

void Composer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Composer::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_pause.timerId())
        flushDraft();
    else
        QWidget::timerEvent(event);
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field) {
        if (event->type() == QEvent::FocusOut)
            flushDraft();
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut
            || event->type() == QEvent::Resize)
            update();
    }
    return QWidget::eventFilter(watched, event);
}

void Composer::paintEvent(QPaintEvent *)
{
    const Palette &colors = Theme::current().palette();
    QPainter painter(this);
    painter.fillRect(rect(), colors.paper);
    if (m_topLine)
        painter.fillRect(QRect(0, 0, width(), 1), colors.line);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = m_field->hasFocus();
    painter.setPen(QPen(focused ? colors.focus : colors.line, focused ? 1.5 : 1));
    painter.setBrush(colors.field);
    painter.drawRoundedRect(QRectF(m_field->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

} // namespace tertulia
