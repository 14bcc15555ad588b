// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

#include <QUrl>

namespace tertulia
{

struct DiscoInfo;
class DiscoModule;

/// Where the own server says it will tell of its outages (XEP-0455 2.1): read on every fresh start, for the
/// time when it cannot be asked any more.
class OutageModule : public Module
{
    Q_OBJECT
public:
    OutageModule(ModuleHost &host, DiscoModule &disco, QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;

    /// Of those that the server names the ones that can be asked without harm: https, a host, no user name;
    /// at most kMostAddresses.
    static constexpr qsizetype kMostAddresses = 5;
    [[nodiscard]] static QList<QUrl> addressesIn(const DiscoInfo &server);

Q_SIGNALS:
    /// Once per fresh start, also when there are none; not if the question fails.
    void addressesKnown(const QList<QUrl> &addresses);
};

} // namespace tertulia
