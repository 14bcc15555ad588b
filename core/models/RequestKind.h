// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tertulia
{

/// What a row of requests is about.
enum class RequestKind {
    Contact, ///< somebody asks to see our presence
    Message, ///< somebody whom we do not know wrote
};

} // namespace tertulia
