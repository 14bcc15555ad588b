// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/NetworkWatch.h"

#include <utility>

namespace tertulia
{

NetworkWatch::NetworkWatch(NetworkSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_wasReachable(source.isReachable())
    , m_medium(source.medium())
{
    connect(&source, &NetworkSource::changed, this, &NetworkWatch::look);
}

void NetworkWatch::look()
{
    const bool wasReachable = std::exchange(m_wasReachable, m_source.isReachable());
    // Without a network there is no medium: it is another one only if the next one is.
    if (!m_wasReachable)
        return;
    const QString before = std::exchange(m_medium, m_source.medium());
    if (!wasReachable || before != m_medium)
        Q_EMIT networkChanged();
}

} // namespace tertulia
