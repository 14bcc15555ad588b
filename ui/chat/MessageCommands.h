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
class XmppSession;

/// What a person does with single messages of a chat: between its timeline, its composer and the session.
class MessageCommands : public QObject
{
    Q_OBJECT
public:
    /// All of it must live longer; `window` is what dialogs belong to.
    MessageCommands(XmppSession &session, const Jid &peer, ConversationModel &model, TimelineView &timeline,
                    Composer &composer, QWidget *window);

    /// To the message that is marked, else to the last one of the other side.
    void replyToMarked();
    void reactToMarked();
    void editLast();
    /// Scrolls to a message, loading around it, and marks it for a moment.
    void show(qint64 messageId);

private:
    void connectTimeline();
    void connectComposer();
    void reply(qint64 messageId);
    void edit(qint64 messageId);
    void react(qint64 messageId, const QRect &anchor);
    void askToRetract(qint64 messageId);
    void checkComposer();
    [[nodiscard]] int markedOrLast() const;

    XmppSession &m_session;
    const Jid m_peer;
    ConversationModel &m_model;
    TimelineView &m_timeline;
    Composer &m_composer;
    QWidget *m_window;
};

} // namespace tertulia
