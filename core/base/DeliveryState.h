// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tertulia
{

/// How far an outgoing message has got. A state never claims more than was proven (SECURITY R05).
enum class DeliveryState {
    None, ///< incoming
    Queued, ///< on disk, not yet known to be at the server
    Sent, ///< the server acknowledged it
    Delivered, ///< a device of the recipient acknowledged it (XEP-0184)
    Displayed, ///< the recipient saw it (XEP-0333)
    Failed, ///< refused; FailureError says why
};

} // namespace tertulia
