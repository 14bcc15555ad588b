// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

namespace tertulia
{

/// "ana@example.org" of one account, whom a chat is with.
struct ConversationKey {
    QString account; ///< uuid
    Jid peer; ///< bare

    bool operator==(const ConversationKey &) const = default;
    friend size_t qHash(const ConversationKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.account, key.peer);
    }
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::ConversationKey)
