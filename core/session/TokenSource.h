// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/sasl/HashedToken.h"

#include <QList>
#include <QObject>

namespace tertulia
{

class SecretStore;

/// What TokenSource::forget() did away with.
struct ForgottenTokens {
    QList<HashedToken> tokens; ///< newest first
    bool gone = false; ///< the keychain had some and has none now
};

/// The tokens that stand for one account's password (XEP-0484), in memory and in the keychain, nowhere else.
/// The one before is kept until the newest worked: its arrival may have been cut off (SECURITY A48).
class TokenSource : public QObject
{
    Q_OBJECT
public:
    TokenSource(SecretStore &secrets, const QString &accountId, QObject *parent = nullptr);
    ~TokenSource() override;

    /// The keychain's key for this account's tokens.
    static QString keyFor(const QString &accountId);
    /// What is written there: mechanism and expiry with each token. Unreadable text is no token.
    static QString toText(const QList<HashedToken> &tokens);
    static QList<HashedToken> fromText(const QString &text);

    /// Asks for a token: ready() or missing() follows from the event loop, as with PasswordSource.
    void request();
    [[nodiscard]] bool isWaitingForKeychain() const { return m_reading; }

    /// The server gave a new one.
    void take(const HashedToken &token);
    /// The one from the last ready() worked: those before are of no more use.
    void proven();
    /// It did not.
    void refused();
    /// None is to be used any more, from now on, or kept: what there was, for the server to forget it too.
    [[nodiscard]] Task<ForgottenTokens> forget();

Q_SIGNALS:
    void ready(const tertulia::HashedToken &token);
    /// SecretNotFound, or why the keychain could not give it.
    void missing(const tertulia::Error &error);

private:
    void give();
    void store();
    /// The rest of forget(), if the keychain has an entry.
    void discard(const QList<HashedToken> &tokens, Promise<ForgottenTokens> promise);
    void wipe();

    SecretStore &m_secrets;
    QString m_key;
    QList<HashedToken> m_tokens; ///< newest first
    QString m_used; ///< secret of the one given last
    bool m_known = false; ///< the keychain was read
    bool m_kept = false; ///< and has an entry, be it nonsense
    bool m_reading = false;
};

} // namespace tertulia
