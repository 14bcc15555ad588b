// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatWidget.h"

#include "core/models/ConversationListModel.h"
#include "core/models/ConversationModel.h"
#include "core/models/RosterModel.h"
#include "core/session/SessionChats.h"
#include "core/session/SessionMessages.h"
#include "core/session/XmppSession.h"
#include "ui/accounts/AccountMarks.h"
#include "ui/chat/ChatFind.h"
#include "ui/chat/ChatHeader.h"
#include "ui/chat/ChatJumps.h"
#include "ui/chat/ChatLook.h"
#include "ui/chat/ChatOverrides.h"
#include "ui/chat/ChatSpelling.h"
#include "ui/chat/ChatWidgetPrivate.h"
#include "ui/chat/Composer.h"
#include "ui/chat/DateDialog.h"
#include "ui/chat/DetailsPane.h"
#include "ui/chat/EncryptionLine.h"
#include "ui/chat/FindBar.h"
#include "ui/chat/LinkQuestion.h"
#include "ui/chat/MessageCommands.h"
#include "ui/chat/OfflineNote.h"
#include "ui/chat/SeenMessages.h"
#include "ui/chat/SelectionStrip.h"
#include "ui/chat/StrangerBar.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/spelling/FieldSpelling.h"
#include "ui/text/ChatTitle.h"
#include "ui/timeline/TimelineView.h"
#include "ui/writing/ComposerEdit.h"

#include <QKeyEvent>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kRoomForDetails = 560;
} // namespace

ChatWidget::Private::Private(ChatWidget *widget, XmppSession &session_, const Jid &peer_)
    : ChatParts(*widget)
    , q(widget)
    , session(session_)
    , peer(peer_)
{
}

QModelIndex ChatWidget::Private::contact() const
{
    return session.roster()->indexOf(peer);
}

void ChatWidget::Private::refreshPeer()
{
    const QString now = chatTitle(session, peer);
    const bool notes = peer == session.address();
    const bool renamed = now != name;
    name = now;
    stranger->setName(name);
    header->setPeer(peer.toString(), name, contact(), notes);
    details->setPeer(peer.toString(), name, contact(), notes);
    if (renamed) {
        timeline->setPeerName(name);
        composer->setPeerName(name);
        Q_EMIT q->titleChanged();
    }
}

void ChatWidget::Private::refreshState()
{
    offline->setOffline(session.state() != XmppSession::State::Online,
                        session.state() == XmppSession::State::Waiting);
    composer->setTopLine(session.state() == XmppSession::State::Online);
    selection->setTopLine(session.state() == XmppSession::State::Online);
    const int now = q->unread();
    if (now != unread) {
        unread = now;
        Q_EMIT q->titleChanged();
    }
    seen->check();
}

/// The details stand beside the conversation where there is room for both, else in its place.
void ChatWidget::Private::arrange()
{
    const bool both = q->width() >= kRoomForDetails;
    column->setVisible(both || !wantsDetails);
    details->setVisible(wantsDetails);
    header->setDetailsOpen(wantsDetails);
    header->setBackVisible(!ownWindow && wantsBack);
}

void ChatWidget::Private::send(const QString &text, qint64 answers, const std::optional<QString> &spoiler)
{
    session.messages().send(peer, text, answers, spoiler);
    model->clearUnreadLine();
    timeline->scrollToBottom();
}

/// While messages are selected there is nothing to write: what can be done with them takes that place.
void ChatWidget::Private::showPicked(int count)
{
    const bool picking = count > 0;
    if (picking)
        selection->setCount(count);
    if (selection->isVisibleTo(column) == picking)
        return;
    const bool hadFocus = picking ? composer->field()->hasFocus() : selection->focusWidget() != nullptr;
    selection->setVisible(picking);
    composer->setVisible(!picking);
    encryption->setVisible(!picking);
    if (picking)
        timeline->setFocus(Qt::OtherFocusReason);
    else if (hadFocus || timeline->hasFocus())
        q->focusComposer();
}

/// Esc, one step at a time (UI e.11); it never closes the chat.
void ChatWidget::Private::stepBack()
{
    if (composer->stepBack()) {
        q->focusComposer();
    } else if (find->close()) {
        q->focusComposer();
    } else if (!timeline->foundWords().isEmpty()) {
        timeline->setFoundWords({});
    } else if (timeline->isPicking()) {
        timeline->clearPicked();
    } else if (timeline->hasSelection()) {
        timeline->clearSelection();
    } else if (timeline->hasChoice()) {
        timeline->clearChoice();
    } else if (timeline->isAtBottom() && settings
               && settings->value(settingkeys::kEscapeCloses, false).toBool()) {
        Q_EMIT q->closeRequested();
    } else {
        timeline->scrollToBottom();
        q->focusComposer();
    }
}

ChatWidget::ChatWidget(XmppSession &session, const Jid &peer, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, session, peer.bare()))
{
    d->build();
    d->connectAll();
    d->addShortcuts();
    d->refreshPeer();
    d->refreshState();
}

ChatWidget::~ChatWidget()
{
    // The children still live here, and the draft must reach the session before they go.
    d->composer->flushDraft();
    d->composer->disconnect(this);
}

