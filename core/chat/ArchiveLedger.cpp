// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/ArchiveLedger.h"

#include "core/chat/MessageOrder.h"
#include "core/store/MessagesTable.h"
#include "core/store/Store.h"

#include <algorithm>
#include <utility>

namespace tertulia
{

ArchiveLedger::ArchiveLedger(const QString &account, const Jid &archive, Store &store, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_archive(archive)
    , m_store(store)
{
    load();
    // With what the messages brought, and not for each of them.
    connect(&store, &Store::aboutToCommit, this, &ArchiveLedger::save);
}

void ArchiveLedger::load()
{
    m_touched.clear();
    m_touchedReads.clear();
    m_states.clear();
    m_reads.clear();
    m_ranges = m_store.archives().ranges(m_account, m_archive);
    for (const ArchiveRange &range : std::as_const(m_ranges)) {
        for (const ArchiveChatRead &read : m_store.archives().chatReads(range.id))
            m_reads[range.id].insert(read.peer, read);
    }
}

void ArchiveLedger::reload()
{
    load();
    Q_EMIT gapsChanged({});
}

void ArchiveLedger::save()
{
    for (const qint64 id : std::exchange(m_touched, {})) {
        const ArchiveRange *changed = range(id);
        if (changed && !m_store.archives().save(*changed))
            m_touched.append(id);
    }
    for (const auto &[id, peer] : std::exchange(m_touchedReads, {})) {
        if (range(id) && !m_store.archives().save(m_reads[id].value(peer)))
            m_touchedReads.append({id, peer});
    }
}

qsizetype ArchiveLedger::indexOf(qint64 id) const
{
    const auto found = std::find_if(m_ranges.cbegin(), m_ranges.cend(),
                                    [id](const ArchiveRange &range) { return range.id == id; });
    return found == m_ranges.cend() ? -1 : found - m_ranges.cbegin();
}

const ArchiveRange *ArchiveLedger::range(qint64 id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? nullptr : &m_ranges[index];
}

const ArchiveRange *ArchiveLedger::older(qint64 id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 || index + 1 == m_ranges.size() ? nullptr : &m_ranges[index + 1];
}

const ArchiveRange *ArchiveLedger::newestHole() const
{
    const auto found = std::find_if(m_ranges.cbegin(), m_ranges.cend(),
                                    [](const ArchiveRange &range) { return !range.reachesStart; });
    return found == m_ranges.cend() ? nullptr : &*found;
}

ArchiveChatRead ArchiveLedger::chatRead(qint64 id, const Jid &peer) const
{
    if (!range(id))
        return {};
    const ArchiveChatRead known = m_reads.value(id).value(peer);
    return known.range ? known : ArchiveChatRead{.range = id, .peer = peer};
}

std::optional<qint64> ArchiveLedger::rankOf(const QString &id) const
{
    return m_store.messages().rankInArchive(id, m_archive);
}

bool ArchiveLedger::holds(qint64 rank) const
{
    return rank > 0 && std::any_of(m_ranges.cbegin(), m_ranges.cend(), [rank](const ArchiveRange &range) {
               return range.firstRank <= rank && rank <= range.lastRank;
           });
}

void ArchiveLedger::touch(qint64 id)
{
    if (!m_touched.contains(id))
        m_touched.append(id);
}

qint64 ArchiveLedger::open(ArchiveRange range)
{
    const auto id = m_store.archives().add(m_account, m_archive, range);
    if (!id)
        return 0;
    range.id = *id;
    m_ranges.prepend(range);
    Q_EMIT gapsChanged({});
    return *id;
}

void ArchiveLedger::extend(const QString &id, const QDateTime &time, qint64 rank)
{
    if (m_ranges.isEmpty())
        return;
    ArchiveRange &range = m_ranges.first();
    range.lastId = id;
    range.lastTime = time;
    range.lastRank = std::max(range.lastRank, rank);
    if (range.firstId.isEmpty()) {
        range.firstId = id;
        range.firstTime = time;
    }
    touch(range.id);
}

void ArchiveLedger::deepen(qint64 id, const QString &firstId, const QDateTime &firstTime, qint64 firstRank)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    ArchiveRange &range = m_ranges[index];
    range.firstId = firstId;
    if (firstTime.isValid())
        range.firstTime = firstTime;
    range.firstRank = std::min(range.firstRank, firstRank);
    touch(id);
    Q_EMIT gapsChanged({});
}

void ArchiveLedger::closeHole(qint64 id)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    if (index + 1 == m_ranges.size()) {
        reachStart(id);
        return;
    }
    const ArchiveRange newer = m_ranges.takeAt(index);
    ArchiveRange &range = m_ranges[index];
    range.lastId = newer.lastId;
    range.lastTime = newer.lastTime;
    range.lastRank = newer.lastRank;
    m_reads.remove(id);
    touch(range.id);
    std::ignore = m_store.archives().remove(id);
    Q_EMIT gapsChanged({});
}

void ArchiveLedger::reachStart(qint64 id)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    m_ranges[index].firstRank = m_ranges.last().firstRank;
    for (qsizetype i = m_ranges.size() - 1; i > index; --i) {
        std::ignore = m_store.archives().remove(m_ranges[i].id);
        m_reads.remove(m_ranges[i].id);
        m_ranges.removeAt(i);
    }
    m_ranges[index].reachesStart = true;
    touch(id);
    Q_EMIT gapsChanged({});
}

void ArchiveLedger::deepen(const ArchiveChatRead &read)
{
    if (!range(read.range))
        return;
    m_reads[read.range].insert(read.peer, read);
    m_touchedReads.append({read.range, read.peer});
    Q_EMIT gapsChanged(read.peer);
}

QList<ArchiveGap> ArchiveLedger::gaps(const Jid &peer) const
{
    QList<ArchiveGap> gaps;
    for (const ArchiveRange &range : m_ranges) {
        if (!range.reachesStart && !chatRead(range.id, peer).complete)
            gaps.append({range.id, holeBefore(range.id, peer), m_states.value({peer, range.id})});
    }
    return gaps;
}

qint64 ArchiveLedger::holeBefore(qint64 id, const Jid &peer) const
{
    const ArchiveRange *whole = range(id);
    if (!whole)
        return 0;
    const qint64 ofChat = chatRead(id, peer).firstRank;
    const auto known = m_store.messages().neighbours(m_account, peer, ofChat ? ofChat : whole->firstRank);
    return known.behind ? known.behind->order
        : known.before  ? known.before->order + 1
                        : MessageOrder::at(whole->firstTime);
}

void ArchiveLedger::setGapState(const Jid &peer, qint64 range, ArchiveGap::State state)
{
    const std::pair key(peer, range);
    if (m_states.value(key) == state)
        return;
    if (state == ArchiveGap::State::Waiting)
        m_states.remove(key);
    else
        m_states.insert(key, state);
    Q_EMIT gapsChanged(peer);
}

} // namespace tertulia
