// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/ChatNotices.h"

#include "core/models/ConversationListModel.h"
#include "core/models/RosterModel.h"
#include "core/session/Accounts.h"
#include "ui/settings/UiSettings.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"

#include <QGuiApplication>
#include <QMetaEnum>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

const QString kEnabled = u"notifications/enabled"_s;
const QString kSound = u"notifications/sound"_s;
const QString kContent = u"notifications/content"_s;
/// A burst of messages sounds once.
constexpr qint64 kSoundEveryMs = 2000;

QString chatTag(const XmppSession *session, const Jid &peer)
{
    return "chat "_L1 + session->accountId() + u' ' + peer.toString();
}

} // namespace

ChatNotices::ChatNotices(Accounts &accounts, UiSettings &settings, Notifier &notifier,
                         IsBeingRead isBeingRead, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_settings(settings)
    , m_notifier(notifier)
    , m_isBeingRead(std::move(isBeingRead))
{
    const auto sessions = m_accounts.sessions();
    for (XmppSession *session : sessions)
        watch(session);
    connect(&m_accounts, &Accounts::added, this, &ChatNotices::watch);
    connect(&m_notifier, &Notifier::activated, this, [this](const QString &tag, const QString &token) {
        const auto subject = m_subjects.constFind(tag);
        if (subject == m_subjects.cend())
            return;
        switch (subject->kind) {
        case Subject::Kind::Chat:
            Q_EMIT chatRequested(subject->key, token);
            break;
        case Subject::Kind::Request:
            Q_EMIT requestsRequested(token);
            break;
        case Subject::Kind::Account:
            Q_EMIT accountRequested(subject->key.account, token);
            break;
        }
    });
    const auto chatOf = [this](const QString &tag) -> std::pair<XmppSession *, Jid> {
        const auto subject = m_subjects.constFind(tag);
        if (m_locked || subject == m_subjects.cend() || subject->kind != Subject::Kind::Chat)
            return {nullptr, {}};
        return {m_accounts.session(subject->key.account), subject->key.peer};
    };
    connect(&m_notifier, &Notifier::markReadRequested, this, [chatOf](const QString &tag) {
        if (const auto [session, peer] = chatOf(tag); session)
            session->markRead(peer);
    });
    connect(&m_notifier, &Notifier::replied, this, [chatOf](const QString &tag, const QString &text) {
        if (const auto [session, peer] = chatOf(tag); session) {
            session->sendMessage(peer, text);
            session->markRead(peer);
        }
    });
}

void ChatNotices::watch(XmppSession *session)
{
    connect(
        session, &XmppSession::messageArrived, this,
        [this, session](const Jid &peer, qint64, const QString &body) { onMessage(session, peer, body); });
    connect(session, &XmppSession::messageFailed, this,
            [this, session](const Jid &peer, qint64, const Error &error) { onFailed(session, peer, error); });
    connect(session, &XmppSession::requestArrived, this,
            [this, session](const Jid &bare) { onRequest(session, bare); });
    connect(session, &XmppSession::chatRead, this,
            [this, session](const Jid &peer) { m_notifier.withdraw(chatTag(session, peer)); });
    connect(session, &XmppSession::stateChanged, this, [this, session](SessionState state) {
        if (state == SessionState::Stopped)
            onStopped(session);
        else if (state == SessionState::Online)
            m_saidOfAccount.remove(session->accountId());
    });
}

bool ChatNotices::wantsQuiet(const XmppSession *session) const
{
    return !isEnabled() || session->presence().availability == Availability::DoNotDisturb
        || m_notifier.isInhibited();
}

void ChatNotices::onMessage(XmppSession *session, const Jid &peer, const QString &body)
{
    const ConversationKey key{session->accountId(), peer};
    const bool muted = session->conversations()->indexOf(peer).data(roles::Muted).toBool();
    if (wantsQuiet(session) || muted || m_isBeingRead(key))
        return;

    const Content content = contentNow();
    Notice notice;
    notice.tag = chatTag(session, peer);
    m_subjects.insert(notice.tag, {Subject::Kind::Chat, key});
    notice.title = content == Content::Nothing ? tr("Tertulia") : shownName(session->displayName(peer));
    notice.body = content == Content::Full ? shownText(body, 500) : tr("New message");
    if (content != Content::Nothing)
        notice.imageFile = session->roster()->indexOf(peer).data(roles::AvatarFile).toString();
    notice.sound = takeSound();
    notice.canMarkRead = !m_locked;
    notice.canReply = !m_locked;
    m_notifier.show(notice);
}

void ChatNotices::onFailed(XmppSession *session, const Jid &peer, const Error &error)
{
    const ConversationKey key{session->accountId(), peer};
    if (!isEnabled() || m_isBeingRead(key))
        return;
    Notice notice;
    notice.tag = chatTag(session, peer);
    m_subjects.insert(notice.tag, {Subject::Kind::Chat, key});
    notice.title = contentNow() == Content::Nothing
        ? tr("A message was not sent")
        : tr("A message to %1 was not sent").arg(shownName(session->displayName(peer)));
    notice.body = errorText(error).sentence;
    notice.sound = false;
    m_notifier.show(notice);
}

void ChatNotices::onRequest(XmppSession *session, const Jid &bare)
{
    if (wantsQuiet(session))
        return;
    Notice notice;
    notice.tag = "request "_L1 + session->accountId() + u' ' + bare.toString();
    m_subjects.insert(notice.tag, {Subject::Kind::Request, {session->accountId(), bare}});
    notice.title = tr("Contact request");
    if (contentNow() == Content::Nothing)
        notice.body = tr("Somebody asks to see your status.");
    else
        notice.body = tr("%1 asks to see your status.").arg(shownAddress(bare.toString()));
    notice.sound = false;
    m_notifier.show(notice);
}

void ChatNotices::onStopped(XmppSession *session)
{
    const ErrorCode code = session->lastError().code;
    const bool said = m_saidOfAccount.contains(session->accountId())
        && m_saidOfAccount.value(session->accountId()) == code;
    // Before the person's eyes the window's own strip says it.
    if (!isEnabled() || said || QGuiApplication::applicationState() == Qt::ApplicationActive)
        return;
    m_saidOfAccount.insert(session->accountId(), code);
    Notice notice;
    notice.tag = "account "_L1 + session->accountId();
    m_subjects.insert(notice.tag, {Subject::Kind::Account, {session->accountId(), {}}});
    notice.title = tr("%1 is not connected").arg(shownAddress(session->address().toString()));
    notice.body = errorText(session->lastError()).sentence;
    notice.sound = false;
    m_notifier.show(notice);
}

ChatNotices::Content ChatNotices::contentNow() const
{
    return m_locked ? Content::Nothing : content();
}

bool ChatNotices::takeSound()
{
    if (!hasSound() || (m_lastSound.isValid() && m_lastSound.elapsed() < kSoundEveryMs))
        return false;
    m_lastSound.start();
    return true;
}

bool ChatNotices::isEnabled() const
{
    return m_settings.value(kEnabled, true).toBool();
}

void ChatNotices::setEnabled(bool enabled)
{
    m_settings.setValue(kEnabled, enabled);
}

bool ChatNotices::hasSound() const
{
    return m_settings.value(kSound, true).toBool();
}

void ChatNotices::setSound(bool sound)
{
    m_settings.setValue(kSound, sound);
}

ChatNotices::Content ChatNotices::content() const
{
    const QByteArray name = m_settings.value(kContent, u"Full"_s).toString().toLatin1();
    bool known = false;
    const int value = QMetaEnum::fromType<Content>().keyToValue(name.constData(), &known);
    // A setting nobody understands is taken as the more private wish.
    return known ? static_cast<Content>(value) : Content::Nothing;
}

void ChatNotices::setContent(Content content)
{
    m_settings.setValue(kContent,
                        QString::fromLatin1(QMetaEnum::fromType<Content>().valueToKey(int(content))));
}

} // namespace tertulia
