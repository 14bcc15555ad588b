// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/writing/ComposerEdit.h"

#include "ui/keys/KeyMap.h"
#include "ui/theme/Theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>

#include <cmath>
#include <utility>

namespace tertulia
{

namespace
{

constexpr int kMostLines = 8;
constexpr int kPadX = 13;
constexpr int kOneLine = 40; ///< height of the field with one line, at the usual text size

} // namespace

ComposerEdit::ComposerEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        const QString now = toPlainText();
        if (now == m_text)
            return;
        m_text = now;
        updateDirection();
        updateHeight();
        Q_EMIT edited();
    });
    updateDirection();
    updateHeight();
}

void ComposerEdit::updateDirection()
{
    // Text goes as its first strong letter does; while there is none, as the placeholder stands.
    const bool empty = document()->isEmpty();
    const bool toTheLeft = empty ? layoutDirection() == Qt::RightToLeft : toPlainText().isRightToLeft();
    const Qt::LayoutDirection direction = empty ? layoutDirection() : Qt::LayoutDirectionAuto;
    // The text layout takes alignment as it is, without regard to the direction.
    const Qt::Alignment alignment = toTheLeft ? Qt::AlignRight : Qt::AlignLeft;
    QTextOption option = document()->defaultTextOption();
    if (option.textDirection() == direction && option.alignment() == alignment)
        return;
    option.setTextDirection(direction);
    option.setAlignment(alignment);
    document()->setDefaultTextOption(option);
}

int ComposerEdit::heightFor(int lines) const
{
    const qreal line = QFontMetricsF(font()).lineSpacing();
    const int frame = qMax(12, Theme::current().px(kOneLine) - int(std::ceil(line)));
    return int(std::ceil(line * lines)) + frame;
}

QSize ComposerEdit::sizeHint() const
{
    return {QPlainTextEdit::sizeHint().width(), height()};
}

QSize ComposerEdit::minimumSizeHint() const
{
    return {120, heightFor(1)};
}

void ComposerEdit::updateHeight()
{
    int lines = 0;
    for (QTextBlock block = document()->firstBlock(); block.isValid() && lines <= kMostLines;
         block = block.next()) {
        // Makes the block's layout current before its lines are counted.
        blockBoundingRect(block);
        lines += qMax(1, block.layout()->lineCount());
    }
    int most = heightFor(kMostLines);
    if (const int available = window()->height() * 2 / 5; available > 0)
        most = qMax(heightFor(1), qMin(most, available));
    const int frame = heightFor(1) - int(std::ceil(QFontMetricsF(font()).lineSpacing()));
    const QMargins margins(kPadX, frame / 2, kPadX, frame - frame / 2);
    if (viewportMargins() != margins)
        setViewportMargins(margins);
    const int wanted = qMin(heightFor(qBound(1, lines, kMostLines)), most);
    setVerticalScrollBarPolicy(lines > kMostLines || heightFor(lines) > most ? Qt::ScrollBarAsNeeded
                                                                             : Qt::ScrollBarAlwaysOff);
    if (wanted != height() || wanted != minimumHeight()) {
        setFixedHeight(wanted);
        updateGeometry();
    }
}

bool ComposerEdit::event(QEvent *event)
{
    constexpr auto kOfShortcuts = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    if (event->type() == QEvent::ShortcutOverride && m_composing
        && !(static_cast<QKeyEvent *>(event)->modifiers() & kOfShortcuts)) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

/// While it composes these are about its text, whether it had a use for them or not.
bool ComposerEdit::isLeftToInputMethod(const QKeyEvent &event) const
{
    return m_composing
        && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter || event.key() == Qt::Key_Escape
            || event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo));
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    if (isLeftToInputMethod(*event))
        return;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter) {
        const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
        if ((modifiers & Qt::ShiftModifier) || (m_sendsByControl && !modifiers)) {
            // A new block, not the line separator that QPlainTextEdit would put.
            textCursor().insertBlock();
            ensureCursorVisible();
            return;
        }
        if (!modifiers || modifiers == Qt::ControlModifier) {
            Q_EMIT sendRequested();
            return;
        }
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT escapePressed();
        return;
    }
    if (event->matches(QKeySequence::Undo) && !document()->isUndoAvailable()) {
        Q_EMIT nothingToUndo();
        return;
    }
    if (!m_composing && takeKey(*event))
        return;
    const bool page = event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown;
    if (page && (event->modifiers() & Qt::ControlModifier)) {
        // Previous and next chat, the window's.
        event->ignore();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

/// The keys that lead from the field to the messages.
bool ComposerEdit::takeKey(const QKeyEvent &event)
{
    const KeyMap &keys = KeyMap::current();
    const bool plainUp
        = event.key() == Qt::Key_Up && !(event.modifiers() & ~Qt::KeypadModifier) && document()->isEmpty();
    if (plainUp || keys.matches(event, KeyId::EditLast))
        Q_EMIT editLastRequested();
    else if (keys.matches(event, KeyId::ChooseEarlier))
        Q_EMIT chooseRequested(-1);
    else if (keys.matches(event, KeyId::ChooseLater))
        Q_EMIT chooseRequested(1);
    else if (keys.matches(event, KeyId::ScrollUp))
        Q_EMIT pageRequested(-1);
    else if (keys.matches(event, KeyId::ScrollDown))
        Q_EMIT pageRequested(1);
    else
        return false;
    return true;
}

void ComposerEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
    updateHeight();
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    QString text = source->text();
    text.remove(QChar::Null);
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    textCursor().insertText(text);
    ensureCursorVisible();
}

void ComposerEdit::pastePlain()
{
    const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData();
    if (clipboard && clipboard->hasText() && !m_composing)
        insertFromMimeData(clipboard);
}

void ComposerEdit::putText(const QString &text)
{
    if (std::exchange(m_composing, false))
        QGuiApplication::inputMethod()->reset();
    setPlainText(text);
    moveCursor(QTextCursor::End);
}

void ComposerEdit::replaceText(const QString &text)
{
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    cursor.endEditBlock();
    moveCursor(QTextCursor::End);
}

void ComposerEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QTextCursor at = byMouse ? cursorForPosition(event->pos()) : textCursor();
    Q_EMIT menuAboutToOpen(menu, at.position());
    menu->popup(byMouse ? event->globalPos() : viewport()->mapToGlobal(cursorRect().bottomLeft()));
}

void ComposerEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateHeight();
    if (event->type() == QEvent::LayoutDirectionChange)
        updateDirection();
}

void ComposerEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    updateHeight();
}

} // namespace tertulia
