// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/SessionRig.h"

#include <QDateTime>
#include <QHash>

#include <functional>

namespace tertulia
{

struct ArchiveRange;

/// A session whose server has an archive of the account (XEP-0313), as misbehaving as a test wants it.
class ArchiveRig : public SessionRig
{
public:
    struct Kept {
        QByteArray id;
        QByteArray message;
        QDateTime stamp;
        Jid peer;
    };
    /// A question for a page, as it was asked.
    struct Question {
        QByteArray id; ///< of the iq
        QByteArray queryId;
        Jid with;
        QByteArray after;
        QByteArray before;
        QByteArray beforeId;
        QDateTime start;
        QDateTime end;
        bool backwards = false;
        int max = 0;

        /// "newest", "all", "start", an id for what follows it, "before ID"; of one chat "bruno: " in front,
        /// of a time "until" behind.
        [[nodiscard]] QByteArray text() const;
    };

    QList<Kept> archive;
    int onAPage = 2;
    bool extended = false;
    bool answersPages = true;
    bool goesInCircles = false; ///< forwards: the first page again and again
    bool tellsWhenComplete = true;
    bool wholeSeconds = false; ///< in its stamps
    /// Answers a question in the archive's place if it gives true.
    std::function<bool(const Question &)> instead;
    bool halts = false; ///< serveAll() ends behind each page that is asked for backwards the first time
    std::function<void()> afterPage; ///< what happens once a page was answered
    QByteArrayList asked; ///< texts of the questions
    QHash<QByteArray, QByteArray> ids; ///< of the messages that left, by their bodies
    QByteArrayList sentBodies; ///< bodies of the messages that left, and "page" for each question
    QDateTime nextStamp{QDate(2020, 1, 1), QTime(0, 0), Qt::UTC}; ///< of what is kept next
    std::chrono::milliseconds pace{0}; ///< between what is kept

    /// Somebody's words, in the archive.
    void keep(const QByteArray &id, const QByteArray &body, bool ours = false,
              const QByteArray &friendName = "bruno");
    /// The same come live.
    void hear(const QByteArray &id, const QByteArray &body, const QByteArray &friendName = "bruno");
    /// What hear() hears, without waiting for what comes of it.
    void sayNow(const QByteArray &id, const QByteArray &body, const QByteArray &friendName = "bruno");
    void tellAll(const QByteArray &xml);
    void comeOnline();
    /// The line breaks, and what comes back is a server that has forgotten the stream.
    void loseStream();
    void comeBack(bool resumed = false);
    void reconnect();
    /// Ends the session as a kill does, but for what is committed, and begins another one.
    void newProcess();
    void serveAll();

    // Parts of an answer.
    void sendResult(const Question &question, const Kept &kept);
    void sendFin(const Question &question, const QByteArray &attributes, const QByteArray &set);
    void refuse(const Question &question, const QByteArray &condition);
    void answer(const Question &question);

    [[nodiscard]] QList<ArchiveRange> ranges() const;
    /// Where the next reading would begin.
    [[nodiscard]] QString cursor() const;
    /// Bodies in the archive, of one friend, in its order.
    [[nodiscard]] QStringList truth(const QByteArray &friendName = "bruno") const;

private:
    bool m_halted = false;

    void take(const QByteArray &xml);
};

} // namespace tertulia
