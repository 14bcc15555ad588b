// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/QtNetworkSource.h"

#include <QMetaEnum>
#include <QNetworkInformation>

namespace tertulia
{

QtNetworkSource::QtNetworkSource(QObject *parent)
    : NetworkSource(parent)
{
    if (!QNetworkInformation::loadDefaultBackend())
        return;
    const auto *information = QNetworkInformation::instance();
    connect(information, &QNetworkInformation::reachabilityChanged, this, &NetworkSource::changed);
    connect(information, &QNetworkInformation::transportMediumChanged, this, &NetworkSource::changed);
}

bool QtNetworkSource::isReachable() const
{
    const auto *information = QNetworkInformation::instance();
    if (!information || !information->supports(QNetworkInformation::Feature::Reachability))
        return true;
    switch (information->reachability()) {
    case QNetworkInformation::Reachability::Disconnected:
    case QNetworkInformation::Reachability::Local:
        return false;
    default:
        return true;
    }
}

QString QtNetworkSource::medium() const
{
    const auto *information = QNetworkInformation::instance();
    if (!information || !information->supports(QNetworkInformation::Feature::TransportMedium))
        return {};
    using Medium = QNetworkInformation::TransportMedium;
    return QString::fromLatin1(QMetaEnum::fromType<Medium>().valueToKey(int(information->transportMedium())));
}

} // namespace tertulia
