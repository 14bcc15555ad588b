// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/ChatNotices.h"

#include "core/models/ConversationListModel.h"
#include "core/models/RequestsModel.h"
#include "core/models/RosterModel.h"
#include "core/session/Accounts.h"
#include "core/session/SessionChats.h"
#include "core/session/SessionContacts.h"
#include "core/session/SessionMessages.h"
#include "core/session/XmppSession.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/text/SpoilerText.h"

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>
#include <chrono>

namespace tertulia
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// A burst of messages sounds once.
constexpr auto kSoundEvery = 2000ms;
/// What comes in the same chat so soon after is told with it.
constexpr auto kTogether = 300ms;
/// So many chats with something new are told one by one by the list alone; more are worth a summary.
constexpr qsizetype kFewChats = 3;
constexpr qsizetype kMostLines = 3;
constexpr qsizetype kMostNames = 4;
constexpr qsizetype kLongestLine = 500;

QString chatTag(const XmppSession *session, const Jid &peer)
{
    return "chat "_L1 + session->accountId() + u' ' + peer.toString();
}
QString reactionTag(const XmppSession *session, const Jid &peer)
{
    return "reaction "_L1 + chatTag(session, peer);
}
QString requestTag(const XmppSession *session, const Jid &peer)
{
    return "request "_L1 + session->accountId() + u' ' + peer.toString();
}
QString accountTag(const QString &accountId)
{
    return "account "_L1 + accountId;
}
QString summaryTag(const QString &accountId)
{
    return "chats "_L1 + accountId;
}

Jid addressOf(const QModelIndex &request)
{
    return Jid::fromNormalized(request.data(roles::Address).toString());
}

bool isFresh(const QElapsedTimer &timer, std::chrono::milliseconds span)
{
    return timer.isValid() && timer.elapsed() < span.count();
}

} // namespace

