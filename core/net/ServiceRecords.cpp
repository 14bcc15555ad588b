// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ServiceRecords.h"

#include <algorithm>
#include <tuple>

namespace tertulia
{

namespace
{

QString withoutRootDot(const QString &name)
{
    return name.endsWith(u'.') ? name.chopped(1) : name;
}

/// Index of the next record to try of [begin, end), which have one priority (RFC 2782, "Weight").
qsizetype draw(const QList<ServiceRecord> &records, qsizetype begin, qsizetype end,
               const std::function<double()> &fraction)
{
    quint32 sum = 0;
    for (qsizetype i = begin; i < end; ++i)
        sum += records[i].weight;
    const double drawn = fraction() * (double(sum) + 1);
    quint32 running = 0;
    for (qsizetype i = begin; i < end; ++i) {
        running += records[i].weight;
        if (double(running) + 1 > drawn)
            return i;
    }
    return begin;
}

} // namespace

QList<Endpoint> orderedEndpoints(QList<ServiceRecord> records, const std::function<double()> &fraction)
{
    records.removeIf([](const ServiceRecord &record) {
        return record.port == 0 || withoutRootDot(record.target).isEmpty();
    });
    // Weight 0 stands first within its priority, where it has a small chance of being drawn; direct TLS
    // before STARTTLS where nothing else tells them apart.
    const auto rank = [](const ServiceRecord &record) {
        return std::tuple(record.priority, record.weight != 0, record.security == TransportSecurity::StartTls,
                          record.target, record.port);
    };
    std::sort(records.begin(), records.end(),
              [&](const ServiceRecord &a, const ServiceRecord &b) { return rank(a) < rank(b); });
    if (records.size() > 4 * kMostServiceRecords)
        records.resize(4 * kMostServiceRecords); // drawing takes quadratic time

    QList<Endpoint> endpoints;
    for (qsizetype begin = 0; begin < records.size() && endpoints.size() < kMostServiceRecords; ++begin) {
        qsizetype end = begin;
        while (end < records.size() && records[end].priority == records[begin].priority)
            ++end;
        const qsizetype drawn = draw(records, begin, end, fraction);
        std::rotate(records.begin() + begin, records.begin() + drawn, records.begin() + drawn + 1);
        const ServiceRecord &record = records[begin];
        const Endpoint endpoint{withoutRootDot(record.target).toLower(), record.port, record.security,
                                record.priority};
        const auto repeats = [&](const Endpoint &known) {
            return known.host == endpoint.host && known.port == endpoint.port
                && known.security == endpoint.security;
        };
        if (std::none_of(endpoints.cbegin(), endpoints.cend(), repeats))
            endpoints.append(endpoint);
    }
    return endpoints;
}

} // namespace tertulia
