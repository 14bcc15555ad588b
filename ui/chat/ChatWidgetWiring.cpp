// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of a chat have to do with each other and with the session.
#include "core/models/ConversationListModel.h"
#include "core/models/ConversationModel.h"
#include "core/models/RosterModel.h"
#include "core/session/SessionChats.h"
#include "core/session/SessionMessages.h"
#include "core/session/XmppSession.h"
#include "ui/chat/ChatFind.h"
#include "ui/chat/ChatHeader.h"
#include "ui/chat/ChatJumps.h"
#include "ui/chat/ChatLook.h"
#include "ui/chat/ChatStanding.h"
#include "ui/chat/ChatWidgetPrivate.h"
#include "ui/chat/Composer.h"
#include "ui/chat/DetailsPane.h"
#include "ui/chat/EncryptionLine.h"
#include "ui/chat/FindBar.h"
#include "ui/chat/MessageCommands.h"
#include "ui/chat/OfflineNote.h"
#include "ui/chat/PersonFacts.h"
#include "ui/chat/SeenMessages.h"
#include "ui/chat/SelectionStrip.h"
#include "ui/chat/StrangerQuestion.h"
#include "ui/keys/KeyMap.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TimelineView.h"

#include <QDateTime>

#include <functional>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// The person knows that the chat is not encrypted.
constexpr QLatin1String kNoticeAway("encryption-notice-away");

} // namespace

void ChatWidget::Private::build()
{
    model = session.openTimeline(peer, q);
    q->setFocusProxy(composer);
    if (peer != session.address())
        details->addPart(new PersonFacts(session, peer, details));

    commands = new MessageCommands(session, peer, *model, *timeline, *composer, q);
    jumps = new ChatJumps(session, *model, *timeline, q);
    find = new ChatFind(session, peer, *findBar, *timeline, *jumps, q);
    // More than a page may be unread: not to be at its end is to have read it.
    const qint64 unreadFrom = model->firstUnread();
    if (unreadFrom != 0 && !model->indexOf(unreadFrom).isValid())
        model->goTo(unreadFrom);
    timeline->setModel(model,
                       {[this] { return model->canFetchNewer(); }, [this] { model->fetchNewer(); },
                        [this] { model->goToNewest(); }, [this] { return model->gapWhenEmpty(); }});
    timeline->setFirstUnread(unreadFrom, session.chats().unread(peer));
    timeline->scrollToUnread();
    commands->takeUp(session.chats().draft(peer));
    encryption->setDismissed(session.chats().choices().value(peer, kNoticeAway).toBool());
    strangers = new StrangerQuestion(session, peer, *stranger, q);
    seen = new SeenMessages(session, peer, *timeline, *jumps, q);
}

