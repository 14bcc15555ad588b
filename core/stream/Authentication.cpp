// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/Authentication.h"

#include "core/base/IdSource.h"
#include "core/stream/StreamConditions.h"
#include "core/stream/UpgradeTask.h"
#include "core/xml/Namespaces.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tertulia
{

Authentication::Authentication(const Credentials &credentials, SaslFraming framing, IdSource &ids,
                               QObject *parent)
    : QObject(parent)
    , m_credentials(credentials)
    , m_framing(framing)
    , m_ids(ids)
    , m_cancelled(std::make_shared<std::atomic_bool>(false))
{
}

Authentication::~Authentication()
{
    m_cancelled->store(true);
    m_credentials.password.fill(u'\0');
}

Result<void> Authentication::choose(const MechanismOffer &offer)
{
    MechanismPolicy policy;
    for (const ChannelBinding &binding : std::as_const(m_credentials.bindings))
        policy.bindingTypes.append(binding.type);
    policy.allowPlain = m_credentials.allowPlain;
    policy.scramWorked = m_credentials.scramWorked;
    policy.requireBinding = m_credentials.requireBinding;
    policy.only = m_credentials.only;
    const auto chosen = chooseMechanism(offer, policy);
    if (!chosen)
        return Failure(chosen.error());
    m_offer = offer;
    m_choice = *chosen;
    m_bindingType = m_choice.bindingType;
    m_mechanism = mechanismName(m_choice.mechanism, m_choice.flag == Gs2Binding::Flag::Used);
    return {};
}

Result<void> Authentication::choose(const HashedToken &token)
{
    m_mechanism = token.mechanism;
    const auto type = hashedTokenBinding(token.mechanism);
    m_bindingType = type.value_or(QByteArray());
    const bool have = type && (type->isEmpty() || !bindingData().isEmpty());
    if (!have || (m_credentials.requireBinding && type->isEmpty()))
        return failure(ErrorCode::NoAcceptableMechanism, token.mechanism);
    m_token = std::make_unique<HashedTokenClient>(m_credentials.username, token, bindingData());
    return {};
}

QByteArray Authentication::bindingData() const
{
    for (const ChannelBinding &each : m_credentials.bindings)
        if (each.type == m_bindingType)
            return each.data;
    return {};
}

Result<void> Authentication::begin(const QList<XmlElement> &inlined)
{
    const auto message = firstMessage();
    if (!message)
        return Failure(message.error());
    QList<XmlElement> along = inlined;
    if (m_scram && m_choice.flag == Gs2Binding::Flag::Used)
        m_upgrade = upgrade::strongest(m_offer.upgrades, m_choice.mechanism);
    if (m_upgrade)
        along.append(upgrade::request(*m_upgrade));
    Q_EMIT respond(m_framing.initiation(m_mechanism, *message, along));
    return {};
}

Result<std::optional<QByteArray>> Authentication::firstMessage()
{
    if (m_token)
        return m_token->initiation();
    if (isScram(m_choice.mechanism)) {
        m_scram.emplace(
            m_choice.mechanism, m_credentials.username, m_ids.next().toLatin1(),
            Gs2Binding{m_choice.flag, m_bindingType, bindingData()},
            ScramProtection{m_offer.announcement(), m_credentials.tlsVersion, m_choice.needsProvenOffer});
        return m_scram->clientFirst();
    }
    if (m_choice.mechanism == Mechanism::Anonymous)
        return std::nullopt; // XEP-0175 3: no trace
    if (m_choice.mechanism == Mechanism::External)
        return m_credentials.authorizationId.toUtf8();
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
        finish(Failure(readFailure(element)));
        return;
    }
    const auto message = m_framing.message(element);
    if (!message)
        finish(failure(ErrorCode::AuthenticationMessageInvalid, m_mechanism));
    else if (element.name() == u"challenge")
        onChallenge(*message);
    else if (element.name() == u"success")
        finish(provenBy(*message), element);
    else if (m_framing.profile() == SaslFraming::Profile::Sasl2 && element.name() == u"continue")
        onContinue(element, *message);
    else if (m_upgrading && element.name() == u"task-data")
        onTaskData(element);
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
    // A server that wants to speak first asks for what was said already, or is not to be said.
    if (m_credentials.only && message.isEmpty() && !std::exchange(m_challenged, true)) {
        Q_EMIT respond(m_framing.response(m_credentials.authorizationId.toUtf8()));
        return;
    }
    // Some servers send their signature as a challenge of its own, before an empty <success/>.
    if (m_scram && m_proofSent && !m_scram->isServerProven()) {
        if (const auto proven = m_scram->finish(message); !proven)
            finish(proven);
        else
            Q_EMIT respond(m_framing.response({}));
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
        Q_EMIT respond(m_framing.response(*proof));
    });
}

