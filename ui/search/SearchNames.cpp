// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/SearchNames.h"

#include "core/models/SearchFold.h"
#include "ui/switcher/NameMatch.h"

#include <algorithm>

namespace tertulia
{

namespace
{

constexpr int kMostCalled = 200;

} // namespace

void applyFilter(const TypedFilter &filter, MessageQuery &query)
{
    const auto day = dayOf(filter.value);
    if (filter.kind == TypedFilter::Kind::Before && day)
        query.before = day->startOfDay().toUTC();
    else if (filter.kind == TypedFilter::Kind::After && day)
        query.since = day->startOfDay().toUTC();
    else if (filter.kind == TypedFilter::Kind::Has)
        query.contents |= contentOf(filter.value);
}

SearchNames::SearchNames(const Accounts &accounts)
    : m_candidates(accounts, {}, {})
{
}

QList<SwitcherEntry> SearchNames::called(const QString &name, int count) const
{
    return m_candidates.people(searchWords(name), count);
}

MessageQuery SearchNames::queryFor(const TypedSearch &typed) const
{
    MessageQuery query;
    query.words = SearchWords(typed.words);
    for (const TypedFilter &filter : typed.filters) {
        if (filter.value.isEmpty())
            continue;
        switch (filter.kind) {
        case TypedFilter::Kind::From:
            if (!query.senders)
                query.senders.emplace();
            if (isMe(filter.value)) {
                query.fromMe = true;
                break;
            }
            [[fallthrough]];
        case TypedFilter::Kind::In: {
            QList<SwitcherEntry> named = called(filter.value, kMostCalled);
            // Who is called just so is meant alone.
            const QString folded = searchFold(filter.value.simplified());
            const auto isWhole = [&](const SwitcherEntry &entry) {
                return searchFold(entry.title) == folded || searchFold(entry.key.peer.toString()) == folded;
            };
            if (std::any_of(named.cbegin(), named.cend(), isWhole))
                named.removeIf([&](const SwitcherEntry &entry) { return !isWhole(entry); });
            if (filter.kind == TypedFilter::Kind::In && !query.chats)
                query.chats.emplace();
            for (const SwitcherEntry &entry : std::as_const(named)) {
                if (filter.kind == TypedFilter::Kind::In)
                    query.chats->append({entry.key.account, entry.key.peer});
                else
                    query.senders->append(entry.key.peer);
            }
            break;
        }
        default:
            applyFilter(filter, query);
            break;
        }
    }
    return query;
}

QString SearchNames::filterFor(const ConversationKey &chat, const QString &name) const
{
    QString byName = filterText(TypedFilter::Kind::In, name);
    const MessageQuery query = queryFor(TypedSearch::of(byName));
    if (query.chats == QList<MessageQuery::Chat>{{chat.account, chat.peer}})
        return byName;
    return filterText(TypedFilter::Kind::In, chat.peer.toString());
}

} // namespace tertulia
