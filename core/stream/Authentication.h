// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/sasl/ScramClient.h"
#include "core/xml/XmlElement.h"

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
};

/// One SASL exchange (RFC 6120 6): chooses a mechanism, answers challenges, and believes a success only when
/// the server has proven that it knows the password too (SECURITY A45). Ends in succeeded() or failed() once.
class Authentication : public QObject
{
    Q_OBJECT
public:
    Authentication(const Credentials &credentials, IdSource &ids, QObject *parent = nullptr);
    ~Authentication() override;

    /// From <mechanisms/> (null: none offered). NoAcceptableMechanism, PlainNotAllowed,
    /// InvalidAuthorizationId or PasswordNotRepresentable; else respond() has been signalled with <auth/>.
    Result<void> start(const XmlElement &mechanisms);
    /// As in <mechanism/>; empty before start().
    [[nodiscard]] const QString &mechanism() const { return m_mechanism; }

    /// Takes an element of the SASL namespace.
    void take(const XmlElement &element);

Q_SIGNALS:
    void respond(const tertulia::XmlElement &element);
    void succeeded();
    void failed(const tertulia::Error &error);

private:
    Result<QByteArray> firstMessage(Mechanism mechanism);
    void onChallenge(const QByteArray &message);
    void onSuccess(const QByteArray &message);
    void deriveKeys(ScramKeyRequest request);
    void finish(const Result<void> &result);

    Credentials m_credentials;
    IdSource &m_ids;
    QString m_mechanism;
    std::optional<ScramClient> m_scram; ///< none for PLAIN
    std::shared_ptr<std::atomic_bool> m_cancelled;
    bool m_challenged = false;
    bool m_proofSent = false;
    bool m_over = false;
};

} // namespace tertulia
