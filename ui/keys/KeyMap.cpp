// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/KeyMap.h"

#include "ui/settings/UiSettings.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QStringList>
#include <QWidget>

#include <optional>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

struct KeyFact {
    KeyId id;
    QLatin1String name;
    const char *text;
    KeyGroup group;
    KeyContext context;
    QList<QKeySequence> defaults;
};

using enum KeyGroup;
constexpr auto kEverywhere = KeyContext::Everywhere;
constexpr auto kMain = KeyContext::MainWindow;
constexpr auto kList = KeyContext::ChatList;
constexpr auto kChat = KeyContext::Chat;
constexpr auto kWriting = KeyContext::Writing;
constexpr auto kReading = KeyContext::Reading;

const QList<KeyFact> &facts()
{
    const auto keys = [](std::initializer_list<QKeyCombination> list) {
        QList<QKeySequence> made;
        for (const QKeyCombination key : list)
            made.append(QKeySequence(key));
        return made;
    };
    const auto kCtrl = Qt::CTRL;
    const auto kCtrlShift = Qt::CTRL | Qt::SHIFT;
    // In words of the table of UI.md e.11, which a test compares.
    static const QList<KeyFact> table{
        {KeyId::QuickSwitcher, "quick-switcher"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Search or jump"),
         Navigation, kEverywhere, keys({kCtrl | Qt::Key_K})},
        {KeyId::SearchEverywhere, "search-everywhere"_L1,
         QT_TRANSLATE_NOOP("tertulia::KeyMap", "Search all messages"), Navigation, kEverywhere,
         keys({kCtrlShift | Qt::Key_F})},
        {KeyId::ShowChats,
         "show-chats"_L1,
         QT_TRANSLATE_NOOP("tertulia::KeyMap", "Show chats"),
         Navigation,
         kEverywhere,
         {}},
        {KeyId::ShowContacts, "show-contacts"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Show contacts"),
         Navigation, kEverywhere, keys({kCtrl | Qt::Key_J})},
        {KeyId::PreviousChat, "previous-chat"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Previous chat"),
         Navigation, kEverywhere, keys({Qt::ALT | Qt::Key_Up, kCtrl | Qt::Key_PageUp})},
        {KeyId::NextChat, "next-chat"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Next chat"), Navigation,
         kEverywhere, keys({Qt::ALT | Qt::Key_Down, kCtrl | Qt::Key_PageDown})},
        {KeyId::PreviousUnread, "previous-unread"_L1,
         QT_TRANSLATE_NOOP("tertulia::KeyMap", "Previous unread chat"), Navigation, kEverywhere,
         keys({Qt::ALT | Qt::SHIFT | Qt::Key_Up})},
        {KeyId::NextUnread, "next-unread"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Next unread chat"),
         Navigation, kEverywhere, keys({Qt::ALT | Qt::SHIFT | Qt::Key_Down})},
        {KeyId::NextRecent, "next-recent"_L1,
         QT_TRANSLATE_NOOP("tertulia::KeyMap", "Next chat in recent order"), Navigation, kEverywhere,
         keys({kCtrl | Qt::Key_Tab})},
        {KeyId::PreviousRecent, "previous-recent"_L1,
         QT_TRANSLATE_NOOP("tertulia::KeyMap", "Previous chat in recent order"), Navigation, kEverywhere,
         keys({kCtrlShift | Qt::Key_Tab})},
        {KeyId::Chat1, "chat-1"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "First chat of the list"),
         Navigation, kEverywhere, keys({kCtrl | Qt::Key_1})},
        {KeyId::Chat2, "chat-2"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Second chat of the list"),
         Navigation, kEverywhere, keys({kCtrl | Qt::Key_2})},
        {KeyId::Chat3, "chat-3"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Third chat of the list"),
         Navigation, kEverywhere, keys({kCtrl | Qt::Key_3})},
        {KeyId::Chat4, "chat-4"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Fourth chat of the list"),
         Navigation, kEverywhere, keys({kCtrl | Qt::Key_4})},
        {KeyId::Chat5, "chat-5"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Fifth chat of the list"),
         Navigation, kEverywhere, keys({kCtrl | Qt::Key_5})},
        {KeyId::Chat6, "chat-6"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Sixth chat of the list"),
         Navigation, kEverywhere, keys({kCtrl | Qt::Key_6})},
        {KeyId::Chat7, "chat-7"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Seventh chat of the list"),
         Navigation, kEverywhere, keys({kCtrl | Qt::Key_7})},
        {KeyId::Chat8, "chat-8"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Eighth chat of the list"),
         Navigation, kEverywhere, keys({kCtrl | Qt::Key_8})},
        {KeyId::Chat9, "chat-9"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Ninth chat of the list"),
         Navigation, kEverywhere, keys({kCtrl | Qt::Key_9})},
        {KeyId::NextPane, "next-pane"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Next part of the window"),
         Navigation, kEverywhere, keys({Qt::Key_F6})},
        {KeyId::PreviousPane, "previous-pane"_L1,
         QT_TRANSLATE_NOOP("tertulia::KeyMap", "Previous part of the window"), Navigation, kEverywhere,
         keys({Qt::SHIFT | Qt::Key_F6})},

        {KeyId::NewChat, "new-chat"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "New chat"), Chats, kEverywhere,
         keys({kCtrl | Qt::Key_N})},
        {KeyId::OpenInOwnWindow, "open-in-own-window"_L1,
         QT_TRANSLATE_NOOP("tertulia::KeyMap", "Open the chosen row in its own window"), Chats, kList,
         keys({kCtrl | Qt::Key_Return, kCtrl | Qt::Key_Enter})},
        {KeyId::PopOut, "pop-out"_L1,
         QT_TRANSLATE_NOOP("tertulia::KeyMap", "Open the chat in its own window, or bring it back"), Chats,
         kChat, keys({kCtrlShift | Qt::Key_O})},
        {KeyId::CloseChat, "close-chat"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Close chat"), Chats, kChat,
         keys({kCtrl | Qt::Key_W})},
        {KeyId::ReopenChat, "reopen-chat"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Reopen closed chat"),
         Chats, kEverywhere, keys({kCtrlShift | Qt::Key_W})},
        {KeyId::Details, "details"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Details of the chat"), Chats,
         kChat, keys({kCtrl | Qt::Key_Period})},
        {KeyId::MuteChat, "mute"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Mute or unmute"), Chats, kChat,
         keys({kCtrlShift | Qt::Key_M})},
        {KeyId::ArchiveChat, "archive"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Archive, or take it back"),
         Chats, kChat, keys({kCtrlShift | Qt::Key_A})},
        {KeyId::RenameContact, "rename-contact"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Rename contact"),
         Chats, kMain, keys({Qt::Key_F2})},

        {KeyId::FindInChat, "find-in-chat"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Find in chat"),
         Messages, kChat, keys({kCtrl | Qt::Key_F})},
        {KeyId::NextHit, "next-hit"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Next hit"), Messages, kChat,
         keys({Qt::Key_F3})},
        {KeyId::PreviousHit, "previous-hit"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Previous hit"),
         Messages, kChat, keys({Qt::SHIFT | Qt::Key_F3})},
        {KeyId::JumpToDate, "jump-to-date"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Jump to a date"),
         Messages, kChat, keys({kCtrl | Qt::Key_G})},
        {KeyId::JumpToBeginning, "jump-to-beginning"_L1,
         QT_TRANSLATE_NOOP("tertulia::KeyMap", "Jump to the beginning of the chat"), Messages, kChat,
         keys({Qt::ALT | Qt::Key_Home})},
        {KeyId::JumpToUnread, "jump-to-unread"_L1,
         QT_TRANSLATE_NOOP("tertulia::KeyMap", "Jump to the first unread message"), Messages, kChat,
         keys({Qt::ALT | Qt::Key_End})},
        {KeyId::JumpBack, "jump-back"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Back to where I was"),
         Messages, kChat, keys({Qt::ALT | Qt::Key_Left})},
        {KeyId::ReplyToMarked, "reply"_L1,
         QT_TRANSLATE_NOOP("tertulia::KeyMap", "Reply to the chosen or last message"), Messages, kChat,
         keys({kCtrlShift | Qt::Key_R})},
        {KeyId::ReactToMarked, "react"_L1,
         QT_TRANSLATE_NOOP("tertulia::KeyMap", "React to the chosen or last message"), Messages, kChat,
         keys({kCtrlShift | Qt::Key_E})},
        {KeyId::OldestMessage, "oldest-message"_L1,
         QT_TRANSLATE_NOOP("tertulia::KeyMap", "Oldest message that is loaded"), Messages, kReading,
         keys({kCtrl | Qt::Key_Home})},
        {KeyId::NewestMessage, "newest-message"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Newest message"),
         Messages, kReading, keys({kCtrl | Qt::Key_End})},
        {KeyId::ReplyToFocused, "reply-to-focused"_L1,
         QT_TRANSLATE_NOOP("tertulia::KeyMap", "Reply to the message with the focus"), Messages, kReading,
         keys({Qt::Key_R})},
        {KeyId::CopyFocused, "copy-focused"_L1,
         QT_TRANSLATE_NOOP("tertulia::KeyMap", "Copy the message with the focus"), Messages, kReading,
         keys({Qt::Key_C, kCtrl | Qt::Key_C})},

        {KeyId::FocusComposer, "focus-composer"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Write a message"),
         Writing, kChat, keys({kCtrlShift | Qt::Key_T})},
        {KeyId::EmojiPicker, "emoji"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Emoji"), Writing, kChat,
         keys({kCtrlShift | Qt::Key_J})},
        {KeyId::FormatStrong, "format-strong"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Bold"), Writing,
         kWriting, keys({kCtrl | Qt::Key_B})},
        {KeyId::FormatEmphasis, "format-emphasis"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Italic"),
         Writing, kWriting, keys({kCtrl | Qt::Key_I})},
        {KeyId::FormatCode, "format-code"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Code"), Writing,
         kWriting, keys({kCtrl | Qt::Key_E})},
        {KeyId::FormatStrike, "format-strike"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Strike through"),
         Writing, kWriting, keys({kCtrlShift | Qt::Key_X})},
        {KeyId::PastePlain, "paste-plain"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Paste as plain text"),
         Writing, kWriting, keys({kCtrlShift | Qt::Key_V})},
        {KeyId::SendLater, "send-later"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Send later"), Writing,
         kWriting, keys({kCtrlShift | Qt::Key_Return})},
        {KeyId::EditLast, "edit-last"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Edit my last message"),
         Writing, kWriting, keys({kCtrl | Qt::Key_Up})},
        {KeyId::ChooseEarlier, "choose-earlier"_L1,
         QT_TRANSLATE_NOOP("tertulia::KeyMap", "Choose an earlier message"), Writing, kWriting,
         keys({kCtrlShift | Qt::Key_Up})},
        {KeyId::ChooseLater, "choose-later"_L1,
         QT_TRANSLATE_NOOP("tertulia::KeyMap", "Choose a later message"), Writing, kWriting,
         keys({kCtrlShift | Qt::Key_Down})},
        {KeyId::ScrollUp, "scroll-up"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Scroll the conversation up"),
         Writing, kWriting, keys({Qt::SHIFT | Qt::Key_PageUp})},
        {KeyId::ScrollDown, "scroll-down"_L1,
         QT_TRANSLATE_NOOP("tertulia::KeyMap", "Scroll the conversation down"), Writing, kWriting,
         keys({Qt::SHIFT | Qt::Key_PageDown})},

        {KeyId::LargerText, "larger-text"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Larger text"), View,
         kEverywhere, keys({kCtrl | Qt::Key_Plus, kCtrl | Qt::Key_Equal})},
        {KeyId::SmallerText, "smaller-text"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Smaller text"), View,
         kEverywhere, keys({kCtrl | Qt::Key_Minus})},
        {KeyId::NormalText, "normal-text"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Normal text"), View,
         kEverywhere, keys({kCtrl | Qt::Key_0})},
        {KeyId::MenuBar, "menu-bar"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Show or hide the menu bar"),
         View, kMain, keys({kCtrl | Qt::Key_M})},
        {KeyId::FullScreen, "full-screen"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Full screen"), View,
         kEverywhere, keys({Qt::Key_F11})},

        {KeyId::StatusMenu, "status-menu"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Choose status"), Program,
         kEverywhere, keys({kCtrlShift | Qt::Key_L})},
        {KeyId::Preferences, "preferences"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Preferences"), Program,
         kEverywhere, keys({kCtrl | Qt::Key_Comma})},
        {KeyId::ShortcutsList, "shortcuts"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Keyboard shortcuts"),
         Program, kEverywhere, keys({Qt::Key_F1, kCtrl | Qt::Key_Question})},
        {KeyId::Quit, "quit"_L1, QT_TRANSLATE_NOOP("tertulia::KeyMap", "Quit"), Program, kEverywhere,
         keys({kCtrl | Qt::Key_Q})},
    };
    return table;
}

