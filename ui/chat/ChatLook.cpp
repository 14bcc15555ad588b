// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatLook.h"

#include "core/session/ChatChoices.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"

namespace tertulia
{

MessageLook chatLook(const ChatChoices &choices, const Jid &peer, const UiSettings &settings)
{
    const QVariant chosen = choices.value(peer, kChatLook);
    const QVariant look = chosen.isValid() ? chosen : settings.value(settingkeys::kMessageLook);
    return look.toString() == settingkeys::kCompactLook ? MessageLook::Compact : MessageLook::Bubbles;
}

} // namespace tertulia
