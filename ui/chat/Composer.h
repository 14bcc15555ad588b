// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QWidget>

#include <optional>

namespace tertulia
{

class ComposerBar;
class ComposerEdit;
class EmojiPicker;
class IconButton;
class SendButton;

/// The row under the timeline: field, emoji, Send; above them, what the words answer or whose place they are
/// to take. Knows nothing of sessions: it says what the person wants.
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

    /// What is sent next answers this message; untrusted name and text.
    void startReply(qint64 messageId, const QString &name, const QString &text);
    /// Puts the text of a message in the field to be changed. The draft, and what it answers, come back when
    /// that is over (R22).
    void startEdit(qint64 messageId, const QString &text);
    /// The message that is answered or edited, 0 if there is none.
    [[nodiscard]] qint64 answered() const { return m_answer ? m_answer->id : 0; }
    [[nodiscard]] qint64 edited() const { return m_edited; }
    void stopReply();
    void stopEdit();
    /// One step back: from editing to what was before, then from an answer to a message. False if there was
    /// nothing.
    bool stepBack();

    /// Whether it is divided from what stands above it.
    void setTopLine(bool shown);
    /// Tells at once what a pause would tell.
    void flushDraft();

Q_SIGNALS:
    /// Never empty or only white space. `answers` as answered().
    void sendRequested(const QString &text, qint64 answers);
    /// The message is to say this from now on; never empty.
    void correctionRequested(qint64 messageId, const QString &text);
    /// Up in the empty field, or Ctrl+Up.
    void editLastRequested();
    /// Another message is to be marked, `step` further (Ctrl+Shift+Up and Down).
    void chooseRequested(int step);
    /// The person wants to see the message that is answered or edited.
    void showRequested(qint64 messageId);
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
    struct Answer {
        qint64 id = 0;
        QString name;
        QString text;
    };

    void send();
    void refreshBar();
    void onTextChanged();
    void retranslate();
    void openEmojiPicker();

    ComposerBar *m_bar;
    ComposerEdit *m_field;
    IconButton *m_emoji;
    SendButton *m_send;
    EmojiPicker *m_picker = nullptr;
    QString m_peerName;
    std::optional<Answer> m_answer;
    qint64 m_edited = 0;
    QString m_originalText; ///< of the message that is edited
    QString m_keptDraft; ///< while a message is edited
    QBasicTimer m_pause;
    bool m_restoring = false;
    bool m_dirty = false;
    bool m_typing = false;
    bool m_topLine = true;
};

} // namespace tertulia
