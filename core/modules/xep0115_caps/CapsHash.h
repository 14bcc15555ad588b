// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0030_disco/DiscoInfo.h"

namespace tertulia
{

/// The verification string of XEP-0115 5.1, hashed with SHA-1 and in base64. Fails with MalformedReply for an
/// answer that must not be hashed (XEP-0115 5.4: duplicate identities, features or forms), since two
/// different answers could then share a string.
Result<QString> capsHash(const DiscoInfo &info);

} // namespace tertulia
