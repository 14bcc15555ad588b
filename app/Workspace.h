// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/FileLocations.h"
#include "core/session/Accounts.h"
#include "core/session/KnownKeychains.h"
#include "core/store/Store.h"
#include "ui/chat/ChatHosts.h"
#include "ui/settings/UiSettings.h"

#include <memory>

namespace tertulia
{

class MainWindow;
class SecretStore;
class SystemServices;

/// One profile, open: its store, accounts, settings and windows, in the order in which they need each other.
/// The program has one; the demonstration has two side by side.
class Workspace
{
public:
    /// Opens the store and reads the accounts; nothing is shown or connected yet. Store... errors with the
    /// file as subject. `services` and `secrets` must outlive it; `keychain` says who keeps the secrets, if
    /// anybody does.
    static Result<std::unique_ptr<Workspace>> open(const FileLocations &locations, SystemServices &services,
                                                   SecretStore &secrets,
                                                   const KnownKeychains::Name &keychain = {});
    ~Workspace();
    Q_DISABLE_COPY_MOVE(Workspace)

    [[nodiscard]] Accounts &accounts() { return m_accounts; }
    [[nodiscard]] UiSettings &settings() { return m_settings; }
    [[nodiscard]] ChatHosts &hosts() { return *m_hosts; }
    [[nodiscard]] MainWindow &window() { return *m_window; }

    /// New windows in place of those that are there, in the language of the settings; none is shown yet.
    void remakeWindows();

    /// The account that talks with `peer`: the one with whom it is in contact, else the first. Null without
    /// accounts.
    [[nodiscard]] XmppSession *sessionFor(const Jid &peer) const;

    /// Remembers the open windows, hides them and closes the connections; completes within 2 s.
    Task<void> close();

private:
    Workspace(const FileLocations &locations, std::unique_ptr<Store> store, SystemServices &services,
              SecretStore &secrets, const KnownKeychains::Name &keychain);
    void moveToAccounts();

    std::unique_ptr<Store> m_store;
    KnownKeychains m_secrets;
    UiSettings m_settings;
    Accounts m_accounts;
    std::unique_ptr<ChatHosts> m_hosts;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace tertulia
