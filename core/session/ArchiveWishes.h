// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace tertulia
{

class Clock;
class Store;

/// What the person wants of the part of an account's archive that nobody looks at. Kept in the store.
class ArchiveWishes
{
public:
    /// `account` is its uuid.
    ArchiveWishes(const QString &account, Clock &clock, Store &store);

    [[nodiscard]] bool isPaused() const;
    void setPaused(bool paused);
    /// How many days back it is wanted; 0: to the beginning.
    [[nodiscard]] int reachDays() const;
    void setReachDays(int days);
    /// Whether it is wanted that far back.
    [[nodiscard]] bool isWanted(const QDateTime &time) const;

private:
    [[nodiscard]] QString key(const char *what) const;

    const QString m_account;
    Clock &m_clock;
    Store &m_store;
};

} // namespace tertulia
