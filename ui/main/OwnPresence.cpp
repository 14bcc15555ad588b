// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/OwnPresence.h"

#include "core/session/Accounts.h"
#include "ui/accounts/StepText.h"
#include "ui/main/AccountStrip.h"
#include "ui/main/StatusMenu.h"
#include "ui/text/PlainText.h"

#include <algorithm>
#include <array>

namespace tertulia
{

namespace
{

/// From the nearest to being seen to the furthest. One account that is online speaks for all.
constexpr std::array kHopes{SessionState::Online,        SessionState::Connecting,
                            SessionState::Waiting,       SessionState::WaitingForKeychain,
                            SessionState::NeedsPassword, SessionState::Stopped,
                            SessionState::Disconnecting, SessionState::Offline};

} // namespace

OwnPresence::OwnPresence(Accounts &accounts, AccountStrip &strip, UiSettings &settings, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_strip(strip)
{
    connect(&accounts, &Accounts::added, this, &OwnPresence::follow);
    connect(&accounts, &Accounts::aboutToRemove, this, &OwnPresence::updatePerson, Qt::QueuedConnection);
    connect(&accounts, &Accounts::presenceChanged, this, &OwnPresence::updatePresence);
    auto *menu = new StatusMenu(accounts, settings, &strip);
    strip.setStatusMenu(menu);
    connect(&strip, &AccountStrip::presenceChosen, this, [&accounts, menu](const PresenceChoice &choice) {
        accounts.setPresence(choice);
        menu->remember(choice.status);
    });
    for (XmppSession *session : accounts.sessions())
        follow(session);
    updatePerson();
}

void OwnPresence::follow(XmppSession *session)
{
    connect(session, &XmppSession::ownProfileChanged, this, &OwnPresence::updatePerson);
    connect(session, &XmppSession::settingsChanged, this, &OwnPresence::updatePerson);
    connect(session, &XmppSession::presenceChanged, this, &OwnPresence::updatePresence);
    connect(session, &XmppSession::stateChanged, this, &OwnPresence::updatePresence);
    updatePerson();
}

void OwnPresence::updatePerson()
{
    const QList<XmppSession *> sessions = m_accounts.sessions();
    if (sessions.isEmpty())
        return;
    const XmppSession *first = sessions.constFirst();
    QString name = first->ownName();
    if (sessions.size() > 1)
        name = tr("%1 and %n more", nullptr, static_cast<int>(sessions.size() - 1)).arg(shownName(name));
    m_strip.setPerson(first->address().toString(), name, first->ownAvatarFile());
    updatePresence();
}

void OwnPresence::updatePresence()
{
    const PresenceChoice chosen = m_accounts.presence();
    auto best = kHopes.cend() - 1;
    for (const XmppSession *session : m_accounts.sessions())
        if (session->presence().availability != Availability::Offline)
            best = std::min(best, std::ranges::find(kHopes, session->state()));
    m_strip.setPresence(chosen);
    m_strip.setEnd(m_accounts.presenceEnd());
    m_strip.setConnection(chosen.availability == Availability::Offline ? QString() : sessionWord(*best));
}

} // namespace tertulia
