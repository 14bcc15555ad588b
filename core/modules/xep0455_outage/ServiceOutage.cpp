// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0455_outage/ServiceOutage.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr qsizetype kMostLanguages = 100;

/// RFC 3339, as JSON Schema's "date-time" has it; invalid for anything else.
QDateTime timeIn(const QJsonObject &object, const QString &name)
{
    const QString text = object.value(name).toString();
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    // Without a zone it would be read as this computer's time.
    return time.timeSpec() == Qt::LocalTime ? QDateTime() : time.toUTC();
}

} // namespace

QString ServiceOutage::message(const QStringList &languages) const
{
    for (const QString &language : languages) {
        // RFC 4647 3.4: a more general tag does where the exact one is missing.
        for (QString tag = language.toLower().replace(u'_', u'-'); !tag.isEmpty();
             tag = tag.left(std::max<qsizetype>(0, tag.lastIndexOf(u'-')))) {
            const auto found = messages.constFind(tag);
            if (found != messages.cend())
                return *found;
        }
    }
    return messages.value(u"default"_s);
}

Result<std::optional<ServiceOutage>> ServiceOutage::fromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return failure(ErrorCode::MalformedReply);
    const QJsonObject object = document.object();
    if (object.isEmpty())
        return std::nullopt;
    ServiceOutage outage;
    outage.beginning = timeIn(object, u"beginning"_s);
    if (!outage.beginning.isValid())
        return failure(ErrorCode::MalformedReply, u"beginning"_s);
    outage.planned = object.value(u"planned"_s).toBool();
    outage.expectedEnd = timeIn(object, u"expected_end"_s);
    const QJsonObject messages = object.value(u"message"_s).toObject();
    for (auto entry = messages.begin(); entry != messages.end(); ++entry) {
        const QString text = shownRemoteText(entry.value().toString()).trimmed();
        if (!text.isEmpty() && outage.messages.size() < kMostLanguages)
            outage.messages.insert(entry.key().toLower(), text);
    }
    return outage;
}

} // namespace tertulia