const KeyFact &fact(KeyId id)
{
    static const QHash<KeyId, qsizetype> places = [] {
        QHash<KeyId, qsizetype> found;
        for (qsizetype i = 0; i < facts().size(); ++i)
            found.insert(facts().at(i).id, i);
        return found;
    }();
    return facts().at(places.value(id));
}

} // namespace

bool overlap(KeyContext one, KeyContext other)
{
    const auto wide = [](KeyContext context) {
        return context == KeyContext::Everywhere || context == KeyContext::MainWindow;
    };
    if (one == other || wide(one) || wide(other))
        return true;
    // The keys of the chat work beside the lists too.
    return one == KeyContext::Chat || other == KeyContext::Chat;
}

KeyMap &KeyMap::current()
{
    static KeyMap map;
    return map;
}

void KeyMap::follow(UiSettings *settings)
{
    m_settings = settings;
    m_chosen.clear();
    for (const KeyFact &known : facts()) {
        const QVariant kept = settings ? settings->value(settingOf(known.id)) : QVariant();
        if (!kept.isValid())
            continue;
        auto keys = QKeySequence::listFromString(kept.toString(), QKeySequence::PortableText);
        keys.removeIf(
            [](const QKeySequence &key) { return key.isEmpty() || key[0].key() == Qt::Key_unknown; });
        m_chosen.insert(known.id, keys);
    }
    Q_EMIT changed();
}

