// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0085_chatstates/ChatStates.h"

#include "core/modules/messaging/Messaging.h"
#include "core/modules/presence/Presence.h"
#include "core/modules/xep0115_caps/Caps.h"
#include "core/modules/xep0334_hints/Hints.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tertulia
{

namespace
{

const QString kChatStates = u"http://jabber.org/protocol/chatstates"_s;
constexpr auto kPauseAfter = 10s;
/// So that strangers cannot fill the memory (SECURITY A119).
constexpr qsizetype kMaxPeers = 10'000;

struct Name {
    ChatState state;
    const char16_t *text;
};
constexpr Name kNames[] = {{ChatState::Active, u"active"},
                           {ChatState::Inactive, u"inactive"},
                           {ChatState::Gone, u"gone"},
                           {ChatState::Composing, u"composing"},
                           {ChatState::Paused, u"paused"}};

XmlElement elementFor(ChatState state)
{
    for (const Name &name : kNames)
        if (name.state == state)
            return {QString::fromUtf16(name.text), kChatStates};
    return {};
}

} // namespace

ChatStatesModule::ChatStatesModule(ModuleHost &host, MessagingModule &messaging, PresenceModule &presence,
                                   CapsModule &caps, QObject *parent)
    : Module(host, parent)
    , m_caps(caps)
{
    connect(&messaging, &MessagingModule::received, this, &ChatStatesModule::observe);
    connect(&presence, &PresenceModule::changed, this, &ChatStatesModule::handlePresence);
}

Manifest ChatStatesModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0085_chatstates"_s;
    manifest.features.append(kChatStates);
    manifest.messageDecorators.append({200, [this](Message &message) { decorate(message); }});
    return manifest;
}

void ChatStatesModule::streamStarted(StreamStart start)
{
    if (start != StreamStart::Resumed)
        m_stream = {};
}

void ChatStatesModule::streamEnded()
{
    const StreamState ended = std::exchange(m_stream, {});
    for (auto it = ended.heard.cbegin(); it != ended.heard.cend(); ++it)
        if (it.value() != ChatState::Gone)
            Q_EMIT stateChanged(it.key(), ChatState::Gone);
}

std::optional<ChatState> ChatStatesModule::chatStateIn(const Message &message)
{
    for (const XmlElement &payload : message.payloads)
        if (payload.namespaceUri() == kChatStates)
            for (const Name &name : kNames)
                if (payload.name() == QStringView(name.text))
                    return name.state;
    return std::nullopt;
}

ChatState ChatStatesModule::stateOf(const Jid &bare) const
{
    return m_stream.heard.value(bare, ChatState::Gone);
}

void ChatStatesModule::observe(const ReceivedMessage &received)
{
    // What somebody did before we came is over.
    if (received.outgoing || received.delayed)
        return;
    const auto state = chatStateIn(received.message);
    const bool hasBody = !received.message.body.isNull();
    if (!state && !hasBody)
        return;
    if (!m_stream.understands.contains(received.peer) && m_stream.understands.size() >= kMaxPeers)
        return;
    m_stream.understands.insert(received.peer, state.has_value());
    if (state)
        setHeard(received.peer, *state);
    else if (m_stream.heard.contains(received.peer))
        setHeard(received.peer, ChatState::Active);
}

void ChatStatesModule::handlePresence(const Jid &bare, const PresenceSummary &summary)
{
    if (summary.availability != Availability::Offline)
        return;
    if (m_stream.heard.contains(bare))
        setHeard(bare, ChatState::Gone);
    m_stream.told.remove(bare);
}

void ChatStatesModule::setHeard(const Jid &bare, ChatState state)
{
    if (stateOf(bare) == state)
        return;
    m_stream.heard.insert(bare, state);
    Q_EMIT stateChanged(bare, state);
}

bool ChatStatesModule::understands(const Jid &bare) const
{
    return m_stream.understands.value(bare, false) || m_caps.anyDeviceHas(bare, kChatStates);
}

void ChatStatesModule::setTyping(const Jid &bare, bool typing)
{
    const auto told = m_stream.told.value(bare);
    if (!typing) {
        if (told && told->state != ChatState::Active)
            tell(bare, ChatState::Active);
        return;
    }
    if (!told || told->state != ChatState::Composing)
        tell(bare, ChatState::Composing);
    if (const auto now = m_stream.told.value(bare))
        now->pause = host().timers().after(kPauseAfter, [this, bare] { tell(bare, ChatState::Paused); });
}

void ChatStatesModule::tell(const Jid &bare, ChatState state)
{
    // That it has stopped may always be said: they may have been told that it began before this was switched
    // off.
    const bool wanted = state != ChatState::Composing || tells(bare);
    if (!wanted || !host().isOnline() || !understands(bare)) {
        m_stream.told.remove(bare);
        return;
    }
    auto &told = m_stream.told[bare];
    if (!told)
        told = std::make_shared<Told>();
    told->state = state;
    told->pause.stop();
    Message message;
    message.to = bare;
    message.type = Message::Type::Chat;
    message.payloads.append(elementFor(state));
    addHint(message, Hint::NoStore);
    host().send(message);
}

void ChatStatesModule::decorate(Message &message)
{
    if (message.type != Message::Type::Chat || message.body.isNull() || chatStateIn(message))
        return;
    const Jid bare = message.to.bare();
    // Typing ends with the message.
    m_stream.told.remove(bare);
    // XEP-0085 5.1: before they have replied it asks whether they know; one who replied without is left
    // alone.
    const bool declined = m_stream.understands.contains(bare) && !understands(bare);
    if (tells(bare) && !declined)
        message.payloads.append(elementFor(ChatState::Active));
}

} // namespace tertulia
