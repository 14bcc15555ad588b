// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeSecretStore.h"

namespace tertulia
{

Result<QString> FakeSecretStore::lookUp(const QString &key) const
{
    if (m_failure)
        return failure(*m_failure, key);
    const auto found = secrets.constFind(key);
    if (found == secrets.cend())
        return failure(ErrorCode::SecretNotFound, key);
    return *found;
}

Task<QString> FakeSecretStore::read(const QString &key)
{
    ++reads;
    if (isTooLate())
        return m_unansweredReads.emplace_back().task();
    if (!m_locked)
        return Task<QString>::completed(lookUp(key));
    m_waiting.push_back({key, {}});
    return m_waiting.back().promise.task();
}

bool FakeSecretStore::isTooLate()
{
    if (!m_callsLeft)
        return false;
    return *m_callsLeft == 0 || (--*m_callsLeft, false);
}

Task<void> FakeSecretStore::write(const QString &key, const QString &secret)
{
    if (isTooLate())
        return m_unanswered.emplace_back().task();
    if (m_writeFailure)
        return Task<void>::completed(failure(*m_writeFailure, key));
    if (m_failure)
        return Task<void>::completed(failure(*m_failure, key));
    secrets.insert(key, secret);
    return Task<void>::completed({});
}

Task<void> FakeSecretStore::remove(const QString &key)
{
    if (isTooLate())
        return m_unanswered.emplace_back().task();
    if (m_writeFailure)
        return Task<void>::completed(failure(*m_writeFailure, key));
    if (m_failure)
        return Task<void>::completed(failure(*m_failure, key));
    secrets.remove(key);
    return Task<void>::completed({});
}

Task<QString> FakeSecretStore::probe()
{
    if (m_failure)
        return Task<QString>::completed(failure(*m_failure));
    return Task<QString>::completed(QStringLiteral("Test keychain"));
}

void FakeSecretStore::unlock()
{
    m_locked = false;
    for (Waiting &waiting : std::exchange(m_waiting, {}))
        waiting.promise.finish(lookUp(waiting.key));
}

} // namespace tertulia
