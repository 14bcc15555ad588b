// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tertulia
{

/// What becomes of messages of people the account does not know. Stored: append only.
enum class StrangerPolicy {
    Ask = 0, ///< they wait among the requests
    Show = 1, ///< they are chats like any
    Hide = 2, ///< they are kept, but nothing tells of them
};

} // namespace tertulia
