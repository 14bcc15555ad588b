// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

namespace tertulia
{

/// A picture of the account's person, ready to be shown to others: PNG, as XEP-0084 4.2.1 wants at least one
/// form to be.
struct OwnPicture {
    QByteArray png = {}; ///< empty: no picture; at most kMaxAvatarBytes
    QSize size = {}; ///< pixels

    [[nodiscard]] bool isEmpty() const { return png.isEmpty(); }
};

} // namespace tertulia
