// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tertulia
{

/// By which a person tells an account from their others. The numbers are kept in the store.
enum class AccountColor { None, Red, Amber, Green, Teal, Blue, Violet };

} // namespace tertulia
