// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatFind.h"

#include "core/models/SearchFold.h"
#include "core/session/SessionChats.h"
#include "core/session/XmppSession.h"
#include "ui/chat/ChatJumps.h"
#include "ui/chat/FindBar.h"
#include "ui/search/SearchNames.h"
#include "ui/switcher/NameMatch.h"
#include "ui/text/ChatTitle.h"

namespace tertulia
{

namespace
{

constexpr int kFirst = 20;
constexpr int kMore = 1000;
constexpr qsizetype kMost = 100'000;

/// What is typed for one chat: there are two people in it, and filters need no list of all others.
MessageQuery queryIn(const XmppSession &session, const Jid &peer, const QString &typed)
{
    const TypedSearch search = TypedSearch::of(typed);
    MessageQuery query;
    query.words = SearchWords(search.words);
    query.chats = QList<MessageQuery::Chat>{{session.accountId(), peer}};
    for (const TypedFilter &filter : search.filters) {
        if (filter.value.isEmpty())
            continue;
        switch (filter.kind) {
        case TypedFilter::Kind::From: {
            if (!query.senders)
                query.senders.emplace();
            const QStringList words = searchWords(filter.value);
            if (isMe(filter.value))
                query.fromMe = true;
            else if (nameMatch(searchFold(chatTitle(session, peer)), words) != NameMatch::None
                     || nameMatch(searchFold(peer.toString()), words) != NameMatch::None)
                query.senders->append(peer);
            break;
        }
        case TypedFilter::Kind::In:
            break; // it is
        default:
            applyFilter(filter, query);
            break;
        }
    }
    return query;
}

} // namespace

ChatFind::ChatFind(XmppSession &session, const Jid &peer, FindBar &bar, TimelineView &timeline,
                   ChatJumps &jumps, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_peer(peer)
    , m_bar(bar)
    , m_timeline(timeline)
    , m_jumps(jumps)
{
    connect(&bar, &FindBar::textChanged, this, &ChatFind::find);
    connect(&bar, &FindBar::stepRequested, this, &ChatFind::step);
}

ChatFind::~ChatFind() = default;

void ChatFind::open()
{
    if (!m_search) {
        m_search = m_session.chats().makeSearch();
        m_before = m_jumps.place();
    }
    m_bar.open();
    find();
}

bool ChatFind::close()
{
    if (!m_search)
        return false;
    m_search.reset();
    m_bar.hide();
    m_hits.clear();
    m_current = -1;
    m_timeline.setFoundWords({});
    m_jumps.goToPlace(m_before);
    return true;
}

void ChatFind::find()
{
    if (!m_search)
        return;
    const MessageQuery query = queryIn(m_session, m_peer, m_bar.text());
    m_words = query.words;
    m_timeline.setFoundWords(m_words);
    m_hits.clear();
    m_current = -1;
    // A search for the chat as such finds all of it.
    const bool wanted = !m_bar.text().trimmed().isEmpty();
    m_complete = !wanted;
    m_search->find(wanted ? query : MessageQuery(), kFirst).then(this, [this](const Result<FoundPage> &page) {
        take(page);
    });
    tell();
}

void ChatFind::take(const Result<FoundPage> &page)
{
    if (!m_search || (!page && page.error().code == ErrorCode::Cancelled))
        return;
    const bool first = m_hits.isEmpty();
    if (page) {
        for (const FoundMessage &message : page->messages)
            m_hits.append(message.id);
    }
    m_complete = !page || page->complete || m_hits.size() >= kMost;
    if (!m_complete)
        m_search->more(kMore).then(this, [this](const Result<FoundPage> &more) { take(more); });
    if (first && !m_hits.isEmpty())
        goTo(0);
    else
        tell();
}

void ChatFind::step(int by)
{
    const int count = hits();
    if (count == 0)
        return;
    goTo(((m_current - by) % count + count) % count);
}

void ChatFind::goTo(int hit)
{
    m_current = hit;
    m_jumps.show(m_hits.at(hit), m_words);
    tell();
}

void ChatFind::tell()
{
    m_bar.setHits(current(), hits(), m_complete);
}

} // namespace tertulia
