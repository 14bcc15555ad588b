// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/ScramKeys.h"

#include "core/sasl/Hmac.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <QThreadPool>

#include <openssl/crypto.h>

namespace tertulia
{

namespace
{

/// How often a derivation looks whether it is still wanted; about a millisecond of work.
constexpr int kIterationsBetweenLooks = 1024;

/// Runs `derive` on a worker and completes in the main thread.
template <class T>
Task<T> onWorker(ScramKeyRequest request, std::shared_ptr<std::atomic_bool> cancelled,
                 Result<T> (*derive)(const ScramKeyRequest &, const std::atomic_bool &))
{
    struct Work {
        ScramKeyRequest request;
        std::shared_ptr<std::atomic_bool> cancelled;
        Promise<T> promise;
    };
    auto work = std::make_shared<Work>(Work{std::move(request), std::move(cancelled), {}});
    auto task = work->promise.task();
    QObject *const mainThread = QCoreApplication::instance();
    QThreadPool::globalInstance()->start([work = std::move(work), mainThread, derive]() mutable {
        auto result = std::make_shared<Result<T>>(derive(work->request, *work->cancelled));
        // What OpenSSL keeps for this thread would go only with it, maybe not before the program has ended.
        OPENSSL_thread_stop();
        // The promise must neither complete nor die in this thread.
        QMetaObject::invokeMethod(
            mainThread, [work = std::move(work), result] { work->promise.finish(std::move(*result)); },
            Qt::QueuedConnection);
    });
    return task;
}

} // namespace

// Hi() of RFC 5802 2.2: PBKDF2 with an output of one block. Written out, since OpenSSL's own cannot be
// interrupted.
Result<SecretBytes> deriveSaltedPassword(const ScramKeyRequest &request, const std::atomic_bool &cancelled)
{
    Hmac hmac(request.mechanism, request.password.view());
    const qsizetype size = Hmac::size(request.mechanism);
    SecretBytes block(size);
    SecretBytes sum(size);
    uchar *const blockData = block.data();
    uchar *const sumData = sum.data();

    if (!hmac.digest(QByteArray(request.salt + QByteArray("\0\0\0\1", 4)), blockData))
        return failure(ErrorCode::AuthenticationAborted);
    std::copy_n(blockData, size, sumData);
    for (int i = 1; i < request.iterations; ++i) {
        if (i % kIterationsBetweenLooks == 0 && cancelled.load(std::memory_order_relaxed))
            return failure(ErrorCode::Cancelled);
        if (!hmac.digest(QByteArrayView(blockData, size), blockData))
            return failure(ErrorCode::AuthenticationAborted);
        for (qsizetype j = 0; j < size; ++j)
            sumData[j] ^= blockData[j];
    }
    return sum;
}

Result<ScramKeys> deriveScramKeys(const ScramKeyRequest &request, const std::atomic_bool &cancelled)
{
    const auto salted = deriveSaltedPassword(request, cancelled);
    if (!salted)
        return Failure(salted.error());
    ScramKeys keys;
    keys.clientKey = Hmac::of(request.mechanism, salted->view(), "Client Key");
    keys.serverKey = Hmac::of(request.mechanism, salted->view(), "Server Key");
    if (keys.clientKey.size() == 0 || keys.serverKey.size() == 0)
        return failure(ErrorCode::AuthenticationAborted);
    return keys;
}

Task<ScramKeys> deriveOnWorker(ScramKeyRequest request, std::shared_ptr<std::atomic_bool> cancelled)
{
    return onWorker(std::move(request), std::move(cancelled), &deriveScramKeys);
}

Task<SecretBytes> deriveSaltedOnWorker(ScramKeyRequest request, std::shared_ptr<std::atomic_bool> cancelled)
{
    return onWorker(std::move(request), std::move(cancelled), &deriveSaltedPassword);
}

} // namespace tertulia
