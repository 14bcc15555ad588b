// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/QuickJump.h"

#include "ui/chat/ChatHosts.h"
#include "ui/chat/RecentChats.h"
#include "ui/main/SidePane.h"
#include "ui/switcher/Switcher.h"

namespace tertulia
{

QuickJump::QuickJump(Accounts &accounts, ChatHosts &hosts, SidePane &side, Commands commands)
    : QObject(&side)
    , m_hosts(hosts)
    , m_commands(std::move(commands))
    , m_model(new SwitcherModel(accounts, this))
    , m_besideList(new SwitcherModel(accounts, this))
{
    side.setSearch(m_besideList);
    connect(&side, &SidePane::searchBegun, this, [this] { refresh(*m_besideList); });
    connect(&side, &SidePane::found, this, &QuickJump::choose);
}

void QuickJump::refresh(SwitcherModel &model)
{
    model.setCandidates(m_hosts.recent().order(), m_commands());
}

void QuickJump::open(QWidget *window)
{
    QString typed;
    if (m_switcher && m_switcher->isOpen() && m_switcher->parentWidget() == window) {
        typed = m_model->text();
    } else {
        if (m_switcher)
            m_switcher->dismiss();
        m_switcher = new Switcher(*m_model, window);
        connect(m_switcher, &Switcher::chosen, this, &QuickJump::choose);
        refresh(*m_model);
    }
    m_switcher->open(typed);
}

void QuickJump::choose(const SwitcherEntry &entry, bool ownWindow)
{
    switch (entry.kind) {
    case SwitcherEntry::Kind::Heading:
        return;
    case SwitcherEntry::Kind::Command:
        // Queued: it may be one that ends the program or takes the window away.
        if (entry.action)
            QMetaObject::invokeMethod(entry.action, &QAction::trigger, Qt::QueuedConnection);
        return;
    case SwitcherEntry::Kind::Chat:
    case SwitcherEntry::Kind::Person:
    case SwitcherEntry::Kind::Message:
        Q_EMIT openRequested(entry.key, entry.message, ownWindow);
    }
}

} // namespace tertulia