const QList<KeyId> &KeyMap::all()
{
    static const QList<KeyId> ids = [] {
        QList<KeyId> found;
        for (const KeyFact &known : facts())
            found.append(known.id);
        return found;
    }();
    return ids;
}

QString KeyMap::name(KeyId id)
{
    return fact(id).name;
}

QString KeyMap::text(KeyId id)
{
    return QCoreApplication::translate("tertulia::KeyMap", fact(id).text);
}

KeyContext KeyMap::context(KeyId id)
{
    return fact(id).context;
}

KeyGroup KeyMap::group(KeyId id)
{
    return fact(id).group;
}

QString KeyMap::groupText(KeyGroup group)
{
    switch (group) {
    case Navigation:
        return tr("Finding your way");
    case Chats:
        return tr("Chats");
    case Messages:
        return tr("Messages");
    case Writing:
        return tr("Writing");
    case View:
        return tr("Look");
    case Program:
        return tr("Program");
    }
    return {};
}

const QList<QKeySequence> &KeyMap::defaults(KeyId id)
{
    return fact(id).defaults;
}

QList<QKeySequence> KeyMap::keys(KeyId id) const
{
    const auto chosen = m_chosen.constFind(id);
    return chosen == m_chosen.cend() ? defaults(id) : *chosen;
}

