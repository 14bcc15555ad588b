// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tertulia
{

/// Everything that has a key which can be changed. KeyMap.cpp says the rest.
enum class KeyId {
    // Finding one's way.
    QuickSwitcher,
    SearchEverywhere,
    ShowChats,
    ShowContacts,
    PreviousChat,
    NextChat,
    PreviousUnread,
    NextUnread,
    NextRecent,
    PreviousRecent,
    Chat1,
    Chat2,
    Chat3,
    Chat4,
    Chat5,
    Chat6,
    Chat7,
    Chat8,
    Chat9,
    NextPane,
    PreviousPane,
    // Chats.
    NewChat,
    OpenInOwnWindow,
    PopOut,
    CloseChat,
    ReopenChat,
    Details,
    MuteChat,
    ArchiveChat,
    RenameContact,
    // Messages.
    FindInChat,
    NextHit,
    PreviousHit,
    JumpToDate,
    JumpToBeginning,
    JumpToUnread,
    JumpBack,
    ReplyToMarked,
    ReactToMarked,
    OldestMessage,
    NewestMessage,
    ReplyToFocused,
    CopyFocused,
    // Writing.
    FocusComposer,
    EmojiPicker,
    FormatStrong,
    FormatEmphasis,
    FormatCode,
    FormatStrike,
    PastePlain,
    SendLater,
    EditLast,
    ChooseEarlier,
    ChooseLater,
    ScrollUp,
    ScrollDown,
    // The look.
    LargerText,
    SmallerText,
    NormalText,
    MenuBar,
    FullScreen,
    // The program.
    StatusMenu,
    Preferences,
    ShortcutsList,
    Quit,
};

/// Where a key works.
enum class KeyContext {
    Everywhere, ///< in the main window and in windows of chats
    MainWindow,
    ChatList, ///< with the focus in a list of chats or contacts
    Chat, ///< in a chat, and in the main window beside it
    Writing, ///< with the focus in the field for messages
    Reading, ///< with the focus in the messages
};

/// Under which heading it is shown.
enum class KeyGroup { Navigation, Chats, Messages, Writing, View, Program };

inline size_t qHash(KeyId id, size_t seed = 0)
{
    return seed ^ static_cast<size_t>(id);
}

} // namespace tertulia
