// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

class QMenu;

namespace tertulia
{

/// The field a message is written in: plain text, grows with its lines to eight (or 40 % of the window's
/// height), then scrolls. Enter sends, Shift+Enter begins a line; while an input method composes, its keys
/// are its own.
class ComposerEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit ComposerEdit(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// True while an input method holds text that is not part of the document yet.
    [[nodiscard]] bool isComposing() const { return m_composing; }
    /// Whether sending takes Ctrl+Enter, and Enter alone begins a new line; it does not from the start.
    void setSendsByControl(bool control) { m_sendsByControl = control; }
    /// The text of the clipboard, whatever else is in it.
    void pastePlain();
    /// Puts a text in the place of all that is there, and of what an input method holds; cannot be undone.
    void putText(const QString &text);
    /// One step that undo takes back.
    void replaceText(const QString &text);

Q_SIGNALS:
    void sendRequested();
    /// Something was written or taken away; unlike textChanged() not for marks of the spelling.
    void edited();
    /// A menu opens about the text at a position of the document; it may get more.
    void menuAboutToOpen(QMenu *menu, int position);
    void escapePressed();
    /// The key for undo, when everything since the text was put here is undone.
    void nothingToUndo();
    /// Up while there is no text, or Ctrl+Up.
    void editLastRequested();
    /// Ctrl+Shift+Up (-1) or Ctrl+Shift+Down (1).
    void chooseRequested(int step);
    /// Shift+PgUp (-1) or Shift+PgDn (1): for the timeline.
    void pageRequested(int pages);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateHeight();
    [[nodiscard]] bool isLeftToInputMethod(const QKeyEvent &event) const;
    [[nodiscard]] bool takeKey(const QKeyEvent &event);
    void updateDirection();
    [[nodiscard]] int heightFor(int lines) const;

    QString m_text; ///< when edited() was last told
    bool m_composing = false;
    bool m_sendsByControl = false;
};

} // namespace tertulia
