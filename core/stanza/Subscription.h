// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tertulia
{

/// RFC 6121 2.1.2.5.
enum class SubscriptionState { None, To, From, Both };

} // namespace tertulia
