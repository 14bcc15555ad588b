// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/Composer.h"

#include "ui/chat/ComposerBar.h"
#include "ui/chat/SendButton.h"
#include "ui/chat/SpoilerDialog.h"
#include "ui/emoji/EmojiHabits.h"
#include "ui/emoji/EmojiPicker.h"
#include "ui/keys/KeyHints.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/spelling/FieldSpelling.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"
#include "ui/writing/Completion.h"
#include "ui/writing/ComposerEdit.h"
#include "ui/writing/ComposerNotice.h"
#include "ui/writing/SendTimes.h"
#include "ui/writing/SlashCommands.h"
#include "ui/writing/WritingActions.h"

#include <QAction>
#include <QDateTime>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QTimerEvent>

#include <utility>

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
    , m_notice(new ComposerNotice(this))
    , m_actions(new WritingActions(*m_field))
    , m_completion(new Completion(*m_field))
{
    build();
    connectField();
    connectActions();
    connect(m_bar, &ComposerBar::closed, this, [this] {
        stepBack();
        m_field->setFocus();
    });
    connect(m_bar, &ComposerBar::pressed, this,
            [this] { Q_EMIT showRequested(m_edited != 0 ? m_edited : answered()); });
    connect(m_notice, &ComposerNotice::closed, this, [this] { m_field->setFocus(); });
    connect(m_emoji, &QAbstractButton::clicked, this, &Composer::openEmojiPicker);
    KeyMap::current().addTo(this, KeyId::EmojiPicker, [this] { openEmojiPicker(); });
    showKey(m_emoji, KeyId::EmojiPicker);
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

void Composer::build()
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 10, 16, 8);
    all->setSpacing(6);
    all->addWidget(m_notice);
    all->addWidget(m_bar);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    all->addLayout(row);
    row->addWidget(m_field, 1, Qt::AlignBottom);
    row->addWidget(m_emoji, 0, Qt::AlignBottom);
    row->addWidget(m_send, 0, Qt::AlignBottom);
    setFocusProxy(m_field);
}

void Composer::connectField()
{
    m_field->installEventFilter(this);
    connect(m_field, &ComposerEdit::sendRequested, this, [this] { send(); });
    connect(m_field, &ComposerEdit::escapePressed, this, &Composer::escapePressed);
    connect(m_field, &ComposerEdit::pageRequested, this, &Composer::pageRequested);
    connect(m_field, &ComposerEdit::editLastRequested, this, &Composer::editLastRequested);
    connect(m_field, &ComposerEdit::chooseRequested, this, &Composer::chooseRequested);
    connect(m_field, &ComposerEdit::nothingToUndo, this, &Composer::stepForward);
    connect(m_field, &ComposerEdit::edited, this, &Composer::onTextChanged);
    connect(m_field, &ComposerEdit::menuAboutToOpen, this, &Composer::fillMenu);
}

void Composer::connectActions()
{
    connect(m_actions->emoji(), &QAction::triggered, this, &Composer::openEmojiPicker);
    connect(m_actions->sendLater(), &QAction::triggered, this, &Composer::openTimes);
    connect(m_send, &SendButton::laterRequested, this, &Composer::openTimes);
    m_completion->addSource(suggestCommands);
    m_completion->addSource(
        [this](const QString &before) { return suggestEmoji(before, EmojiHabits(m_settings).tone()); });
    connect(m_completion, &Completion::taken, this, [this](const QString &text) {
        // Only what is one.
        EmojiHabits(m_settings).use(text);
    });
}

Composer::~Composer() = default;

void Composer::setSettings(UiSettings *settings)
{
    m_settings = settings;
    m_sendsByControl = settings && settings->value(settingkeys::kSendByControl, false).toBool();
    m_field->setSendsByControl(m_sendsByControl);
    retranslate();
}

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
    m_actions->retranslate();
    refreshBar();
    m_send->setAccessibleName(tr("Send"));
    m_send->setToolTip(m_sendsByControl ? tr("Send (Ctrl+Enter). Right click or hold to send later.")
                                        : tr("Send (Enter). Right click or hold to send later."));
    m_send->setAccessibleDescription(tr("Its menu sends the message later."));
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
    m_field->putText(text);
    m_restoring = false;
    m_completion->hide();
    m_notice->hide();
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
    m_left.reset();
    m_answer = Answer{messageId, name, text};
    refreshBar();
    touch();
}

void Composer::startEdit(qint64 messageId, const QString &text)
{
    stopEdit();
    flushDraft();
    m_keptDraft = this->text();
    m_left.reset();
    m_edited = messageId;
    m_originalText = text;
    // A slash at its start is to stay one.
    setText(SlashCommands::written(text));
    refreshBar();
    touch();
}

void Composer::stopReply()
{
    if (!m_answer)
        return;
    m_answer.reset();
    refreshBar();
    touch();
}

void Composer::stopEdit()
{
    if (m_edited == 0)
        return;
    m_edited = 0;
    setText(std::exchange(m_keptDraft, {}));
    refreshBar();
    touch();
}