void ChatWidget::Private::connectAll()
{
    connect(header, &ChatHeader::searchRequested, q, &ChatWidget::openFindBar);
    connect(header, &ChatHeader::backRequested, q, &ChatWidget::backRequested);
    connect(header, &ChatHeader::detailsRequested, q, [this] { q->setDetailsVisible(!q->detailsVisible()); });
    connect(header, &ChatHeader::hostChangeRequested, q, &ChatWidget::togglePopOut);
    connect(details, &DetailsPane::closeRequested, q, [this] { q->setDetailsVisible(false); });
    connect(details, &DetailsPane::historyRequested, q, &ChatWidget::historyRequested);

    connect(strangers, &StrangerQuestion::putAway, q, &ChatWidget::closeRequested);
    connect(strangers, &StrangerQuestion::answered, q, &ChatWidget::focusComposer);

    connect(findBar, &FindBar::closed, q, [this] {
        find->close();
        q->focusComposer();
    });
    connect(timeline, &TimelineView::jumpRequested, jumps, &ChatJumps::toMessage);
    connect(composer, &Composer::showRequested, jumps, &ChatJumps::toMessage);
    connect(timeline, &TimelineView::escapePressed, q, [this] { stepBack(); });
    connect(model, &ConversationModel::firstUnreadChanged, timeline,
            [this] { timeline->setFirstUnread(model->firstUnread(), session.chats().unread(peer)); });
    connect(model, &ConversationModel::gapWhenEmptyChanged, timeline, &TimelineView::refreshGaps);
    connect(timeline, &TimelineView::gapSeen, q,
            [this](qint64 range) { session.messages().archive().load(peer, range); });
    connect(timeline, &TimelineView::gapPressed, q, [this](const ArchiveGap &gap) {
        if (gap.state == ArchiveGap::State::Loading)
            session.messages().archive().cancelLoad(peer, gap.range);
        else
            session.messages().archive().load(peer, gap.range);
    });

    connect(timeline, &TimelineView::pickedChanged, q, [this](int count) { showPicked(count); });
    connect(selection, &SelectionStrip::copyRequested, commands, &MessageCommands::copyPicked);
    connect(selection, &SelectionStrip::forwardRequested, commands, &MessageCommands::forwardPicked);
    connect(selection, &SelectionStrip::deleteRequested, commands, &MessageCommands::askToForgetPicked);
    connect(selection, &SelectionStrip::closed, timeline, &TimelineView::clearPicked);

    connect(composer, &Composer::sendRequested, q,
            [this](const QString &text, qint64 answers, const std::optional<QString> &spoiler) {
                send(text, answers, spoiler);
            });
    connect(composer, &Composer::sendLaterRequested, q,
            [this](const QString &text, qint64 answers, const QDateTime &when) {
                session.messages().sendLater(peer, text, when, answers);
                model->clearUnreadLine();
                timeline->scrollToBottom();
            });
    connect(composer, &Composer::draftChanged, q,
            [this](const Draft &draft) { session.chats().setDraft(peer, draft); });
    connect(composer, &Composer::typingChanged, q,
            [this](bool typing) { session.chats().setTyping(peer, typing); });
    connect(composer, &Composer::escapePressed, q, [this] { stepBack(); });
    connect(composer, &Composer::pageRequested, timeline, &TimelineView::scrollPages);
    connect(encryption, &EncryptionLine::dismissed, q,
            [this] { session.chats().choices().choose(peer, kNoticeAway, true); });
    connect(offline, &OfflineNote::reconnectRequested, &session, &XmppSession::reconnectNow);

    connect(&session.chats().choices(), &ChatChoices::changed, q, [this](const Jid &who, const QString &key) {
        if (who == peer && key == kChatLook && settings)
            timeline->setLook(chatLook(session.chats().choices(), peer, *settings));
    });
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
    // The main window's menus show these keys and its side pane repeats them: they are the chat's wherever it
    // is.
    const auto key
        = [this](KeyId id, const std::function<void()> &act) { KeyMap::current().addTo(q, id, act); };
    key(KeyId::NextHit, [this] { find->step(1); });
    key(KeyId::PreviousHit, [this] { find->step(-1); });
    key(KeyId::ReplyToMarked, [this] { commands->replyToMarked(); });
    key(KeyId::ReactToMarked, [this] { commands->reactToMarked(); });
    key(KeyId::FindInChat, [this] { q->openFindBar(); });
    key(KeyId::FocusComposer, [this] { q->focusComposer(); });
    key(KeyId::PopOut, [this] { q->togglePopOut(); });
    key(KeyId::Details, [this] { q->setDetailsVisible(!q->detailsVisible()); });
    key(KeyId::JumpToDate, [this] { q->askForDate(); });
    key(KeyId::JumpToBeginning, [this] { q->jumpToBeginning(); });
    key(KeyId::JumpToUnread, [this] { q->jumpToUnread(); });
    key(KeyId::JumpBack, [this] { q->jumpBack(); });
    key(KeyId::MuteChat, [this] { toggleMuted(session, peer); });
    key(KeyId::ArchiveChat, [this] { toggleArchived(session, peer); });
    key(KeyId::CloseChat, [this] { Q_EMIT q->closeRequested(); });
}

} // namespace tertulia
