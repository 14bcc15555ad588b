// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SecretStore.h"

#include <QHash>

#include <optional>
#include <vector>

namespace tertulia
{

/// A keychain in memory that can be made to fail, to wait, or to be absent.
class FakeSecretStore : public SecretStore
{
public:
    Task<QString> read(const QString &key) override;
    Task<void> write(const QString &key, const QString &secret) override;
    Task<void> remove(const QString &key) override;
    Task<QString> probe() override;

    /// Every later call fails so; nullopt: works.
    void failWith(std::optional<ErrorCode> code) { m_failure = code; }
    /// Only writing and deleting fails so.
    void failWritesWith(std::optional<ErrorCode> code) { m_writeFailure = code; }
    /// Reads wait (the unlock prompt is open) until unlock().
    void lock() { m_locked = true; }
    void unlock();

    /// The program is killed once it has made so many calls more: later ones change and answer nothing.
    void killAfter(int calls) { m_callsLeft = calls; }
    /// The next process.
    void revive() { m_callsLeft.reset(); }
    [[nodiscard]] bool isKilled() const { return m_callsLeft == 0; }

    QHash<QString, QString> secrets;
    int reads = 0;

private:
    struct Waiting {
        QString key;
        Promise<QString> promise;
    };
    Result<QString> lookUp(const QString &key) const;
    /// Whether a call is one too many.
    bool isTooLate();

    std::optional<int> m_callsLeft;
    std::vector<Promise<QString>> m_unansweredReads;
    std::vector<Promise<void>> m_unanswered;

    std::optional<ErrorCode> m_failure;
    std::optional<ErrorCode> m_writeFailure;
    bool m_locked = false;
    std::vector<Waiting> m_waiting;
};

} // namespace tertulia
