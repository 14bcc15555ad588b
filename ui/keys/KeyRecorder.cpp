// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/KeyRecorder.h"

#include <QKeyEvent>

namespace tertulia
{

namespace
{

bool isModifier(int key)
{
    return key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt || key == Qt::Key_AltGr
        || key == Qt::Key_Meta || key == Qt::Key_Super_L || key == Qt::Key_Super_R || key == Qt::Key_CapsLock
        || key == Qt::Key_NumLock || key == 0 || key == Qt::Key_unknown;
}

} // namespace

KeyRecorder::KeyRecorder(QWidget *parent)
    : QLineEdit(parent)
{
    setReadOnly(true);
    setPlaceholderText(tr("Press the new key"));
    setAccessibleName(tr("New key"));
    setContextMenuPolicy(Qt::NoContextMenu);
}

bool KeyRecorder::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    // With modifiers Tab is a key like others.
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool tab = key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab;
        if (tab && (key->modifiers() & ~Qt::ShiftModifier)) {
            keyPressEvent(key);
            return true;
        }
    }
    return QLineEdit::event(event);
}

void KeyRecorder::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    event->accept();
    if (isModifier(event->key()))
        return;
    if (event->key() == Qt::Key_Escape && !modifiers) {
        Q_EMIT givenUp();
        return;
    }
    const int key = event->key() == Qt::Key_Backtab ? static_cast<int>(Qt::Key_Tab) : event->key();
    // The sign of a shifted key has the Shift in it: "?" is Ctrl+? and not Ctrl+Shift+?.
    const bool sign = !event->text().isEmpty() && event->text().front().isPrint()
        && !event->text().front().isLetterOrNumber() && !event->text().front().isSpace();
    const Qt::KeyboardModifiers kept = sign ? modifiers & ~Qt::ShiftModifier : modifiers;
    Q_EMIT recorded(QKeySequence(QKeyCombination(kept, static_cast<Qt::Key>(key))));
}

} // namespace tertulia
