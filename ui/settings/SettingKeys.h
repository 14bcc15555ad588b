// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

/// Names under which UiSettings keeps what a person chose, with their values.
namespace tertulia::settingkeys
{

inline constexpr QLatin1String kTheme("appearance/theme"); ///< system, light, dark, contrast
inline constexpr QLatin1String kTextSize("appearance/textSize"); ///< percent
inline constexpr QLatin1String kEmojiFont("appearance/emojiFont"); ///< a family; none: the system's
inline constexpr QLatin1String kLessMotion("appearance/lessMotion"); ///< bool, false: as the system
inline constexpr QLatin1String kLanguage("appearance/language"); ///< es, en; none: as the system
inline constexpr QLatin1String kClock("appearance/clock"); ///< the next two; none: as the system
inline constexpr QLatin1String kTwelveHours("12");
inline constexpr QLatin1String kTwentyFourHours("24");
inline constexpr QLatin1String kDates("appearance/dates"); ///< a format of QDate; none: as the system
inline constexpr QLatin1String kMessageLook("appearance/messages"); ///< the next two; bubbles
inline constexpr QLatin1String kBubblesLook("bubbles");
inline constexpr QLatin1String kCompactLook("compact");
inline constexpr QLatin1String kMenuBar("appearance/menuBar"); ///< bool, true
inline constexpr QLatin1String kShowOffline("contacts/showOffline"); ///< bool, true
inline constexpr QLatin1String kSortByName("contacts/sortByName"); ///< bool, false
inline constexpr QLatin1String kOpenChatsIn("chat/open-in"); ///< main, own, tabs
inline constexpr QLatin1String kRestoreWindows("chat/restore-windows"); ///< bool, true
inline constexpr QLatin1String kCompactList("chats/compactList"); ///< bool, false
inline constexpr QLatin1String kShowGroups("contacts/showGroups"); ///< bool, true
inline constexpr QLatin1String kShowEmptyGroups("contacts/showEmptyGroups"); ///< bool, false
inline constexpr QLatin1String kOneLine("contacts/oneLine"); ///< bool, false
inline constexpr QLatin1String kSections("contacts/sections"); ///< bool, false: accounts are merged
inline constexpr QLatin1String kStrangers("privacy/strangers"); ///< int of StrangerPolicy, 0
inline constexpr QLatin1String kAskForLinks("privacy/askForLinks"); ///< bool, false
inline constexpr QLatin1String kTellIdle("privacy/tellIdle"); ///< bool, true
inline constexpr QLatin1String kTellTune("privacy/tellTune"); ///< bool, false
inline constexpr QLatin1String kSendByControl("chats/sendByControl"); ///< bool, false: Enter sends
inline constexpr QLatin1String kEscapeCloses("chats/escapeCloses"); ///< bool, false
inline constexpr QLatin1String kStyling("chats/styling"); ///< bool, true
inline constexpr QLatin1String kRecentEmoji("emoji/recent"); ///< newest first
inline constexpr QLatin1String kSkinTone("emoji/tone"); ///< int, of SkinTone
inline constexpr QLatin1String kSpellingLanguages("spelling/languages"); ///< absent: the desktop's
inline constexpr QLatin1String kSpellingWords("spelling/words"); ///< that the person added
inline constexpr QLatin1String kAutoAway("status/autoAway"); ///< bool, true
inline constexpr QLatin1String kAwayAfter("status/awayAfter"); ///< minutes, 5
inline constexpr QLatin1String kGoneAfter("status/goneAfter"); ///< minutes, 15
inline constexpr QLatin1String kAwayStatus("status/awayMessage"); ///< text; empty: as chosen
inline constexpr QLatin1String kGoneStatus("status/goneMessage"); ///< the same
inline constexpr QLatin1String kAwayWhenLocked("status/awayWhenLocked"); ///< bool, true
inline constexpr QLatin1String kStartAvailable("status/startAvailable"); ///< bool, false: as last time
inline constexpr QLatin1String kRecentMessages("status/recent"); ///< status messages, newest first
inline constexpr QLatin1String kSidePage("window/sidePage"); ///< chats, contacts
inline constexpr QLatin1String kSplitter("window/splitter"); ///< int, width of the side pane
inline constexpr QLatin1String kTray("window/tray"); ///< bool, true
inline constexpr QLatin1String kOnClose("window/onClose"); ///< ask, keep, quit
inline constexpr QLatin1String kNotifications("notifications/enabled"); ///< bool, true
inline constexpr QLatin1String kNotificationSound("notifications/sound"); ///< bool, true
inline constexpr QLatin1String kNotificationContent("notifications/content"); ///< of NoticeRules::Content
inline constexpr QLatin1String kQuietUntil("notifications/quietUntil"); ///< ISO 8601, UTC; none: not quiet

} // namespace tertulia::settingkeys