QKeySequence KeyMap::key(KeyId id) const
{
    return keys(id).value(0);
}

QString KeyMap::keysText(KeyId id) const
{
    QStringList words;
    for (const QKeySequence &key : keys(id))
        words << key.toString(QKeySequence::NativeText);
    return words.join(u", "_s);
}

bool KeyMap::isChanged(KeyId id) const
{
    return m_chosen.contains(id);
}

void KeyMap::setKeys(KeyId id, const QList<QKeySequence> &keys)
{
    if (keys == this->keys(id))
        return;
    if (keys == defaults(id))
        m_chosen.remove(id);
    else
        m_chosen.insert(id, keys);
    keep(id);
    Q_EMIT changed();
}

void KeyMap::reset(KeyId id)
{
    setKeys(id, defaults(id));
}

void KeyMap::resetAll()
{
    const QList<KeyId> were = m_chosen.keys();
    m_chosen.clear();
    for (const KeyId id : were)
        keep(id);
    if (!were.isEmpty())
        Q_EMIT changed();
}

std::optional<KeyId> KeyMap::conflict(KeyId id, const QKeySequence &key) const
{
    for (const KeyId other : all()) {
        if (other != id && overlap(context(id), context(other)) && keys(other).contains(key))
            return other;
    }
    return {};
}

bool KeyMap::matches(const QKeyEvent &event, KeyId id) const
{
    // The keypad's keys are the same keys.
    const QKeyCombination pressed(event.modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(event.key()));
    return keys(id).contains(QKeySequence(pressed));
}

QAction *KeyMap::addTo(QWidget *owner, KeyId id, const std::function<void()> &act)
{
    auto *action = new QAction(text(id), owner);
    const bool wide = context(id) == KeyContext::Everywhere || context(id) == KeyContext::MainWindow;
    action->setShortcutContext(wide ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
    bind(action, id);
    connect(action, &QAction::triggered, owner, act);
    owner->addAction(action);
    return action;
}

void KeyMap::bind(QAction *action, KeyId id)
{
    action->setObjectName(name(id));
    const auto apply = [this, action, id] { action->setShortcuts(keys(id)); };
    connect(this, &KeyMap::changed, action, apply);
    apply();
}

QString KeyMap::settingOf(KeyId id)
{
    return "keyboard/"_L1 + fact(id).name;
}

void KeyMap::keep(KeyId id)
{
    if (!m_settings)
        return;
    if (!isChanged(id))
        m_settings->remove(settingOf(id));
    else
        m_settings->setValue(settingOf(id), QKeySequence::listToString(keys(id), QKeySequence::PortableText));
}

} // namespace tertulia
