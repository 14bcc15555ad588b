// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/Draft.h"

#include <QBasicTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QDateTime;
class QMenu;

namespace tertulia
{

class Completion;
class ComposerBar;
class ComposerEdit;
class ComposerNotice;
class EmojiPicker;
class FieldSpelling;
class IconButton;
class SendButton;
class Spelling;
class UiSettings;
class WritingActions;

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

    /// Where habits and the choice of the key that sends are kept; may be null. Not owned.
    void setSettings(UiSettings *settings);
    /// Marks what is misspelt; once. Not owned.
    void setSpelling(Spelling &spelling);
    /// Null without setSpelling().
    [[nodiscard]] FieldSpelling *spelling() const { return m_spelling; }

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
    /// Undoes the last stepBack() with what had been written there. False if there was none.
    bool stepForward();

    /// Whether it is divided from what stands above it.
    void setTopLine(bool shown);
    /// What is begun and not sent.
    [[nodiscard]] Draft draft() const;
    /// Tells at once what a pause would tell.
    void flushDraft();

Q_SIGNALS:
    /// Never empty or only white space. `answers` as answered(); `spoiler` is the hint, which may be empty,
    /// if others are to see the text only when they ask for it.
    void sendRequested(const QString &text, qint64 answers, const std::optional<QString> &spoiler);
    /// The same, not before a time.
    void sendLaterRequested(const QString &text, qint64 answers, const QDateTime &when);
    /// The message is to say this from now on; never empty.
    void correctionRequested(qint64 messageId, const QString &text);
    /// Up in the empty field, or Ctrl+Up.
    void editLastRequested();
    /// Another message is to be marked, `step` further (Ctrl+Shift+Up and Down).
    void chooseRequested(int step);
    /// The person wants to see the message that is answered or edited.
    void showRequested(qint64 messageId);
    /// A pause in typing, or the focus left: what to keep.
    void draftChanged(const tertulia::Draft &draft);
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

    /// What was left with Esc, so that undo brings it back.
    struct LeftBehind {
        std::optional<Answer> answer;
        qint64 edited = 0;
        QString originalText;
        QString text;
    };

    void build();
    void connectField();
    void connectActions();
    void send(const std::optional<QString> &spoiler = {});
    /// `message` as it is to be, commands read.
    void sendText(const QString &message, const std::optional<QString> &spoiler);
    /// What was written, if it is a message; else says why not. `say` gets it also if the person insists.
    void read(const std::function<void(const QString &)> &say);
    void openTimes();
    void sendLater(const QDateTime &when);
    [[nodiscard]] bool maySend() const;
    void fillMenu(QMenu *menu);
    void askForHint();
    void refreshBar();
    /// There is something to keep, after a pause.
    void touch();
    void onTextChanged();
    void retranslate();
    void openEmojiPicker();

    ComposerBar *m_bar;
    ComposerEdit *m_field;
    IconButton *m_emoji;
    SendButton *m_send;
    ComposerNotice *m_notice;
    WritingActions *m_actions;
    Completion *m_completion;
    UiSettings *m_settings = nullptr;
    FieldSpelling *m_spelling = nullptr;
    EmojiPicker *m_picker = nullptr;
    QString m_peerName;
    std::optional<Answer> m_answer;
    qint64 m_edited = 0;
    QString m_originalText; ///< of the message that is edited
    QString m_keptDraft; ///< while a message is edited
    std::optional<LeftBehind> m_left;
    QBasicTimer m_pause;
    bool m_restoring = false;
    bool m_dirty = false;
    bool m_typing = false;
    bool m_topLine = true;
    bool m_sendsByControl = false;
};

} // namespace tertulia
