// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/MessageCommands.h"

#include "core/models/ConversationModel.h"
#include "core/models/ReactionSummary.h"
#include "core/models/Roles.h"
#include "core/session/MessageSources.h"
#include "core/session/SessionMessages.h"
#include "core/session/XmppSession.h"
#include "ui/chat/Composer.h"
#include "ui/chat/EarlierVersions.h"
#include "ui/chat/ForwardDialog.h"
#include "ui/chat/MessageInfo.h"
#include "ui/chat/ReactionPopup.h"
#include "ui/text/PlainText.h"
#include "ui/text/SpoilerText.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/ConfirmDialog.h"
#include "ui/writing/ComposerEdit.h"
#include "ui/writing/SendTimes.h"

namespace tertulia
{

namespace
{

/// Of a message, in a question about it.
constexpr qsizetype kQuoted = 120;

} // namespace

MessageCommands::MessageCommands(XmppSession &session, const Jid &peer, ConversationModel &model,
                                 TimelineView &timeline, Composer &composer, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_peer(peer)
    , m_model(model)
    , m_timeline(timeline)
    , m_composer(composer)
    , m_window(window)
{
    connectTimeline();
    connectComposer();
    connect(&model, &QAbstractItemModel::dataChanged, this, &MessageCommands::checkComposer);
}

void MessageCommands::connectTimeline()
{
    connect(&m_timeline, &TimelineView::retryRequested, &m_session.messages(), &SessionMessages::retry);
    connect(&m_timeline, &TimelineView::deleteRequested, &m_session.messages(), &SessionMessages::remove);
    connect(&m_timeline, &TimelineView::infoRequested, this, [this](qint64 id) {
        showMessageInfo(m_model.indexOf(id), m_session.sources().of(id), m_window);
    });
    connect(&m_timeline, &TimelineView::saveRequested, &m_session.messages(), &SessionMessages::setSaved);
    connect(&m_timeline, &TimelineView::sendNowRequested, &m_session.messages(), &SessionMessages::sendNow);
    connect(&m_timeline, &TimelineView::changeTimeRequested, this, [this](qint64 id) {
        const QDateTime now = m_model.indexOf(id).data(roles::SendAt).toDateTime().toLocalTime();
        SendTimes::ask(m_window, now,
                       [this, id](const QDateTime &when) { m_session.messages().setSendTime(id, when); });
    });
    connect(&m_timeline, &TimelineView::replyRequested, this, &MessageCommands::reply);
    connect(&m_timeline, &TimelineView::editRequested, this, &MessageCommands::edit);
    connect(&m_timeline, &TimelineView::retractRequested, this, &MessageCommands::askToRetract);
    connect(&m_timeline, &TimelineView::forgetRequested, this, [this](qint64 id) { askToForget({id}); });
    connect(&m_timeline, &TimelineView::forwardRequested, this, &MessageCommands::forward);
    connect(&m_timeline, &TimelineView::reactRequested, this, &MessageCommands::react);
    connect(&m_timeline, &TimelineView::reactionToggled, &m_session.messages(),
            &SessionMessages::toggleReaction);
    connect(&m_timeline, &TimelineView::versionsRequested, this, [this](qint64 id) {
        showEarlierVersions(m_model.indexOf(id), m_session.messages().earlierVersions(id), m_window);
    });
}

void MessageCommands::connectComposer()
{
    connect(&m_composer, &Composer::correctionRequested, &m_session.messages(), &SessionMessages::correct);
    connect(&m_composer, &Composer::editLastRequested, this, &MessageCommands::editLast);
    connect(&m_composer, &Composer::chooseRequested, &m_timeline, &TimelineView::choose);
}

int MessageCommands::markedOrLast() const
{
    if (m_timeline.markedRow() >= 0)
        return m_timeline.markedRow();
    for (const bool ours : {false, true}) {
        for (int row = m_model.rowCount() - 1; row >= 0; --row) {
            const QModelIndex index = m_model.index(row);
            if (index.data(roles::Outgoing).toBool() == ours && !index.data(roles::Retracted).toBool()
                && !index.data(roles::SendAt).toDateTime().isValid())
                return row;
        }
    }
    return -1;
}

void MessageCommands::replyToMarked()
{
    m_timeline.act(markedOrLast(), MessageAction::Reply);
}

void MessageCommands::reactToMarked()
{
    m_timeline.act(markedOrLast(), MessageAction::React);
}

void MessageCommands::editLast()
{
    const qint64 id = m_session.messages().lastCorrectable(m_peer);
    if (id == 0 || id == m_composer.edited())
        return;
    if (!m_model.indexOf(id).isValid())
        m_model.goTo(id);
    edit(id);
}

void MessageCommands::takeUp(const Draft &draft)
{
    m_composer.setText(draft.text);
    const QVariant retracted = m_model.dataOf(draft.answers, roles::Retracted);
    if (retracted.isValid() && !retracted.toBool())
        startReply(draft.answers);
    if (m_model.dataOf(draft.corrects, roles::MayCorrect).toBool()) {
        m_composer.startEdit(draft.corrects, m_model.dataOf(draft.corrects, roles::Body).toString());
        m_composer.setText(draft.correction);
    }
}

void MessageCommands::startReply(qint64 messageId)
{
    const bool spoiler = m_model.dataOf(messageId, roles::IsSpoiler).toBool();
    m_composer.startReply(messageId, m_model.dataOf(messageId, roles::SenderName).toString(),
                          spoiler ? spoilerText(m_model.dataOf(messageId, roles::SpoilerHint).toString())
                                  : m_model.dataOf(messageId, roles::Body).toString());
}

void MessageCommands::reply(qint64 messageId)
{
    startReply(messageId);
    m_timeline.clearChoice();
    m_composer.field()->setFocus(Qt::OtherFocusReason);
}

void MessageCommands::edit(qint64 messageId)
{
    const QModelIndex index = m_model.indexOf(messageId);
    if (!index.data(roles::MayCorrect).toBool())
        return;
    m_composer.startEdit(messageId, index.data(roles::Body).toString());
    m_timeline.clearChoice();
    m_composer.field()->setFocus(Qt::OtherFocusReason);
}

void MessageCommands::react(qint64 messageId, const QRect &anchor)
{
    const QModelIndex index = m_model.indexOf(messageId);
    if (!index.isValid())
        return;
    auto *popup = new ReactionPopup(index.data(roles::Reactions).value<QList<ReactionSummary>>(), m_settings,
                                    m_window);
    connect(popup, &ReactionPopup::chosen, &m_session, [this, messageId](const QString &emoji) {
        m_session.messages().toggleReaction(messageId, emoji);
    });
    popup->openAt(anchor);
}

void MessageCommands::askToRetract(qint64 messageId)
{
    const QModelIndex index = m_model.indexOf(messageId);
    ConfirmDialog::ask(
        m_window,
        {.title = tr("Retract this message for everyone?"),
         .text = tr("“%1” is deleted here, and the others are asked to forget it. Somebody may "
                    "have read or copied it already.")
                     .arg(shownLine(index.data(roles::Body).toString(), kQuoted)),
         .action = tr("Retract")},
        [this, messageId](int) { m_session.messages().retract(messageId); });
}

void MessageCommands::forward(const QList<qint64> &messageIds)
{
    auto *dialog = new ForwardDialog(m_session, int(messageIds.size()), m_window);
    connect(dialog, &ForwardDialog::chosen, this, [this, messageIds](const Jid &to) {
        m_session.messages().forward(messageIds, to);
        m_timeline.clearPicked();
    });
    dialog->open();
}

void MessageCommands::copyPicked()
{
    m_timeline.copy();
    m_timeline.clearPicked();
}

void MessageCommands::forwardPicked()
{
    QList<qint64> ids = m_timeline.picked();
    ids.removeIf([this](qint64 id) { return m_model.indexOf(id).data(roles::Retracted).toBool(); });
    if (!ids.isEmpty())
        forward(ids);
}

void MessageCommands::askToForgetPicked()
{
    askToForget(m_timeline.picked());
}

void MessageCommands::askToForget(const QList<qint64> &ids)
{
    ConfirmDialog::ask(m_window,
                       {.title = tr("Delete %n message(s) here?", nullptr, int(ids.size())),
                        .text = tr("They are deleted from this device only. Others, and your other devices, "
                                   "keep them."),
                        .action = tr("Delete here")},
                       [this, ids](int) {
                           // What is on its way stays, and stays selected.
                           if (m_session.messages().forget(ids) == ids.size())
                               m_timeline.clearPicked();
                       });
}

/// What the words in the composer are about may have been taken back meanwhile, also by another device.
void MessageCommands::checkComposer()
{
    const QModelIndex edited = m_model.indexOf(m_composer.edited());
    if (m_composer.edited() != 0 && edited.isValid() && !edited.data(roles::MayCorrect).toBool())
        m_composer.stopEdit();
    const QModelIndex answered = m_model.indexOf(m_composer.answered());
    if (m_composer.answered() != 0 && answered.data(roles::Retracted).toBool())
        m_composer.stopReply();
}

} // namespace tertulia
