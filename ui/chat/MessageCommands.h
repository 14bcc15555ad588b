// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QObject>

namespace tertulia
{

class Composer;
class ConversationModel;
class TimelineView;
class UiSettings;
class XmppSession;
struct Draft;

/// What a person does with single messages of a chat: between its timeline, its composer and the session.
class MessageCommands : public QObject
{
    Q_OBJECT
public:
    /// All of it must live longer; `window` is what dialogs belong to.
    MessageCommands(XmppSession &session, const Jid &peer, ConversationModel &model, TimelineView &timeline,
                    Composer &composer, QWidget *window);

    /// Where habits are kept; may be null.
    void setSettings(UiSettings *settings) { m_settings = settings; }
    /// To the message that is marked, else to the last one of the other side.
    void replyToMarked();
    void reactToMarked();
    void editLast();
    /// Puts into the composer what was begun there, as far as the messages it is about still are.
    void takeUp(const Draft &draft);
    /// With those that are selected in the timeline.
    void copyPicked();
    void forwardPicked();
    void askToForgetPicked();

private:
    void connectTimeline();
    void connectComposer();
    void startReply(qint64 messageId);
    void reply(qint64 messageId);
    void edit(qint64 messageId);
    void react(qint64 messageId, const QRect &anchor);
    void askToRetract(qint64 messageId);
    void askToForget(const QList<qint64> &ids);
    void forward(const QList<qint64> &messageIds);
    void checkComposer();
    [[nodiscard]] int markedOrLast() const;

    XmppSession &m_session;
    const Jid m_peer;
    ConversationModel &m_model;
    TimelineView &m_timeline;
    Composer &m_composer;
    QWidget *m_window;
    UiSettings *m_settings = nullptr;
};

} // namespace tertulia
