// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatWidget.h"

#include "core/models/ConversationListModel.h"
#include "core/models/ConversationModel.h"
#include "core/models/RosterModel.h"
#include "core/session/XmppSession.h"
#include "ui/chat/ChatHeader.h"
#include "ui/chat/Composer.h"
#include "ui/chat/ComposerEdit.h"
#include "ui/chat/DetailsPane.h"
#include "ui/chat/EncryptionLine.h"
#include "ui/chat/FindBar.h"
#include "ui/chat/MessageCommands.h"
#include "ui/chat/OfflineNote.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/text/ChatTitle.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TimelineView.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kRoomForDetails = 560;
} // namespace

class ChatWidget::Private
{
public:
    Private(ChatWidget *widget, XmppSession &session_, const Jid &peer_);

    void build();
    void connectAll();
    void addShortcuts();
    void refreshPeer();
    void refreshState();
    void arrange();
    void markReadIfSeen();
    void send(const QString &text, qint64 answers);
    void setTyping(bool typing);
    void closeFindBar();
    void stepBack();
    [[nodiscard]] QModelIndex contact() const;
    [[nodiscard]] QString settingsKey(QLatin1String what) const;

    ChatWidget *q;
    XmppSession &session;
    const Jid peer;
    UiSettings *settings = nullptr;
    ConversationModel *model = nullptr;
    ChatHeader *header = nullptr;
    FindBar *findBar = nullptr;
    TimelineView *timeline = nullptr;
    OfflineNote *offline = nullptr;
    Composer *composer = nullptr;
    MessageCommands *commands = nullptr;
    EncryptionLine *encryption = nullptr;
    QSplitter *splitter = nullptr;
    QWidget *column = nullptr;
    DetailsPane *details = nullptr;
    QString name;
    qint64 seen = 0; ///< the message that was last said to be
    int unread = -1;
    bool ownWindow = false;
    bool wantsDetails = false;
    bool wantsBack = false;
};

ChatWidget::Private::Private(ChatWidget *widget, XmppSession &session_, const Jid &peer_)
    : q(widget)
    , session(session_)
    , peer(peer_)
{
}

void ChatWidget::Private::build()
{
    model = session.openTimeline(peer, q);
    splitter = new QSplitter(Qt::Horizontal, q);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    column = new QWidget(splitter);
    header = new ChatHeader(column);
    findBar = new FindBar(column);
    timeline = new TimelineView(column);
    offline = new OfflineNote(column);
    composer = new Composer(column);
    encryption = new EncryptionLine(column);
    details = new DetailsPane(splitter);
    findBar->hide();
    details->hide();

    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(header);
    rows->addWidget(findBar);
    rows->addWidget(timeline, 1);
    rows->addWidget(offline);
    rows->addWidget(composer);
    rows->addWidget(encryption);
    column->setMinimumWidth(300);
    splitter->addWidget(column);
    splitter->addWidget(details);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    auto *all = new QVBoxLayout(q);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(splitter);
    q->setFocusProxy(composer);
    QWidget::setTabOrder(timeline, composer->field());

    commands = new MessageCommands(session, peer, *model, *timeline, *composer, q);
    timeline->setModel(model,
                       {[this] { return model->canFetchNewer(); }, [this] { model->fetchNewer(); },
                        [this] { model->goToNewest(); }});
    timeline->setFirstUnread(model->firstUnread());
    timeline->scrollToUnread();
    composer->setText(session.draft(peer));
}

void ChatWidget::Private::connectAll()
{
    connect(header, &ChatHeader::searchRequested, q, &ChatWidget::openFindBar);
    connect(header, &ChatHeader::backRequested, q, &ChatWidget::backRequested);
    connect(header, &ChatHeader::detailsRequested, q, [this] { q->setDetailsVisible(!q->detailsVisible()); });
    connect(header, &ChatHeader::hostChangeRequested, q, [this] {
        if (ownWindow)
            Q_EMIT q->dockRequested();
        else
            Q_EMIT q->popOutRequested();
    });
    connect(details, &DetailsPane::closeRequested, q, [this] { q->setDetailsVisible(false); });

    connect(findBar, &FindBar::textChanged, timeline, &TimelineView::setSearchText);
    connect(findBar, &FindBar::stepRequested, timeline, &TimelineView::showNextHit);
    connect(findBar, &FindBar::closed, q, [this] { closeFindBar(); });
    connect(timeline, &TimelineView::searchChanged, q,
            [this] { findBar->setHits(timeline->currentHit(), timeline->hitCount()); });

    connect(timeline, &TimelineView::escapePressed, q, [this] { stepBack(); });
    connect(timeline, &TimelineView::viewChanged, q, [this] { markReadIfSeen(); });
    connect(model, &ConversationModel::firstUnreadChanged, timeline,
            [this] { timeline->setFirstUnread(model->firstUnread()); });

    connect(composer, &Composer::sendRequested, q,
            [this](const QString &text, qint64 answers) { send(text, answers); });
    connect(composer, &Composer::draftChanged, q,
            [this](const QString &text) { session.setDraft(peer, text); });
    connect(composer, &Composer::typingChanged, q, [this](bool typing) { setTyping(typing); });
    connect(composer, &Composer::escapePressed, q, [this] { stepBack(); });
    connect(composer, &Composer::pageRequested, timeline, &TimelineView::scrollPages);
    connect(encryption, &EncryptionLine::dismissed, q, [this] {
        if (settings)
            settings->setValue(settingsKey("encryption-notice-away"_L1), true);
    });
    connect(offline, &OfflineNote::reconnectRequested, &session, &XmppSession::reconnectNow);

    connect(&session, &XmppSession::stateChanged, q, [this] { refreshState(); });
    const auto peerChanged = [this](const QModelIndex &first, const QModelIndex &last) {
        const QModelIndex row = contact();
        if (row.isValid() && row.row() >= first.row() && row.row() <= last.row())
            refreshPeer();
    };
    connect(session.roster(), &QAbstractItemModel::dataChanged, q, peerChanged);
    connect(session.roster(), &QAbstractItemModel::rowsInserted, q, [this] { refreshPeer(); });
    connect(session.roster(), &QAbstractItemModel::rowsRemoved, q, [this] { refreshPeer(); });
    connect(session.conversations(), &QAbstractItemModel::dataChanged, q, [this] { refreshState(); });
    connect(session.conversations(), &QAbstractItemModel::rowsInserted, q, [this] { refreshState(); });
    connect(&Theme::current(), &Theme::changed, q, qOverload<>(&QWidget::update));
}

