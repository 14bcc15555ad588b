// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ArchiveWishes.h"

#include "core/base/Clock.h"
#include "core/store/SettingsTable.h"
#include "core/store/Store.h"

#include <tuple>

using namespace Qt::StringLiterals;

namespace tertulia
{

ArchiveWishes::ArchiveWishes(const QString &account, Clock &clock, Store &store)
    : m_account(account)
    , m_clock(clock)
    , m_store(store)
{
}

QString ArchiveWishes::key(const char *what) const
{
    return u"archive/"_s + m_account + u'/' + QLatin1StringView(what);
}

bool ArchiveWishes::isPaused() const
{
    return m_store.settings().value(key("paused"), false).toBool();
}

void ArchiveWishes::setPaused(bool paused)
{
    std::ignore = m_store.settings().setValue(key("paused"), paused ? QVariant(true) : QVariant());
}

int ArchiveWishes::reachDays() const
{
    return m_store.settings().value(key("days"), 0).toInt();
}

void ArchiveWishes::setReachDays(int days)
{
    std::ignore = m_store.settings().setValue(key("days"), days > 0 ? QVariant(days) : QVariant());
}

bool ArchiveWishes::isWanted(const QDateTime &time) const
{
    const int days = reachDays();
    return days <= 0 || time > m_clock.now().addDays(-days);
}

} // namespace tertulia
