// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/MessageSearch.h"
#include "ui/search/TypedSearch.h"
#include "ui/switcher/SwitcherCandidates.h"

namespace tertulia
{

/// Takes a filter that names nobody: days and contents. What cannot be read is left out, as something that is
/// still being typed.
void applyFilter(const TypedFilter &filter, MessageQuery &query);

/// The chats and people that filters name, as they are at one moment.
class SearchNames
{
public:
    explicit SearchNames(const Accounts &accounts);

    /// Those whose names begin so, or are called so; the best first. Not more than `count`.
    [[nodiscard]] QList<SwitcherEntry> called(const QString &name, int count) const;
    /// What is looked for. A name that nobody has finds nothing.
    [[nodiscard]] MessageQuery queryFor(const TypedSearch &typed) const;

    /// What is typed to find in this chat alone: its name where nobody else is called so, else its address.
    [[nodiscard]] QString filterFor(const ConversationKey &chat, const QString &name) const;

private:
    SwitcherCandidates m_candidates;
};

} // namespace tertulia
