// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QList>

namespace tertulia
{

/// The one message of EXTERNAL: whom the client wants to act for, given the addresses in its certificate
/// (XEP-0178 2 step 10, RFC 6120 6.3.8). Empty where the certificate, or the address in the stream header,
/// says it already.
QString authorizationIdentity(const QList<Jid> &certified, const Jid &account);

} // namespace tertulia
