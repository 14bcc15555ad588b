// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/HttpSource.h"

#include <QObject>

namespace tertulia
{

class TimerSource;

/// HttpSource over QNetworkAccessManager: one for each document, so that nothing is carried over.
class SystemHttp : public HttpSource
{
public:
    /// `timers` must outlive it.
    explicit SystemHttp(TimerSource &timers)
        : m_timers(timers)
    {
    }

    Task<QByteArray> get(const PublicDocument &document) override;

private:
    class Fetch;

    TimerSource &m_timers;
    QObject m_context; ///< parent of what is under way
};

} // namespace tertulia
