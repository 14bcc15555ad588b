// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"
#include "ui/keys/KeyIds.h"
#include "ui/switcher/SwitcherCandidates.h"

#include <QIcon>
#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

class QAction;
class QMenu;

namespace tertulia
{

class AccountTools;
class ChatWidget;
class MainWindow;

/// The menu bar, and the same menus behind the side pane's button for when the bar is hidden. They show the
/// keys; the windows have them.
class MainMenus : public QObject
{
    Q_OBJECT
public:
    explicit MainMenus(MainWindow &window);

    /// Everything in one menu, for the button.
    [[nodiscard]] QMenu *combined() const { return m_combined; }
    /// All that the menus can do at present, in their order.
    [[nodiscard]] QList<SwitcherCommand> commands();
    /// The one on contacts, which the list's options are added to.
    [[nodiscard]] QMenu &contacts() const { return *m_contacts; }

private:
    QMenu *addMenu(const QString &title);
    QAction *addKeyed(QMenu *menu, const QIcon &picture, const QString &text, KeyId id,
                      const std::function<void()> &act);
    QAction *addForChat(QMenu *menu, const QIcon &picture, const QString &text, std::optional<KeyId> id,
                        const std::function<void(ChatWidget *)> &act);
    void makeFile();
    void makeChat();
    void makeContacts();
    void makeView();
    void makeThemes(QMenu *themes);
    void makeTools();
    void makeWindow();
    void makeHelp();
    void makeWindowKeys();
    void fillWindows();
    void refresh();
    [[nodiscard]] ConversationKey chosenContact() const;

    MainWindow &m_window;
    QMenu *m_combined;
    AccountTools *m_tools;
    QMenu *m_contacts = nullptr;
    QMenu *m_windows = nullptr;
    QAction *m_unread = nullptr;
    QAction *m_pin = nullptr;
    QAction *m_mute = nullptr;
    QAction *m_archive = nullptr;
    QAction *m_reopen = nullptr;
    QList<QAction *> m_needChat;
};

} // namespace tertulia
