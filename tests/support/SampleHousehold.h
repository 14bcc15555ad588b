// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/session/Accounts.h"
#include "tests/support/FakeHttp.h"
#include "tests/support/FakeResolver.h"
#include "tests/support/FakeSecretStore.h"
#include "tests/support/FakeTransport.h"

#include <QTemporaryDir>

#include <memory>

namespace tertulia
{

class Store;

/// Accounts over a store in a temporary folder and a network that answers nothing, for tests of windows. With
/// `fill`, Ana of example.org with contacts in groups, requests, and chats with messages of today and before.
class SampleHousehold
{
public:
    enum class Contents {
        Empty,
        Filled,
        Visited, ///< as Filled, and somebody whom Ana does not know wrote
    };
    explicit SampleHousehold(Contents contents);
    ~SampleHousehold();
    Q_DISABLE_COPY_MOVE(SampleHousehold)

    [[nodiscard]] Accounts &accounts() { return *m_accounts; }
    /// Ana's session; null when empty.
    [[nodiscard]] XmppSession *ana() const;
    [[nodiscard]] FakeSecretStore &secrets() { return m_secrets; }
    [[nodiscard]] FakeResolver &resolver() { return m_resolver; }
    [[nodiscard]] FakeNetwork &network() { return m_network; }
    [[nodiscard]] FakeHttp &http() { return m_http; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
    [[nodiscard]] SessionServices services();
    void writeHistory(Contents contents);
    void fillModels();

    QTemporaryDir m_folder;
    SystemClock m_clock;
    EventLoopTimers m_timers;
    std::unique_ptr<IdSource> m_ids;
    FakeResolver m_resolver;
    FakeNetwork m_network;
    FakeSecretStore m_secrets;
    FakeHttp m_http;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Accounts> m_accounts;
};

/// The session named, with a roster and presence of its own; for tests that add to the household.
[[nodiscard]] Jid jidOf(const QString &text);

} // namespace tertulia
