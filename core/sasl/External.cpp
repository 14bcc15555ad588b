// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/External.h"

namespace tertulia
{

QString authorizationIdentity(const QList<Jid> &certified, const Jid &account)
{
    if (certified.isEmpty() || (certified.size() == 1 && certified.first().bare() == account))
        return {};
    return account.toString();
}

} // namespace tertulia
