// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/KeychainSecretStore.h"

#include "app/SecretServiceFacts.h"
#include "core/base/IdSource.h"
#include "core/base/Log.h"

#include <QTimer>
#include <qt6keychain/keychain.h>

#include <utility>
#include <vector>

namespace tertulia
{

namespace
{

Error errorOf(QKeychain::Error code, const QString &key, const QString &text)
{
    switch (code) {
    case QKeychain::NoError:
        break;
    case QKeychain::EntryNotFound:
        return {ErrorCode::SecretNotFound, key, {}};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorCode::KeychainDenied, key, text};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {ErrorCode::KeychainUnavailable, key, text};
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return {ErrorCode::KeychainFailed, key, text};
}

} // namespace

/// One open question to the keychain, and all who wait for its answer.
class KeychainSecretStore::Reading
{
public:
    Task<QString> join()
    {
        m_waiting.emplace_back();
        return m_waiting.back().task();
    }

    void finish(const Result<QString> &result)
    {
        for (Promise<QString> &waiting : std::exchange(m_waiting, {}))
            waiting.finish(result);
    }

private:
    std::vector<Promise<QString>> m_waiting;
};

KeychainSecretStore::KeychainSecretStore(const QString &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
}

KeychainSecretStore::~KeychainSecretStore() = default;

void KeychainSecretStore::setPatience(std::chrono::milliseconds patience)
{
    m_patience = patience;
}

Task<QString> KeychainSecretStore::read(const QString &key)
{
    if (const auto open = m_readings.constFind(key); open != m_readings.cend())
        return (*open)->join();

    const auto reading = std::make_shared<Reading>();
    m_readings.insert(key, reading);
    auto task = reading->join();

    const auto settle = [this, key, reading](const Result<QString> &result) {
        m_readings.remove(key);
        reading->finish(result);
    };
    secretservice::presence(this).then(this, [this, key, settle](auto presence) {
        if (presence && *presence == secretservice::Presence::Absent) {
            settle(failure(ErrorCode::KeychainUnavailable, key));
            return;
        }
        // Not our child: libsecret would call back into a job deleted with us. It deletes itself when done.
        auto *job = new QKeychain::ReadPasswordJob(m_service);
        job->setKey(key);
        job->setInsecureFallback(false);
        connect(job, &QKeychain::Job::finished, this, [this, key, settle, job] {
            if (job->error() == QKeychain::NoError) {
                settle(job->textData());
            } else if (job->error() == QKeychain::EntryNotFound) {
                // libsecret says "not found" too when the person refuses to unlock (SECURITY A126).
                secretservice::holdsLocked(this, m_service, key).then(this, [key, settle](auto locked) {
                    settle(failure(locked && *locked ? ErrorCode::KeychainDenied : ErrorCode::SecretNotFound,
                                   key));
                });
            } else {
                settle(Failure(errorOf(job->error(), key, job->errorString())));
            }
        });
        job->start();
    });
    return task;
}

Task<void> KeychainSecretStore::run(QKeychain::Job *job, const QString &key)
{
    job->setInsecureFallback(false);
    auto promise = std::make_shared<Promise<void>>();
    QTimer::singleShot(m_patience, this,
                       [promise, key] { promise->finish(failure(ErrorCode::KeychainLocked, key)); });
    connect(job, &QKeychain::Job::finished, this, [promise, key, job] {
        if (job->error() == QKeychain::NoError)
            promise->finish({});
        else
            promise->finish(Failure(errorOf(job->error(), key, job->errorString())));
    });
    secretservice::presence(this).then(this, [promise, key, job](auto presence) {
        if (presence && *presence == secretservice::Presence::Absent) {
            promise->finish(failure(ErrorCode::KeychainUnavailable, key));
            job->deleteLater();
        } else {
            job->start();
        }
    });
    return promise->task();
}

Task<void> KeychainSecretStore::write(const QString &key, const QString &secret)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(key);
    job->setTextData(secret);
    return run(job, key);
}

Task<void> KeychainSecretStore::remove(const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(key);
    return run(job, key);
}

Task<QString> KeychainSecretStore::probe()
{
    RandomIds ids;
    const QString key = QStringLiteral("probe/") + ids.next();
    const QString value = ids.next();
    auto promise = std::make_shared<Promise<QString>>();
    write(key, value).then(this, [this, key, value, promise](Result<void> written) {
        if (!written) {
            promise->finish(Failure(written.error()));
            return;
        }
        read(key).then(this, [this, key, value, promise](Result<QString> found) {
            const bool same = found && *found == value;
            const Error error = found ? Error{ErrorCode::KeychainFailed, key} : found.error();
            remove(key).then(this, [this, same, error, promise](Result<void> removed) {
                if (!same || !removed) {
                    promise->finish(Failure(same ? removed.error() : error));
                    return;
                }
                name().then(this,
                            [promise](Result<QString> backend) { promise->finish(std::move(backend)); });
            });
        });
    });
    return promise->task();
}

Task<QString> KeychainSecretStore::name()
{
    return secretservice::name(this);
}

} // namespace tertulia
