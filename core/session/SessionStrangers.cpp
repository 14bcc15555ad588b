// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionStrangers.h"

#include "core/chat/Conversations.h"
#include "core/models/RequestsModel.h"
#include "core/models/RosterModel.h"
#include "core/modules/roster/Roster.h"
#include "core/modules/xep0191_blocking/Blocking.h"

namespace tertulia
{

namespace
{

/// A report names so many of the last messages.
constexpr int kMostEvidence = 10;

} // namespace

SessionStrangers::SessionStrangers(Conversations &conversations, RosterModel &roster, RequestsModel &requests,
                                   ModuleHost &host, QObject *parent)
    : QObject(parent)
    , m_conversations(conversations)
    , m_roster(roster)
    , m_requests(requests)
    , m_host(host)
{
    conversations.setKnownTest([this](const Jid &peer) { return isKnown(peer); });
    connect(&conversations, &Conversations::conversationChanged, this, &SessionStrangers::show);
    connect(&conversations, &Conversations::conversationRemoved, this, [this](const Jid &peer) {
        m_seen.remove(peer);
        m_requests.removeWritten(peer);
    });
    connect(&roster, &RosterModel::personChanged, this, [this](const Jid &bare) {
        if (m_conversations.isStranger(bare) != m_seen.contains(bare))
            m_conversations.reconsider(bare);
    });
    connect(host.module<RosterModule>(), &RosterModule::loaded, this, [this] {
        if (!std::exchange(m_rosterHeard, true))
            reconsiderAll();
    });
    // The contacts that were kept from an earlier run are there a moment after this; until then there is no
    // stranger.
    connect(&roster, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first) {
        if (first == 0)
            reconsiderAll();
    });
    auto *blocking = host.module<BlockingModule>();
    connect(blocking, &BlockingModule::listChanged, this, &SessionStrangers::reconsiderAll);
    connect(blocking, &BlockingModule::supportKnown, this, &SessionStrangers::canReportChanged);
}

void SessionStrangers::setPolicy(StrangerPolicy policy)
{
    if (policy == m_policy)
        return;
    m_policy = policy;
    reconsiderAll();
}

bool SessionStrangers::isKnown(const Jid &peer) const
{
    // A server speaks to its users about the account; and while nothing is known of the contacts, nobody is
    // put away.
    const Jid &own = m_conversations.own();
    return m_policy == StrangerPolicy::Show || peer == own || peer == own.domainOnly()
        || m_roster.contains(peer) || (!m_rosterHeard && m_roster.rowCount() == 0);
}

bool SessionStrangers::isStranger(const Jid &peer) const
{
    return m_conversations.isStranger(peer);
}

void SessionStrangers::accept(const Jid &peer)
{
    m_conversations.admit(peer);
}

void SessionStrangers::ignore(const Jid &peer)
{
    if (m_conversations.isStranger(peer))
        m_conversations.close(peer);
}

bool SessionStrangers::canReport() const
{
    return m_host.module<BlockingModule>()->takesReports();
}

Task<void> SessionStrangers::blockAndReport(const QList<Jid> &addresses, ReportReason reason)
{
    Report report{reason, {}};
    for (const MessageRecord &message : m_conversations.lastMessages(addresses.value(0), kMostEvidence)) {
        if (!message.outgoing && !message.stanzaId.isEmpty())
            report.messages.append({message.stanzaId, message.stanzaIdBy});
    }
    return m_host.module<BlockingModule>()->block(addresses, report);
}

void SessionStrangers::reconsiderAll()
{
    // Who was none and is none is not told of again.
    for (const Jid &peer : m_conversations.peers())
        if (m_conversations.isStranger(peer) || m_seen.contains(peer))
            m_conversations.reconsider(peer);
}

void SessionStrangers::show(const Jid &peer)
{
    const auto facts = m_conversations.facts(peer);
    const bool stranger = facts && facts->record.open && facts->last && m_conversations.isStranger(peer);
    if (stranger)
        m_seen.insert(peer);
    else
        m_seen.remove(peer);
    const bool waits
        = stranger && m_policy == StrangerPolicy::Ask && !m_host.module<BlockingModule>()->isBlocked(peer);
    if (waits)
        m_requests.setWritten(peer, facts->last->spoiler.value_or(facts->last->body), facts->last->time);
    else
        m_requests.removeWritten(peer);
    Q_EMIT changed(peer);
}

} // namespace tertulia
