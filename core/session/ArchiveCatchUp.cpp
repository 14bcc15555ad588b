// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ArchiveCatchUp.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/chat/ArchiveLedger.h"
#include "core/chat/Conversations.h"
#include "core/session/ArchiveHole.h"
#include "core/store/Store.h"

#include <algorithm>
#include <utility>

namespace tertulia
{

namespace
{

/// So many are read from the old end to the new one before the newest page is wanted at once.
constexpr int kPagesForwards = 3;
/// What fills a window.
constexpr int kScreen = 50;
constexpr std::chrono::seconds kFirstRetry(60);
constexpr std::chrono::seconds kLastRetry = std::chrono::hours(1);

} // namespace

ArchiveCatchUp::ArchiveCatchUp(const Jid &own, ModuleHost &host, Conversations &conversations,
                               ArchiveLedger &ledger, Store &store, std::function<QDateTime()> sought,
                               QObject *parent)
    : QObject(parent)
    , m_own(own)
    , m_host(host)
    , m_conversations(conversations)
    , m_ledger(ledger)
    , m_sought(std::move(sought))
    , m_intake(host)
{
    connect(&store, &Store::rolledBack, this, &ArchiveCatchUp::lose);
}

void ArchiveCatchUp::streamStarted(StreamStart start)
{
    if (start != StreamStart::Resumed) {
        m_failures = 0;
        begin();
    } else if (m_state == State::Unknown && !m_retry.isActive()) {
        begin(); // it failed, or was lost, on this stream
    }
}

void ArchiveCatchUp::begin()
{
    m_state = State::Reading;
    m_live.clear();
    m_meanwhile.clear();
    m_liveRank = 0;
    m_lost = false;
    m_pages = 0;
    m_ends.clear();
    m_starts.clear();
    m_retry = {};
    m_intake.stop();
    const quint64 reading = ++m_reading;
    m_host.module<ArchiveModule>()->support().then(this, [this, reading](const Result<ArchiveKind> &kind) {
        if (reading != m_reading)
            return;
        if (!kind && isOfTheStream(kind.error().code))
            return;
        m_kind = kind.value_or(ArchiveKind::Plain);
        const ArchiveRange *newest = m_ledger.newest();
        if (!kind && kind.error().code == ErrorCode::RequestTimedOut)
            fail(kind.error());
        else if (!kind)
            finish(State::None);
        else if (!newest)
            ask({.newest = true, .max = kScreen});
        else
            ask({.after = newest->lastId});
    });
}

void ArchiveCatchUp::ask(const ArchiveQuery &query)
{
    // What came before this is among what the archive has at its end.
    if (query.before.isEmpty())
        m_meanwhile.clear();
    const quint64 reading = m_reading;
    m_host.module<ArchiveModule>()->page(query).then(
        this, [this, reading, query](const Result<ArchivePage> &page) {
            if (reading != m_reading)
                return;
            const ArchiveRange *newest = m_ledger.newest();
            if (page && query.newest) {
                takeNewest(*page);
            } else if (page && !query.before.isEmpty()) {
                takeOlder(*page);
            } else if (page) {
                take(query, *page);
            } else if (page.error().code == ErrorCode::StanzaItemNotFound && newest && !query.after.isEmpty()
                       && newest->lastTime.isValid()) {
                // It was thrown away, as archives do with what is old.
                ask({.start = newest->lastTime.addSecs(-kDoubtAboutStamps)});
            } else if (isOfTheStream(page.error().code)) {
                return;
            } else if (page.error().code == ErrorCode::StanzaItemNotFound && !query.before.isEmpty()) {
                finish(State::UpToDate); // so what was older is gone too
            } else {
                fail(page.error());
            }
        });
}

void ArchiveCatchUp::fail(const Error &error)
{
    qCWarning(logSession) << "the archive could not be read:" << int(error.code);
    const auto wait
        = std::min<std::chrono::seconds>(kFirstRetry * (1 << std::min(m_failures++, 10)), kLastRetry);
    m_retry = m_host.timers().after(wait, [this] {
        if (m_host.isOnline())
            begin();
    });
    finish(State::Unknown);
}

void ArchiveCatchUp::take(const ArchiveQuery &query, const ArchivePage &page)
{
    ++m_pages;
    QList<ArchivedMessage> messages = page.messages;
    const RankedPage ranked = rankForwards(messages, m_ledger);
    m_intake.take(messages, [this, query, page, ranked] { pageTaken(query, page, ranked); });
}

void ArchiveCatchUp::pageTaken(const ArchiveQuery &query, const ArchivePage &page, const RankedPage &ranked)
{
    m_ends.insert(query.after);
    const bool progress = !page.last.isEmpty() && !m_ends.contains(page.last);
    if (progress) {
        const QDateTime stamp = page.messages.isEmpty() ? QDateTime() : page.messages.last().stamp;
        const ArchiveRange *newest = m_ledger.newest();
        m_ledger.extend(page.last,
                        stamp.isValid() ? stamp
                            : newest    ? newest->lastTime
                                        : QDateTime(),
                        ranked.firstRank + ranked.fresh - 1);
    }
    m_ledger.save();
    if (page.complete)
        lookBack();
    else if (progress && (m_pages < kPagesForwards || m_sought().isValid()))
        ask({.after = page.last});
    else
        // Also where nothing came that is not called the end, and where the server goes round in circles
        // (SECURITY F19): the newest page tells whether we are there, or there is a hole.
        ask({.newest = true, .max = kScreen});
}

/// The newest page: all of it follows what is known, or there is a hole between.
void ArchiveCatchUp::takeNewest(ArchivePage page)
{
    const QDateTime now = m_host.clock().now();
    const bool empty = page.first.isEmpty();
    const RankedPage ranked = rankNewest(page.messages, m_ledger);
    const QDateTime first = page.messages.isEmpty() ? now : page.messages.first().archived;
    const QDateTime last = page.messages.isEmpty() ? now : page.messages.last().stamp;
    const qint64 lastRank = ranked.firstRank + ranked.fresh - 1;
    const bool all = empty || page.complete;
    m_intake.take(page.messages, [this, page, ranked, lastRank, first, last, empty, all] {
        if (ranked.met) {
            if (!page.messages.isEmpty())
                m_ledger.extend(page.last, last, lastRank);
        } else if (!empty || !m_ledger.newest()) {
            const qint64 range = m_ledger.open({.firstId = page.first,
                                                .firstTime = first,
                                                .firstRank = ranked.firstRank,
                                                .lastId = page.last,
                                                .lastTime = last,
                                                .lastRank = lastRank});
            if (all)
                m_ledger.reachStart(range);
            else
                noteChats(m_ledger, range, page, m_own);
        }
        m_ledger.save();
        lookBack();
    });
}

void ArchiveCatchUp::lookBack()
{
    const QDateTime sought = m_sought();
    const ArchiveRange *hole = m_ledger.newestHole();
    if (!sought.isValid() || !hole || hole->firstId.isEmpty() || m_starts.contains(hole->firstId)
        || hole->firstTime < sought.addSecs(-kDoubtAboutStamps)) {
        finish(State::UpToDate);
        return;
    }
    m_starts.insert(hole->firstId);
    ask({.before = hole->firstId});
}

void ArchiveCatchUp::takeOlder(const ArchivePage &page)
{
    const ArchiveRange *hole = m_ledger.newestHole();
    if (!hole || (page.first.isEmpty() && !page.complete)) {
        finish(State::UpToDate);
        return;
    }
    QList<ArchivedMessage> messages = page.messages;
    const RankedPage ranked = rankInHole(messages, hole->id, {}, m_own, m_ledger);
    m_intake.take(messages, [this, page, ranked, range = hole->id] {
        noteHoleRead(m_ledger, range, page, m_own, ranked, page.complete);
        m_ledger.save();
        lookBack();
    });
}

void ArchiveCatchUp::noteLive(const Live &live)
{
    // Before the end is reached there may be a hole in front of it.
    if (m_state == State::Reading)
        m_meanwhile.append(live);
    const ArchiveRange *newest = m_ledger.newest();
    const auto rank = m_ledger.rankOf(live.id);
    if (m_state != State::UpToDate || !newest || !rank || m_ledger.holds(*rank))
        return;
    m_lost |= live.delayed;
    if (m_lost)
        return;
    m_liveRank = std::max(m_liveRank, newest->lastRank) + 1;
    m_conversations.settle(live.id, m_liveRank);
    m_live = live.id;
    if (!live.unanswered)
        noteAnswered();
}

void ArchiveCatchUp::noteAnswered()
{
    if (const QString live = std::exchange(m_live, {}); !live.isEmpty())
        m_ledger.extend(live, m_host.clock().now(), m_liveRank);
}

void ArchiveCatchUp::lose()
{
    m_live.clear();
    m_meanwhile.clear();
    m_retry = {};
    m_intake.stop();
    ++m_reading;
    // Not at once: this is said in the middle of taking a stanza or of a statement.
    QMetaObject::invokeMethod(
        this,
        [this, reading = m_reading] {
            if (reading != m_reading)
                return;
            m_ledger.reload();
            Q_EMIT lost();
            finish(State::Unknown);
        },
        Qt::QueuedConnection);
}

void ArchiveCatchUp::finish(State state)
{
    const bool wasReading = m_state == State::Reading;
    m_state = state;
    const auto meanwhile = std::exchange(m_meanwhile, {});
    if (state == State::UpToDate) {
        m_failures = 0;
        // What came after the last page had been sent follows that.
        const auto behind = std::find_if(meanwhile.crbegin(), meanwhile.crend(), [this](const Live &live) {
            return m_ledger.holds(m_ledger.rankOf(live.id).value_or(0));
        });
        std::for_each(behind.base(), meanwhile.cend(), [this](const Live &live) { noteLive(live); });
    }
    if (wasReading)
        Q_EMIT over();
}

} // namespace tertulia