void ChatWidget::Private::addShortcuts()
{
    const auto key = [this](const QKeySequence &keys, auto action) {
        auto *shortcut = new QShortcut(keys, q);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, q, action);
    };
    // The main window's menus show these keys and its side pane repeats them: they are the chat's wherever it
    // is.
    key(Qt::Key_F3, [this] { timeline->showNextHit(1); });
    key(QKeyCombination(Qt::SHIFT, Qt::Key_F3), [this] { timeline->showNextHit(-1); });
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_R, [this] { commands->replyToMarked(); });
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_E, [this] { commands->reactToMarked(); });
    key(QKeySequence::Find, [this] { q->openFindBar(); });
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_T, [this] { q->focusComposer(); });
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_O, [this] { Q_EMIT header->hostChangeRequested(); });
    key(QKeyCombination(Qt::CTRL, Qt::Key_Period), [this] { q->setDetailsVisible(!q->detailsVisible()); });
    key(QKeyCombination(Qt::CTRL, Qt::Key_W), [this] { Q_EMIT q->closeRequested(); });
}

QModelIndex ChatWidget::Private::contact() const
{
    return session.roster()->indexOf(peer);
}

QString ChatWidget::Private::settingsKey(QLatin1String what) const
{
    return "chats/"_L1 + session.accountId() + u'/' + peer.toString() + u'/' + what;
}

void ChatWidget::Private::refreshPeer()
{
    const QString now = chatTitle(session, peer);
    const bool notes = peer == session.address();
    const bool renamed = now != name;
    name = now;
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
    const int now = q->unread();
    if (now != unread) {
        unread = now;
        Q_EMIT q->titleChanged();
    }
    markReadIfSeen();
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

/// R16: only what was seen in an active window counts as read.
void ChatWidget::Private::markReadIfSeen()
{
    if (!q->isVisible() || !q->isActiveWindow())
        return;
    if (const qint64 newest = timeline->newestSeen(); newest != 0 && newest != seen) {
        seen = newest;
        session.markSeen(peer, newest);
    }
    if (timeline->isAtBottom() && q->unread() > 0)
        session.markRead(peer);
}

void ChatWidget::Private::setTyping(bool typing)
{
    if (!settings || settings->value(settingkeys::kTypingNotices, true).toBool())
        session.setTyping(peer, typing);
}

void ChatWidget::Private::send(const QString &text, qint64 answers)
{
    session.sendMessage(peer, text, answers);
    model->clearUnreadLine();
    timeline->scrollToBottom();
}

void ChatWidget::Private::closeFindBar()
{
    findBar->hide();
    timeline->setSearchText({});
    q->focusComposer();
}

/// Esc, one step at a time (UI e.11); it never closes the chat.
void ChatWidget::Private::stepBack()
{
    if (composer->stepBack()) {
        q->focusComposer();
    } else if (findBar->isVisible()) {
        closeFindBar();
    } else if (timeline->hasSelection()) {
        timeline->clearSelection();
    } else if (timeline->hasChoice()) {
        timeline->clearChoice();
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
    if (!settings)
        return;
    d->encryption->setDismissed(settings->value(d->settingsKey("encryption-notice-away"_L1)).toBool());
    setDetailsVisible(settings->value(u"chat/details"_s).toBool());
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
    d->findBar->open();
    d->timeline->setSearchText(d->findBar->text());
}

void ChatWidget::showMessage(qint64 messageId)
{
    d->commands->show(messageId);
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
        d->markReadIfSeen();
}

void ChatWidget::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    d->markReadIfSeen();
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
    if (printable && !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))) {
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
        d->markReadIfSeen();
    return QWidget::event(event);
}

} // namespace tertulia
