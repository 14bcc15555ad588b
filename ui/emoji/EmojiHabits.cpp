// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/emoji/EmojiHabits.h"

#include "core/base/Emoji.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"

namespace tertulia
{

QStringList EmojiHabits::recent() const
{
    if (!m_settings)
        return {};
    QStringList recent = m_settings->value(settingkeys::kRecentEmoji).toStringList();
    recent.removeIf([](const QString &text) { return !isEmoji(text); });
    recent.removeDuplicates();
    return recent.first(qMin(recent.size(), qsizetype(kMostRecent)));
}

void EmojiHabits::use(const QString &emoji)
{
    if (!m_settings || !isEmoji(emoji))
        return;
    QStringList now = recent();
    now.removeAll(emoji);
    now.prepend(emoji);
    m_settings->setValue(settingkeys::kRecentEmoji,
                         QStringList(now.first(qMin(now.size(), qsizetype(kMostRecent)))));
}

SkinTone EmojiHabits::tone() const
{
    const int tone = m_settings ? m_settings->value(settingkeys::kSkinTone).toInt() : 0;
    return SkinTone(qBound(0, tone, kSkinTones - 1));
}

void EmojiHabits::setTone(SkinTone tone)
{
    if (m_settings)
        m_settings->setValue(settingkeys::kSkinTone, int(tone));
}

} // namespace tertulia
