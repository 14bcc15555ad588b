// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/RequestTracker.h"

#include "core/base/Log.h"

#include <algorithm>
#include <vector>

namespace tertulia
{

RequestTracker::RequestTracker(TimerSource &timers)
    : m_timers(timers)
{
}

RequestTracker::~RequestTracker() = default;

Task<XmlElement> RequestTracker::expect(const QString &id, const Jid &answerer,
                                        std::chrono::milliseconds deadline)
{
    Waiting waiting;
    waiting.order = ++m_order;
    waiting.answerer = answerer;
    auto task = waiting.promise.task();
    waiting.deadline = m_timers.after(deadline, [this, id, answerer] {
        finish(id, answerer, failure(ErrorCode::RequestTimedOut, answerer.toString()));
    });
    m_waiting.insert_or_assign(id, std::move(waiting));
    return task;
}

bool RequestTracker::take(const Iq &answer)
{
    if (answer.type == Iq::Type::Result)
        return finish(answer.id, answer.from, answer.payload);
    if (answer.type == Iq::Type::Error)
        return finish(answer.id, answer.from, Failure(answer.error.value_or(StanzaError()).toError()));
    return false;
}

bool RequestTracker::takeMalformed(const QString &id, const Jid &from)
{
    return finish(id, from, failure(ErrorCode::MalformedReply, from.toString()));
}

void RequestTracker::endAll(const Error &error)
{
    // A continuation may ask again: it finds an empty table.
    std::vector<Waiting> ending;
    ending.reserve(m_waiting.size());
    for (auto &entry : m_waiting)
        ending.push_back(std::move(entry.second));
    m_waiting.clear();
    std::sort(ending.begin(), ending.end(),
              [](const Waiting &a, const Waiting &b) { return a.order < b.order; });
    for (Waiting &waiting : ending)
        waiting.deadline.stop();
    for (Waiting &waiting : ending)
        waiting.promise.finish(Failure(error));
}

bool RequestTracker::finish(const QString &id, const Jid &from, Result<XmlElement> result)
{
    const auto found = m_waiting.find(id);
    if (found == m_waiting.end())
        return false;
    if (found->second.answerer != from) {
        qCDebug(logStream) << "an answer came from somebody who was not asked";
        return false;
    }
    Waiting waiting = std::move(found->second);
    m_waiting.erase(found);
    waiting.deadline.stop();
    waiting.promise.finish(std::move(result));
    return true;
}

} // namespace tertulia
