// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/MessageSearch.h"

#include "core/session/Accounts.h"
#include "core/store/Store.h"

namespace tertulia
{

MessageSearch::MessageSearch(Accounts &accounts, QObject *parent)
    : MessageSearch(accounts.store().path(), parent)
{
}

MessageSearch::MessageSearch(const QString &storePath, QObject *parent)
    : QObject(parent)
    , m_finder(storePath)
{
}

Task<FoundPage> MessageSearch::find(const MessageQuery &query, int count)
{
    return m_finder.find(query, count);
}

Task<FoundPage> MessageSearch::more(int count)
{
    return m_finder.more(count);
}

} // namespace tertulia
