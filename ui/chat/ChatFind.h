// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/MessageSearch.h"
#include "ui/timeline/TimelineView.h"

#include <QObject>

#include <memory>

namespace tertulia
{

class ChatJumps;
class FindBar;
class XmppSession;

/// Finds in one chat, from the newest message backwards, in all of it and not only in what is loaded. The
/// words and filters are those of the search everywhere. When it is closed the person is where they were.
class ChatFind : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this.
    ChatFind(XmppSession &session, const Jid &peer, FindBar &bar, TimelineView &timeline, ChatJumps &jumps,
             QObject *parent);
    ~ChatFind() override;

    void open();
    /// False if it was closed.
    bool close();
    /// 1: the next newer hit; -1: the next older one.
    void step(int by);
    [[nodiscard]] int hits() const { return int(m_hits.size()); }
    /// 1 is the newest; 0 if there is none.
    [[nodiscard]] int current() const { return m_current + 1; }

private:
    void find();
    void take(const Result<FoundPage> &page);
    void goTo(int hit);
    void tell();

    XmppSession &m_session;
    const Jid m_peer;
    FindBar &m_bar;
    TimelineView &m_timeline;
    ChatJumps &m_jumps;
    std::unique_ptr<MessageSearch> m_search; ///< while it is open
    SearchWords m_words;
    TimelineView::Place m_before; ///< where the person was
    QList<qint64> m_hits; ///< messages, the newest first
    int m_current = -1;
    bool m_complete = true;
};

} // namespace tertulia
