// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QWidget>

namespace tertulia
{

class ComposerEdit;
class EmojiPicker;
class IconButton;
class SendButton;

/// The row under the timeline: field, emoji, Send. Knows nothing of sessions: it says what the person
/// wants.
class Composer : public QWidget
{
    Q_OBJECT
public:
    explicit Composer(QWidget *parent = nullptr);
    ~Composer() override;

    /// Names the field; untrusted.
    void setPeerName(const QString &name);
    [[nodiscard]] QString text() const;
    /// Replaces the text without counting it as typed (a draft that is restored); cannot be undone.
    void setText(const QString &text);
    /// Empties the field after sending; undo does not bring the sent text back.
    void clear();
    [[nodiscard]] ComposerEdit *field() const { return m_field; }
    /// Whether it is divided from what stands above it.
    void setTopLine(bool shown);
    /// Tells at once what a pause would tell.
    void flushDraft();

Q_SIGNALS:
    /// Never empty or only white space.
    void sendRequested(const QString &text);
    /// A pause in typing, or the focus left: the text to keep as draft.
    void draftChanged(const QString &text);
    /// The person is typing (true, repeated at most every few seconds) or emptied the field.
    void typingChanged(bool typing);
    void escapePressed();
    void pageRequested(int pages);

protected:
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void send();
    void onTextChanged();
    void retranslate();
    void openEmojiPicker();

    ComposerEdit *m_field;
    IconButton *m_emoji;
    SendButton *m_send;
    EmojiPicker *m_picker = nullptr;
    QString m_peerName;
    QBasicTimer m_pause;
    bool m_restoring = false;
    bool m_dirty = false;
    bool m_typing = false;
    bool m_topLine = true;
};

} // namespace tertulia