bool Composer::stepBack()
{
    if (m_edited != 0) {
        LeftBehind left{{}, m_edited, m_originalText, text()};
        stopEdit();
        m_left = std::move(left);
    } else if (m_answer) {
        LeftBehind left{m_answer};
        stopReply();
        m_left = std::move(left);
    } else {
        return false;
    }
    return true;
}

bool Composer::stepForward()
{
    const auto left = std::exchange(m_left, {});
    if (!left)
        return false;
    if (left->answer) {
        m_answer = left->answer;
        refreshBar();
        touch();
        return true;
    }
    startEdit(left->edited, left->originalText);
    setText(left->text);
    touch();
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

Draft Composer::draft() const
{
    if (m_edited != 0)
        return {m_keptDraft, answered(), m_edited, text()};
    return {text(), answered()};
}

void Composer::touch()
{
    m_dirty = true;
    m_pause.start(kPauseMs, this);
}

void Composer::flushDraft()
{
    m_pause.stop();
    if (std::exchange(m_dirty, false))
        Q_EMIT draftChanged(draft());
}

void Composer::askForHint()
{
    auto *dialog = new SpoilerDialog(window());
    connect(dialog, &SpoilerDialog::chosen, this, [this](const QString &hint) {
        send(hint);
        m_field->setFocus();
    });
    dialog->open();
}

bool Composer::maySend() const
{
    // What an input method still holds is not said yet.
    return !m_field->isComposing() && !text().trimmed().isEmpty();
}

void Composer::send(const std::optional<QString> &spoiler)
{
    read([this, spoiler](const QString &message) { sendText(message, spoiler); });
}

void Composer::read(const std::function<void(const QString &)> &say)
{
    if (!maySend())
        return;
    const WrittenText written = SlashCommands::read(text());
    switch (written.kind) {
    case WrittenText::Kind::Message:
        if (!written.text.trimmed().isEmpty())
            say(written.text);
        return;
    case WrittenText::Kind::Help:
        m_field->replaceText({});
        m_notice->say(Icons::Help, SlashCommands::help());
        return;
    case WrittenText::Kind::Refused:
        m_notice->say(Icons::Warning, written.text, tr("Send it as it is"), [this, say] {
            if (maySend())
                say(text());
            m_field->setFocus();
        });
    }
}

void Composer::openTimes()
{
    if (!maySend() || m_edited != 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Send later"));
    SendTimes::fill(*menu, window(), [this](const QDateTime &when) { sendLater(when); });
    const int height = menu->sizeHint().height();
    const int x = layoutDirection() == Qt::RightToLeft ? 0 : m_send->width() - menu->sizeHint().width();
    menu->popup(m_send->mapToGlobal(QPoint(x, -height - 4)));
}

void Composer::sendLater(const QDateTime &when)
{
    read([this, when](const QString &message) {
        const qint64 answers = answered();
        m_left.reset();
        stopReply();
        clear();
        if (std::exchange(m_typing, false))
            Q_EMIT typingChanged(false);
        Q_EMIT sendLaterRequested(message, answers, when);
        Q_EMIT draftChanged(draft());
    });
    m_field->setFocus();
}

void Composer::sendText(const QString &message, const std::optional<QString> &spoiler)
{
    m_left.reset();
    if (m_edited != 0) {
        const qint64 edited = m_edited;
        stopEdit();
        if (std::exchange(m_typing, false))
            Q_EMIT typingChanged(false);
        Q_EMIT correctionRequested(edited, message);
        flushDraft();
        return;
    }
    const qint64 answers = answered();
    stopReply();
    clear();
    m_typing = false;
    Q_EMIT sendRequested(message, answers, spoiler);
    Q_EMIT draftChanged(draft());
}

void Composer::setSpelling(Spelling &spelling)
{
    if (!m_spelling)
        m_spelling = new FieldSpelling(spelling, *m_field);
}

void Composer::fillMenu(QMenu *menu)
{
    m_actions->refresh();
    // A key must not find it dead when there is something to send again.
    connect(menu, &QMenu::aboutToHide, m_actions, [this] { m_actions->sendLater()->setEnabled(true); });
    QAction *end = nullptr;
    // After the last of those for the clipboard.
    for (QAction *action : menu->actions()) {
        if (action->objectName() == QStringLiteral("edit-delete"))
            end = action;
    }
    menu->insertAction(end, m_actions->pastePlain());
    menu->addSeparator();
    m_actions->addFormatMenu(menu);
    menu->addAction(m_actions->emoji());
    menu->addAction(m_actions->sendLater());
    m_actions->sendLater()->setEnabled(m_edited == 0 && maySend());
    QAction *spoiler = menu->addAction(tr("Send as a &spoiler…"), this, &Composer::askForHint);
    spoiler->setEnabled(m_edited == 0 && !text().trimmed().isEmpty());
}

void Composer::openEmojiPicker()
{
    delete m_picker;
    m_picker = new EmojiPicker(m_settings, this);
    connect(m_picker, &EmojiPicker::chosen, this, [this](const QString &emoji) {
        if (!m_field->isComposing())
            m_field->textCursor().insertText(emoji);
        m_field->setFocus();
    });
    m_picker->openAt(m_emoji);
}

void Composer::onTextChanged()
{
    if (m_restoring)
        return;
    m_notice->hide();
    touch();
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
