// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "ui/timeline/TimelineStyle.h"

#include <QLatin1String>

namespace tertulia
{

class ChatChoices;
class UiSettings;

/// Under which a chat's own look is kept (ChatChoices), in the words of settingkeys::kMessageLook.
inline constexpr QLatin1String kChatLook("look");

/// How the messages of a chat look: as the person chose for it, else as everywhere (UI e.3).
[[nodiscard]] MessageLook chatLook(const ChatChoices &choices, const Jid &peer, const UiSettings &settings);

} // namespace tertulia
