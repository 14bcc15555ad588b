// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/base/TimerSource.h"
#include "core/stanza/Iq.h"

#include <QHash>

#include <unordered_map>
#include <variant>

namespace tertulia
{

/// The questions that wait for an answer. An answer counts only with the right id *and* from whom it was
/// asked (SECURITY A53); every question has a deadline.
class RequestTracker
{
public:
    explicit RequestTracker(TimerSource &timers);
    ~RequestTracker();
    Q_DISABLE_COPY_MOVE(RequestTracker)

    /// Waits for the result with this id from `answerer` (exactly). RequestTimedOut after `deadline`.
    Task<XmlElement> expect(const QString &id, const Jid &answerer, std::chrono::milliseconds deadline);
    /// The same for the whole answer, which may be an error; what fails is to get one.
    Task<Iq> expectWhole(const QString &id, const Jid &answerer, std::chrono::milliseconds deadline);
    /// Gives a result or error, whose missing `from` was filled in, to whom it belongs; false if nobody waits
    /// for it from there.
    bool take(const Iq &answer);
    /// The same for an answer that cannot be read.
    bool takeMalformed(const QString &id, const Jid &from);
    /// Ends all of them, in the order in which they were asked.
    void endAll(const Error &error);

    [[nodiscard]] qsizetype waiting() const { return qsizetype(m_waiting.size()); }

private:
    struct Waiting {
        quint64 order = 0;
        Jid answerer;
        std::variant<Promise<XmlElement>, Promise<Iq>> promise;
        TimerHandle deadline;
    };
    using Table = std::unordered_map<QString, Waiting>;
    void wait(const QString &id, Waiting waiting, std::chrono::milliseconds deadline);
    bool finish(const QString &id, const Jid &from, Result<Iq> result);

    TimerSource &m_timers;
    Table m_waiting;
    quint64 m_order = 0;
};

} // namespace tertulia
