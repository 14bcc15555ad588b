// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TimerSource.h"
#include "core/chat/ArchiveGap.h"
#include "core/session/ArchiveIntake.h"
#include "core/session/ArchiveJob.h"
#include "core/session/ArchiveProgress.h"
#include "core/session/ArchiveWishes.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace tertulia
{

class ArchiveLedger;
class Store;
struct ArchiveRange;
struct RankedPage;

/// Fills the holes in what is known of the account's archive, from the newest message to the oldest: first
/// where the person looks, then the last screen of every chat, then all the rest in the background. One page
/// is asked for at a time; each is on the disk before the next one counts, so that it goes on after a restart
/// where it was. A server that goes round in circles is left alone until the next stream (SECURITY F19).
class ArchiveFill : public QObject
{
    Q_OBJECT
public:
    ArchiveFill(const QString &account, const Jid &own, ModuleHost &host, ArchiveLedger &ledger, Store &store,
                QObject *parent = nullptr);

    /// Whose last screen is wanted on a computer that is new.
    void setPeople(std::function<QList<Jid>()> people) { m_people = std::move(people); }

    /// The end of the archive is known, on a new stream. Nothing: there is no archive.
    void start(std::optional<ArchiveKind> kind);
    /// The stream is over, or what was known is.
    void stop();

    /// The line went, or came back with the same stream.
    void lineChanged() { tell(); }

    /// The person looks at a gap (ArchiveGap::range) in the timeline of `peer`: that is asked for next, or
    /// once the account is online.
    void load(const Jid &peer, qint64 range);
    /// Not any more.
    void cancelLoad(const Jid &peer, qint64 range);

    // Remembered.
    [[nodiscard]] bool isPaused() const { return m_wishes.isPaused(); }
    void setPaused(bool paused);
    /// How many days back the background goes; 0: to the beginning. What is older is fetched when somebody
    /// looks at it.
    [[nodiscard]] int reachDays() const { return m_wishes.reachDays(); }
    void setReachDays(int days);

    [[nodiscard]] ArchiveProgress progress() const;

Q_SIGNALS:
    void progressChanged();

private:
    using Job = ArchiveJob;

    void next();
    [[nodiscard]] std::optional<Job> choose();
    [[nodiscard]] QList<Jid> peopleWithoutScreen() const;
    [[nodiscard]] bool wantsScreen(qint64 range, const Jid &peer) const;
    [[nodiscard]] const ArchiveRange *backgroundHole() const;
    void ask(const Job &job);
    void arrived(const Job &job, const ArchivePage &page);
    [[nodiscard]] bool isLater(const ArchivePage &page) const;
    void failed(const Job &job, const Error &error);
    /// `circle`: the server gave again what it gave before.
    void giveUp(const Job &job, bool circle);
    void finish(const Job &job, const ArchivePage &page, const RankedPage &ranked, bool complete);
    void setLooked(ArchiveGap::State state);
    void tell();

    ArchiveWishes m_wishes;
    const QString m_account;
    const Jid m_own;
    ModuleHost &m_host;
    ArchiveLedger &m_ledger;
    Store &m_store;
    std::function<QList<Jid>()> m_people;
    ArchiveIntake m_intake;
    QList<std::pair<Jid, qint64>> m_looked;
    QList<Jid> m_screens;
    QSet<QString> m_asked; ///< pages that were asked for since start(): to come back to one is a circle
    std::optional<std::pair<Job, ArchivePage>> m_arrived; ///< while the one before is taken
    Jid m_taken; ///< whose page is taken at present: that decides where their next one begins
    ArchiveKind m_kind = ArchiveKind::Plain;
    QDateTime m_archiveStart;
    TimerHandle m_retry;
    int m_failures = 0; ///< of the background, one after the other
    quint64 m_run = 0; ///< counts the starts: answers to an earlier one come too late
    bool m_running = false;
    bool m_none = false;
    bool m_inFlight = false;
    bool m_stuck = false; ///< the background goes round in circles
    ArchiveProgress m_told;
};

} // namespace tertulia
