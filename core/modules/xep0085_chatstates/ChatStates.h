// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TimerSource.h"
#include "core/stream/Module.h"

#include <QHash>

#include <functional>
#include <memory>
#include <optional>

namespace tertulia
{

class CapsModule;
class MessagingModule;
class PresenceModule;
struct PresenceSummary;
struct ReceivedMessage;

/// What somebody does with a chat (XEP-0085 4).
enum class ChatState { Active, Inactive, Gone, Composing, Paused };

/// Chat state notifications (XEP-0085): the line "ana is typing".
class ChatStatesModule : public Module
{
    Q_OBJECT
public:
    ChatStatesModule(ModuleHost &host, MessagingModule &messaging, PresenceModule &presence, CapsModule &caps,
                     QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;
    void streamStarted(StreamStart start) override;
    void streamEnded() override;

    /// The person types, or emptied the field. Call at every keystroke: told once, and "paused" follows by
    /// itself ten seconds after the last. Only to who is known to understand it (XEP-0085 5.1): a chat state
    /// came from them, or a device of theirs announces it.
    void setTyping(const Jid &bare, bool typing);
    /// Whether the person wants it told to `bare`; everybody is told from the start.
    void setTellingTest(std::function<bool(const Jid &bare)> tells) { m_tells = std::move(tells); }

    /// Gone when nothing is known.
    [[nodiscard]] ChatState stateOf(const Jid &bare) const;
    [[nodiscard]] static std::optional<ChatState> chatStateIn(const Message &message);

Q_SIGNALS:
    /// What `bare` does in the chat with us; Gone also when they went offline or the stream ended.
    void stateChanged(const tertulia::Jid &bare, tertulia::ChatState state);

private:
    struct Told {
        ChatState state = ChatState::Active;
        TimerHandle pause;
    };
    struct StreamState {
        QHash<Jid, ChatState> heard;
        QHash<Jid, bool> understands; ///< as their last message showed
        QHash<Jid, std::shared_ptr<Told>> told;
    };

    void observe(const ReceivedMessage &received);
    void handlePresence(const Jid &bare, const PresenceSummary &summary);
    void setHeard(const Jid &bare, ChatState state);
    void tell(const Jid &bare, ChatState state);
    void decorate(Message &message);
    [[nodiscard]] bool understands(const Jid &bare) const;

    CapsModule &m_caps;
    StreamState m_stream;
    [[nodiscard]] bool tells(const Jid &bare) const { return !m_tells || m_tells(bare); }

    std::function<bool(const Jid &)> m_tells;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::ChatState)
