// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"
#include "core/models/RosterModel.h"
#include "core/session/Accounts.h"
#include "core/store/Store.h"
#include "tests/support/CountedIds.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FakeResolver.h"
#include "tests/support/FakeSecretStore.h"
#include "tests/support/FakeTransport.h"

#include <QTemporaryDir>

#include <functional>

namespace tertulia::test
{

/// The real store, session and models of ana@example.org in a temporary folder, without a network: for tests
/// of the windows above them.
class OfflineProfile
{
public:
    struct Said {
        QString peer;
        QString body;
        bool outgoing = false;
        QDateTime time = {}; ///< invalid: now
    };

    /// `past` is in the store before the session opens it; what came in is unread.
    explicit OfflineProfile(const QList<Said> &past = {});
    /// Over a store that is there already, or is made there, and stays.
    static std::unique_ptr<OfflineProfile> at(const QString &storePath);
    ~OfflineProfile();

    /// Ends everything and opens it again from what is on disk.
    void restart();

    [[nodiscard]] XmppSession &session() const;
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] ConversationKey key(const QString &peer) const;
    /// A contact with both subscriptions.
    void addContact(const QString &address, const QString &name,
                    Availability availability = Availability::Available, const QString &status = {}) const;

    static constexpr auto kAccount = "8a4c0a3e-4f0e-4d5e-8a2c-000000000001";

    FakeClock clock;
    CountedIds ids;
    FakeResolver resolver;
    FakeNetwork network;
    FakeSecretStore secrets;
    std::unique_ptr<Store> store;
    std::unique_ptr<Accounts> accounts;

private:
    struct Elsewhere {
        QString path;
    };
    explicit OfflineProfile(const Elsewhere &where);
    void open(const QList<Said> &past);

    QTemporaryDir m_folder;
    QString m_storePath = m_folder.filePath(QStringLiteral("store.db"));
};

} // namespace tertulia::test
