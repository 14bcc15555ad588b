// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/MessageActions.h"
#include "ui/timeline/MessagePainter.h"
#include "ui/timeline/TimelineGeometry.h"
#include "ui/timeline/TimelineSelection.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QPointer>
#include <QUrl>

#include <functional>
#include <optional>

class QMenu;
class QVariantAnimation;

namespace tertulia
{

class JumpButton;
class MessageActionBar;

/// What a timeline model can do beyond QAbstractItemModel; functions may be empty.
struct TimelineSource {
    std::function<bool()> canFetchNewer;
    std::function<void()> fetchNewer;
    std::function<void()> goToNewest;
    /// Whether messages are missing while there are no rows.
    std::function<std::optional<ArchiveGap>()> gapWhenEmpty = {};
};

/// The timeline of a chat, painted by itself over a model with the roles of core/models/Roles.h (Timeline
/// rows): bubbles, grouping, day separators, unread line, delivery states, selection across messages,
/// keyboard. It holds what is being read still (R14) and goes to the bottom only if it was there or is told
/// to (R15). Nothing of a message is ever interpreted as rich text (SECURITY A95).
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit TimelineView(QWidget *parent = nullptr);
    ~TimelineView() override;

    /// Not owned.
    void setModel(QAbstractItemModel *model, const TimelineSource &source = {});
    [[nodiscard]] QAbstractItemModel *model() const { return m_model; }
    /// The other's name, for the accessible name and the empty state; untrusted.
    void setPeerName(const QString &name);
    /// The message below the unread line; 0: no line. Scrolls nothing.
    /// `count` of them is told in the line; 0: as many as are loaded.
    void setFirstUnread(qint64 messageId, int count = 0);
    /// Called instead of QDesktopServices::openUrl() for a link that was clicked.
    void setLinkOpener(std::function<void(const QUrl &)> opener);
    /// Whether the styling of messages is followed; it is from the start.
    void setStyling(Styling styling);
    /// Bubbles from the start.
    void setLook(MessageLook look);

    /// True if the newest message can be seen.
    [[nodiscard]] bool isAtBottom() const;
    /// Incoming messages that arrived below what is seen.
    [[nodiscard]] int newBelow() const { return m_newBelow; }
    void scrollToBottom();
    /// Puts the unread line near the top if there is one, else goes to the bottom.
    void scrollToUnread();
    /// Brings a loaded message into sight and marks it for a moment.
    void showMessage(qint64 messageId);
    /// What is being read: a line of a message and its distance from the top of the view, in pixels.
    struct Place {
        qint64 message = 0; ///< 0: at the bottom
        int position = 0; ///< in its text
        int y = 0;

        bool operator==(const Place &) const = default;
    };
    [[nodiscard]] Place place();
    /// Back there; the message must be loaded.
    void goToPlace(const Place &place);
    /// Puts the first loaded message at the top.
    void showOldest();
    /// A position that restorePosition() of another view finds again; 0 at the bottom.
    [[nodiscard]] qint64 topMessage() const;
    void restorePosition(qint64 messageId);
    void scrollPages(int pages);
    /// The newest message of which the end can be seen, 0 if there is none.
    [[nodiscard]] qint64 newestSeen();

    // Selection and actions.
    [[nodiscard]] bool hasSelection() const;
    /// One message: the plain text. Several: "[time] name: text" lines.
    [[nodiscard]] QString selectedText() const;
    void clearSelection();
    void selectAll();
    void copy() const;
    /// The whole of one message as text.
    [[nodiscard]] QString messageText(int row) const;
    /// The same, as far as it may be seen: nothing of a spoiler that is hidden.
    [[nodiscard]] QString seenText(int row) const;
    /// Does what the message offers; nothing if it does not.
    void act(int row, MessageAction action);
    void openContextMenu(int row, const QPoint &globalPosition, int link = -1);
    void openLink(int row, int link);
    /// Copies a block of code, or all of them.
    void copyCode(int row, int block = -1) const;
    void activateRow(int row);
    void expandRow(int row);
    /// Shows the words of a spoiler, or hides them again.
    void toggleSpoiler(int row);

    // Messages that are selected as a whole, to do the same with all of them. While there are any, a click or
    // Space takes one more or one less, Shift takes all between, Esc ends it.
    void togglePicked(int row);
    void clearPicked();
    [[nodiscard]] bool isPicking() const { return !m_picked.isEmpty(); }
    [[nodiscard]] bool isPicked(int row) const;
    /// Their ids in the order of the timeline.
    [[nodiscard]] QList<qint64> picked() const;
    /// "[time] name: text" lines; of what is hidden or taken back, none.
    [[nodiscard]] QString pickedText() const;

    // The message that the keyboard is at.
    [[nodiscard]] int currentRow() const;
    void setCurrentRow(int row);
    /// The same while the keyboard is elsewhere (in the composer): marks the message `step` rows further, to
    /// begin with the last one that is seen.
    void choose(int step);
    [[nodiscard]] bool hasChoice() const { return m_chosen; }
    void clearChoice();
    /// The message that is marked for the keyboard, -1 if there is none.
    [[nodiscard]] int markedRow() const;

    // What was looked for.
    /// Marks it wherever it can be seen. Empty: no marks.
    void setFoundWords(const SearchWords &words);
    [[nodiscard]] const SearchWords &foundWords() const { return m_foundWords; }
    /// Brings the first of the words in a loaded message into sight, and marks that message above the others.
    void showFound(qint64 messageId);
    /// Where they are in what a message shows.
    [[nodiscard]] QList<SearchWords::Range> foundIn(int row);

