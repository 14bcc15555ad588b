// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The page that comes instead of the windows when the store cannot be opened has no session to ask.
#include "core/store/StoreSalvage.h" // IWYU pragma: export
