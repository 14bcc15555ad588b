// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/AwaitedNames.h"

#include "core/store/LinksTable.h"
#include "core/store/ReactionsTable.h"
#include "core/store/Store.h"

namespace tertulia
{

AwaitedNames::AwaitedNames(Store &store)
    : m_store(store)
{
}

void AwaitedNames::add(qint64 conversation, const QString &name)
{
    // What was not read yet will be read with the others.
    if (m_names && m_names->size() < kMost)
        m_names->insert({conversation, name});
}

bool AwaitedNames::mayContain(qint64 conversation, const QString &name)
{
    if (!m_names)
        load();
    return m_names->size() >= kMost || m_names->contains({conversation, name});
}

void AwaitedNames::load()
{
    m_names.emplace();
    for (const auto &[conversation, name] : m_store.links().waitingNames(kMost))
        m_names->insert({conversation, name});
    for (const auto &[conversation, name] : m_store.reactions().waitingNames(kMost))
        m_names->insert({conversation, name});
}

} // namespace tertulia
