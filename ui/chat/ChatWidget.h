// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"
#include "core/base/Jid.h"

#include <QDateTime>
#include <QWidget>

#include <memory>

namespace tertulia
{

class AccountMarks;
class SearchWords;
class Spelling;
class TimelineView;
class UiSettings;
class XmppSession;

/// Everything of one chat: header, find bar, timeline, composer, details. The main window and chat windows
/// are only its hosts; it can move between them and keeps its state. Destroying it loses nothing: the draft
/// is the session's.
class ChatWidget : public QWidget
{
    Q_OBJECT
public:
    ChatWidget(XmppSession &session, const Jid &peer, QWidget *parent = nullptr);
    ~ChatWidget() override;

    [[nodiscard]] ConversationKey key() const;
    /// How the person calls the other side; untrusted.
    [[nodiscard]] QString peerName() const;
    /// Unread messages of this chat.
    [[nodiscard]] int unread() const;
    [[nodiscard]] TimelineView *timeline() const;

    /// Whether the header offers docking (own window) or popping out (main window).
    void setInOwnWindow(bool own);
    /// Whether the header offers the way back to the list (a main window of one column).
    void setBackVisible(bool visible);
    /// Where dismissals and the details pane's width are remembered; may be null. Not owned.
    void setSettings(UiSettings *settings);
    /// Marks what is misspelt, in the languages of this chat. Not owned.
    void setSpelling(Spelling &spelling);
    /// The header tells of which account the chat is, where several are used.
    void setMarks(const AccountMarks &marks);
    void setDetailsVisible(bool visible);
    [[nodiscard]] bool detailsVisible() const;

    void focusComposer();
    void openFindBar();
    /// Asks for a day, and shows what was said then.
    void askForDate();
    /// Out of the main window or its tab, or back, as its header offers.
    void togglePopOut();
    /// Scrolls to a message (loading around it) and marks it for a moment.
    void showMessage(qint64 messageId);
    /// The same for one that was found; its words stay marked until Esc.
    void showFound(qint64 messageId, const SearchWords &words);
    /// To what was said then.
    void showTime(const QDateTime &time);
    void jumpToBeginning();
    void jumpToUnread();
    /// To where the person was before the last jump.
    void jumpBack();
    /// The message at the top of what is seen, 0 at the bottom; and back there, unless something is unread.
    [[nodiscard]] qint64 position() const;
    void restorePosition(qint64 messageId);
    /// Parts for F6, in order: header, timeline, composer, details if shown.
    [[nodiscard]] QList<QWidget *> panes() const;
    /// Saves the draft now, without waiting for a pause.
    void saveDraft();

Q_SIGNALS:
    /// The person pressed the button or the key for it.
    void popOutRequested();
    void dockRequested();
    void closeRequested();
    void historyRequested();
    /// In a narrow main window.
    void backRequested();
    void titleChanged();
    void detailsVisibleChanged(bool visible);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tertulia
