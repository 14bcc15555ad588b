// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0455_outage/ServiceOutage.h"
#include "core/net/HttpSource.h"
#include "core/session/AccountSettings.h"
#include "core/session/SessionState.h"

#include <QObject>

#include <chrono>
#include <optional>

namespace tertulia
{

class Clock;

/// Looks up what is said of a server that cannot be reached (XEP-0455), at the addresses that it gave while
/// it could. Nobody is asked about a server that answers.
class OutageWatch : public QObject
{
    Q_OBJECT
public:
    /// Between two questions.
    static constexpr std::chrono::minutes kPatience{5};

    /// `http` may be null: then nobody is asked ever.
    OutageWatch(HttpSource *http, Clock &clock, QObject *parent = nullptr);

    /// How the account fares; `error`: why it is not online.
    void update(const AccountSettings &settings, SessionState state, const Error &error);
    [[nodiscard]] const std::optional<ServiceOutage> &outage() const { return m_outage; }

Q_SIGNALS:
    void outageChanged();

private:
    void ask(const QList<QUrl> &addresses, const QNetworkProxy &proxy);
    void setOutage(const std::optional<ServiceOutage> &outage);

    HttpSource *m_http;
    Clock &m_clock;
    std::optional<ServiceOutage> m_outage;
    std::optional<qint64> m_askedAt; ///< monotonic ms
    quint64 m_question = 0; ///< an answer to an older one counts no more
};

} // namespace tertulia
