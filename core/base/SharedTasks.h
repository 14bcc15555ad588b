// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"

#include <QHash>

#include <memory>
#include <vector>

namespace tertulia
{

/// Lets parallel askers of the same question share one request. Lives in the object that is the context of
/// its requests.
template <class Key, class T>
class SharedTasks
{
public:
    /// A task for the answer to `key`; `start()` (giving Task<T>) is called only if nobody waits for it yet.
    template <class F>
    Task<T> ask(const Key &key, QObject *context, F start)
    {
        auto &askers = m_askers[key];
        const bool first = !askers;
        if (first)
            askers = std::make_shared<std::vector<Promise<T>>>();
        Task<T> task = askers->emplace_back().task();
        if (first) {
            start().then(context, [this, key](Result<T> answer) {
                // Taken out before anybody is told, since one of them may ask again.
                const auto waiting = m_askers.take(key);
                for (Promise<T> &promise : *waiting)
                    promise.finish(answer);
            });
        }
        return task;
    }

private:
    QHash<Key, std::shared_ptr<std::vector<Promise<T>>>> m_askers;
};

} // namespace tertulia
