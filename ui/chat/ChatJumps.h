// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/TimelineView.h"

#include <QList>
#include <QObject>

namespace tertulia
{

class ConversationModel;
class XmppSession;

/// Ways through a chat that are not scrolling: to a message wherever it is, to the beginning, to what is not
/// read yet; and back to where the person was, several times.
///
/// What a jump passes was not seen (R15): until the person comes to it, or goes to the newest by the button,
/// what is seen says nothing about what was read.
class ChatJumps : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this.
    ChatJumps(XmppSession &session, ConversationModel &model, TimelineView &timeline, QObject *parent);

    /// Loads around the message and marks it for a moment.
    void toMessage(qint64 messageId);
    /// The same for one that was found: its words stay marked until clearWords().
    void toFound(qint64 messageId, const SearchWords &words);
    void toBeginning();
    /// Nothing if all is read.
    void toUnread();
    /// Where the person was before the last of these; nothing if there was none.
    void back();
    [[nodiscard]] bool canGoBack() const { return !m_places.isEmpty(); }

    /// For others that move the view and come back.
    [[nodiscard]] TimelineView::Place place() const { return m_timeline.place(); }
    void goToPlace(const TimelineView::Place &place);
    /// Shows it without being a step of back().
    void show(qint64 messageId, const SearchWords &words);

    /// Whether what is in sight may count as read with everything before it.
    [[nodiscard]] bool mayCountAsRead();
    /// The person went to the newest message, or said something.
    void forgetPassed() { m_passed = false; }

private:
    void keepPlace();
    bool load(qint64 messageId);
    [[nodiscard]] qint64 firstUnread() const;

    XmppSession &m_session;
    ConversationModel &m_model;
    TimelineView &m_timeline;
    QList<TimelineView::Place> m_places; ///< the last one last
    bool m_passed = false; ///< a jump may have gone over what is not read
};

} // namespace tertulia
