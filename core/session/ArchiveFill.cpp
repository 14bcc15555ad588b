// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ArchiveFill.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/chat/ArchiveLedger.h"
#include "core/session/ArchiveHole.h"
#include "core/store/ConversationsTable.h"
#include "core/store/Store.h"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tertulia
{

namespace
{

/// Of a chat that has so many here nothing is fetched before its turn.
constexpr int kScreen = 20;
constexpr std::chrono::seconds kFirstRetry = 60s;
constexpr std::chrono::seconds kLastRetry = 1h;

} // namespace

ArchiveFill::ArchiveFill(const QString &account, const Jid &own, ModuleHost &host, ArchiveLedger &ledger,
                         Store &store, QObject *parent)
    : QObject(parent)
    , m_wishes(account, host.clock(), store)
    , m_account(account)
    , m_own(own)
    , m_host(host)
    , m_ledger(ledger)
    , m_store(store)
    , m_intake(host)
{
}

void ArchiveFill::start(std::optional<ArchiveKind> kind)
{
    stop();
    m_none = !kind;
    m_running = kind.has_value();
    m_kind = kind.value_or(ArchiveKind::Plain);
    if (m_none) {
        for (const auto &[peer, range] : std::exchange(m_looked, {}))
            m_ledger.setGapState(peer, range, ArchiveGap::State::Failed);
        tell();
        return;
    }
    setLooked(ArchiveGap::State::Loading);
    const ArchiveRange *hole = m_ledger.newestHole();
    if (hole && !m_ledger.older(hole->id) && m_people)
        m_screens = peopleWithoutScreen();
    if (hole && m_kind == ArchiveKind::Extended && !m_archiveStart.isValid()) {
        m_host.module<ArchiveModule>()->ends().then(this, [this](const Result<ArchiveEnds> &ends) {
            if (ends)
                m_archiveStart = ends->start;
            tell();
        });
    }
    next();
}

QList<Jid> ArchiveFill::peopleWithoutScreen() const
{
    const QSet<Jid> known = m_store.conversations().peersWith(kScreen, m_account);
    QList<Jid> people = m_people();
    people.removeIf([&](const Jid &peer) { return known.contains(peer); });
    return people;
}

void ArchiveFill::stop()
{
    ++m_run;
    m_running = false;
    m_inFlight = false;
    m_stuck = false;
    m_failures = 0;
    m_retry = {};
    m_arrived.reset();
    m_taken = {};
    m_intake.stop();
    m_asked.clear();
    m_screens.clear();
    setLooked(ArchiveGap::State::Waiting);
    tell();
}

void ArchiveFill::setLooked(ArchiveGap::State state)
{
    // Who hears of it may look at more.
    const auto looked = m_looked;
    for (const auto &[peer, range] : looked)
        m_ledger.setGapState(peer, range, state);
}

void ArchiveFill::load(const Jid &peer, qint64 range)
{
    if (m_none || !m_ledger.range(range)) {
        m_ledger.setGapState(peer, range, ArchiveGap::State::Failed);
        return;
    }
    if (!m_looked.contains(std::pair(peer, range)))
        m_looked.append({peer, range});
    if (m_running)
        m_ledger.setGapState(peer, range, ArchiveGap::State::Loading);
    next();
}

void ArchiveFill::cancelLoad(const Jid &peer, qint64 range)
{
    m_looked.removeAll(std::pair(peer, range));
    m_ledger.setGapState(peer, range, ArchiveGap::State::Held);
}

void ArchiveFill::setPaused(bool paused)
{
    m_wishes.setPaused(paused);
    next();
}

void ArchiveFill::setReachDays(int days)
{
    m_wishes.setReachDays(days);
    next();
}

/// The hole that is to be filled next, if it is one that is wanted.
const ArchiveRange *ArchiveFill::backgroundHole() const
{
    const ArchiveRange *hole = m_ledger.newestHole();
    return hole && m_wishes.isWanted(hole->firstTime) ? hole : nullptr;
}

ArchiveProgress ArchiveFill::progress() const
{
    using State = ArchiveProgress::State;
    ArchiveProgress progress;
    const ArchiveRange *newest = m_ledger.newest();
    const ArchiveRange *hole = m_ledger.newestHole();
    progress.complete = newest && !hole;
    if (const ArchiveRange *known = hole ? hole : newest)
        progress.reached = std::min(known->firstTime, m_host.clock().now());
    progress.start = m_archiveStart;
    progress.state = m_none                ? State::NoArchive
        : !m_running || !m_host.isOnline() ? State::Offline
        : !backgroundHole()                ? State::Done
        : m_wishes.isPaused()              ? State::Paused
        : m_stuck || m_retry.isActive()    ? State::Waiting
                                           : State::Fetching;
    return progress;
}

void ArchiveFill::tell()
{
    const ArchiveProgress now = progress();
    if (now == m_told)
        return;
    m_told = now;
    Q_EMIT progressChanged();
}

void ArchiveFill::next()
{
    if (m_running && !m_inFlight && !m_arrived) {
        const auto job = choose();
        if (job && !m_inFlight) // who was told meanwhile may have looked at something
            ask(*job);
    }
    tell();
}

std::optional<ArchiveFill::Job> ArchiveFill::choose()
{
    // The person does not wait for anybody else.
    const auto looked = m_looked;
    for (const auto &[peer, range] : looked) {
        const ArchiveRange *hole = m_ledger.range(range);
        if (!hole || hole->reachesStart || m_ledger.chatRead(range, peer).complete) {
            m_looked.removeAll(std::pair(peer, range));
            m_ledger.setGapState(peer, range, ArchiveGap::State::Waiting);
        } else if (m_taken != peer) {
            return Job::ofChat(Job::Kind::Looked, range, peer, m_ledger);
        }
    }
    // What is taken at present decides where the next one begins.
    if (m_wishes.isPaused() || m_intake.isBusy())
        return {};
    const ArchiveRange *hole = m_ledger.newestHole();
    while (hole && !m_screens.isEmpty()) {
        const Jid peer = m_screens.takeFirst();
        if (wantsScreen(hole->id, peer))
            return Job::ofChat(Job::Kind::Screen, hole->id, peer, m_ledger);
    }
    hole = backgroundHole();
    if (!hole || m_stuck || m_retry.isActive())
        return {};
    return Job{.kind = Job::Kind::Background, .range = hole->id, .before = hole->firstId};
}

bool ArchiveFill::wantsScreen(qint64 range, const Jid &peer) const
{
    const ArchiveRange *hole = m_ledger.range(range);
    const ArchiveChatRead read = m_ledger.chatRead(range, peer);
    return hole && !read.complete && !read.firstRank;
}

void ArchiveFill::ask(const Job &job)
{
    const QString page = job.name(m_ledger);
    if (m_asked.contains(page)) {
        giveUp(job, true);
        return;
    }
    m_asked.insert(page);
    m_inFlight = true;
    m_host.module<ArchiveModule>()
        ->page(job.query(m_ledger, m_kind))
        .then(this, [this, job, run = m_run](const Result<ArchivePage> &result) {
            if (run != m_run)
                return;
            m_inFlight = false;
            if (!result)
                failed(job, result.error());
            else if (m_intake.isBusy())
                m_arrived.emplace(job, *result);
            else
                arrived(job, *result);
        });
}

void ArchiveFill::failed(const Job &job, const Error &error)
{
    if (isOfTheStream(error.code))
        return;
    if (error.code == ErrorCode::StanzaItemNotFound && !job.byTime) {
        Job byTime = job;
        byTime.byTime = true; // what it was called is gone, as archives throw away what is old
        ask(byTime);
        return;
    }
    qCWarning(logSession) << "a page of the archive could not be read:" << int(error.code);
    giveUp(job, false);
}

/// Nothing comes of it now. Of one page that is no reason to leave the others.
void ArchiveFill::giveUp(const Job &job, bool circle)
{
    m_asked.clear();
    switch (job.kind) {
    case Job::Kind::Looked:
        m_looked.removeAll(std::pair(job.peer, job.range));
        m_ledger.setGapState(job.peer, job.range, ArchiveGap::State::Failed);
        break;
    case Job::Kind::Screen:
        break;
    case Job::Kind::Background: {
        m_stuck = circle;
        if (circle)
            break;
        const auto wait
            = std::min<std::chrono::seconds>(kFirstRetry * (1 << std::min(m_failures++, 10)), kLastRetry);
        m_retry = m_host.timers().after(wait, [this] { next(); });
        break;
    }
    }
    next();
}

void ArchiveFill::arrived(const Job &job, const ArchivePage &page)
{
    const ArchiveRange *hole = m_ledger.range(job.range);
    if (!hole || hole->reachesStart) {
        next();
        return;
    }
    const bool empty = page.first.isEmpty();
    if (empty && !page.complete && !job.doubted && !job.byTime) {
        // Is it the end, or a lie? What is older than that time must be nothing too.
        Job again = job;
        again.byTime = true;
        again.doubted = true;
        ask(again);
        return;
    }
    const bool all = job.peer.isNull();
    QList<ArchivedMessage> messages = page.messages;
    // By time it may be given what stands behind the hole: that has its place.
    if (job.before.isEmpty() || job.byTime)
        messages.removeIf(
            [hole](const ArchivedMessage &message) { return message.archived > hole->firstTime; });
    const RankedPage ranked = rankInHole(messages, job.range, job.peer, m_own, m_ledger);
    const bool complete = empty || (page.complete && !isLater(page));
    // All of that time are known: so the empty page was the end, if nothing stands in front of these.
    if (job.doubted && ranked.fresh == 0 && !ranked.met && !complete) {
        Job further = job;
        further.byTime = false;
        further.before = page.first;
        ask(further);
        return;
    }
    const QDateTime stamp = page.messages.isEmpty() ? QDateTime() : page.messages.first().archived;
    m_taken = job.peer;
    m_intake.take(messages, [this, job, page, ranked, complete] { finish(job, page, ranked, complete); });
    // While that is taken the server can look for the next one.
    if (all && !ranked.met && !complete && m_looked.isEmpty() && !m_wishes.isPaused()
        && m_wishes.isWanted(stamp.isValid() ? stamp : hole->firstTime)) {
        Job further = job;
        further.before = page.first;
        further.byTime = false;
        further.doubted = false;
        ask(further);
    } else if (!m_looked.isEmpty()) {
        next();
    }
}

/// Whether the archive itself has said that it begins before a page does.
bool ArchiveFill::isLater(const ArchivePage &page) const
{
    return m_archiveStart.isValid() && !page.messages.isEmpty()
        && page.messages.first().archived > m_archiveStart.addSecs(1);
}

void ArchiveFill::finish(const Job &job, const ArchivePage &page, const RankedPage &ranked, bool complete)
{
    m_taken = {};
    if (job.peer.isNull()) {
        m_failures = 0;
        noteHoleRead(m_ledger, job.range, page, m_own, ranked, complete);
    } else {
        ArchiveChatRead read = m_ledger.chatRead(job.range, job.peer);
        if (!page.first.isEmpty())
            read.firstId = page.first;
        if (ranked.fresh > 0)
            read.firstRank = ranked.firstRank;
        read.complete = ranked.met || complete;
        m_ledger.deepen(read);
        if (m_looked.removeAll(std::pair(job.peer, job.range)) > 0)
            m_ledger.setGapState(job.peer, job.range, ArchiveGap::State::Waiting);
    }
    m_ledger.save();
    if (const auto waiting = std::exchange(m_arrived, std::nullopt))
        arrived(waiting->first, waiting->second);
    else
        next();
    tell();
}

} // namespace tertulia