    // For accessibility and tests; rectangles in the viewport.
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] QRect bubbleRect(int row);
    [[nodiscard]] const MessageLayout &layoutOf(int row);
    [[nodiscard]] int rowAt(const QPoint &point) const;
    [[nodiscard]] QString accessibleText(int row) const;
    /// What leads back to the newest message; hidden while that is in sight.
    [[nodiscard]] QWidget *jumpButton() const;
    [[nodiscard]] const TimelineGeometry &geometryForTest() const { return m_geometry; }
    /// TimelineSource::gapWhenEmpty has changed.
    void refreshGaps();
    /// The gap above or below a row; nothing if there is none.
    [[nodiscard]] std::optional<ArchiveGap> gapOf(int row, MessageLayout::Part part);
    /// The gap that is all there is to see, and where its row stands in the viewport.
    [[nodiscard]] std::optional<ArchiveGap> emptyGap() const;
    [[nodiscard]] QRect emptyGapRect() const;
    /// Lays out now what is waiting to be.
    void settleNow();

Q_SIGNALS:
    /// A gap that nobody asked for is before the person's eyes (ArchiveGap::range).
    void gapSeen(qint64 range);
    /// The person wants what GapRow::action() says.
    void gapPressed(const tertulia::ArchiveGap &gap);
    void retryRequested(qint64 messageId);
    void deleteRequested(qint64 messageId);
    /// It is to be marked for later, or the mark to go.
    void saveRequested(qint64 messageId, bool saved);
    /// Of one that is to be sent later.
    void sendNowRequested(qint64 messageId);
    void changeTimeRequested(qint64 messageId);
    void infoRequested(qint64 messageId);
    void replyRequested(qint64 messageId);
    void editRequested(qint64 messageId);
    void retractRequested(qint64 messageId);
    /// It is to go from here.
    void forgetRequested(qint64 messageId);
    /// In the order of the timeline.
    void forwardRequested(const QList<qint64> &messageIds);
    void versionsRequested(qint64 messageId);
    /// To choose an emoji beside `anchor`, a rectangle of the screen.
    void reactRequested(qint64 messageId, const QRect &anchor);
    void reactionToggled(qint64 messageId, const QString &emoji);
    void pickedChanged(int count);
    /// The person wants to be at the newest message.
    void newestRequested();
    /// To a message that another one answers, which need not be loaded.
    void jumpRequested(qint64 messageId);
    /// What can be seen changed (scrolled, arrived, resized): time to ask isAtBottom().
    void viewChanged();
    void newBelowChanged(int count);
    /// Esc, when there was no selection to clear.
    void escapePressed();

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Press {
        QPoint point;
        MessageLayout::Part part = MessageLayout::Part::Nothing;
        QPersistentModelIndex index;
        int link = -1;
        int reaction = -1;
        int code = -1;
        bool active = false;
        bool moved = false;
    };
    void connectModel();
    void restyle();
    void scheduleSettle();
    void syncScrollBar();
    void fetchIfNear();
    void lookForGaps();
    void updateUnread();
    void setNewBelow(int count);
    void placeJumpButton();
    void makeActionBar();
    void placeActionBar();
    void jump();
    void onRowsInserted(int first, int last);
    void announceArrived(int row);
    void ensureRowVisible(int row);
    void animateTo(qint64 top);
    void stopAnimation();
    void updateHover(const QPoint &point);
    void showHint(const QPoint &point, const QPoint &global);
    void dragSelection(const QPoint &point);
    void pickTo(int row);
    bool takeKey(const QKeyEvent &event);
    bool pickByKey(QKeyEvent *event);
    void pickedChangedAt(int first, int last);
    [[nodiscard]] QString accessibleWords(int row) const;
    [[nodiscard]] QString copiedLine(int row, const QString &text) const;
    [[nodiscard]] bool canFetchNewer() const;
    [[nodiscard]] TextSpot spotAt(const QPoint &point);
    [[nodiscard]] MessageLayout::Hit hitAt(const QPoint &point, int *row);
    [[nodiscard]] MessageText textOf(int row) const;
    [[nodiscard]] QRect floatingDay(QString *text);
    [[nodiscard]] MessageMarks marksOf(int row, const MessageLayout &message) const;

    QPointer<QAbstractItemModel> m_model;
    TimelineSource m_source;
    TimelineGeometry m_geometry;
    TimelineSelection m_selection;
    QSet<qint64> m_picked;
    QPersistentModelIndex m_pickFrom;
    QString m_peerName;
    MessageLook m_look = MessageLook::Bubbles;
    std::function<void(const QUrl &)> m_opener;
    JumpButton *m_jump;
    MessageActionBar *m_actions = nullptr;
    QPersistentModelIndex m_actionsAt;
    QPersistentModelIndex m_current;
    QPersistentModelIndex m_hovered;
    MessageLayout::Part m_hoveredPart = MessageLayout::Part::Nothing;
    int m_hoveredReaction = -1;
    int m_hoveredCode = -1;
    Press m_press;
    QPoint m_dragPoint;
    SearchWords m_foundWords;
    qint64 m_currentFound = 0; ///< the message that was gone to for them
    qint64 m_firstUnread = 0;
    int m_unreadCount = 0;
    int m_newBelow = 0;
    qint64 m_flashing = 0;
    QVariantAnimation *m_animation;
    QBasicTimer m_settleTimer;
    QBasicTimer m_dayTimer;
    QBasicTimer m_dragTimer;
    QBasicTimer m_flashTimer;
    QBasicTimer m_turnTimer;
    qreal m_turn = 0; ///< of the sign that messages are being loaded
    bool m_dirty = false;
    bool m_syncing = false;
    bool m_keyboardFocus = false;
    bool m_chosen = false;
    bool m_fetching = false;
    bool m_wantsUnread = false;
};

} // namespace tertulia
