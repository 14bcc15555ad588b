// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0455_outage/ServiceOutage.h"
#include "core/net/HttpSource.h"
#include "core/session/AccountSettings.h"
#include "core/session/ProxyPassword.h"
#include "core/session/SessionState.h"
#include "core/stream/XmppStream.h"

#include <QObject>

#include <chrono>
#include <optional>

namespace tertulia
{

/// Looks up what is said of a server that cannot be reached (XEP-0455), at the addresses that it gave while
/// it could. Nobody is asked about a server that answers.
class OutageWatch : public QObject
{
    Q_OBJECT
public:
    /// Between two questions.
    static constexpr std::chrono::minutes kPatience{5};

    /// `http` may be null: then nobody is asked ever. The password is that of the account's proxy.
    OutageWatch(HttpSource *http, const StreamServices &services, ProxyPassword &proxyPassword,
                QObject *parent = nullptr);

    /// How the account fares; `error`: why it is not online.
    void update(const AccountSettings &settings, SessionState state, const Error &error);
    [[nodiscard]] const std::optional<ServiceOutage> &outage() const { return m_outage; }

Q_SIGNALS:
    void outageChanged();

private:
    /// The way that the account's own connection takes to `host`: whoever hides behind a proxy is not to be
    /// seen here.
    [[nodiscard]] Task<QNetworkProxy> wayTo(const QString &host);
    void ask(const QList<QUrl> &addresses);
    void setOutage(const std::optional<ServiceOutage> &outage);

    HttpSource *m_http;
    const StreamServices m_services;
    ProxyPassword &m_proxyPassword;
    AccountSettings m_settings;
    std::optional<ServiceOutage> m_outage;
    std::optional<qint64> m_askedAt; ///< monotonic ms
    quint64 m_question = 0; ///< an answer to an older one counts no more
};

} // namespace tertulia
