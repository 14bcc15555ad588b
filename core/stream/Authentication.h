// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/net/ChannelBinding.h"
#include "core/sasl/HashedToken.h"
#include "core/sasl/ScramClient.h"
#include "core/stream/SaslFraming.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <optional>

namespace tertulia
{

class IdSource;

/// What one account brings to the proof of who it is.
struct Credentials {
    QString username;
    QString password;
    bool allowPlain = false; ///< consent to PLAIN
    bool scramWorked = false; ///< then never PLAIN again (SECURITY A39)
    bool requireBinding = false;
    std::optional<Mechanism> only = {}; ///< EXTERNAL or ANONYMOUS, which the account's person chose
    QString authorizationId = {}; ///< of EXTERNAL; may be empty
    QList<ChannelBinding> bindings = {}; ///< of this connection, strongest first
    QByteArray tlsVersion = {}; ///< "0304" for TLS 1.3; empty: not known
    /// The server's key is another than at the last log-in: then a refused proof that was bound to the
    /// connection speaks of interception, not of the password (SECURITY A37).
    bool keyChanged = false;
};

/// One SASL exchange (RFC 6120 6 or XEP-0388): chooses a mechanism, answers challenges, and believes a
/// success only when the server has proven that it knows the password, or the token, too (SECURITY A45). Ends
/// in succeeded() or failed() once.
class Authentication : public QObject
{
    Q_OBJECT
public:
    Authentication(const Credentials &credentials, SaslFraming framing, IdSource &ids,
                   QObject *parent = nullptr);
    ~Authentication() override;

    /// By what the server announced: the errors of chooseMechanism().
    Result<void> choose(const MechanismOffer &offer);
    /// By a token, whose binding is among the credentials' (XEP-0484); NoAcceptableMechanism if it is not.
    Result<void> choose(const HashedToken &token);
    /// As in <mechanism/>; empty before choose().
    [[nodiscard]] const QString &mechanism() const { return m_mechanism; }
    /// The channel binding in use; empty without.
    [[nodiscard]] QByteArray bindingType() const { return m_bindingType; }

    /// The first message; `inlined` goes along by XEP-0388. InvalidAuthorizationId or
    /// PasswordNotRepresentable; else respond() has been signalled.
    Result<void> begin(const QList<XmlElement> &inlined = {});
    /// Takes an element of the framing's namespace.
    void take(const XmlElement &element);

Q_SIGNALS:
    void respond(const tertulia::XmlElement &element);
    /// `success`: the element that said so, with the results of what was inlined.
    void succeeded(const tertulia::XmlElement &success);
    void failed(const tertulia::Error &error);

private:
    [[nodiscard]] QByteArray bindingData() const;
    Result<std::optional<QByteArray>> firstMessage();
    void onChallenge(const QByteArray &message);
    [[nodiscard]] Result<void> provenBy(const QByteArray &message);
    void onContinue(const XmlElement &element, const QByteArray &message);
    void onTaskData(const XmlElement &element);
    void deriveKeys(ScramKeyRequest request);
    [[nodiscard]] Error readFailure(const XmlElement &element) const;
    void finish(const Result<void> &result, const XmlElement &success = {});

    Credentials m_credentials;
    SaslFraming m_framing;
    IdSource &m_ids;
    MechanismOffer m_offer;
    MechanismChoice m_choice;
    QString m_mechanism;
    QByteArray m_bindingType;
    std::optional<ScramClient> m_scram; ///< none for other mechanisms
    std::unique_ptr<HashedTokenClient> m_token;
    std::optional<Mechanism> m_upgrade; ///< asked for
    std::shared_ptr<std::atomic_bool> m_cancelled;
    bool m_challenged = false;
    bool m_proofSent = false;
    bool m_upgrading = false; ///< the server's salt is the next to come
    bool m_over = false;
};

} // namespace tertulia