ConversationKey ChatWidget::key() const
{
    return {d->session.accountId(), d->peer};
}

QString ChatWidget::peerName() const
{
    return d->name;
}

int ChatWidget::unread() const
{
    return d->session.conversations()->indexOf(d->peer).data(roles::Unread).toInt();
}

TimelineView *ChatWidget::timeline() const
{
    return d->timeline;
}

void ChatWidget::setInOwnWindow(bool own)
{
    d->ownWindow = own;
    d->header->setInOwnWindow(own);
    d->arrange();
}

void ChatWidget::setBackVisible(bool visible)
{
    d->wantsBack = visible;
    d->arrange();
}

void ChatWidget::setSettings(UiSettings *settings)
{
    d->settings = settings;
    d->composer->setSettings(settings);
    d->commands->setSettings(settings);
    if (!settings)
        return;
    d->timeline->setStyling(settings->value(settingkeys::kStyling, true).toBool() ? Styling::Shown
                                                                                  : Styling::Ignored);
    d->timeline->setLook(chatLook(d->session.chats().choices(), d->peer, *settings));
    d->timeline->setLinkOpener([this, settings](const QUrl &url) { openLink(url, *settings, this); });
    d->header->setDocksIntoTabs(settings->value(settingkeys::kOpenChatsIn).toString() == "tabs"_L1);
    setDetailsVisible(settings->value(u"chat/details"_s).toBool());
    if (!d->overrides && d->peer != d->session.address()) {
        d->overrides = new ChatOverrides(d->session, d->peer, *settings, d->details);
        d->details->addPart(d->overrides);
    }
}

void ChatWidget::setMarks(const AccountMarks &marks)
{
    const auto tell = [this, &marks] { d->header->setAccount(marks.mark(d->session.accountId())); };
    connect(&marks, &AccountMarks::changed, this, tell);
    tell();
}

void ChatWidget::setSpelling(Spelling &spelling)
{
    d->composer->setSpelling(spelling);
    new ChatSpelling(d->session.chats().choices(), d->peer, *d->composer->spelling());
}

void ChatWidget::setDetailsVisible(bool visible)
{
    if (visible == d->wantsDetails)
        return;
    d->wantsDetails = visible;
    d->arrange();
    if (d->settings)
        d->settings->setValue(u"chat/details"_s, visible);
    Q_EMIT detailsVisibleChanged(visible);
}

bool ChatWidget::detailsVisible() const
{
    return d->wantsDetails;
}

void ChatWidget::focusComposer()
{
    d->composer->field()->setFocus(Qt::ShortcutFocusReason);
}

void ChatWidget::openFindBar()
{
    d->find->open();
}

void ChatWidget::askForDate()
{
    auto *dialog = new DateDialog(this);
    connect(dialog, &DateDialog::chosen, this, [this](QDate day) { showTime(day.startOfDay()); });
    dialog->open();
}

void ChatWidget::showTime(const QDateTime &time)
{
    if (const qint64 message = d->session.chats().messageSince(d->peer, time))
        showMessage(message);
}

void ChatWidget::togglePopOut()
{
    if (d->ownWindow)
        Q_EMIT dockRequested();
    else
        Q_EMIT popOutRequested();
}

void ChatWidget::showMessage(qint64 messageId)
{
    d->jumps->toMessage(messageId);
}

void ChatWidget::showFound(qint64 messageId, const SearchWords &words)
{
    d->jumps->toFound(messageId, words);
}

void ChatWidget::jumpToBeginning()
{
    d->jumps->toBeginning();
}

void ChatWidget::jumpToUnread()
{
    d->jumps->toUnread();
}

void ChatWidget::jumpBack()
{
    d->jumps->back();
}

qint64 ChatWidget::position() const
{
    return d->timeline->topMessage();
}

void ChatWidget::restorePosition(qint64 messageId)
{
    if (messageId == 0 || unread() > 0)
        return;
    if (!d->model->indexOf(messageId).isValid() && d->model->goTo(messageId) < 0)
        return;
    d->timeline->restorePosition(messageId);
}

QList<QWidget *> ChatWidget::panes() const
{
    QList<QWidget *> panes{d->header, d->timeline, d->composer->field()};
    if (detailsVisible())
        panes << d->details;
    return panes;
}

void ChatWidget::saveDraft()
{
    d->composer->flushDraft();
}

void ChatWidget::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange)
        d->seen->check();
}

void ChatWidget::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    d->seen->check();
}

void ChatWidget::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    d->composer->flushDraft();
}

void ChatWidget::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !event->modifiers()) {
        d->stepBack();
        return;
    }
    // Typing anywhere in the chat writes the message.
    const QString text = event->text();
    const bool printable = !text.isEmpty() && text.front().isPrint() && !text.front().isSpace();
    if (printable && !d->timeline->isPicking()
        && !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))) {
        focusComposer();
        d->composer->field()->insertPlainText(text);
        return;
    }
    QWidget::keyPressEvent(event);
}

void ChatWidget::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->arrange();
}

bool ChatWidget::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        d->seen->check();
    return QWidget::event(event);
}

} // namespace tertulia
