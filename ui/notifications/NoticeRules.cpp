// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/NoticeRules.h"

#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"

#include <QMetaEnum>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

QString wordFor(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Message:
        return u"message"_s;
    case NoticeKind::Reaction:
        return u"reaction"_s;
    case NoticeKind::Request:
        return u"request"_s;
    case NoticeKind::SendFailed:
        return u"failure"_s;
    case NoticeKind::AccountProblem:
        return u"account"_s;
    }
    return {};
}

} // namespace

NoticeRules::NoticeRules(UiSettings &settings)
    : m_settings(settings)
{
}

QString NoticeRules::bubbleKey(NoticeKind kind)
{
    return "notifications/"_L1 + wordFor(kind) + "/bubble"_L1;
}

QString NoticeRules::soundKey(NoticeKind kind)
{
    return "notifications/"_L1 + wordFor(kind) + "/sound"_L1;
}

bool NoticeRules::isQuiet(const QDateTime &now) const
{
    return !m_settings.value(settingkeys::kNotifications, true).toBool() || quietUntil(now).isValid();
}

QDateTime NoticeRules::quietUntil(const QDateTime &now) const
{
    const auto until
        = QDateTime::fromString(m_settings.value(settingkeys::kQuietUntil).toString(), Qt::ISODate);
    return until > now ? until : QDateTime();
}

void NoticeRules::setQuietUntil(const QDateTime &until)
{
    if (until.isValid())
        m_settings.setValue(settingkeys::kQuietUntil, until.toUTC().toString(Qt::ISODate));
    else
        m_settings.remove(settingkeys::kQuietUntil);
}

bool NoticeRules::shows(NoticeKind kind) const
{
    return m_settings.value(bubbleKey(kind), usualBubble(kind)).toBool();
}

NoticeSound NoticeRules::soundOf(NoticeKind kind) const
{
    if (!m_settings.value(settingkeys::kNotificationSound, true).toBool()
        || !m_settings.value(soundKey(kind), usualSound(kind)).toBool())
        return NoticeSound::None;
    return kind == NoticeKind::Message ? NoticeSound::Message : NoticeSound::Attention;
}

NoticeRules::Content NoticeRules::content() const
{
    const QByteArray name
        = m_settings.value(settingkeys::kNotificationContent, u"Full"_s).toString().toLatin1();
    bool known = false;
    const int value = QMetaEnum::fromType<Content>().keyToValue(name.constData(), &known);
    // A setting nobody understands is taken as the more private wish.
    return known ? static_cast<Content>(value) : Content::Nothing;
}

void NoticeRules::setContent(Content content)
{
    m_settings.setValue(settingkeys::kNotificationContent,
                        QString::fromLatin1(QMetaEnum::fromType<Content>().valueToKey(int(content))));
}

} // namespace tertulia
