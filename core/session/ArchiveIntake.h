// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0313_archive/Archive.h"

#include <QObject>

#include <functional>

namespace tertulia
{

class ArchiveLedger;
class ArchivePlaces;
struct ArchiveRange;

/// It ended, and the next one will begin anew.
[[nodiscard]] bool isOfTheStream(ErrorCode code);

/// Seconds by which the times of an archive and of this computer may differ.
inline constexpr qint64 kDoubtAboutStamps = qint64(24) * 60 * 60;

/// Takes pages of the archive into the conversations, as much in each turn of the event loop as nobody feels.
class ArchiveIntake : public QObject
{
    Q_OBJECT
public:
    explicit ArchiveIntake(ModuleHost &host, QObject *parent = nullptr);

    /// `done` is called once all of them are in, from the event loop. One page at a time.
    void take(const QList<ArchivedMessage> &messages, std::function<void()> done);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// The rest of the page is not taken, and nobody is told.
    void stop();

private:
    void takeSoon();
    void takeSlice();

    ModuleHost &m_host;
    QList<ArchivedMessage> m_messages;
    qsizetype m_next = 0;
    std::function<void()> m_done;
    quint64 m_page = 0;
    bool m_busy = false;
};

/// What came of placeBackwards().
struct PlacedPage {
    qint64 lowest = 0; ///< order key of the oldest one, at most the ceiling
    bool met = false; ///< it reached what was known before; that and what is older was left out
};

/// Where what is known begins, seen from what is newer.
struct KnownEnd {
    qint64 order = 0; ///< order key of its last one; 0: there is nothing
    QDateTime time = {}; ///< of its last one, by the archive's clock or ours
    QStringList ids = {}; ///< the archive's, of some of them
};

/// Gives the messages of a page that was read backwards their order keys, down to where `end` is met:
/// `knownFrom` says of each chat from which key on the archive's order is known. `again`: the page may hold
/// what was read already, which keeps its place.
PlacedPage placeBackwards(QList<ArchivedMessage> &messages, ArchivePlaces places, qint64 ceiling,
                          const KnownEnd &end, const Jid &own, const ArchiveLedger &ledger,
                          const std::function<qint64(const Jid &)> &knownFrom, bool again);

} // namespace tertulia
