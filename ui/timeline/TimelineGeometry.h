// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/HeightIndex.h"
#include "ui/timeline/MessageLayout.h"

#include <QHash>
#include <QPersistentModelIndex>

#include <memory>
#include <unordered_map>

namespace tertulia
{

/// The vertical order of a timeline without a widget. Rows are laid out only around what can be seen; the
/// height of the others is estimated. The position is kept as an anchor, a line of text at a distance from
/// the top of the viewport, or the bottom: so whatever is inserted, removed, edited or laid out anew
/// elsewhere, the line under the eye stays (R14).
///
/// After each change of structure, style or size, settle() brings everything up to date.
class TimelineGeometry
{
public:
    void setModel(const QAbstractItemModel *model);
    void setStyle(const TimelineStyle &style);
    void setViewport(const QSize &size);
    /// The message below the unread line and the number that stands in it.
    void setUnread(qint64 firstUnread, int count);
    void setStyling(Styling styling);
    /// Shows more of a long message.
    void expand(int row);
    /// Shows the words of a spoiler, or hides them again.
    void toggleSpoiler(int row);

    // What the model announced.
    void reset();
    void rowsInserted(int first, int last);
    void rowsAboutToBeRemoved(int first, int last);
    void rowsRemoved(int first, int last);
    void rowsChanged(int first, int last);

    // Where to look.
    void stickToBottom();
    [[nodiscard]] bool isAtBottom() const { return m_atBottom; }
    /// `allowed`: whether reaching the end means to stay there (no newer page is missing).
    void setMayStick(bool allowed) { m_mayStick = allowed; }
    /// Puts the first line of the row at `y` of the viewport, or the line of that position in its text.
    void showRowAt(int row, int y, int position = 0);
    /// Scrolls so that offset `top` of the content is at the viewport's top.
    void scrollTo(qint64 top);
    void settle();

    [[nodiscard]] qint64 top() const { return m_top; }
    [[nodiscard]] qint64 contentHeight() const;
    [[nodiscard]] const QSize &viewport() const { return m_viewport; }
    [[nodiscard]] const TimelineStyle &style() const { return m_style; }
    [[nodiscard]] int rows() const { return m_heights.rows(); }

    /// First and last row that can be seen; -1 without rows.
    [[nodiscard]] int firstVisible() const;
    [[nodiscard]] int lastVisible() const;
    /// The row at `y` of the viewport, clamped; -1 without rows.
    [[nodiscard]] int rowAt(int y) const;
    /// Top of the row in the viewport's coordinates.
    [[nodiscard]] int rowY(int row) const;
    /// Laid out on demand.
    [[nodiscard]] const MessageLayout &layoutOf(int row);
    /// How much of the message is shown.
    [[nodiscard]] MessageLayout::View viewOf(qint64 id) const;
    [[nodiscard]] qint64 idAt(int row) const;

    /// The line that is held still: message, position in its text, distance from the viewport's top.
    struct Anchor {
        QPersistentModelIndex index;
        qint64 id = 0;
        int position = 0;
        int y = 0;
    };
    [[nodiscard]] const Anchor &anchor() const { return m_anchor; }
    /// Number of layouts held, for tests of the bound.
    [[nodiscard]] size_t cachedLayouts() const { return m_layouts.size(); }

private:
    struct Entry {
        std::unique_ptr<MessageLayout> layout;
        quint64 used = 0;
    };

    const MessageLayout &layOut(int row);
    bool measure(int row);
    void forget(int row);
    void forgetAll();
    [[nodiscard]] qint64 wantedTop();
    [[nodiscard]] qint64 lead() const;
    void refineAnchor();
    void trim();
    void anchorAt(int row, int position, int y);

    const QAbstractItemModel *m_model = nullptr;
    TimelineStyle m_style;
    QSize m_viewport;
    HeightIndex m_heights;
    std::unordered_map<qint64, Entry> m_layouts;
    QHash<qint64, qsizetype> m_limits;
    QSet<qint64> m_revealed;
    Anchor m_anchor;
    qint64 m_top = 0;
    Styling m_styling = Styling::Shown;
    qint64 m_firstUnread = 0;
    int m_unreadCount = 0;
    int m_estimate = 56;
    quint64 m_pass = 0;
    bool m_atBottom = true;
    bool m_mayStick = true;
};

} // namespace tertulia
