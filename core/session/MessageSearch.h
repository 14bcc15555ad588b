// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/MessageFinder.h"

namespace tertulia
{

class Accounts;

/// Searches the texts of all chats of all accounts, or of one.
class MessageSearch : public QObject
{
    Q_OBJECT
public:
    explicit MessageSearch(Accounts &accounts, QObject *parent = nullptr);
    explicit MessageSearch(const QString &storePath, QObject *parent = nullptr);

    /// See MessageFinder. What was said this very moment may be missing.
    [[nodiscard]] Task<FoundPage> find(const MessageQuery &query, int count);
    [[nodiscard]] Task<FoundPage> more(int count);

private:
    MessageFinder m_finder;
};

} // namespace tertulia
