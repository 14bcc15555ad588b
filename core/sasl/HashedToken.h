// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace tertulia
{

/// What a server gives instead of a password (XEP-0484): good for one mechanism and for a time, and as secret
/// as a password.
struct HashedToken {
    QString mechanism; ///< "HT-SHA-256-EXPR"; the token is good for no other
    QString secret;
    QDateTime expiry; ///< UTC

    [[nodiscard]] bool isNull() const { return secret.isEmpty(); }
    void wipe();
    bool operator==(const HashedToken &) const = default;
};

/// The type of channel binding that an HT mechanism uses, empty for NONE; nothing if it is unknown here.
std::optional<QByteArray> hashedTokenBinding(const QString &mechanism);

/// The HT mechanism to ask a token for, among those offered: bound by the strongest of `bindingTypes`, which
/// are sorted so; without binding only if `mayBeUnbound`. Empty if there is none.
QString chooseHashedToken(const QStringList &offered, const QList<QByteArray> &bindingTypes,
                          bool mayBeUnbound);

/// The client's side of one HT exchange (draft-schmaus-kitten-sasl-ht-09 3), without I/O.
class HashedTokenClient
{
public:
    /// `binding`: the bytes of the mechanism's channel binding; empty for NONE.
    HashedTokenClient(const QString &username, HashedToken token, QByteArray binding);
    ~HashedTokenClient() { m_token.wipe(); }
    Q_DISABLE_COPY_MOVE(HashedTokenClient)

    /// InvalidAuthorizationId if the name cannot be represented.
    [[nodiscard]] Result<QByteArray> initiation() const;
    /// ServerNotProven unless the message proves that the server knows the token too (SECURITY A45).
    [[nodiscard]] Result<void> finish(QByteArrayView message) const;

private:
    [[nodiscard]] QByteArray hashed(QByteArrayView role) const;

    QString m_username;
    HashedToken m_token;
    QByteArray m_binding;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::HashedToken)
