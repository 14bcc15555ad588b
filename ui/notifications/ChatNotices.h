// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"
#include "core/base/Error.h"
#include "ui/notifications/Notifier.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>

#include <functional>

namespace tertulia
{

class Accounts;
class UiSettings;
class XmppSession;

/// Decides which news is worth a bubble and what it may tell (UI e.9): one for each chat, none for a chat
/// that is being read, muted, or while the person or the desktop wants quiet; no content while the session is
/// locked.
class ChatNotices : public QObject
{
    Q_OBJECT
public:
    enum class Content { Full, NameOnly, Nothing };
    Q_ENUM(Content)
    /// Whether a chat is before the person's eyes right now.
    using IsBeingRead = std::function<bool(const ConversationKey &)>;

    ChatNotices(Accounts &accounts, UiSettings &settings, Notifier &notifier, IsBeingRead isBeingRead,
                QObject *parent = nullptr);

    /// The screen is locked: bubbles tell nothing, and answers typed into them are dropped (SECURITY A129).
    void setLocked(bool locked) { m_locked = locked; }

    [[nodiscard]] bool isEnabled() const;
    void setEnabled(bool enabled);
    [[nodiscard]] bool hasSound() const;
    void setSound(bool sound);
    [[nodiscard]] Content content() const;
    void setContent(Content content);

Q_SIGNALS:
    /// The person clicked a bubble.
    void chatRequested(const tertulia::ConversationKey &key, const QString &activationToken);
    void requestsRequested(const QString &activationToken);
    void accountRequested(const QString &accountId, const QString &activationToken);

private:
    void watch(XmppSession *session);
    void onMessage(XmppSession *session, const Jid &peer, const QString &body);
    void onFailed(XmppSession *session, const Jid &peer, const Error &error);
    void onRequest(XmppSession *session, const Jid &bare);
    void onStopped(XmppSession *session);
    [[nodiscard]] bool wantsQuiet(const XmppSession *session) const;
    [[nodiscard]] Content contentNow() const;
    [[nodiscard]] bool takeSound();

    /// What a bubble is about.
    struct Subject {
        enum class Kind { Chat, Request, Account } kind = Kind::Chat;
        ConversationKey key;
    };

    Accounts &m_accounts;
    UiSettings &m_settings;
    Notifier &m_notifier;
    IsBeingRead m_isBeingRead;
    bool m_locked = false;
    QHash<QString, Subject> m_subjects;
    QHash<QString, ErrorCode> m_saidOfAccount;
    QElapsedTimer m_lastSound;
};

} // namespace tertulia
