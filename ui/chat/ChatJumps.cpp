// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatJumps.h"

#include "core/models/ConversationModel.h"
#include "core/session/SessionChats.h"
#include "core/session/XmppSession.h"

namespace tertulia
{

namespace
{

constexpr qsizetype kMostPlaces = 20;

} // namespace

ChatJumps::ChatJumps(XmppSession &session, ConversationModel &model, TimelineView &timeline, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_model(model)
    , m_timeline(timeline)
{
    connect(&timeline, &TimelineView::newestRequested, this, &ChatJumps::forgetPassed);
}

void ChatJumps::keepPlace()
{
    const TimelineView::Place now = m_timeline.place();
    if (m_places.isEmpty() || m_places.constLast() != now)
        m_places.append(now);
    if (m_places.size() > kMostPlaces)
        m_places.removeFirst();
}

/// False if it is not there any more.
bool ChatJumps::load(qint64 messageId)
{
    return m_model.indexOf(messageId).isValid() || m_model.goTo(messageId) >= 0;
}

qint64 ChatJumps::firstUnread() const
{
    return m_session.chats().firstUnread(m_model.peer());
}

bool ChatJumps::mayCountAsRead()
{
    if (!m_passed)
        return true;
    const qint64 unread = firstUnread();
    const int row = unread == 0 ? -1 : m_model.indexOf(unread).row();
    const TimelineGeometry &view = m_timeline.geometryForTest();
    // It is in sight, or below: the way to it goes through everything that is not read.
    if (unread == 0 || (row >= 0 && row >= view.firstVisible()))
        m_passed = false;
    return !m_passed;
}

void ChatJumps::toMessage(qint64 messageId)
{
    keepPlace();
    m_passed = true;
    if (load(messageId))
        m_timeline.showMessage(messageId);
}

void ChatJumps::toFound(qint64 messageId, const SearchWords &words)
{
    keepPlace();
    show(messageId, words);
}

void ChatJumps::show(qint64 messageId, const SearchWords &words)
{
    m_timeline.setFoundWords(words);
    m_passed = true;
    if (load(messageId))
        m_timeline.showFound(messageId);
}

void ChatJumps::toBeginning()
{
    keepPlace();
    m_passed = true;
    m_model.goToOldest();
    m_timeline.showOldest();
}

void ChatJumps::toUnread()
{
    const qint64 unread = firstUnread();
    if (unread == 0)
        return;
    keepPlace();
    if (load(unread))
        m_timeline.showMessage(unread);
}

void ChatJumps::back()
{
    if (!m_places.isEmpty())
        goToPlace(m_places.takeLast());
}

void ChatJumps::goToPlace(const TimelineView::Place &place)
{
    m_passed = true;
    if (place.message == 0)
        m_model.goToNewest();
    else if (!load(place.message))
        return;
    m_timeline.goToPlace(place);
}

} // namespace tertulia
