// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QWidget;

namespace tertulia
{

class Accounts;
class ChatWidget;
class ChatWindow;
class RecentChats;
class Spelling;
class UiSettings;

/// The room in the main window where a chat stands.
class MainChatPlace
{
public:
    MainChatPlace() = default;
    virtual ~MainChatPlace() = default;
    Q_DISABLE_COPY_MOVE(MainChatPlace)

    /// Shows `chat` (reparenting it) in place of the one before, or the empty state for null. The chat stays
    /// ChatHosts' to delete.
    virtual void placeChat(ChatWidget *chat) = 0;
    /// Brings the main window to the front; only ever called for something a person did.
    virtual void activate() = 0;
};

/// Which chat is shown where: one host for each chat, the main window's place, a window of its own, or a tab
/// of the one window that has tabs. Opening a chat elsewhere brings its host forward. The set of open windows
/// with their geometry, and the chat in the main window, are written down at each change (R2). Nothing here
/// reacts to an incoming message (R4).
class ChatHosts : public QObject
{
    Q_OBJECT
public:
    enum class How {
        Default, ///< where it is; else as openByDefault() says
        MainWindow,
        OwnWindow,
        Tab,
    };
    Q_ENUM(How)

    using MakeChat = std::function<ChatWidget *(const ConversationKey &key)>;

    /// Chats of the sessions in `accounts`. Both must outlive this.
    ChatHosts(Accounts &accounts, UiSettings &settings, QObject *parent = nullptr);
    /// Chats made by `make`, which returns null for one that cannot be made.
    ChatHosts(MakeChat make, UiSettings &settings, QObject *parent = nullptr);
    ~ChatHosts() override;

    /// The main window's place; null while there is none (chats then open in windows of their own).
    void setMainPlace(MainChatPlace *place);

    /// Shows the chat and brings its host to the front. Null if it cannot be made (account gone).
    ChatWidget *open(const ConversationKey &key, How how = How::Default);
    /// Into a window of its own.
    void popOut(const ConversationKey &key);
    /// Back to where chats are opened: the tabs if that is the person's choice, else the main window.
    void dock(const ConversationKey &key);
    /// Takes it from the screen; the chat itself, its draft and (in a room) membership stay.
    void close(const ConversationKey &key);
    void dockAll();
    void bringAllToFront();

    /// Opens what was open when the program last ran, without activating anything. Chats that cannot be made
    /// stay written down.
    void restore();
    /// Called before the program ends: what is open now is what comes back; closing windows from here on
    /// forgets nothing.
    void freeze();

    /// Opens again what was closed last.
    void reopenClosed();

    [[nodiscard]] ChatWidget *chat(const ConversationKey &key) const;
    /// All but the main window.
    [[nodiscard]] QList<ChatWindow *> windows() const;
    /// The chat of the window that has the focus; null if that is another one.
    [[nodiscard]] ChatWidget *activeChat() const;
    /// Chats that were turned to while the program runs, with what was closed of them.
    [[nodiscard]] const RecentChats &recent() const;
    [[nodiscard]] std::optional<ConversationKey> mainChat() const;
    /// True if the chat's window is active and its newest message can be seen.
    [[nodiscard]] bool isBeingRead(const ConversationKey &key) const;

    [[nodiscard]] How openByDefault() const;
    void setOpenByDefault(How how);
    /// One for all fields.
    [[nodiscard]] Spelling &spelling();
    /// Chats that are open read the settings again.
    void applySettings();

Q_SIGNALS:
    /// A chat window opened.
    void windowOpened(tertulia::ChatWindow *window);
    /// A chat window opened, closed or changed its title.
    void windowsChanged();
    /// The person wants to see all that was said in a chat.
    void historyRequested(const tertulia::ConversationKey &key);
    /// Another chat, or none, is in the main window.
    void mainChatChanged();

private:
    void forgetAccount(const QString &account);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tertulia
