// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

/// Names under which UiSettings keeps what a person chose, with their values.
namespace tertulia::settingkeys
{

inline constexpr QLatin1String kTheme("appearance/theme"); ///< system, light, dark, contrast
inline constexpr QLatin1String kTextSize("appearance/textSize"); ///< percent
inline constexpr QLatin1String kMenuBar("appearance/menuBar"); ///< bool, true
inline constexpr QLatin1String kShowOffline("contacts/showOffline"); ///< bool, true
inline constexpr QLatin1String kSortByName("contacts/sortByName"); ///< bool, false
inline constexpr QLatin1String kReadMarkers("chats/readMarkers"); ///< bool, true
inline constexpr QLatin1String kTypingNotices("chats/typingNotices"); ///< bool, true
inline constexpr QLatin1String kSidePage("window/sidePage"); ///< chats, contacts
inline constexpr QLatin1String kSplitter("window/splitter"); ///< int, width of the side pane
inline constexpr QLatin1String kOnClose("window/onClose"); ///< ask, keep, quit
inline constexpr QLatin1String kNotifications("notifications/enabled"); ///< bool, true
inline constexpr QLatin1String kNotificationSound("notifications/sound"); ///< bool, true
inline constexpr QLatin1String kNotificationContent("notifications/content"); ///< of ChatNotices::Content

} // namespace tertulia::settingkeys