Result<void> Authentication::provenBy(const QByteArray &message)
{
    if (m_token)
        return m_token->finish(message);
    if (!m_scram || m_scram->isServerProven())
        return {};
    if (!m_proofSent)
        return failure(ErrorCode::ServerNotProven, m_mechanism);
    return m_scram->finish(message);
}

void Authentication::onContinue(const XmlElement &element, const QByteArray &message)
{
    QStringList tasks;
    for (const XmlElement &task : element.child(u"tasks", ns::kSasl2).children(u"task", ns::kSasl2))
        tasks.append(task.text().trimmed());
    const bool wanted = m_upgrade && !m_upgrading && tasks.contains(upgrade::taskName(*m_upgrade));
    if (wanted) {
        // A server that has not proven itself gets nothing that is worth a password.
        if (const auto proven = provenBy(message); !proven) {
            finish(proven);
            return;
        }
        m_upgrading = true;
        Q_EMIT respond(upgrade::next(*m_upgrade));
        return;
    }
    // What the server wants besides is unknown here, and nothing is guessed (SECURITY A49).
    Q_EMIT respond(XmlElement(u"abort"_s, ns::kSasl2));
    finish(failure(ErrorCode::SecondStepUnsupported, shownRemoteText(tasks.join(u", "_s))));
}

void Authentication::onTaskData(const XmlElement &element)
{
    auto request = upgrade::readSalt(element, *m_upgrade, m_credentials.password);
    if (!request) {
        Q_EMIT respond(XmlElement(u"abort"_s, ns::kSasl2));
        finish(Failure(request.error()));
        return;
    }
    // Once: whatever else it asks for is no task of ours.
    m_upgrading = false;
    m_upgrade.reset();
    deriveSaltedOnWorker(*std::move(request), m_cancelled).then(this, [this](Result<SecretBytes> salted) {
        if (m_over)
            return;
        if (!salted) {
            finish(Failure(salted.error()));
            return;
        }
        Q_EMIT respond(upgrade::answer(*salted));
    });
}

Error Authentication::readFailure(const XmlElement &element) const
{
    Error error = readSaslFailure(element);
    // XMPP has no condition of its own for a binding that does not match. Servers call the message that
    // carries it malformed, also when ours says that they offered none.
    const bool bound = m_choice.flag == Gs2Binding::Flag::Used;
    const bool spokeOfBinding = m_scram && m_choice.flag != Gs2Binding::Flag::NotSupported;
    const bool malformed = spokeOfBinding && error.code == ErrorCode::MalformedAuthentication;
    const bool says = error.text.contains("channel binding"_L1, Qt::CaseInsensitive); // ejabberd
    const bool suspicious
        = bound && (m_credentials.keyChanged || says) && error.code == ErrorCode::WrongPassword;
    if (error.code == ErrorCode::WrongPassword && m_credentials.only)
        error.code = *m_credentials.only == Mechanism::External ? ErrorCode::ClientCertificateRefused
                                                                : ErrorCode::InvalidAuthorizationId;
    if (malformed || suspicious)
        error.code = ErrorCode::ChannelBindingFailed;
    return error;
}

void Authentication::finish(const Result<void> &result, const XmlElement &success)
{
    m_over = true;
    m_cancelled->store(true);
    if (result)
        Q_EMIT succeeded(success);
    else
        Q_EMIT failed(result.error());
}

} // namespace tertulia
