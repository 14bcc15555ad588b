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

Result<void> Authentication::start(const MechanismOffer &offer, const QList<XmlElement> &inlined)
{
    MechanismPolicy policy;
    for (const ChannelBinding &binding : std::as_const(m_credentials.bindings))
        policy.bindingTypes.append(binding.type);
    policy.allowPlain = m_credentials.allowPlain;
    policy.scramWorked = m_credentials.scramWorked;
    policy.requireBinding = m_credentials.requireBinding;
    const auto chosen = chooseMechanism(offer, policy);
    if (!chosen)
        return Failure(chosen.error());
    m_choice = *chosen;
    m_mechanism = mechanismName(m_choice.mechanism, m_choice.flag == Gs2Binding::Flag::Used);
    const auto message = firstMessage(offer);
    if (!message)
        return Failure(message.error());
    Q_EMIT respond(m_framing.initiation(m_mechanism, *message, inlined));
    return {};
}

Result<QByteArray> Authentication::firstMessage(const MechanismOffer &offer)
{
    if (isScram(m_choice.mechanism)) {
        Gs2Binding binding{m_choice.flag, m_choice.bindingType, {}};
        for (const ChannelBinding &each : std::as_const(m_credentials.bindings))
            if (each.type == m_choice.bindingType)
                binding.data = each.data;
        m_scram.emplace(
            m_choice.mechanism, m_credentials.username, m_ids.next().toLatin1(), binding,
            ScramProtection{offer.announcement(), m_credentials.tlsVersion, m_choice.needsProvenOffer});
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
        finish(Failure(readFailure(element)));
        return;
    }
    const auto message = m_framing.message(element);
    if (!message)
        finish(failure(ErrorCode::AuthenticationMessageInvalid, m_mechanism));
    else if (element.name() == u"challenge")
        onChallenge(*message);
    else if (element.name() == u"success")
        onSuccess(element, *message);
    else if (m_framing.profile() == SaslFraming::Profile::Sasl2 && element.name() == u"continue")
        onContinue(element);
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

void Authentication::onSuccess(const XmlElement &success, const QByteArray &message)
{
    if (!m_scram || m_scram->isServerProven())
        finish({}, success);
    else if (!m_proofSent)
        finish(failure(ErrorCode::ServerNotProven, m_mechanism));
    else
        finish(m_scram->finish(message), success);
}

void Authentication::onContinue(const XmlElement &element)
{
    // What the server wants besides is unknown here, and nothing is guessed (SECURITY A49).
    QStringList tasks;
    for (const XmlElement &task : element.child(u"tasks", ns::kSasl2).children(u"task", ns::kSasl2))
        tasks.append(task.text().trimmed());
    Q_EMIT respond(XmlElement(u"abort"_s, ns::kSasl2));
    finish(failure(ErrorCode::SecondStepUnsupported, shownRemoteText(tasks.join(u", "_s))));
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
