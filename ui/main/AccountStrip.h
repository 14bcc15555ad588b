// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/AccountSettings.h"

#include <QDateTime>
#include <QWidget>

class QLineEdit;
class QMenu;

namespace tertulia
{

class Avatar;
class ElidedLabel;
class IconButton;
class StatusBox;

/// On top of the side pane: who one is, and how one wants to be seen (UI e.4).
class AccountStrip : public QWidget
{
    Q_OBJECT
public:
    explicit AccountStrip(QWidget *parent = nullptr);

    /// `name` may be untrusted; several accounts show the first one's picture.
    void setPerson(const QString &address, const QString &name, const QString &avatarFile);
    /// What was chosen; does not emit presenceChosen().
    void setPresence(const PresenceChoice &choice);
    [[nodiscard]] PresenceChoice presence() const;
    /// Why the choice is not what others see ("Connecting…"); empty while it is. The choice stays in the
    /// menu.
    void setConnection(const QString &word);
    /// When the choice ends; invalid: it does not.
    void setEnd(const QDateTime &end);
    void openStatusMenu();
    /// What else there is to a status, behind a button.
    void setStatusMenu(QMenu *menu);
    /// The menus of the menu bar, behind a button, for when the bar is hidden.
    void setMenu(QMenu *menu);

Q_SIGNALS:
    void presenceChosen(const tertulia::PresenceChoice &choice);
    void newChatRequested();

private:
    void choose();
    void showState();
    void updateFonts();
    void refill();

    Avatar *m_avatar;
    ElidedLabel *m_name;
    StatusBox *m_status;
    QLineEdit *m_message;
    IconButton *m_more;
    IconButton *m_newChat;
    IconButton *m_menu;
    PresenceChoice m_shown;
    QString m_connection;
    QDateTime m_end;
    bool m_setting = false;
};

} // namespace tertulia
