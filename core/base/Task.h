// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QMetaObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace tertulia
{

template <class T>
class Promise;

namespace detail
{

template <class T>
struct TaskState {
    std::optional<Result<T>> result;
    QPointer<QObject> context;
    std::function<void(Result<T>)> continuation;
    bool finished = false;

    void finish(Result<T> value)
    {
        if (finished)
            return;
        finished = true;
        if (!continuation) {
            result.emplace(std::move(value));
            return;
        }
        auto run = std::exchange(continuation, nullptr);
        if (context)
            run(std::move(value));
    }
};

} // namespace detail

/// The reply to a command: a Result that comes later. Single-threaded and move-only. It completes once and
/// never inside the call that made it; if its context dies first the continuation is silently dropped.
template <class T>
class [[nodiscard]] Task
{
public:
    Task(Task &&) noexcept = default;
    Task &operator=(Task &&) noexcept = default;
    Task(const Task &) = delete;
    Task &operator=(const Task &) = delete;
    ~Task() = default;

    /// A task that is already complete; its continuation still runs from the event loop.
    static Task completed(Result<T> value)
    {
        Task task(std::make_shared<detail::TaskState<T>>());
        task.m_state->finish(std::move(value));
        return task;
    }

    /// Calls `fn(Result<T>)` in the context's thread (which must be this one) when the task completes.
    template <class F>
    void then(QObject *context, F fn) &&
    {
        Q_ASSERT(context);
        auto state = std::exchange(m_state, nullptr);
        if (!state)
            return;
        if (state->finished) {
            QMetaObject::invokeMethod(
                context,
                [state, fn = std::move(fn)]() mutable {
                    Result<T> value = std::move(*state->result);
                    fn(std::move(value));
                },
                Qt::QueuedConnection);
            return;
        }
        state->context = context;
        // std::function wants a copyable callable; tasks are moved into continuations, so it is held by
        // pointer.
        auto held = std::make_shared<F>(std::move(fn));
        state->continuation = [held](Result<T> value) { (*held)(std::move(value)); };
    }

    /// A task for `fn(T)` (or `fn()` for void) applied to the value; an error passes through. `fn` may return
    /// U or Result<U>.
    template <class F>
    auto map(QObject *context, F fn) &&;

    /// Says that nobody waits for the answer.
    void ignore() && { m_state.reset(); }

private:
    friend class Promise<T>;
    explicit Task(std::shared_ptr<detail::TaskState<T>> state)
        : m_state(std::move(state))
    {
    }

    std::shared_ptr<detail::TaskState<T>> m_state;
};

/// The other end of a Task. Dropped without an answer it completes the task as ErrorCode::Cancelled.
template <class T>
class Promise
{
public:
    Promise()
        : m_state(std::make_shared<detail::TaskState<T>>())
    {
    }
    Promise(Promise &&) noexcept = default;
    Promise &operator=(Promise &&other) noexcept
    {
        if (this != &other) {
            cancel();
            m_state = std::move(other.m_state);
        }
        return *this;
    }
    Promise(const Promise &) = delete;
    Promise &operator=(const Promise &) = delete;
    ~Promise() { cancel(); }

    /// The task to give away; call once.
    Task<T> task() { return Task<T>(m_state); }

    /// Completes the task. Later calls do nothing.
    void finish(Result<T> value)
    {
        if (auto state = m_state)
            state->finish(std::move(value));
    }

private:
    void cancel()
    {
        if (auto state = std::move(m_state))
            state->finish(failure(ErrorCode::Cancelled));
    }

    std::shared_ptr<detail::TaskState<T>> m_state;
};

namespace detail
{

template <class R>
struct Unwrapped {
    using type = R;
};
template <class U>
struct Unwrapped<Result<U>> {
    using type = U;
};

} // namespace detail

template <class T>
template <class F>
auto Task<T>::map(QObject *context, F fn) &&
{
    using Returned = typename decltype([] {
        if constexpr (std::is_void_v<T>)
            return std::type_identity<std::invoke_result_t<F>>{};
        else
            return std::type_identity<std::invoke_result_t<F, T>>{};
    }())::type;
    using U = typename detail::Unwrapped<Returned>::type;
    auto promise = std::make_shared<Promise<U>>();
    auto task = promise->task();
    std::move(*this).then(context, [promise, fn = std::move(fn)](Result<T> value) mutable {
        if (!value) {
            promise->finish(Failure(value.error()));
            return;
        }
        auto call = [&]() -> decltype(auto) {
            if constexpr (std::is_void_v<T>)
                return fn();
            else
                return fn(std::move(*value));
        };
        if constexpr (std::is_void_v<Returned>) {
            call();
            promise->finish(Result<void>{});
        } else {
            promise->finish(call());
        }
    });
    return task;
}

} // namespace tertulia
