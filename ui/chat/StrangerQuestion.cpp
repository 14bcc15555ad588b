// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/StrangerQuestion.h"

#include "core/session/SessionContacts.h"
#include "core/session/XmppSession.h"
#include "ui/chat/StrangerBar.h"
#include "ui/contacts/BlockDialog.h"
#include "ui/text/ErrorText.h"

namespace tertulia
{

StrangerQuestion::StrangerQuestion(XmppSession &session, const Jid &peer, StrangerBar &bar, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_peer(peer)
    , m_bar(bar)
{
    const SessionStrangers &strangers = session.contacts().strangers();
    connect(&strangers, &SessionStrangers::changed, this, [this](const Jid &who) {
        if (who == m_peer)
            refresh();
    });
    connect(&strangers, &SessionStrangers::canReportChanged, this, &StrangerQuestion::refresh);
    connect(&bar, &StrangerBar::accepted, this, [this] { m_session.contacts().strangers().accept(m_peer); });
    connect(&bar, &StrangerBar::ignored, this, &StrangerQuestion::ignore);
    connect(&bar, &StrangerBar::blockRequested, this, &StrangerQuestion::askToBlock);
    refresh();
}

void StrangerQuestion::refresh()
{
    const SessionStrangers &strangers = m_session.contacts().strangers();
    m_bar.setCanReport(strangers.canReport());
    const bool asked = strangers.isStranger(m_peer);
    if (asked == m_bar.isVisibleTo(m_bar.parentWidget()))
        return;
    const bool hadFocus = m_bar.isAncestorOf(m_bar.window()->focusWidget());
    m_bar.setVisible(asked);
    if (!asked && hadFocus)
        Q_EMIT answered();
}

void StrangerQuestion::ignore()
{
    m_session.contacts().strangers().ignore(m_peer);
    Q_EMIT putAway();
}

void StrangerQuestion::askToBlock(bool report)
{
    tertulia::askToBlock(m_session, m_peer, report, &m_bar, this, [this](const Result<void> &done) {
        m_bar.setTrouble(done ? QString() : errorLine(done.error()));
        if (done)
            Q_EMIT putAway();
    });
}

} // namespace tertulia
