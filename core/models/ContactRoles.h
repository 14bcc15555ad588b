// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/Roles.h"

namespace tertulia
{

/// What rows of contacts and of requests tell beside what any row tells (see roles::Role).
namespace roles
{
enum ContactRole {
    RequestKind = Qt::UserRole + 200, ///< int of tertulia::RequestKind, of a request row
    Note, ///< QString, plain text: what the account's person noted about a contact (XEP-0145)
    TuneArtist, ///< QString, untrusted: of what a contact listens to (XEP-0118), may be empty
    TuneTitle, ///< QString, untrusted; empty: nothing
    AccountAddress, ///< QString, bare address of the account a contact or group is of; empty: of several
};
} // namespace roles

} // namespace tertulia