ChatNotices::ChatNotices(Accounts &accounts, UiSettings &settings, Notifier &notifier,
                         IsBeingRead isBeingRead, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_rules(settings)
    , m_notifier(notifier)
    , m_isBeingRead(std::move(isBeingRead))
{
    m_gathering.setSingleShot(true);
    m_gathering.setInterval(kTogether);
    connect(&m_gathering, &QTimer::timeout, this, &ChatNotices::showWaiting);
    const auto sessions = m_accounts.sessions();
    for (XmppSession *session : sessions)
        watch(session);
    connect(&m_accounts, &Accounts::added, this, &ChatNotices::watch);
    connect(&m_accounts, &Accounts::aboutToRemove, this,
            [this](XmppSession *session) { forgetAccount(session->accountId()); });
    connect(&m_notifier, &Notifier::activated, this, &ChatNotices::onActivated);
    connect(&m_notifier, &Notifier::answered, this, &ChatNotices::onAnswered);
    connect(&m_notifier, &Notifier::closed, this, [this](const QString &tag) { m_lines.remove(tag); });
    connect(&m_notifier, &Notifier::markReadRequested, this, [this](const QString &tag) {
        if (const auto [session, peer] = chatOf(tag); session)
            session->chats().markRead(peer);
    });
    connect(&m_notifier, &Notifier::replied, this, [this](const QString &tag, const QString &text) {
        const auto [session, peer] = chatOf(tag);
        if (!session || text.trimmed().isEmpty())
            return;
        session->messages().send(peer, text);
        session->chats().markRead(peer);
        // Some servers leave it there.
        withdraw(tag);
    });
}

std::pair<XmppSession *, Jid> ChatNotices::chatOf(const QString &tag) const
{
    const auto subject = m_subjects.constFind(tag);
    if (m_locked || subject == m_subjects.cend() || subject->kind != Subject::Kind::Chat)
        return {nullptr, {}};
    return {m_accounts.session(subject->key.account), subject->key.peer};
}

void ChatNotices::onActivated(const QString &tag, const QString &token)
{
    const auto found = m_subjects.constFind(tag);
    if (found == m_subjects.cend())
        return;
    const Subject subject = *found;
    switch (subject.kind) {
    case Subject::Kind::Chat:
        Q_EMIT chatRequested(subject.key, token);
        break;
    case Subject::Kind::Chats:
    case Subject::Kind::Sample:
        withdraw(tag);
        Q_EMIT chatsRequested(token);
        break;
    case Subject::Kind::Request:
        Q_EMIT requestsRequested(token);
        break;
    case Subject::Kind::Account:
        Q_EMIT accountRequested(subject.key.account, token);
        break;
    }
}

void ChatNotices::onAnswered(const QString &tag, bool accepted)
{
    const auto subject = m_subjects.constFind(tag);
    if (m_locked || subject == m_subjects.cend() || subject->kind != Subject::Kind::Request)
        return;
    XmppSession *session = m_accounts.session(subject->key.account);
    const Jid peer = subject->key.peer;
    // Not what is no longer asked: who only writes is among the requests too.
    if (!session || !session->requests()->asks(peer))
        return;
    if (accepted)
        session->contacts().acceptRequest(peer);
    else
        session->contacts().declineRequest(peer);
}

void ChatNotices::watch(XmppSession *session)
{
    const SessionMessages *messages = &session->messages();
    connect(messages, &SessionMessages::arrived, this,
            [this, session](const Jid &peer, qint64 message, const QString &body) {
                onMessage(session, peer, message, body);
            });
    connect(
        messages, &SessionMessages::reacted, this,
        [this, session](const Jid &peer, const QStringList &emojis) { onReaction(session, peer, emojis); });
    connect(messages, &SessionMessages::missed, this,
            [this, session](const Jid &peer, qint64 message, const QString &body) {
                m_missed[session->accountId()].insert(peer, {message, body});
            });
    connect(messages, &SessionMessages::caughtUp, this, [this, session] { tellMissed(session); });
    connect(messages, &SessionMessages::failed, this,
            [this, session](const Jid &peer, qint64, const Error &error) { onFailed(session, peer, error); });
    connect(&session->contacts(), &SessionContacts::requestArrived, this,
            [this, session](const Jid &bare) { onRequest(session, bare); });
    connect(&session->chats(), &SessionChats::read, this, [this, session](const Jid &peer) {
        withdraw(chatTag(session, peer));
        if (const QString tag = reactionTag(session, peer); m_subjects.contains(tag))
            withdraw(tag);
        const QString summary = summaryTag(session->accountId());
        if (m_subjects.contains(summary) && session->conversations()->unreadTotal() == 0)
            withdraw(summary);
    });
    connect(session, &XmppSession::stateChanged, this,
            [this, session](SessionState state) { onState(session, state); });
    const RequestsModel *requests = session->requests();
    connect(requests, &RequestsModel::rowsAboutToBeRemoved, this,
            [this, session, requests](const QModelIndex &, int first, int last) {
                for (int row = first; row <= last; ++row)
                    endRequest(session, addressOf(requests->index(row)));
            });
    connect(requests, &RequestsModel::dataChanged, this,
            [this, session, requests](const QModelIndex &first, const QModelIndex &last) {
                for (int row = first.row(); row <= last.row(); ++row)
                    if (const Jid bare = addressOf(requests->index(row)); !requests->asks(bare))
                        endRequest(session, bare);
            });
}

/// They do not ask any more, or were answered. When they ask anew that is news.
void ChatNotices::endRequest(XmppSession *session, const Jid &bare)
{
    // A new connection begins without any, and they come again.
    if (session->state() == SessionState::Online && m_toldRequests.remove({session->accountId(), bare}) > 0)
        withdraw(requestTag(session, bare));
}

/// The server repeats what is asked at each log-in. What it did not repeat during a whole connection ended
/// while nobody was here to see it.
void ChatNotices::reviewRequests(XmppSession *session)
{
    const auto told = m_toldRequests;
    for (auto it = told.cbegin(); it != told.cend(); ++it) {
        const auto &[account, peer] = it.key();
        if (account != session->accountId() || session->requests()->asks(peer))
            continue; // not of here, or asked on the same stream, which was resumed
        if (*it == Told::Now) {
            m_toldRequests.insert(it.key(), Told::Before);
        } else {
            m_toldRequests.remove(it.key());
            withdraw(requestTag(session, peer));
        }
    }
}

void ChatNotices::onState(XmppSession *session, SessionState state)
{
    if (state == SessionState::Online) {
        m_saidOfAccount.remove(session->accountId());
        withdraw(accountTag(session->accountId()));
        reviewRequests(session);
    } else if (state == SessionState::Stopped || state == SessionState::NeedsPassword) {
        onStopped(session);
    }
}

bool ChatNotices::wantsQuiet(const XmppSession *session) const
{
    return m_rules.isQuiet(QDateTime::currentDateTimeUtc())
        || session->presence().availability == Availability::DoNotDisturb || m_notifier.isInhibited();
}

void ChatNotices::onMessage(XmppSession *session, const Jid &peer, qint64 message, const QString &body)
{
    const ConversationKey key{session->accountId(), peer};
    if (wantsQuiet(session) || session->chats().isMuted(peer) || m_isBeingRead(key))
        return;
    const NoticeSound sound = takeSound(soundFor(*session, peer));
    Notice notice;
    notice.tag = chatTag(session, peer);
    notice.sound = sound;
    const NoticeRules::Content content = contentNow();
    notice.title
        = content == NoticeRules::Content::Nothing ? u"Tertulia"_s : shownName(session->displayName(peer));
    notice.body = tr("New message");
    if (content == NoticeRules::Content::Full) {
        const auto spoiler = session->messages().spoilerOf(message);
        QStringList &lines = m_lines[notice.tag];
        lines << (spoiler ? spoilerText(*spoiler) : shownText(body, kLongestLine));
        while (lines.size() > kMostLines)
            lines.removeFirst();
        notice.body = lines.join(u'\n');
    } else {
        m_lines.remove(notice.tag);
    }
    if (content != NoticeRules::Content::Nothing)
        notice.imageFile = session->roster()->indexOf(peer).data(roles::AvatarFile).toString();
    notice.canMarkRead = !m_locked;
    notice.canReply = !m_locked;
    if (m_rules.shows(NoticeKind::Message))
        show({Subject::Kind::Chat, key}, notice);
    else
        m_notifier.play(sound);
}

NoticeSound ChatNotices::soundFor(const XmppSession &session, const Jid &peer) const
{
    const QVariant chosen = session.chats().choices().value(peer, NoticeRules::kChatSound);
    if (!chosen.isValid())
        return m_rules.soundOf(NoticeKind::Message);
    return chosen.toBool() ? NoticeSound::Message : NoticeSound::None;
}

/// What came while nobody was connected was not heard at its time: it is told without a sound, chat by chat,
/// or in one bubble if it is much (R10).
void ChatNotices::tellMissed(XmppSession *session)
{
    const Missed missed = m_missed.take(session->accountId());
    QList<Jid> unread;
    for (auto it = missed.cbegin(); it != missed.cend(); ++it) {
        // Another device may have shown it meanwhile.
        if (session->chats().unread(it.key()) > 0 && !session->chats().isMuted(it.key())
            && !m_isBeingRead({session->accountId(), it.key()}))
            unread << it.key();
    }
    // As they came.
    std::ranges::sort(unread, {}, [&](const Jid &peer) { return missed.value(peer).message; });
    if (unread.size() > kFewChats) {
        summarize(session, unread);
        return;
    }
    m_lastSound.start();
    for (const Jid &peer : std::as_const(unread))
        onMessage(session, peer, missed[peer].message, missed[peer].body);
}

void ChatNotices::summarize(XmppSession *session, const QList<Jid> &chats)
{
    if (wantsQuiet(session) || !m_rules.shows(NoticeKind::Message))
        return;
    QStringList names;
    int messages = 0;
    for (const Jid &peer : chats) {
        messages += session->chats().unread(peer);
        if (names.size() < kMostNames)
            names << shownName(session->displayName(peer));
    }
    Notice notice;
    notice.tag = summaryTag(session->accountId());
    notice.title = tr("%n new message(s)", nullptr, messages);
    if (contentNow() == NoticeRules::Content::Nothing)
        notice.body = tr("In %n chat(s)", nullptr, static_cast<int>(chats.size()));
    else if (chats.size() > names.size())
        notice.body = tr("From %1 and %n other(s)", nullptr, static_cast<int>(chats.size() - names.size()))
                          .arg(QLocale().createSeparatedList(names));
    else
        notice.body = tr("From %1").arg(QLocale().createSeparatedList(names));
    notice.sound = NoticeSound::None;
    show({Subject::Kind::Chats, {session->accountId(), {}}}, notice);
}

/// The last one of each chat; nothing in the list tells of it.
void ChatNotices::onReaction(XmppSession *session, const Jid &peer, const QStringList &emojis)
{
    const ConversationKey key{session->accountId(), peer};
    if (!m_rules.shows(NoticeKind::Reaction) || wantsQuiet(session) || session->chats().isMuted(peer)
        || m_isBeingRead(key))
        return;
    const NoticeRules::Content content = contentNow();
    Notice notice;
    // Not the bubble of what they say.
    notice.tag = reactionTag(session, peer);
    notice.title
        = content == NoticeRules::Content::Nothing ? u"Tertulia"_s : shownName(session->displayName(peer));
    switch (content) {
    case NoticeRules::Content::Full:
        notice.body = tr("Reacted to your message: %1").arg(shownText(emojis.join(u' '), kLongestLine));
        break;
    case NoticeRules::Content::NameOnly:
        notice.body = tr("Reacted to your message");
        break;
    case NoticeRules::Content::Nothing:
        notice.body = tr("Somebody reacted to your message");
        break;
    }
    notice.sound = takeSound(m_rules.soundOf(NoticeKind::Reaction));
    show({Subject::Kind::Chat, key}, notice);
}

void ChatNotices::onFailed(XmppSession *session, const Jid &peer, const Error &error)
{
    const ConversationKey key{session->accountId(), peer};
    if (wantsQuiet(session) || !m_rules.shows(NoticeKind::SendFailed) || m_isBeingRead(key))
        return;
    Notice notice;
    // Not the bubble of what they say: one would take the other's place.
    notice.tag = "failed "_L1 + chatTag(session, peer);
    notice.title = contentNow() == NoticeRules::Content::Nothing
        ? tr("A message was not sent")
        : tr("A message to %1 was not sent").arg(shownName(session->displayName(peer)));
    notice.body = errorText(error).sentence;
    notice.sound = takeSound(m_rules.soundOf(NoticeKind::SendFailed));
    show({Subject::Kind::Chat, key}, notice);
}

void ChatNotices::onRequest(XmppSession *session, const Jid &bare)
{
    const ConversationKey key{session->accountId(), bare};
    // Servers repeat it at each log-in; once is enough.
    if (const auto told = m_toldRequests.find(key); told != m_toldRequests.end()) {
        *told = Told::Now;
        return;
    }
    // One too many has no row and cannot be answered (SECURITY A71).
    if (!session->requests()->asks(bare) || wantsQuiet(session) || !m_rules.shows(NoticeKind::Request))
        return;
    m_toldRequests.insert(key, Told::Now);
    Notice notice;
    notice.tag = requestTag(session, bare);
    notice.title = tr("Contact request");
    if (contentNow() == NoticeRules::Content::Nothing)
        notice.body = tr("Somebody asks to see your status.");
    else
        notice.body = tr("%1 asks to see your status.").arg(shownAddress(bare.toString()));
    notice.sound = takeSound(m_rules.soundOf(NoticeKind::Request));
    notice.canAccept = !m_locked && contentNow() != NoticeRules::Content::Nothing;
    show({Subject::Kind::Request, key}, notice);
}

void ChatNotices::onStopped(XmppSession *session)
{
    const ErrorCode code = session->lastError().code;
    const bool said = m_saidOfAccount.contains(session->accountId())
        && m_saidOfAccount.value(session->accountId()) == code;
    // Before the person's eyes the window's own strip says it.
    if (said || wantsQuiet(session) || !m_rules.shows(NoticeKind::AccountProblem)
        || QGuiApplication::applicationState() == Qt::ApplicationActive)
        return;
    m_saidOfAccount.insert(session->accountId(), code);
    Notice notice;
    notice.tag = accountTag(session->accountId());
    notice.title = contentNow() == NoticeRules::Content::Nothing
        ? tr("An account is not connected")
        : tr("%1 is not connected").arg(shownAddress(session->address().toString()));
    notice.body = errorText(session->lastError()).sentence;
    notice.sound = takeSound(m_rules.soundOf(NoticeKind::AccountProblem));
    show({Subject::Kind::Account, {session->accountId(), {}}}, notice);
}

void ChatNotices::showSample()
{
    Notice notice;
    notice.tag = u"sample"_s;
    notice.title = u"Tertulia"_s;
    notice.body = tr("This is how a new message is told.");
    notice.sound = m_rules.soundOf(NoticeKind::Message);
    m_subjects.insert(notice.tag, {Subject::Kind::Sample, {}});
    m_notifier.show(notice);
}

void ChatNotices::show(const Subject &subject, const Notice &notice)
{
    m_subjects.insert(notice.tag, subject);
    QElapsedTimer &last = m_shownAt[notice.tag];
    if (!isFresh(last, kTogether)) {
        last.start();
        m_notifier.show(notice);
        return;
    }
    const NoticeSound before = m_waiting.value(notice.tag, {.sound = NoticeSound::None}).sound;
    Notice &waiting = m_waiting[notice.tag];
    waiting = notice;
    if (waiting.sound == NoticeSound::None)
        waiting.sound = before;
    if (!m_gathering.isActive())
        m_gathering.start();
}

void ChatNotices::showWaiting()
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const Notice &notice : waiting) {
        const Subject subject = m_subjects.value(notice.tag);
        if (subject.kind == Subject::Kind::Chat && m_isBeingRead(subject.key))
            continue;
        m_shownAt[notice.tag].start();
        m_notifier.show(notice);
    }
}

void ChatNotices::withdraw(const QString &tag)
{
    m_waiting.remove(tag);
    m_lines.remove(tag);
    m_shownAt.remove(tag);
    m_subjects.remove(tag);
    m_notifier.withdraw(tag);
}

void ChatNotices::forgetAccount(const QString &accountId)
{
    m_saidOfAccount.remove(accountId);
    m_missed.remove(accountId);
    m_toldRequests.removeIf([&](const auto &told) { return told.key().account == accountId; });
    const auto subjects = m_subjects;
    for (auto it = subjects.cbegin(); it != subjects.cend(); ++it)
        if (it->key.account == accountId)
            withdraw(it.key());
}

NoticeRules::Content ChatNotices::contentNow() const
{
    return m_locked ? NoticeRules::Content::Nothing : m_rules.content();
}

NoticeSound ChatNotices::takeSound(NoticeSound wanted)
{
    if (wanted == NoticeSound::None || isFresh(m_lastSound, kSoundEvery))
        return NoticeSound::None;
    m_lastSound.start();
    return wanted;
}

} // namespace tertulia
