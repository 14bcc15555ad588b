// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/switcher/SwitcherModel.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace tertulia
{

class ChatHosts;
class SidePane;
class Switcher;

/// Gives the quick switcher and the side pane's field what there is to find, and does what was chosen there.
class QuickJump : public QObject
{
    Q_OBJECT
public:
    using Commands = std::function<QList<SwitcherCommand>()>;

    /// `commands` tells what the menus can do at the moment.
    QuickJump(Accounts &accounts, ChatHosts &hosts, SidePane &side, Commands commands);

    /// Over `window`.
    void open(QWidget *window);
    void choose(const SwitcherEntry &entry, bool ownWindow);

Q_SIGNALS:
    /// `message` is 0 for the chat as such.
    void openRequested(const tertulia::ConversationKey &key, qint64 message, bool ownWindow);

private:
    void refresh(SwitcherModel &model);

    ChatHosts &m_hosts;
    Commands m_commands;
    SwitcherModel *m_model;
    SwitcherModel *m_besideList;
    QPointer<Switcher> m_switcher;
};

} // namespace tertulia
