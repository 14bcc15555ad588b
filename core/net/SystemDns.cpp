// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/SystemDns.h"

#include <QDnsLookup>
#include <QHostInfo>

namespace tertulia
{

Task<QList<ServiceRecord>> SystemDns::serviceRecords(const QString &name, TransportSecurity security)
{
    auto promise = std::make_shared<Promise<QList<ServiceRecord>>>();
    auto task = promise->task();
    auto *lookup = new QDnsLookup(QDnsLookup::SRV, name, &m_context);
    QObject::connect(lookup, &QDnsLookup::finished, lookup, [lookup, promise, name, security] {
        lookup->deleteLater();
        QList<ServiceRecord> records;
        switch (lookup->error()) {
        case QDnsLookup::NoError:
            for (const QDnsServiceRecord &record : lookup->serviceRecords())
                records.append(
                    {record.target(), record.port(), record.priority(), record.weight(), security});
            break;
        case QDnsLookup::NotFoundError:
            break;
        default:
            return promise->finish(failure(ErrorCode::NameNotFound, name, lookup->errorString()));
        }
        promise->finish(records);
    });
    // Not at once: a lookup that fails to start reports it from inside the call.
    QMetaObject::invokeMethod(lookup, &QDnsLookup::lookup, Qt::QueuedConnection);
    return task;
}

Task<QList<QHostAddress>> SystemDns::addresses(const QString &name)
{
    auto promise = std::make_shared<Promise<QList<QHostAddress>>>();
    auto task = promise->task();
    QHostInfo::lookupHost(name, &m_context, [promise, name](const QHostInfo &info) {
        if (info.error() == QHostInfo::NoError)
            promise->finish(info.addresses());
        else if (info.error() == QHostInfo::HostNotFound)
            promise->finish(QList<QHostAddress>());
        else
            promise->finish(failure(ErrorCode::NameNotFound, name, info.errorString()));
    });
    return task;
}

} // namespace tertulia
