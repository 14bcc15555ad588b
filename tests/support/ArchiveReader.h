// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/LoginClient.h"

#include <QHash>
#include <QStringList>

namespace tertulia::test
{

/// A client that does nothing but read an archive of a real server from one end to the other: the truth for
/// those that do more, and the time that the server needs.
class ArchiveReader
{
public:
    ArchiveReader(const RealServer &server, const QString &localpart);

    bool logsIn() { return m_client.logsIn(); }
    /// True once all was read, in pages of this size.
    bool reads(int onAPage);
    /// Bodies of the messages with one friend, in the archive's order.
    [[nodiscard]] QStringList bodies(const QString &friendName) const { return m_bodies.value(friendName); }
    [[nodiscard]] int count() const { return m_count; }

private:
    void ask(const QString &after);

    LoginClient m_client;
    QTestEventLoop m_loop;
    QHash<QString, QStringList> m_bodies; ///< by localpart
    int m_count = 0;
    int m_onAPage = 0;
    bool m_over = false;
    bool m_good = false;
};

} // namespace tertulia::test
