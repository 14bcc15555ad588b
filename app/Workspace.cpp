// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Workspace.h"

#include "app/SystemServices.h"
#include "core/models/RosterModel.h"
#include "ui/chat/ChatWindow.h"
#include "ui/main/MainWindow.h"
#include "ui/settings/Looks.h"

namespace tertulia
{

Result<std::unique_ptr<Workspace>> Workspace::open(const FileLocations &locations, SystemServices &services,
                                                   SecretStore &secrets)
{
    auto store = Store::open(locations.storeFile());
    if (!store)
        return Failure(store.error());
    std::unique_ptr<Workspace> workspace(new Workspace(locations, std::move(*store), services, secrets));
    if (const auto loaded = workspace->m_accounts.load(); !loaded)
        return Failure(loaded.error());
    restoreLooks(workspace->m_settings);
    workspace->m_window
        = std::make_unique<MainWindow>(workspace->m_accounts, workspace->m_hosts, workspace->m_settings);
    return workspace;
}

Workspace::Workspace(const FileLocations &locations, std::unique_ptr<Store> store, SystemServices &services,
                     SecretStore &secrets)
    : m_store(std::move(store))
    , m_settings(locations.settingsFile())
    , m_accounts(
          SessionServices{services.stream(), secrets, *m_store, locations.avatarFolder(), &services.http()})
    , m_hosts(m_accounts, m_settings)
{
}

Workspace::~Workspace() = default;

XmppSession *Workspace::sessionFor(const Jid &peer) const
{
    const QList<XmppSession *> sessions = m_accounts.sessions();
    for (XmppSession *session : sessions) {
        if (session->roster()->contains(peer))
            return session;
    }
    return sessions.value(0);
}

Task<void> Workspace::close()
{
    m_hosts.freeze();
    const QList<ChatWindow *> windows = m_hosts.windows();
    for (ChatWindow *window : windows)
        window->hide();
    m_window->hide();
    return m_accounts.shutDown();
}

} // namespace tertulia
