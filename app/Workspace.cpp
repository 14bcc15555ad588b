// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Workspace.h"

#include "app/SystemServices.h"
#include "core/models/RosterModel.h"
#include "core/session/SessionChats.h"
#include "core/session/XmppSession.h"
#include "ui/chat/ChatWindow.h"
#include "ui/main/MainWindow.h"
#include "ui/settings/Language.h"
#include "ui/settings/Looks.h"

namespace tertulia
{

using namespace Qt::StringLiterals;

Result<std::unique_ptr<Workspace>> Workspace::open(const FileLocations &locations, SystemServices &services,
                                                   SecretStore &secrets, const KnownKeychains::Name &keychain)
{
    auto store = Store::open(locations.storeFile());
    if (!store)
        return Failure(store.error());
    std::unique_ptr<Workspace> workspace(
        new Workspace(locations, std::move(*store), services, secrets, keychain));
    if (const auto loaded = workspace->m_accounts.load(); !loaded)
        return Failure(loaded.error());
    workspace->moveToAccounts();
    restoreLooks(workspace->m_settings);
    workspace->remakeWindows();
    return workspace;
}

Workspace::Workspace(const FileLocations &locations, std::unique_ptr<Store> store, SystemServices &services,
                     SecretStore &secrets, const KnownKeychains::Name &keychain)
    : m_store(std::move(store))
    , m_secrets(secrets, *m_store, keychain)
    , m_settings(locations.settingsFile())
    , m_accounts(
          SessionServices{services.stream(), m_secrets, *m_store, locations.avatarFolder(), &services.http()})
{
}

void Workspace::remakeWindows()
{
    // What is open now comes back.
    if (m_hosts)
        m_hosts->freeze();
    m_window.reset();
    m_hosts.reset();
    restoreLanguage(m_settings);
    m_hosts = std::make_unique<ChatHosts>(m_accounts, m_settings);
    m_window = std::make_unique<MainWindow>(m_accounts, *m_hosts, m_settings);
}

/// What was one switch for all accounts in the first versions is the account's own.
void Workspace::moveToAccounts()
{
    const std::pair<QString, Disclosure> switches[]
        = {{u"chats/readMarkers"_s, Disclosure::ReadMarkers}, {u"chats/typingNotices"_s, Disclosure::Typing}};
    for (const auto &[key, what] : switches) {
        if (!m_settings.value(key, true).toBool())
            for (XmppSession *session : m_accounts.sessions())
                session->chats().privacy().setTells(what, false);
        m_settings.remove(key);
    }
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
    m_hosts->freeze();
    const QList<ChatWindow *> windows = m_hosts->windows();
    for (ChatWindow *window : windows)
        window->hide();
    m_window->hide();
    return m_accounts.shutDown();
}

} // namespace tertulia
