// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/RosterImport.h"

#include "core/modules/roster/Roster.h"
#include "core/modules/subscription/Subscription.h"

#include <utility>

namespace tertulia
{

RosterImport::RosterImport(ModuleHost &host, QObject *parent)
    : QObject(parent)
    , m_host(host)
{
}

QList<RosterItem> RosterImport::missing(const QList<RosterItem> &items) const
{
    const auto *roster = m_host.module<RosterModule>();
    QList<RosterItem> missing;
    for (const RosterItem &item : items) {
        if (!roster->contains(item.jid) && item.jid != m_host.ownJid().bare())
            missing.append(item);
    }
    return missing;
}

void RosterImport::start(const QList<RosterItem> &items, bool askForPresence)
{
    if (m_running)
        return;
    m_waiting = missing(items);
    m_all = int(m_waiting.size());
    m_added = 0;
    m_failed = 0;
    m_asks = askForPresence;
    m_running = true;
    addNext();
}

void RosterImport::stop()
{
    m_waiting.clear();
}

void RosterImport::addNext()
{
    if (m_waiting.isEmpty() || !m_host.isOnline()) {
        end();
        return;
    }
    const RosterItem item = m_waiting.takeFirst();
    m_host.module<RosterModule>()->setItem(item).then(this, [this, item](const Result<void> &done) {
        if (done) {
            ++m_added;
            if (m_asks)
                m_host.module<SubscriptionModule>()->request(item.jid);
        } else {
            ++m_failed;
        }
        Q_EMIT progressed(m_added + m_failed, m_all);
        addNext();
    });
}

void RosterImport::end()
{
    if (!std::exchange(m_running, false))
        return;
    m_failed += int(m_waiting.size());
    m_waiting.clear();
    Q_EMIT finished(m_added, m_failed);
}

} // namespace tertulia
