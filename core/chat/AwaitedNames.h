// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

#include <optional>
#include <utility>

namespace tertulia
{

class Store;

/// What messages that are not here are called by those that speak of them, held in memory: nearly no message
/// that arrives is awaited, and the store need not be asked about each.
class AwaitedNames
{
public:
    explicit AwaitedNames(Store &store);

    void add(qint64 conversation, const QString &name);
    /// False: certainly nothing speaks of it. True: ask the store.
    [[nodiscard]] bool mayContain(qint64 conversation, const QString &name);

private:
    /// So many fit; where there are more, every name may be among them.
    static constexpr int kMost = 20'000;

    void load();

    Store &m_store;
    std::optional<QSet<std::pair<qint64, QString>>> m_names;
};

} // namespace tertulia
