// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/RequestTracker.h"

#include "core/base/Log.h"

#include <algorithm>
#include <vector>

namespace tertulia
{

namespace
{

Result<XmlElement> payloadOf(const Result<Iq> &answer)
{
    if (!answer)
        return Failure(answer.error());
    if (answer->type == Iq::Type::Error)
        return Failure(answer->error.value_or(StanzaError()).toError());
    return answer->payload;
}

void complete(std::variant<Promise<XmlElement>, Promise<Iq>> &promise, Result<Iq> answer)
{
    if (auto *whole = std::get_if<Promise<Iq>>(&promise))
        whole->finish(std::move(answer));
    else
        std::get<Promise<XmlElement>>(promise).finish(payloadOf(answer));
}

} // namespace

RequestTracker::RequestTracker(TimerSource &timers)
    : m_timers(timers)
{
}

RequestTracker::~RequestTracker() = default;

Task<XmlElement> RequestTracker::expect(const QString &id, const Jid &answerer,
                                        std::chrono::milliseconds deadline)
{
    Promise<XmlElement> promise;
    auto task = promise.task();
    wait(id, {++m_order, answerer, std::move(promise), {}}, deadline);
    return task;
}

Task<Iq> RequestTracker::expectWhole(const QString &id, const Jid &answerer,
                                     std::chrono::milliseconds deadline)
{
    Promise<Iq> promise;
    auto task = promise.task();
    wait(id, {++m_order, answerer, std::move(promise), {}}, deadline);
    return task;
}

void RequestTracker::wait(const QString &id, Waiting waiting, std::chrono::milliseconds deadline)
{
    waiting.deadline = m_timers.after(deadline, [this, id, answerer = waiting.answerer] {
        finish(id, answerer, failure(ErrorCode::RequestTimedOut, answerer.toString()));
    });
    m_waiting.insert_or_assign(id, std::move(waiting));
}

bool RequestTracker::take(const Iq &answer)
{
    if (answer.type != Iq::Type::Result && answer.type != Iq::Type::Error)
        return false;
    return finish(answer.id, answer.from, answer);
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
        complete(waiting.promise, Failure(error));
}

bool RequestTracker::finish(const QString &id, const Jid &from, Result<Iq> result)
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
    complete(waiting.promise, std::move(result));
    return true;
}

} // namespace tertulia
