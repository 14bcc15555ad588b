// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/Binding.h"

#include "core/base/IdSource.h"
#include "core/base/Log.h"
#include "core/stanza/Iq.h"
#include "core/stream/StreamChannel.h"
#include "core/stream/StreamManagement.h"
#include "core/xml/Namespaces.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr std::chrono::seconds kBindLimit{30}; // SECURITY section (f)
constexpr qsizetype kMostEarly = 1000;

bool isStanza(const XmlElement &element)
{
    return element.is(u"message", ns::kClient) || element.is(u"presence", ns::kClient)
        || element.is(u"iq", ns::kClient);
}

XmlElement setRequest(const QString &id, const XmlElement &payload)
{
    return XmlElement(u"iq"_s, ns::kClient, {{u"type"_s, {}, u"set"_s}, {u"id"_s, {}, id}}, {{payload, {}}});
}

} // namespace

Binding::Binding(const Context &context, StreamOutcome &outcome, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_outcome(outcome)
{
}

void Binding::start(bool mayResume)
{
    StreamManagement &management = m_context.management;
    if (mayResume && managementOffered() && management.canResume() && !m_context.resumeAs.isNull()) {
        setState(State::Resume);
        m_context.channel.write(management.resumeRequest());
        return;
    }
    management.reset();
    bind(m_context.resource);
}

void Binding::startResumed(const XmlElement &resumed)
{
    setState(State::Resume);
    onResumed(resumed);
}

void Binding::startBound(const XmlElement &enabled)
{
    if (enabled.isNull()) {
        m_context.management.reset();
        continueAfterBind();
        return;
    }
    m_context.management.enabledAlong(enabled);
    m_outcome.earlyCounts = true;
    finish();
}

void Binding::take(const XmlElement &element)
{
    switch (m_state) {
    case State::Resume:
        onResumeAnswer(element);
        return;
    case State::Bind:
        onBindAnswer(element);
        return;
    case State::EstablishSession:
        onSessionAnswer(element);
        return;
    case State::EnableManagement:
        onEnableAnswer(element);
        return;
    case State::Idle:
    case State::Over:
        violation(element);
    }
}

// Resuming.

void Binding::onResumeAnswer(const XmlElement &answer)
{
    if (answer.is(u"resumed", ns::kStreamManagement)) {
        onResumed(answer);
    } else if (answer.is(u"failed", ns::kStreamManagement)) {
        m_context.management.resumeFailed(answer);
        bind(m_context.resource);
    } else {
        violation(answer);
    }
}

void Binding::onResumed(const XmlElement &answer)
{
    StreamManagement &management = m_context.management;
    auto again = management.resumed(answer);
    if (!again) {
        // We cannot agree with the server on what was sent: that stream is over, and its unsent stanzas go
        // back to whoever keeps them.
        m_context.channel.refuse(u"undefined-condition", management.tooHigh(answer));
        management.reset();
        fail(again.error());
        return;
    }
    m_outcome.start = StreamStart::Resumed;
    m_outcome.bound = m_context.resumeAs;
    m_outcome.again = std::move(*again);
    finish();
}

// Binding.

void Binding::bind(const QString &resource)
{
    m_resourceWished = !resource.isEmpty();
    m_requestId = m_context.ids.next();
    QList<XmlElement::Node> wish;
    if (m_resourceWished)
        wish.append({XmlElement(u"resource"_s, ns::kBind, {}, {{{}, resource}}), {}});
    setState(State::Bind);
    m_context.channel.write(setRequest(m_requestId, XmlElement(u"bind"_s, ns::kBind, {}, wish)));
}

void Binding::onBindAnswer(const XmlElement &answer)
{
    const auto iq = Iq::fromXml(answer);
    const bool answered
        = iq && iq->id == m_requestId && (iq->type == Iq::Type::Result || iq->type == Iq::Type::Error);
    if (!answered) {
        violation(answer);
        return;
    }
    if (iq->type == Iq::Type::Error) {
        const Error error = iq->error.value_or(StanzaError()).toError();
        const bool conflict = error.code == ErrorCode::StanzaConflict;
        if (conflict && m_resourceWished)
            bind({}); // the name is taken: the server finds one
        else
            fail({conflict ? ErrorCode::BindConflict : ErrorCode::BindRefused, {}, error.text});
        return;
    }
    const Jid bound = Jid::parse(iq->payload.childText(u"jid", ns::kBind)).value_or(Jid());
    if (!acceptIdentity(bound, iq->payload.is(u"bind", ns::kBind) && !bound.isBare()))
        return;
    m_outcome.bound = bound;
    continueAfterBind();
}

bool Binding::acceptIdentity(const Jid &jid, bool hasForm)
{
    const bool ours = m_context.isAnonymous
        ? !jid.localpart().isEmpty() && jid.domainOnly() == m_context.account.domainOnly()
        : jid.bare() == m_context.account;
    if (hasForm && !jid.isNull() && ours)
        return true;
    fail({ErrorCode::IdentityMismatch, jid.isNull() ? QString() : jid.toString()});
    return false;
}

void Binding::continueAfterBind()
{
    const XmlElement session = m_outcome.features.child(u"session", ns::kSession);
    if (session.isNull() || !session.child(u"optional", ns::kSession).isNull()) {
        enableManagement();
        return;
    }
    m_requestId = m_context.ids.next();
    setState(State::EstablishSession);
    m_context.channel.write(setRequest(m_requestId, XmlElement(u"session"_s, ns::kSession)));
}

void Binding::onSessionAnswer(const XmlElement &answer)
{
    const auto iq = Iq::fromXml(answer);
    if (!iq || iq->id != m_requestId || (iq->type != Iq::Type::Result && iq->type != Iq::Type::Error)) {
        keepEarly(answer);
        return;
    }
    if (iq->type == Iq::Type::Error)
        fail({ErrorCode::BindRefused, {}, iq->error.value_or(StanzaError()).text});
    else
        enableManagement();
}

bool Binding::managementOffered() const
{
    return !m_outcome.features.child(u"sm", ns::kStreamManagement).isNull();
}

void Binding::enableManagement()
{
    if (!managementOffered()) {
        finish();
        return;
    }
    setState(State::EnableManagement);
    m_context.channel.write(m_context.management.enableRequest());
}

void Binding::onEnableAnswer(const XmlElement &answer)
{
    if (answer.is(u"enabled", ns::kStreamManagement)) {
        m_context.management.enabled(answer);
        finish();
    } else if (answer.is(u"failed", ns::kStreamManagement)) {
        m_context.management.enableFailed();
        finish();
    } else {
        keepEarly(answer);
    }
}

void Binding::keepEarly(const XmlElement &element)
{
    if (isStanza(element) && m_outcome.early.size() < kMostEarly)
        m_outcome.early.append(element);
    else
        violation(element);
}

// Ends.

void Binding::setState(State state)
{
    m_state = state;
    m_limit = m_context.timers.after(kBindLimit, [this] { fail({ErrorCode::BindTimedOut}); });
}

void Binding::violation(const XmlElement &element)
{
    qCWarning(logStream) << "an element came in a state that has no place for it:" << m_state;
    fail({ErrorCode::PeerProtocolViolation, shownRemoteText(element.name())});
}

void Binding::finish()
{
    m_state = State::Over;
    m_limit.stop();
    Q_EMIT finished();
}

void Binding::fail(const Error &error)
{
    m_state = State::Over;
    m_limit.stop();
    Q_EMIT failed(error);
}

} // namespace tertulia
