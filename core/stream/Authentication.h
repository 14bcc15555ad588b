// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/net/ChannelBinding.h"
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
    QList<ChannelBinding> bindings = {}; ///< of this connection, strongest first
    QByteArray tlsVersion = {}; ///< "0304" for TLS 1.3; empty: not known
    /// The server's key is another than at the last log-in: then a refused proof that was bound to the
    /// connection speaks of interception, not of the password (SECURITY A37).
    bool keyChanged = false;
};

/// One SASL exchange (RFC 6120 6 or XEP-0388): chooses a mechanism, answers challenges, and believes a
/// success only when the server has proven that it knows the password too (SECURITY A45). Ends in succeeded()
/// or failed() once.
class Authentication : public QObject
{
    Q_OBJECT
public:
    Authentication(const Credentials &credentials, SaslFraming framing, IdSource &ids,
                   QObject *parent = nullptr);
    ~Authentication() override;

    /// With what the server announced; `inlined` goes along by XEP-0388. The errors of chooseMechanism(),
    /// InvalidAuthorizationId or PasswordNotRepresentable; else respond() has been signalled.
    Result<void> start(const MechanismOffer &offer, const QList<XmlElement> &inlined = {});
    /// As in <mechanism/>; empty before start().
    [[nodiscard]] const QString &mechanism() const { return m_mechanism; }
    /// The channel binding in use; empty without.
    [[nodiscard]] QByteArray bindingType() const { return m_choice.bindingType; }

    /// Takes an element of the framing's namespace.
    void take(const XmlElement &element);

Q_SIGNALS:
    void respond(const tertulia::XmlElement &element);
    /// `success`: the element that said so, with the results of what was inlined.
    void succeeded(const tertulia::XmlElement &success);
    void failed(const tertulia::Error &error);

private:
    Result<QByteArray> firstMessage(const MechanismOffer &offer);
    void onChallenge(const QByteArray &message);
    void onSuccess(const XmlElement &success, const QByteArray &message);
    void onContinue(const XmlElement &element);
    void deriveKeys(ScramKeyRequest request);
    [[nodiscard]] Error readFailure(const XmlElement &element) const;
    void finish(const Result<void> &result, const XmlElement &success = {});

    Credentials m_credentials;
    SaslFraming m_framing;
    IdSource &m_ids;
    MechanismChoice m_choice;
    QString m_mechanism;
    std::optional<ScramClient> m_scram; ///< none for PLAIN
    std::shared_ptr<std::atomic_bool> m_cancelled;
    bool m_challenged = false;
    bool m_proofSent = false;
    bool m_over = false;
};

} // namespace tertulia
