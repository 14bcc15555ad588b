// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SecretStore.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

QString secretKey(const QString &accountId, SecretPurpose purpose)
{
    const QString prefix = accountId + u'/';
    switch (purpose) {
    case SecretPurpose::Password:
        return prefix + u"password"_s;
    case SecretPurpose::NewPassword:
        return prefix + u"password-new"_s;
    case SecretPurpose::Token:
        return prefix + u"token"_s;
    case SecretPurpose::CertificatePassphrase:
        return prefix + u"certificate"_s;
    case SecretPurpose::ProxyPassword:
        break;
    }
    return prefix + u"proxy"_s;
}

} // namespace tertulia
