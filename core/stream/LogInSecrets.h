// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/ClientCertificate.h"
#include "core/sasl/HashedToken.h"

#include <QString>

namespace tertulia
{

/// What an attempt may prove the account with. In memory only, and wiped when the attempt ends.
struct LogInSecrets {
    QString password; ///< null: not at hand. Then an attempt without a usable token ends in PasswordNeeded
    ClientCertificate::Pointer certificate = {}; ///< of LogInWay::ClientCertificate
    HashedToken token; ///< used instead of the password where the server takes it (XEP-0484)
    QString proxyPassword; ///< of ProxyChoice::user; needed before all the others
    bool wantsToken = false; ///< a token may be asked for: there is a place to keep it
    /// The server is only to forget `token` ("invalidate"); the attempt ends with Cancelled once it has.
    bool revokesToken = false;

    void wipe()
    {
        password.fill(u'\0');
        password.clear();
        proxyPassword.fill(u'\0');
        proxyPassword.clear();
        token.wipe();
    }
};

} // namespace tertulia
