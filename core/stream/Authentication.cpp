// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/Authentication.h"

#include "core/base/IdSource.h"
#include "core/stream/StreamConditions.h"
#include "core/xml/Namespaces.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

/// RFC 6120 6.4.2: base64, and "=" for a message that is there but empty.
QString encoded(QByteArrayView message)
{
    if (message.isEmpty())
        return u"="_s;
    return QString::fromLatin1(message.toByteArray().toBase64());
}

std::optional<QByteArray> decoded(const QString &text)
{
    const QByteArray bytes = text.trimmed().toLatin1();
    if (bytes.isEmpty() || bytes == "=")
        return QByteArray();
    auto result = QByteArray::fromBase64Encoding(
        bytes, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!result)
        return std::nullopt;
    return *std::move(result);
}

XmlElement saslElement(const QString &name, const QString &text, const QList<XmlAttribute> &attributes = {})
{
    return XmlElement(name, ns::kSasl, attributes, {{{}, text}});
}

} // namespace

Authentication::Authentication(const Credentials &credentials, IdSource &ids, QObject *parent)
    : QObject(parent)
    , m_credentials(credentials)
    , m_ids(ids)
    , m_cancelled(std::make_shared<std::atomic_bool>(false))
{
}

Authentication::~Authentication()
{
    m_cancelled->store(true);
    m_credentials.password.fill(u'\0');
}

Result<void> Authentication::start(const XmlElement &mechanisms)
{
    QStringList offered;
    if (!mechanisms.isNull())
        for (const XmlElement &child : mechanisms.children(u"mechanism", ns::kSasl))
            offered.append(child.text().trimmed());
    const auto chosen = chooseMechanism(offered, m_credentials.allowPlain, m_credentials.scramWorked);
    if (!chosen)
        return Failure(chosen.error());
    m_mechanism = mechanismName(*chosen);
    const auto message = firstMessage(*chosen);
    if (!message)
        return Failure(message.error());
    Q_EMIT respond(saslElement(u"auth"_s, encoded(*message), {{u"mechanism"_s, {}, m_mechanism}}));
    return {};
}

Result<QByteArray> Authentication::firstMessage(Mechanism mechanism)
{
    if (isScram(mechanism)) {
        // Channel binding is not there yet, and a client that cannot bind says so (SECURITY A41).
        m_scram.emplace(mechanism, m_credentials.username, m_ids.next().toLatin1());
        return m_scram->clientFirst();
    }
    const auto plain = plainMessage(m_credentials.username, m_credentials.password);
    if (!plain)
        return Failure(plain.error());
    return plain->view().toByteArray();
}

void Authentication::take(const XmlElement &element)
{
    if (m_over)
        return;
    if (element.name() == u"failure") {
        finish(Failure(readSaslFailure(element)));
        return;
    }
    const auto message = decoded(element.text());
    if (!message)
        finish(failure(ErrorCode::AuthenticationMessageInvalid, m_mechanism));
    else if (element.name() == u"challenge")
        onChallenge(*message);
    else if (element.name() == u"success")
        onSuccess(*message);
    else
        finish(failure(ErrorCode::PeerProtocolViolation, shownRemoteText(element.name())));
}

void Authentication::onChallenge(const QByteArray &message)
{
    if (m_scram && !std::exchange(m_challenged, true)) {
        auto request = m_scram->challenge(message, m_credentials.password);
        if (request)
            deriveKeys(std::move(*request));
        else
            finish(Failure(request.error()));
        return;
    }
    // Some servers send their signature as a challenge of its own, before an empty <success/>.
    if (m_scram && m_proofSent && !m_scram->isServerProven()) {
        if (const auto proven = m_scram->finish(message); !proven)
            finish(proven);
        else
            Q_EMIT respond(saslElement(u"response"_s, {}));
        return;
    }
    finish(failure(ErrorCode::AuthenticationMessageInvalid, m_mechanism));
}

void Authentication::deriveKeys(ScramKeyRequest request)
{
    deriveOnWorker(std::move(request), m_cancelled).then(this, [this](Result<ScramKeys> keys) {
        if (m_over)
            return;
        if (!keys) {
            finish(Failure(keys.error()));
            return;
        }
        const auto proof = m_scram->clientFinal(*keys);
        if (!proof) {
            finish(Failure(proof.error()));
            return;
        }
        m_proofSent = true;
        Q_EMIT respond(saslElement(u"response"_s, encoded(*proof)));
    });
}

void Authentication::onSuccess(const QByteArray &message)
{
    if (!m_scram) {
        finish({});
        return;
    }
    if (m_scram->isServerProven()) {
        finish({});
        return;
    }
    if (!m_proofSent) {
        finish(failure(ErrorCode::ServerNotProven, m_mechanism));
        return;
    }
    finish(m_scram->finish(message));
}

void Authentication::finish(const Result<void> &result)
{
    m_over = true;
    m_cancelled->store(true);
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
}

} // namespace tertulia
