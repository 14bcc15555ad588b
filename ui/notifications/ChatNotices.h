// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"
#include "core/base/Error.h"
#include "core/session/SessionState.h"
#include "ui/notifications/NoticeRules.h"
#include "ui/notifications/Notifier.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>

namespace tertulia
{

class Accounts;
class UiSettings;
class XmppSession;

/// Decides which news is worth a bubble and what it may tell (UI e.9): one for each chat, none for a chat
/// that is being read, muted, or while the person or the desktop wants quiet; no content while the session is
/// locked. News of the same bubble within 300 ms come together; a sound comes every two seconds at most.
class ChatNotices : public QObject
{
    Q_OBJECT
public:
    /// Whether a chat is before the person's eyes right now.
    using IsBeingRead = std::function<bool(const ConversationKey &)>;

    ChatNotices(Accounts &accounts, UiSettings &settings, Notifier &notifier, IsBeingRead isBeingRead,
                QObject *parent = nullptr);

    /// The screen is locked: bubbles tell nothing, and answers typed into them are dropped (SECURITY A129).
    void setLocked(bool locked) { m_locked = locked; }

    [[nodiscard]] NoticeRules &rules() { return m_rules; }
    /// Shows how a message would be told, whatever the rules say of messages.
    void showSample();

Q_SIGNALS:
    /// The person clicked a bubble.
    void chatRequested(const tertulia::ConversationKey &key, const QString &activationToken);
    void chatsRequested(const QString &activationToken);
    void requestsRequested(const QString &activationToken);
    void accountRequested(const QString &accountId, const QString &activationToken);

private:
    /// What a bubble is about.
    struct Subject {
        enum class Kind { Chat, Chats, Request, Account, Sample } kind = Kind::Chat;
        ConversationKey key;
    };
    /// The last message that a chat got while its account was catching up.
    struct MissedMessage {
        qint64 message = 0;
        QString body;
    };
    using Missed = QHash<Jid, MissedMessage>;
    /// On which connection a request that was told came last.
    enum class Told { Now, Before };

    void watch(XmppSession *session);
    void tellMissed(XmppSession *session);
    void summarize(XmppSession *session, const QList<Jid> &chats);
    [[nodiscard]] NoticeSound soundFor(const XmppSession &session, const Jid &peer) const;
    void onMessage(XmppSession *session, const Jid &peer, qint64 message, const QString &body);
    void onReaction(XmppSession *session, const Jid &peer, const QStringList &emojis);
    void onFailed(XmppSession *session, const Jid &peer, const Error &error);
    void onRequest(XmppSession *session, const Jid &bare);
    void endRequest(XmppSession *session, const Jid &bare);
    void reviewRequests(XmppSession *session);
    void onState(XmppSession *session, SessionState state);
    void onStopped(XmppSession *session);
    void onActivated(const QString &tag, const QString &token);
    void onAnswered(const QString &tag, bool accepted);
    [[nodiscard]] bool wantsQuiet(const XmppSession *session) const;
    [[nodiscard]] NoticeRules::Content contentNow() const;
    [[nodiscard]] NoticeSound takeSound(NoticeSound wanted);
    /// The chat of a bubble, as long as what is typed into the bubble counts; no session otherwise.
    [[nodiscard]] std::pair<XmppSession *, Jid> chatOf(const QString &tag) const;
    /// Now, or together with what else comes within the next moments.
    void show(const Subject &subject, const Notice &notice);
    void showWaiting();
    void withdraw(const QString &tag);
    void forgetAccount(const QString &accountId);

    Accounts &m_accounts;
    NoticeRules m_rules;
    Notifier &m_notifier;
    IsBeingRead m_isBeingRead;
    bool m_locked = false;
    QHash<QString, Subject> m_subjects; ///< of bubbles that may be there
    QHash<QString, ErrorCode> m_saidOfAccount;
    QHash<QString, Missed> m_missed; ///< by account
    QHash<ConversationKey, Told> m_toldRequests; ///< those that wait for an answer
    QHash<QString, QStringList> m_lines; ///< by bubble: what the last messages said
    QHash<QString, QElapsedTimer> m_shownAt;
    QHash<QString, Notice> m_waiting;
    QTimer m_gathering;
    QElapsedTimer m_lastSound;
};

} // namespace tertulia
