// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/BodyLayout.h"
#include "ui/timeline/QuoteLayout.h"
#include "ui/timeline/ReactionChips.h"
#include "ui/timeline/TimelineRow.h"
#include "ui/timeline/TimelineStyle.h"

#include <QCoreApplication>
#include <QRect>

namespace tertulia
{

/// Where everything of one message stands, for one width. Coordinates are relative to the row's top left
/// corner and already mirrored for right-to-left interfaces.
class MessageLayout
{
    Q_DECLARE_TR_FUNCTIONS(tertulia::MessageLayout)
    Q_DISABLE_COPY_MOVE(MessageLayout)
public:
    enum class Part {
        Nothing,
        Bubble,
        Text,
        Link,
        CopyCode,
        Spoiler,
        Quote,
        Time,
        Edited,
        Mark,
        State,
        More,
        Reaction,
        Retry,
        Delete,
        Avatar,
        GapAbove,
        GapBelow
    };
    struct Hit {
        Part part = Part::Nothing;
        int position = 0; ///< in the shown text, nearest to the point
        int link = -1; ///< index in text().links
        int code = -1; ///< index of a block of code
        int reaction = -1; ///< index in row().reactions
    };

    /// How a message is shown, besides what the row says of it.
    struct View {
        qsizetype limit = kShownCharacters; ///< how much of the body is shown
        int unreadCount = 0; ///< goes into the unread line
        Styling styling = Styling::Shown;
        bool revealed = false; ///< the words of a spoiler are shown
    };
    MessageLayout(const TimelineRow &row, const TimelineStyle &style, int width, const View &view);

    [[nodiscard]] const TimelineRow &row() const { return m_row; }
    [[nodiscard]] const MessageText &text() const { return m_text; }
    [[nodiscard]] int height() const { return m_height; }

    /// Where messages are missing, above and below; null where none are.
    [[nodiscard]] const QRect &gapAbove() const { return m_gapAbove; }
    [[nodiscard]] const QRect &gapBelow() const { return m_gapBelow; }
    [[nodiscard]] const QRect &day() const { return m_day; }
    [[nodiscard]] const QRect &unread() const { return m_unread; }
    [[nodiscard]] const QRect &bubble() const { return m_bubble; }
    [[nodiscard]] const QRect &avatar() const { return m_avatar; }
    [[nodiscard]] const QRect &name() const { return m_name; }
    /// Where quote() is drawn; null without one.
    [[nodiscard]] const QRect &quoteRect() const { return m_quoteRect; }
    [[nodiscard]] const QuoteLayout &quote() const { return *m_quote; }
    /// Of a spoiler: what it is about, and the way to show and hide it; null of others.
    [[nodiscard]] const QRect &spoiler() const { return m_spoiler; }
    [[nodiscard]] bool isRevealed() const { return m_revealed; }
    [[nodiscard]] const QRect &edited() const { return m_edited; }
    /// Of one that is marked for later, else null.
    [[nodiscard]] const QRect &mark() const { return m_mark; }
    [[nodiscard]] const QRect &time() const { return m_time; }
    [[nodiscard]] const QRect &state() const { return m_state; }
    [[nodiscard]] const QRect &more() const { return m_more; }
    [[nodiscard]] const QList<ReactionChip> &chips() const { return m_chips; }
    [[nodiscard]] const QRect &failure() const { return m_failure; }
    [[nodiscard]] const QRect &retry() const { return m_retry; }
    [[nodiscard]] const QRect &remove() const { return m_delete; }
    [[nodiscard]] const BodyLayout &body() const { return *m_body; }
    /// Where body() is drawn.
    [[nodiscard]] QPointF bodyOrigin() const { return m_bodyOrigin; }

    [[nodiscard]] const QString &dayText() const { return m_dayText; }
    [[nodiscard]] const QString &unreadText() const { return m_unreadText; }
    [[nodiscard]] const QString &timeText() const { return m_timeText; }
    [[nodiscard]] const QString &failureText() const { return m_failureText; }

    [[nodiscard]] Hit hit(const QPoint &point) const;
    /// Top of the text line that holds `position`.
    [[nodiscard]] int lineTop(int position) const;
    /// First position of the first line whose top is at or below `y`; -1 if there is none.
    [[nodiscard]] int positionBelow(int y) const;
    /// The rectangle of a character.
    [[nodiscard]] QRect characterRect(int position) const;

    /// "Retry", "Delete", "Show more": one place for painter, menu and accessibility.
    static QString retryText();
    static QString deleteText();
    static QString moreText();
    static QString revealText(bool revealed);
    /// The words of a message while they may be seen, else none.
    static MessageText textOf(const TimelineRow &row, Qt::LayoutDirection fallback, const View &view);
    /// What stands in the place of a message that was taken back, and beside one that was corrected.
    static QString retractedText();
    static QString editedText();
    /// The state in words, empty for incoming messages.
    static QString stateText(DeliveryState state);
    /// The same of a row, which may be waiting for its time.
    static QString stateText(DeliveryState state, const QDateTime &sendAt);
    static QString markText();
    /// Of a change of ours that is not at the server yet.
    static QString changePendingText();

private:
    /// Where the words may stand.
    struct Column {
        int left = 0; ///< for what is said to us, or for all
        int inner = 0; ///< width of words
        int padY = 0;
    };
    [[nodiscard]] static Column bubbleColumn(bool outgoing, const TimelineStyle &style, int width);
    [[nodiscard]] static Column compactColumn(const TimelineStyle &style, int width);
    void layOutSeparators(const TimelineStyle &style, int width, int unreadCount);
    void layOutChips(const TimelineStyle &style, int left, int widest);
    void layOutFailure(const TimelineStyle &style, int left, int widest);
    void mirror(int width, int innerRight);

    TimelineRow m_row;
    MessageText m_text;
    std::optional<BodyLayout> m_body;
    QPointF m_bodyOrigin;
    QRect m_gapAbove;
    QRect m_gapBelow;
    QRect m_day;
    QRect m_unread;
    QRect m_bubble;
    QRect m_avatar;
    QRect m_name;
    std::optional<QuoteLayout> m_quote;
    QRect m_quoteRect;
    QRect m_spoiler;
    bool m_revealed = false;
    QRect m_edited;
    QRect m_mark;
    QRect m_time;
    QRect m_state;
    QRect m_more;
    QList<ReactionChip> m_chips;
    QRect m_failure;
    QRect m_retry;
    QRect m_delete;
    QString m_dayText;
    QString m_unreadText;
    QString m_timeText;
    QString m_failureText;
    int m_height = 0;
};

} // namespace tertulia
